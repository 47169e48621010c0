"""Lines that a page has beside its text: running heads and feet, page numbers, what a browser prints at the edges."""

from __future__ import annotations

import re
from collections import defaultdict

from timeline.extraction.reading.pdf.lines import Line
from timeline.extraction.reading.words import folded

# How far from the edge heads and feet stand, as a part of the page's height; those that repeat may stand deeper.
_EDGE, _DEEP_EDGE = 0.09, 0.16
# How much the place of a head may differ from page to page, in points.
_SAME_PLACE = 4.0
# A head may change between left and right pages, and need not stand on the first.
_SHARE_OF_PAGES = 0.3
_FEWEST_NUMBERED = 3
_LONGEST_NUMBER = 40

_NUMBER = re.compile(
    r"(?:(?:page|p\.|p)\s?)?[-–—|\[(]{0,2}\s?(?:\d{1,4}|[ivxl]{1,7})\s?[-–—|\])]{0,2}(?:\s?(?:/|sur|of|de)\s?\d{1,4})?",
)
_PAGE_NUMBER = re.compile(r"^(?P<first>\d{1,4})\s|\s(?P<last>\d{1,4})$")
_ADDRESS = re.compile(r"(?:https?|file)://\S+")
_PRINTED_AT = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? (?:à )?\d{1,2}[:h]\d{2}(?: ?[AP]M)?")


def running_lines(lines: list[Line]) -> list[Line]:
    """The lines that belong to the pages and not to the text."""
    pages = {line.page for line in lines}
    repeated = _repeated(lines, len(pages))
    repeated |= _numbered(lines, len(pages))
    found = {line for line in lines if line in repeated or (_at_edge(line, _EDGE) and _is_stamp(line))}
    levels = {(line.page, round(line.y)) for line in found if _at_edge(line, _EDGE)}
    return [line for line in lines if line in found or _is_beside(line, levels)]


def running_address(running: list[Line]) -> str:
    """The web address that a browser prints at the foot of each page, where there is one."""
    addresses = [match[0] for line in running if (match := _ADDRESS.search(line.text))]
    return next((address for address in addresses if address.startswith("http")), "")


def _repeated(lines: list[Line], pages: int) -> set[Line]:
    """Lines that stand in the same place on many pages, whatever number they hold."""
    places: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for line in lines:
        if _at_edge(line, _DEEP_EDGE):
            places[re.sub(r"\d+", "#", folded(line.text)), round(line.y / _SAME_PLACE)].append(line)
    least = max(2, _SHARE_OF_PAGES * pages)
    return {line for found in places.values() if len({line.page for line in found}) >= least for line in found}


def _numbered(lines: list[Line], pages: int) -> set[Line]:
    """Lines that begin or end with the number of their page, whatever chapter they name beside it."""
    found: dict[int, set[Line]] = defaultdict(set)
    for line in lines:
        if _at_edge(line, _EDGE) and (number := _PAGE_NUMBER.search(line.text)):
            found[int(number["first"] or number["last"]) - line.page].add(line)
    least = max(_FEWEST_NUMBERED, _SHARE_OF_PAGES * pages)
    return {line for numbered in found.values() if len({line.page for line in numbered}) >= least for line in numbered}


def _at_edge(line: Line, edge: float) -> bool:
    return not edge < line.height < 1 - edge


def _is_stamp(line: Line) -> bool:
    text = folded(line.text)
    return (len(text) <= _LONGEST_NUMBER and bool(_NUMBER.fullmatch(text))) or bool(
        _ADDRESS.match(line.text) or _PRINTED_AT.match(line.text)
    )


def _is_beside(line: Line, levels: set[tuple[int, int]]) -> bool:
    """On one level with a line that is known, at the edge of the page: the title that a browser prints."""
    level = round(line.y)
    return _at_edge(line, _EDGE) and any((line.page, level + near) in levels for near in (-1, 0, 1))

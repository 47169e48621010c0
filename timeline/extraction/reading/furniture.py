"""Which paragraphs are page furniture: related links, captions, credits, cookie and newsletter lines.

The words stand in `lexicon/furniture.toml`; here is how a line is held against them.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from timeline.extraction.reading.paragraphs import ends_sentence, is_same_block
from timeline.extraction.reading.words import FurnitureRule, folded, is_agency, words
from timeline.extraction.records import Span

# Longer lines are prose, whatever words they hold.
_LONGEST_LINE = 400
_LONGEST_SHORT_LINE = 250
_LONGEST_LABEL = 60
_SHORTEST_QUOTE = 30
_MOST_LINES_COMPARED = 500

_DESK_INITIALS = re.compile(r"[a-z]{2,5}(?:[-/][a-z]{2,5}){0,12}/[a-z]{2,5}/?")

_CLOCK_OR_YEAR = re.compile(r"(?<!\d)(?:\d{1,2} ?[:h.] ?\d{2}(?!\d)|\d{4}(?!\d)|\d{1,2} ?[ap]\.?m)")

_BULLETS = "•●◦▪▫■►▶→➜➤»›>*·‣–—- \t\u00a0"
_SET_APART = tuple(":|>-–—…→")


def find_furniture(text: str, paragraphs: list[Span], known: Collection[int] = ()) -> set[int]:
    """Positions, in `paragraphs`, of those that are page furniture; `known` are those that the format says are."""
    lines = [text[span.start : min(span.end, span.start + _LONGEST_LINE + 1)] for span in paragraphs]
    found = {position for position, line in enumerate(lines) if furniture_rule(line) or _is_signature(line)}
    found |= set(known)
    found |= _under_headings(text, paragraphs, lines, found)
    found |= _in_bulleted_lists(lines, found)
    return found | _between_furniture(text, paragraphs, lines, found) | _pulled_quotes(lines)


@lru_cache(maxsize=4096)
def furniture_rule(line: str) -> FurnitureRule | None:
    """The rule by which a line is furniture, if there is one."""
    if len(line) > _LONGEST_LINE:
        return None
    plain = folded(line.lstrip(_BULLETS))
    return next((rule for rule in words().furniture if _FORMS[rule.form](rule.pattern, plain, line)), None)


def _opens(pattern: re.Pattern[str], plain: str, line: str) -> bool:
    match = pattern.match(plain)
    if not match:
        return False
    rest = plain[match.end() :].lstrip()
    return not rest or rest.startswith(_SET_APART) or not (rest.startswith(",") or ends_sentence(line))


def _is_label(pattern: re.Pattern[str], plain: str, line: str) -> bool:
    match = pattern.match(plain.lstrip("(["))
    if not match:
        return False
    after = plain.lstrip("([")[match.end() :][:_LONGEST_LABEL]
    before_colon, colon, _ = after.partition(":")
    labelled = bool(colon) and not re.search(r"[,.;!?]", before_colon)
    return labelled or _in_brackets(line) or (line.isupper() and not ends_sentence(line))


def _starts(pattern: re.Pattern[str], plain: str, line: str) -> bool:
    return len(line) <= _LONGEST_SHORT_LINE and bool(pattern.match(plain))


def _holds(pattern: re.Pattern[str], plain: str, line: str) -> bool:
    return len(line) <= _LONGEST_SHORT_LINE and bool(pattern.search(plain))


def _is_whole(pattern: re.Pattern[str], plain: str, line: str) -> bool:
    # « 3 mn », « 12 commentaires »
    return len(line) <= _LONGEST_LABEL and bool(pattern.fullmatch(plain.strip(" .:>|()[]0123456789")))


def _is_dated(pattern: re.Pattern[str], plain: str, line: str) -> bool:
    return len(line) <= _LONGEST_SHORT_LINE and any(
        re.match(r",? ?\d{4}", plain[match.end() :]) for match in pattern.finditer(plain)
    )


def _is_timed(pattern: re.Pattern[str], plain: str, line: str) -> bool:
    opens = len(line) <= _LONGEST_SHORT_LINE and pattern.match(plain)
    return bool(opens and _CLOCK_OR_YEAR.search(plain)) and not ends_sentence(line)


def _is_signature(line: str) -> bool:
    """An agency in brackets, the initials of its desk, « bur-ang/juf », or a line that is drawn."""
    if len(line) > _LONGEST_LABEL:
        return False
    if not any(character.isalnum() for character in line):
        return True
    return (_in_brackets(line) and is_agency(line[1:-1])) or bool(_DESK_INITIALS.fullmatch(line))


_FORMS = {
    "opens": _opens,
    "label": _is_label,
    "starts": _starts,
    "holds": _holds,
    "whole": _is_whole,
    "dated": _is_dated,
    "timed": _is_timed,
}


def _in_brackets(line: str) -> bool:
    return line[0] + line[-1] in ("()", "[]")


def _under_headings(text: str, paragraphs: list[Span], lines: list[str], found: set[int]) -> set[int]:
    """« À lire aussi » alone on its line heads the links below it: bulleted ones, and those of its own block."""
    linked: set[int] = set()
    below_heading = False
    for position, line in enumerate(lines):
        if position in found and _is_heading(line):
            below_heading = True
        elif below_heading:
            listed = _is_bulleted(line) or is_same_block(text, paragraphs, position)
            below_heading = listed and not ends_sentence(line)
            if below_heading:
                linked.add(position)
    return linked


def _is_heading(line: str) -> bool:
    rule = furniture_rule(line)
    plain = folded(line.lstrip(_BULLETS)).strip(" :")
    return rule is not None and rule.form == "opens" and bool(rule.pattern.fullmatch(plain))


def _in_bulleted_lists(lines: list[str], found: set[int]) -> set[int]:
    """A list in which one point is a related link is a list of links; a point with a full stop ends it."""
    linked: set[int] = set()
    points: list[int] = []
    for position, line in enumerate([*lines, ""]):
        if line and _is_bulleted(line) and not ends_sentence(line):
            points.append(position)
            continue
        if not found.isdisjoint(points):
            linked.update(points)
        points = []
    return linked


def _between_furniture(text: str, paragraphs: list[Span], lines: list[str], found: set[int]) -> set[int]:
    """A line without a sentence that stands between two furniture lines of one block is a third."""
    return {
        position
        for position in range(1, len(lines) - 1)
        if {position - 1, position + 1} <= found
        and not ends_sentence(lines[position])
        and is_same_block(text, paragraphs, position)
        and is_same_block(text, paragraphs, position + 1)
    }


def _pulled_quotes(lines: list[str]) -> set[int]:
    """A sentence that is set large beside the text stands in the text, too."""
    if len(lines) > _MOST_LINES_COMPARED:
        return set()
    plain = [folded(line).strip("«»“”\"' .…") for line in lines]
    return {
        position
        for position, short in enumerate(plain)
        if _SHORTEST_QUOTE <= len(short) <= _LONGEST_SHORT_LINE
        and any(short in line and len(line) > len(short) + 2 for line in plain)
    }


def _is_bulleted(line: str) -> bool:
    return line[0] in _BULLETS

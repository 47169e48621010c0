"""Lines → paragraphs. A line goes on with the one before unless space, indent, size or a full stop says otherwise."""

from __future__ import annotations

import re
import statistics
from collections import Counter, defaultdict
from itertools import pairwise

from timeline.extraction.reading.blocks import Block, Role
from timeline.extraction.reading.paragraphs import ends_sentence
from timeline.extraction.reading.pdf.joining import WordJoiner
from timeline.extraction.reading.pdf.lines import Line, is_far_behind

# Sizes and distances in parts of the text's own size and line distance.
_HEADING_SIZE = 1.12
_SMALL_PRINT = 0.82
_SAME_SIZE = 0.08
_WIDE_GAP = 1.35
_INDENT = 0.6
_SHORT_LINE, _VERY_SHORT_LINE = 0.75, 0.4
_LONGEST_HEADING = 250

_BULLET = re.compile(r"[•●◦▪▫■►▶➜‣]|[-–—*] ")
_CROSSHEAD_ENDS = re.compile(r"[\s\"»”][-–—]$")
_LEADER = re.compile(r"(?:\. ?){5,}\d{1,4}\b")
_NUMBERED = re.compile(r"(?:\d{1,2}|[a-z])[.)] ")


def paragraph_blocks(lines: list[Line], running: list[Line]) -> list[Block]:
    """The paragraphs in the order of the pages; heads and feet come behind the paragraph that runs past them."""
    aside = set(running)
    text = [line for line in lines if line not in aside]
    if not text:
        return [Block(line.text, Role.FURNITURE) for line in running]
    measure = _Measure(text)
    joiner = WordJoiner([line.text for line in text])
    blocks: list[Block] = []
    waiting = list(running)
    for group in _groups(text, measure):
        while waiting and waiting[0].page < group[0].page:
            blocks.append(Block(waiting.pop(0).text, Role.FURNITURE))
        joined = joiner.joined([line.text for line in group])
        blocks.append(Block(joined, measure.role(group[0], joined)))
    return [*blocks, *(Block(line.text, Role.FURNITURE) for line in waiting)]


class _Measure:
    """What is usual in this document: the size of its type, how far apart its lines are and how long."""

    def __init__(self, lines: list[Line]) -> None:
        letters: Counter[float] = Counter()
        for line in lines:
            letters[line.size] += len(line.text)
        self.size = max(letters, key=lambda size: (letters[size], size))
        distances: dict[float, list[float]] = defaultdict(list)
        lengths: dict[float, list[int]] = defaultdict(list)
        for before, line in pairwise(lines):
            step = before.y - line.y
            lengths[line.size].append(len(line.text))
            if before.page == line.page and before.size == line.size and 0 < step < 3 * line.size:
                distances[line.size].append(step)
        # The lower quartile: lines inside a paragraph are more and nearer than lines between two.
        self._distance = {size: sorted(steps)[len(steps) // 4] for size, steps in distances.items()}
        self._length = {size: statistics.quantiles(found, n=4)[2] for size, found in lengths.items() if len(found) > 1}

    def role(self, first: Line, text: str) -> Role:
        if first.size < _SMALL_PRINT * self.size or _LEADER.search(text):
            return Role.FURNITURE
        larger = first.size > _HEADING_SIZE * self.size
        return Role.HEADING if larger and len(text) <= _LONGEST_HEADING else Role.BODY

    def distance(self, size: float) -> float:
        return self._distance.get(size, 1.2 * size)

    def is_short(self, line: Line) -> bool:
        """Whether a line ends well before the margin, as the last one of a paragraph does."""
        return len(line.text) < _SHORT_LINE * self._length.get(line.size, 0)

    def is_very_short(self, line: Line) -> bool:
        return len(line.text) < _VERY_SHORT_LINE * self._length.get(line.size, 0)


def _groups(lines: list[Line], measure: _Measure) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, measure):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(group: list[Line], line: Line, measure: _Measure) -> bool:
    before = group[-1]
    if abs(line.size - before.size) > _SAME_SIZE * measure.size or _BULLET.match(line.text):
        return False
    step = before.y - line.y
    if line.page != before.page or step < -measure.distance(line.size) / 2:
        return _goes_on_elsewhere(before, line, measure)
    if step > _WIDE_GAP * measure.distance(line.size):
        return False
    if step < measure.distance(line.size) / 2:
        return not is_far_behind(before, line)  # On one level.
    if line.size > _HEADING_SIZE * measure.size:
        return True  # A headline may be centred.
    if _is_indented(group, line) or _NUMBERED.match(line.text) or _is_crosshead(group):
        return False
    return not _ends_early(before, line, measure)


def _ends_early(before: Line, line: Line, measure: _Measure) -> bool:
    """The last line of a paragraph is short and ends a sentence, or it is one line of several such as a byline."""
    if ends_sentence(before.text):
        return measure.is_short(before)
    return measure.is_very_short(before) and line.text[0].isupper() and before.text[-1] not in ",;:-"


def _is_crosshead(group: list[Line]) -> bool:
    """« - Louanges - »"""
    return bool(group[0].text[0] in "-–—" and _CROSSHEAD_ENDS.search(group[-1].text)) and len(group) <= 2


def _goes_on_elsewhere(before: Line, line: Line, measure: _Measure) -> bool:
    """In the next column or on the next page there is no distance to go by, but a sentence is not left unfinished."""
    if line.size > _HEADING_SIZE * measure.size:
        return False
    return line.text[0].islower() or not (ends_sentence(before.text) or measure.is_short(before))


def _is_indented(group: list[Line], line: Line) -> bool:
    """Further in than the line before: a new paragraph, or the second line of a point in a list."""
    before = group[-1]
    in_list = len(group) == 1 and (_BULLET.match(before.text) or _NUMBERED.match(before.text))
    return line.x > before.x + _INDENT * line.size and not in_list

"""The paragraphs and sentences of an article's text, by offsets; no language model is needed to tell them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from timeline.extraction.sentence_starts import sentence_starts

Stretch = tuple[int, int]
"""Offsets of the first character and of that after the last."""

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def paragraph_bounds(text: str) -> list[Stretch]:
    """Stretches between blank lines."""
    return [match.span() for match in _PARAGRAPH.finditer(text)]


def sentence_bounds(text: str, paragraph: Stretch) -> Iterator[Stretch]:
    """The sentences of a paragraph, without the white space between them."""
    first, last = paragraph
    starts = [first, *(first + start for start in sentence_starts(text[first:last])), last]
    for start, end in pairwise(starts):
        bare = text[start:end].rstrip()
        if bare:
            yield start, start + len(bare)


def sentences_around(text: str, start: int, end: int) -> Stretch:
    """From the beginning of the sentence in which the stretch begins to the end of that in which it ends."""
    first, last = start, end
    for paragraph in paragraph_bounds(text):
        if paragraph[1] <= start or paragraph[0] >= end:
            continue
        for sentence in sentence_bounds(text, paragraph):
            if sentence[0] < end and sentence[1] > start:
                first, last = min(first, sentence[0]), max(last, sentence[1])
    return first, last

"""Passages in their surroundings: where a quote stands in its article, cut into pieces that a template can mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.models import Citation
from timeline.pages.listed import ListedCitation

Passage = Citation | ListedCitation

MOST_CONTEXT = 700
"""Characters of a paragraph that are shown around a quote; press paragraphs are shorter."""

EXCERPT = 300


@dataclass(frozen=True)
class Piece:
    """A stretch of text and what covers it."""

    text: str
    quote: bool = False
    time: bool = False


def in_context(citation: Citation, text: str) -> list[Piece]:
    """The paragraph around the quote, with the quote and the words of its date told apart."""
    start, end = _paragraph(text, citation.start, citation.end)
    for first, last in citation.source.furniture:
        start = max(start, last) if last <= citation.start else start
        end = min(end, first) if first >= citation.end else end
    return _pieces(text, start, end, citation)


def excerpt(citation: Passage) -> list[Piece]:
    """The quote alone, shortened at words where it is long; the words of its date stay in view."""
    start, end = citation.start, citation.end
    anchor = citation.time_start if citation.time_start is not None else start
    if end - start > EXCERPT:
        start = max(start, min(anchor - EXCERPT // 3, end - EXCERPT))
        start = _next_word(citation, start)
        end = _last_word(citation, min(end, start + EXCERPT))
    cut = [Piece("…")] if start > citation.start else []
    rest = [Piece("…")] if end < citation.end else []
    return [*cut, *_within_quote(citation, start, end), *rest]


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """From the blank line before to the blank line after, but not endlessly far where a text has none."""
    first = max(text.rfind("\n\n", 0, start) + 2 if "\n\n" in text[:start] else 0, start - MOST_CONTEXT)
    blank = text.find("\n\n", end)
    last = min(blank if blank >= 0 else len(text), end + MOST_CONTEXT)
    while first < start and text[first].isspace():
        first += 1
    return first, last


def _pieces(text: str, start: int, end: int, citation: Citation) -> list[Piece]:
    time = _time_span(citation)
    cuts = sorted({start, end, *(cut for cut in (citation.start, citation.end, *time) if start < cut < end)})
    return [
        Piece(
            text[first:last],
            quote=citation.start <= first and last <= citation.end,
            time=bool(time) and time[0] <= first and last <= time[1],
        )
        for first, last in pairwise(cuts)
    ]


def _within_quote(citation: Passage, start: int, end: int) -> list[Piece]:
    time = _time_span(citation)
    cuts = sorted({start, end, *(cut for cut in time if start < cut < end)})
    offset = citation.start
    return [
        Piece(
            citation.quote[first - offset : last - offset],
            quote=True,
            time=bool(time) and time[0] <= first and last <= time[1],
        )
        for first, last in pairwise(cuts)
    ]


def _time_span(citation: Passage) -> Sequence[int]:
    if citation.time_start is None or citation.time_end is None:
        return ()
    return citation.time_start, citation.time_end


def _next_word(citation: Passage, position: int) -> int:
    if position == citation.start:
        return position
    space = citation.quote.find(" ", position - citation.start)
    return citation.start + space + 1 if space >= 0 else position


def _last_word(citation: Passage, position: int) -> int:
    if position == citation.end:
        return position
    return citation.start + max(citation.quote.rfind(" ", 0, position - citation.start), 1)

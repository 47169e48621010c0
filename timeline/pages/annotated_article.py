"""The source page as a plain object: the article verbatim, its cited passages and their events."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from timeline.models import Citation, Source
from timeline.pages.explanation import explain_publication


@dataclass(frozen=True)
class Passage:
    """A citation with the number that it bears on the page."""

    number: int
    citation: Citation


@dataclass(frozen=True)
class Segment:
    """A stretch that the same passages cover from its first to its last character."""

    text: str
    passages: tuple[Passage, ...]
    begin: tuple[Passage, ...]
    """Those of the passages that begin here: their anchors belong here."""
    end: tuple[Passage, ...]
    """Those that end here: their numbers follow."""


@dataclass(frozen=True)
class Paragraph:
    segments: tuple[Segment, ...]
    furniture: bool


class AnnotatedArticle:
    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def passages(self) -> list[Passage]:
        """The standing citations with their events, in the order of the text."""
        standing = self.source.citations.of_article().for_reading()
        return [Passage(number, citation) for number, citation in enumerate(standing, 1)]

    @property
    def published(self) -> list[Passage]:
        return [passage for passage in self.passages if passage.citation.event_id]

    @property
    def undated(self) -> list[Passage]:
        return [passage for passage in self.passages if not passage.citation.event_id]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        text = self.source.text
        bounds = [(match.start(), match.end()) for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)]
        return [Paragraph(self._segments(start, end), self._is_furniture(start, end)) for start, end in bounds]

    @property
    def dating(self) -> str:
        return explain_publication(self.source)

    @cached_property
    def newer(self) -> Source | None:
        return self.source.superseded_by.defer("text").first()

    @property
    def older(self) -> Source | None:
        return self.source.supersedes

    @cached_property
    def reprints(self) -> list[Source]:
        """The articles that share most of their text with it and came later."""
        return list(self.source.reprints.current().defer("text").order_by("earliest", "sha256"))

    def _is_furniture(self, start: int, end: int) -> bool:
        return any(first <= start and end <= last for first, last in self.source.furniture)

    def _segments(self, start: int, end: int) -> tuple[Segment, ...]:
        """Cut wherever a passage begins or ends, so that nested and overlapping passages need no nested marks."""
        here = [passage for passage in self.passages if passage.citation.start < end and passage.citation.end > start]
        cuts = {start, end}
        for passage in here:
            cuts |= {cut for cut in (passage.citation.start, passage.citation.end) if start < cut < end}
        ordered = sorted(cuts)
        return tuple(self._segment(first, last, here) for first, last in pairwise(ordered))

    def _segment(self, start: int, end: int, passages: list[Passage]) -> Segment:
        covering = tuple(p for p in passages if p.citation.start <= start and end <= p.citation.end)
        return Segment(
            text=self.source.text[start:end],
            passages=covering,
            begin=tuple(p for p in covering if p.citation.start == start),
            end=tuple(p for p in covering if p.citation.end == end),
        )

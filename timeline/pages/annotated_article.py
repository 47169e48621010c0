"""The source page as a plain object: the article verbatim, its cited passages and their events."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from timeline.models import Citation, Source
from timeline.pages.explanation import explain_publication
from timeline.pages.sentences import paragraph_bounds, sentence_bounds


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
    start: int
    """Offset of its first character."""
    segments: tuple[Segment, ...]
    furniture: bool


class AnnotatedArticle:
    def __init__(self, source: Source, asked: str = "") -> None:
        """`asked` is the number of the passage at which the reader has arrived, as the address has it."""
        self.source = source
        self._asked = asked

    @cached_property
    def passages(self) -> list[Passage]:
        """The standing citations with their events, in the order of the text."""
        standing = self.source.citations.of_article().for_reading()
        return [Passage(number, citation) for number, citation in enumerate(standing, 1)]

    # -- stepping through the passages ------------------------------------------------------------------------------

    @property
    def current(self) -> Passage | None:
        """None before the reader has gone to any, and where there is none of that number."""
        return self._numbered(int(self._asked)) if re.fullmatch(r"[0-9]{1,6}", self._asked) else None

    @property
    def previous(self) -> Passage | None:
        return self._numbered(self.current.number - 1) if self.current else None

    @property
    def next(self) -> Passage | None:
        return self._numbered(self.current.number + 1 if self.current else 1)

    def _numbered(self, number: int) -> Passage | None:
        return self.passages[number - 1] if 1 <= number <= len(self.passages) else None

    # -- the text ---------------------------------------------------------------------------------------------------

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        bounds = paragraph_bounds(self.source.text)
        return [Paragraph(start, self._segments(start, end), self._is_furniture(start, end)) for start, end in bounds]

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

    @property
    def sentences(self) -> str:
        """Where each sentence of the article begins and ends, for those who choose a passage by keyboard."""
        text = self.source.text
        articles = [bounds for bounds in paragraph_bounds(text) if not self._is_furniture(*bounds)]
        return " ".join(f"{start}-{end}" for bounds in articles for start, end in sentence_bounds(text, bounds))

    # -- about the article ------------------------------------------------------------------------------------------

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

"""Which stretches of the article stand in quotation marks: somebody's words, over as many sentences as they take."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from timeline.extraction.candidates.syntax import Tree
from timeline.extraction.records import Document, Span

# A single mark is mostly an apostrophe: it opens before a word and closes behind a pause.
_MARK = re.compile(r"""[«»“”„"]|(?<![^\s(\[])[‘'](?=\w)|(?<=[,.?!…])[’'](?!\w)""")
_CLOSED_BY = {"«": "»", "“": "”", "„": "“”", '"': '"', "‘": "’", "'": "'"}
_CLOSING = frozenset("»”’")
_PAUSES = frozenset(",.;:!?…)%")
# Words that go on over several paragraphs are closed within these, or end with the paragraph in which they begin.
_FARTHEST_PARAGRAPH, _FARTHEST = 4, 3_000
# What is nested deeper than any author nests is not told apart.
_DEEPEST = 5
# In words: a shorter phrase is a quotation only if it has a verb of its own.
_LONGEST_PHRASE = 10


class Quotations:
    """The outermost quotations of an article, without overlap, in the order of the text."""

    def __init__(self, document: Document) -> None:
        self._spans = tuple(_quotations_in(document))
        self._starts = [span.start for span in self._spans]

    def around(self, offset: int) -> Span | None:
        place = bisect_right(self._starts, offset) - 1
        return self._spans[place] if place >= 0 and offset < self._spans[place].end else None


def is_quoted(tree: Tree, word: int, quotations: Quotations) -> bool:
    """Whether the word is told in somebody's words. « l'"accord de paix historique" » only calls a thing a name."""
    span = quotations.around(tree[word].start)
    if span is None:
        return False
    if span.start < tree.sentence.start or span.end > tree.sentence.end:
        return True
    words = tree.words_between(span.start, span.end)
    return len(words) > _LONGEST_PHRASE or any("VerbForm=Fin" in tree[inside].morph for inside in words)


def _quotations_in(document: Document) -> Iterator[Span]:
    reached = 0
    for number, paragraph in enumerate(document.body):
        for span in _in_paragraph(document, number, max(paragraph.start, reached)):
            yield span
            reached = span.end


def _in_paragraph(document: Document, number: int, begin: int) -> Iterator[Span]:
    text, end = document.text, document.body[number].end
    # Otherwise a second mark goes on with the words that the first one opened.
    nests = text.count("«", begin, end) == text.count("»", begin, end)
    opened: list[re.Match[str]] = []
    for mark in _MARK.finditer(text, begin, end):
        closed = [place for place, opening in enumerate(opened) if _closes(mark, opening)]
        if closed:
            start, opened = opened[0].start(), opened[: closed[-1]]
            if not opened:
                yield Span(start, mark.end())
        elif _opens(mark) and len(opened) < _DEEPEST and (nests or all(mark[0] != opening[0] for opening in opened)):
            opened.append(mark)
    if opened:
        yield from _left_open(document, number, opened[0])


def _closes(mark: re.Match[str], opening: re.Match[str]) -> bool:
    if mark[0] not in _CLOSED_BY[opening[0]]:
        return False
    return mark[0] not in "\"'" or not _stands_before_word(mark)


def _opens(mark: re.Match[str]) -> bool:
    """A straight mark may be either; one close behind a word is none that opens, nor are inches."""
    if mark[0] == '"':
        return _stands_before_word(mark) or not _stands_behind_word(mark)
    return mark[0] not in _CLOSING and (mark[0] != "'" or _stands_before_word(mark))


def _stands_before_word(mark: re.Match[str]) -> bool:
    before, after = mark.string[max(0, mark.start() - 1) : mark.start()], mark.string[mark.end() : mark.end() + 1]
    return after.isalnum() and not (before.isalnum() or before in _PAUSES)


def _stands_behind_word(mark: re.Match[str]) -> bool:
    before = mark.string[max(0, mark.start() - 1) : mark.start()]
    return bool(before) and (before.isalnum() or before in _PAUSES)


def _left_open(document: Document, number: int, opening: re.Match[str]) -> Iterator[Span]:
    """Words that go on to the end of the paragraph, and where the mark that closes them comes next, up to that."""
    if opening[0] in "‘'":
        return
    if opening[0] != '"':
        farthest = min(len(document.text), opening.start() + _FARTHEST)
        for paragraph in document.body[number + 1 : number + 1 + _FARTHEST_PARAGRAPH]:
            mark = _MARK.search(document.text, paragraph.start, min(paragraph.end, farthest))
            if mark and mark[0] in _CLOSED_BY[opening[0]]:
                yield Span(opening.start(), mark.end())
                return
            if mark and mark[0] not in "‘'’":
                break
    yield Span(opening.start(), document.body[number].end)

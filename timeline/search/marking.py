"""The words that a search found, in the passages that readers see."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.search.stems import sought, words_in

Span = tuple[int, int]


def marks(text: str, search: str) -> list[Span]:
    """Offsets of the words of the text that answer to a word of the search, in order; those that only begin like one
    count where none answers as a whole, as in `storage.found`."""
    wanted = sought(search)
    if not wanted:
        return []
    words = list(words_in(text))
    stems = frozenset().union(*wanted)
    whole = [(word.start, word.end) for word in words if word.stems & stems]
    if whole:
        return whole
    beginnings = tuple(stems)
    return [(word.start, word.end) for word in words if any(stem.startswith(beginnings) for stem in word.stems)]


def excerpt_around(text: str, spans: Sequence[Span], width: int) -> Span:
    """The stretch of about `width` characters, cut between words, that begins a little before the first mark."""
    first = spans[0][0] if spans else 0
    start = max(0, first - width // 4)
    end = min(len(text), start + width)
    if start:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", start, end), first) if text.rfind(" ", start, end) > 0 else end
    return start, end

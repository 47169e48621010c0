"""The words that a search found, in the passages that readers see."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from timeline.search.stems import places_in, sought, stems, words_in

Span = tuple[int, int]


def marks(text: str, search: str) -> list[Span]:
    """Offsets of the words of the text that answer to a word of the search, in order; those that only begin like one
    count where none answers as a whole, as in `storage.found`."""
    wanted = _sought(search)
    if not wanted:
        return []
    # Each word is compared once, and its places are looked for only if it answers: of most texts none does.
    words = words_in(text)
    answering = {word for word in words if not wanted.isdisjoint(stems(word.lower()))}
    if not answering:
        beginnings = tuple(wanted)
        answering = {word for word in words if any(stem.startswith(beginnings) for stem in stems(word.lower()))}
    return places_in(text, answering) if answering else []


@lru_cache(maxsize=256)
def _sought(search: str) -> frozenset[str]:
    return frozenset[str]().union(*sought(search))


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

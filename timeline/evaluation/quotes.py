"""Whether two quotations are of the same passage. Texts and quotes are compared with blanks squeezed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from timeline.evaluation.names import fold
from timeline.extraction.sentence_starts import sentence_starts

HALF = 0.5
"""The share of the shorter quote that must be covered for two quotes to be of one passage."""


def coverage(text: str, one: str, other: str) -> float:
    """The share of the shorter of two quotes that the other covers, by where they stand in the (squeezed) text.

    Where one of them does not stand in the text: 1 if one holds the other, else 0.
    """
    first, second = _place(text, one), _place(text, other)
    if first and second:
        common = min(first[1], second[1]) - max(first[0], second[0])
        return max(0, common) / max(1, min(first[1] - first[0], second[1] - second[0]))
    one, other = fold(squeezed(one)), fold(squeezed(other))
    return 1.0 if one and other and (one in other or other in one) else 0.0


def stands_in(text: str, quote: str) -> bool:
    """Whether the quote stands in the (squeezed) text; an empty one stands nowhere."""
    return _place(text, quote) is not None


def sentence_around(text: str, paragraphs: Iterable[int], quote: str) -> str:
    """The sentence of the (squeezed) text that holds the quote, or several; the quote itself where it is not there.

    A sentence ends at the latest where one of the `paragraphs` begins, so that it takes in no headline.
    """
    found = _place(text, quote)
    if not found:
        return squeezed(quote)
    starts = [0, *paragraphs, *sentence_starts(text), len(text)]
    start = max(place for place in starts if place <= found[0])
    end = min(place for place in starts if place >= found[1])
    return text[start:end].strip()


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@lru_cache(maxsize=65536)
def _place(text: str, quote: str) -> tuple[int, int] | None:
    quote = squeezed(quote)
    if not quote:
        return None
    start = text.find(quote)
    if start < 0 and len(folded := fold(text)) == len(text):
        start = folded.find(fold(quote))
    return (start, start + len(quote)) if start >= 0 else None

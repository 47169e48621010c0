"""Words → stems of both languages, without accents: « réunis », "reunis" and « réuni » meet in "reun".

The stems are those of the Snowball project (Porter, "Snowball: a language for stemming algorithms", 2001).
"""

from __future__ import annotations

import re
import threading
from collections.abc import Container, Iterable
from functools import lru_cache

import snowballstemmer

from timeline.knowledge.folding import fold

MOST_WORDS = 8
"""Of a search; what is typed beyond says little more."""

LONGEST_WORD = 40
"""Characters; a longer run of letters is no word, and stemming it would cost more than it tells."""

_WORD = re.compile(r"[^\W_]+")


class _Stemmers(threading.local):
    """One of each language for every thread: a stemmer notes in itself how far into a word it is."""

    def __init__(self) -> None:
        self.french = snowballstemmer.stemmer("french")
        self.english = snowballstemmer.stemmer("english")


_stemmers = _Stemmers()


def words_in(text: str) -> set[str]:
    """Every word as it is written, once."""
    return set(_WORD.findall(text))


def places_in(text: str, words: Container[str]) -> list[tuple[int, int]]:
    """Where these words stand: from which character, and before which."""
    return [match.span() for match in _WORD.finditer(text) if match[0] in words]


def stems_of(texts: Iterable[str]) -> set[str]:
    """The stems of all their words; each word is looked at once, however often it occurs."""
    words = set[str]().union(*map(words_in, texts))
    return {stem for word in words for stem in stems(word.lower())}


def sought(text: str) -> list[frozenset[str]]:
    """The stems of each word of a search, the first eight. Words of one or two letters say too little and are left out
    where others are given."""
    words = _WORD.findall(text.lower())
    telling = [word for word in words if len(word) > 2] or words
    return list(dict.fromkeys(stems(word) for word in telling[:MOST_WORDS]))


@lru_cache(maxsize=200_000)
def stems(word: str) -> frozenset[str]:
    """Of a word in small letters, in any language: which one it is in, nobody says."""
    word = word[:LONGEST_WORD]
    if word.isdigit():
        return frozenset({word})
    bare = fold(word)
    french, english = _stemmers.french, _stemmers.english
    return frozenset({fold(french.stemWord(word)), french.stemWord(bare), english.stemWord(bare)})

"""Treaties and talks by their names: « les accords de Dayton », "the Six-Party Talks"; and which of several is meant.

A town's name alone stays a town: only beside a word such as "accord" is it what was signed there.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from timeline.dates import HistoricalDate
from timeline.extraction.mentions.words import Words
from timeline.knowledge import Knowledge, Name, Treaty
from timeline.knowledge.folding import fold, words_of

_FILE = Path(__file__).parent.parent / "lexicon" / "treaties.toml"
_KINDS = ("treaty", "accord", "convention", "declaration", "talks", "conference")
# Held in a town as well as named after it.
_GATHERINGS = ("talks", "conference")
_MOST_BETWEEN = 5
_QUOTES = ("«", "»", "“", "”", '"')

_Spelling = tuple[tuple[str, ...], tuple[bool, ...]]
"""Folded words, and which of them must begin with a capital."""


@dataclass(frozen=True, slots=True)
class TreatyName:
    """The words from `first` up to, but not including, `last`, and the treaties that may be meant."""

    first: int
    last: int
    treaties: tuple[Treaty, ...]

    @property
    def is_gathering(self) -> bool:
        return all(treaty.kind in _GATHERINGS for treaty in self.treaties)


@dataclass(frozen=True, eq=False)
class TreatyNames:
    """All names in one language, by first word, the longest first."""

    names: Mapping[str, Sequence[tuple[_Spelling, tuple[Treaty, ...]]]]
    short: Mapping[str, Sequence[tuple[_Spelling, tuple[Treaty, ...]]]]
    words: Mapping[str, frozenset[str]]
    """The lexicon's list of each kind, and `between` and `links`."""
    kinds: frozenset[str]
    """All words for kinds."""

    def named_at(self, words: Words, index: int) -> TreatyName | None:
        """The longest name that begins at the word."""
        first = words.folds[index]
        if first not in self.names and first not in self.short and first not in self.kinds:
            return None
        readings = (self._in_full(words, index), self._after_kind(words, index), self._before_kind(words, index))
        return max(filter(None, readings), key=lambda name: name.last, default=None)

    def _in_full(self, words: Words, index: int) -> TreatyName | None:
        for length, treaties in _standing_at(self.names, words, index):
            return TreatyName(index, index + length, treaties)
        return None

    def _after_kind(self, words: Words, index: int) -> TreatyName | None:
        """« accords de paix de Dayton », « accords SALT », "Treaty of Rome"."""
        kind = words.folded(index)
        if kind not in self.kinds:
            return None
        for start in range(index + 1, min(index + 2 + _MOST_BETWEEN, len(words))):
            for length, treaties in _standing_at(self.short, words, start):
                if of_kind := self._of_kind(treaties, kind):
                    return TreatyName(index, start + length, of_kind)
            passable = self.words["between"] | self.words["links"]
            if words.folded(start) not in passable and words.folded(start) not in _QUOTES:
                return None
        return None

    def _before_kind(self, words: Words, index: int) -> TreatyName | None:
        """ "Dayton peace agreement"."""
        if words.sentence.language != "en":
            return None
        for length, treaties in _standing_at(self.short, words, index):
            kind = index + length
            while words.folded(kind) in self.words["between"]:
                kind += 1
            if of_kind := self._of_kind(treaties, words.folded(kind)):
                return TreatyName(index, kind + 1, of_kind)
        return None

    def _of_kind(self, treaties: Iterable[Treaty], word: str) -> tuple[Treaty, ...]:
        return tuple(treaty for treaty in treaties if word in self.words[treaty.kind])


def _standing_at(
    table: Mapping[str, Sequence[tuple[_Spelling, tuple[Treaty, ...]]]], words: Words, index: int
) -> Iterator[tuple[int, tuple[Treaty, ...]]]:
    for (wanted, capitals), treaties in table.get(words.folds[index], ()):
        if words.folds[index : index + len(wanted)] == wanted and all(
            word.is_capital or not capital for word, capital in zip(words.words[index:], capitals, strict=False)
        ):
            yield len(wanted), treaties


@lru_cache(maxsize=4)
def treaty_names(knowledge: Knowledge, language: str) -> TreatyNames:
    lists = tomllib.loads(_FILE.read_text("utf-8"))[language]
    words = {name: frozenset(text.split()) for name, text in lists.items()}
    treaties = knowledge.treaties.values()
    return TreatyNames(
        names=_table(((name, treaty) for treaty in treaties for name in treaty.names), language),
        short=_table(((name, treaty) for treaty in treaties for name in treaty.short), language),
        words=words,
        kinds=frozenset().union(*(words[kind] for kind in _KINDS)),
    )


def _table(
    named: Iterable[tuple[Name, Treaty]], language: str
) -> Mapping[str, Sequence[tuple[_Spelling, tuple[Treaty, ...]]]]:
    by_spelling: dict[_Spelling, dict[str, Treaty]] = defaultdict(dict)
    for name, treaty in named:
        # Acronyms cross languages.
        if name.language == language or name.text.isupper():
            parts = words_of(name.text)
            spelling = tuple(map(fold, parts)), tuple(part[0].isupper() for part in parts)
            by_spelling[spelling][treaty.key] = treaty
    table: dict[str, list[tuple[_Spelling, tuple[Treaty, ...]]]] = defaultdict(list)
    for spelling, treaties in by_spelling.items():
        table[spelling[0][0]].append((spelling, tuple(treaties.values())))
    for group in table.values():
        group.sort(key=lambda pair: (-len(pair[0][0]), pair[0]))
    return table


# -- which of several -------------------------------------------------------------------------------------------------


def possible(treaties: Iterable[Treaty], published: HistoricalDate | None) -> tuple[Treaty, ...]:
    """Those that existed when the article was written."""
    return tuple(treaty for treaty in treaties if not _is_later(treaty, published))


def meant(treaties: Sequence[Treaty], spoken: Collection[HistoricalDate], named: Collection[str]) -> tuple[Treaty, ...]:
    """The one whose year the sentence tells, else the usual one, else the one whose parties the article names.

    `spoken` are the dates of which the sentence speaks, `named` the keys of the actors of the whole article. Where
    several remain, all of them.
    """
    of_year = tuple(treaty for treaty in treaties if _is_spoken_of(treaty, spoken))
    for narrowed in (of_year, tuple(treaty for treaty in treaties if treaty.usual)):
        if len(narrowed) == 1:
            return narrowed
    ranked = sorted(of_year or treaties, key=lambda treaty: -_share(treaty, named))
    shares = [_share(treaty, named) for treaty in ranked]
    if len(ranked) > 1 and shares[0] > shares[1]:
        return (ranked[0],)
    return tuple(ranked)


def _share(treaty: Treaty, named: Collection[str]) -> float:
    """Of its parties, how many are named."""
    return sum(party in named for party in treaty.parties) / len(treaty.parties) if treaty.parties else 0


def _is_later(treaty: Treaty, published: HistoricalDate | None) -> bool:
    begins = treaty.signed.earliest
    return bool(published and published.latest and begins and begins > published.latest)


def _is_spoken_of(treaty: Treaty, spoken: Iterable[HistoricalDate]) -> bool:
    first, last = treaty.signed.earliest, treaty.signed.latest
    if first is None or last is None:
        return False
    return any(
        date.earliest and date.latest and first.year <= date.earliest.year and date.latest.year <= last.year
        for date in spoken
    )

"""The names of all known persons, compared by sound: « Nikolaï Patrouchev » finds "Nikolai Patrushev"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from timeline.dates import HistoricalDate
from timeline.extraction.mentions.gender import gender_of_name
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorKind, ActorRef
from timeline.knowledge import Knowledge
from timeline.knowledge.folding import fold, slug, sound, words_of
from timeline.knowledge.reading import GENERAL_KNOWLEDGE

# Articles of Arabic names, written or left out at will: « Bachar el-Assad », "Bashar Assad".
_ARTICLES = frozenset({"al", "el"})
_LONGEST_NAME = 7
_ROMAN = re.compile("[IVX]+")
# "John" and "Joan" are 75 alike, « Menahem » and "Menachem" 93.
_ALIKE = 82
# Where the family name comes first.
_FAMILY_FIRST = frozenset({"state:CN", "state:TW", "state:KP", "state:KR", "state:VN", "state:south-vietnam"})
# The commonest Chinese, Korean and Vietnamese ones.
_FAMILY_NAMES = """
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng
xi han cao peng zeng xiao cai pan tian dong yuan fan geng mao hua qin jiang shen lu ye fu zhong cheng wei qian
kim park lee choi jung kang cho yoon jang lim shin seo kwon hwang ahn song ri pak choe cheong jeong chung moon
nguyen tran le pham vo bui dang do ho ngo
"""
_COMMON_FAMILY_NAMES = frozenset(_FAMILY_NAMES.split())


def sounds_of(name: Iterable[str]) -> tuple[str, ...]:
    """The words of a name as they sound."""
    return tuple(key for key in map(sound, name) if key not in _ARTICLES)


@dataclass(frozen=True, eq=False)
class People:
    by_name: Mapping[tuple[str, ...], tuple[str, ...]]
    """Keys of persons by the sounds of a full name."""
    by_surname: Mapping[tuple[str, ...], tuple[str, ...]]
    """Keys of those who held an eminent office, by the sounds of a surname."""
    by_first_name_surname: Mapping[tuple[str, ...], tuple[str, ...]]
    """The same where the surname is also a common first name: « Michel »."""
    _first_sounds: frozenset[str]
    _first_sounds_of_titles: frozenset[str]
    knowledge: Knowledge

    def name_at(self, words: Words, index: int) -> tuple[int, tuple[str, ...]] | None:
        """How many words the longest known name at the word has, and whose it is."""
        word = words[index]
        # « roi Hussein » may begin with a small letter, because the name in the files does.
        if sound(word.text) not in (self._first_sounds if word.is_capital else self._first_sounds_of_titles):
            return None
        for length in range(min(_LONGEST_NAME, len(words) - index), 0, -1):
            stretch = words.words[index : index + length]
            if words.is_capital(index + length - 1) and (
                keys := self.by_name.get(sounds_of(word.text for word in stretch))
            ):
                keys = tuple(key for key in keys if self._may_be_called(key, word.text))
                if keys:
                    return length, keys
        return None

    def _has_middle_names(self, key: str, middle: list[str]) -> bool:
        own = words_of(self.knowledge.actors[key].standard_name)
        return all(len(word) == 1 or any(_alike(word, name) for name in own) for word in middle)

    def _may_be_called(self, key: str, given_name: str) -> bool:
        """ "Louise Michel" sounds like Louis Michel and is a woman."""
        told = gender_of_name(given_name)
        known = gender_of_name(words_of(self.knowledge.actors[key].name_en)[0])
        return told is None or known is None or told is known

    def similar_to(self, name: str) -> str:
        """The one known person of the same surname whose first name is spelled much the same: « Menahem Begin »."""
        first, *rest = words_of(name)
        keys = self.by_surname.get(sounds_of(rest), ())
        if not keys:
            # « William J. Burns », but not « Mohamad Amari Zayed » for Mohammed bin Zayed
            keys = self.by_surname.get(sounds_of(rest[-1:]), ())
            keys = tuple(key for key in keys if self._has_middle_names(key, rest[:-1]))
        alike = [key for key in keys if _alike(first, words_of(self.knowledge.actors[key].standard_name)[0])]
        return alike[0] if len(alike) == 1 else ""

    def spelled(self, keys: Iterable[str], words: tuple[str, ...]) -> tuple[str, ...]:
        """Those in whose names the words stand with these letters: "Brown" is not Browne."""
        wanted = {fold(part) for word in words for part in words_of(word)}
        return tuple(
            key
            for key in keys
            if any(wanted <= {fold(part) for part in words_of(n.text)} for n in self.knowledge.actors[key].names)
        )

    def in_office(self, keys: Iterable[str], date: HistoricalDate | None) -> tuple[str, ...]:
        """Those who held some office on the date."""
        if date is None:
            return ()
        return tuple(
            key for key in keys if any(tenure.date.possibly_within(date) for tenure in self.knowledge.tenures_of(key))
        )

    def leaders(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those who have led a state."""
        roles, states = self.knowledge.roles, self.knowledge.states
        return tuple(
            key
            for key in keys
            if any(t.of in states and roles[t.role].principal for t in self.knowledge.tenures_of(key))
        )

    def heads(self, keys: Iterable[str], date: HistoricalDate | None) -> tuple[str, ...]:
        """Those in the first office of a state on the date, as its constitution or custom has it."""
        states = self.knowledge.states
        return tuple(
            key
            for key in keys
            if any(
                t.of in states
                and t.role in (states[t.of].leader, "supreme_leader")
                and (date is None or t.date.possibly_within(date))
                for t in self.knowledge.tenures_of(key)
            )
        )


def _alike(one: str, other: str) -> bool:
    one, other = sound(one), sound(other)
    return one[:1] == other[:1] and fuzz.ratio(one, other) >= _ALIKE


@lru_cache(maxsize=4)
def people(knowledge: Knowledge) -> People:
    by_name: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    by_surname: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    by_first_name: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    titles: set[str] = set()
    first_names = _common_first_names(knowledge)
    for actor in knowledge.actors.values():
        if actor.kind is not ActorKind.PERSON:
            continue
        for name in actor.names:
            by_name[sounds_of(words_of(name.text))][actor.key] = None
            if name.text[0].islower():
                titles.add(sound(words_of(name.text)[0]))
        if _is_eminent(knowledge, actor.key):
            family_first = is_family_first(knowledge, actor.key)
            for spelling in (actor.name_en, actor.name_fr):
                for surname in surnames(spelling, family_first=family_first)[:2]:
                    distinct = family_first or len(surname) > 1 or surname[0] not in first_names
                    (by_surname if distinct else by_first_name)[surname][actor.key] = None
    return People(
        by_name={name: tuple(keys) for name, keys in by_name.items() if name},
        by_surname={name: tuple(keys) for name, keys in by_surname.items()},
        by_first_name_surname={name: tuple(keys) for name, keys in by_first_name.items()},
        _first_sounds=frozenset(name[0] for name in by_name if name) | {"al", "el"},
        _first_sounds_of_titles=frozenset(titles),
        knowledge=knowledge,
    )


def _common_first_names(knowledge: Knowledge) -> frozenset[str]:
    """Sounds of the first names that several persons bear: « Mohamed » alone is nobody's surname."""
    bearers: Counter[str] = Counter()
    for actor in knowledge.actors.values():
        if _is_eminent(knowledge, actor.key) and not is_family_first(knowledge, actor.key):
            bearers[sound(words_of(actor.name_en)[0])] += 1
    return frozenset(name for name, count in bearers.items() if count > 1)


def _is_eminent(knowledge: Knowledge, key: str) -> bool:
    return any(tenure.origin == GENERAL_KNOWLEDGE for tenure in knowledge.tenures_of(key))


def is_family_first(knowledge: Knowledge, key: str) -> bool:
    return any(tenure.of in _FAMILY_FIRST for tenure in knowledge.tenures_of(key))


def surnames(name: str, *, family_first: bool = False) -> list[tuple[str, ...]]:
    """Sounds of the forms in which a person may be named later: the last word first, then longer ends of the name."""
    if " of " in name:
        return []
    parts = name.split()
    if family_first or _is_korean(parts):
        return [sounds_of(words_of(parts[0]))]
    words = words_of(name)
    if words and words[-1].lower() in ("jr", "sr"):
        words = words[:-1]
    if words and _ROMAN.fullmatch(words[-1]):
        # Nobody is called « X » for Frederik X.
        return []
    forms = [sounds_of(words[start:]) for start in range(len(words) - 1, 0, -1)]
    return list(dict.fromkeys(form for form in forms if form))


def begins_with_family_name(name: str) -> bool:
    """« Ma Xiaoguang »: whether the first word is one of the commonest family names that come first."""
    return fold(name.split()[0]) in _COMMON_FAMILY_NAMES


def _is_korean(parts: list[str]) -> bool:
    """« Ban Ki-moon »: a given name of two syllables joined by a hyphen, the second in lower case."""
    return len(parts) == 2 and "-" in parts[1] and parts[1].split("-")[1][:1].islower()


def initial(name: str) -> str:
    """The first sound of the first name, for « N. Patrouchev »."""
    first = sound(words_of(name)[0])
    return first[:1].lower()


def unknown_person(name: str) -> ActorRef:
    """Somebody whom the knowledge files do not hold, as the article names them."""
    return ActorRef(f"person:{slug(name)}", ActorKind.PERSON, name)

"""All known names of states, peoples, capitals, seats, organisations, places and roles, looked up word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from timeline.extraction.mentions.words import Words
from timeline.knowledge import Knowledge, Name
from timeline.knowledge.folding import fold, words_of


class Sort(Enum):
    """What a name is a name of."""

    STATE = "state"
    ORGANISATION = "organisation"
    MEDIA = "media"
    THING = "thing"
    """A street, a ship, a hospital: named after somebody, and nobody."""
    SEAT = "seat"
    CAPITAL = "capital"
    REGION = "region"
    CITY = "city"
    PEOPLE = "people"
    GROUP = "group"
    """Several states at once: « les deux Corées »."""
    PREFIX = "prefix"
    TREATY = "treaty"
    ROLE = "role"
    ROLES = "roles"
    """The plural."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling. `shape` says of each word whether it must begin with a capital (1) or be in capitals (2)."""

    words: tuple[str, ...]
    shape: tuple[int, ...]
    sort: Sort
    key: str
    """Of the actor; of the place for cities and regions; of the role."""
    detail: str = ""
    """Of a capital its place; of a seat the office; of a role what follows the adjective: `des affaires etrangeres`."""
    eminent: bool = True
    after: tuple[str, ...] = ()
    """The words of which one must stand before: « au Caire », « du Caire »."""


@dataclass(frozen=True, eq=False)
class Gazetteer:
    names: Mapping[str, tuple[Entry, ...]]
    """By first word, the longest first; of equal spellings the first in the order of `Sort`."""
    roles: Mapping[str, tuple[Entry, ...]]

    def names_at(self, words: Words, index: int) -> Iterator[Entry]:
        return _standing_at(self.names, words, index)

    def roles_at(self, words: Words, index: int) -> Iterator[Entry]:
        return _standing_at(self.roles, words, index)


def _standing_at(table: Mapping[str, tuple[Entry, ...]], words: Words, index: int) -> Iterator[Entry]:
    # Asked of every word of every article.
    for entry in table.get(words.folds[index], ()):
        wanted = entry.words
        if words.folds[index : index + len(wanted)] == wanted and _stands_at(entry, words, index):
            yield entry


def _stands_at(entry: Entry, words: Words, index: int) -> bool:
    """Whether its words, which are those from the index on, are written as they must be."""
    if entry.after and words.folded(index - 1) not in entry.after:
        return False
    for shape, word in zip(entry.shape, words.words[index:], strict=False):
        if (shape and not word.is_capital) or (shape == 2 and not word.text.isupper()):
            return False
    return True


@lru_cache(maxsize=8)
def gazetteer(knowledge: Knowledge, language: str) -> Gazetteer:
    """The names in one language: « Mexico » is a city in French and a country in English."""
    names: dict[tuple[tuple[str, ...], bool], Entry] = {}
    for entry in _names(knowledge, language):
        # « Suisse » is the state, « suisse » is of it.
        spelling = entry.words, entry.sort is Sort.PEOPLE
        first = names.setdefault(spelling, entry)
        if first.key == entry.key and first.shape != entry.shape:
            # « FARC » and « Farc » are both written.
            names[spelling] = replace(first, shape=tuple(map(min, first.shape, entry.shape)))
    return Gazetteer(_by_first_word(names.values()), _by_first_word(_roles(knowledge, language)))


def _by_first_word(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    table: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        table[entry.words[0]].append(entry)
    return {word: tuple(sorted(group, key=lambda entry: -len(entry.words))) for word, group in table.items()}


def _names(knowledge: Knowledge, language: str) -> Iterator[Entry]:
    """In the order in which they go before each other."""
    for state in knowledge.states:
        for name in _in(language, knowledge.actors[state].names):
            yield _entry(name, Sort.STATE, state)
    yield from _organisations(knowledge, language)
    for seat in knowledge.seats:
        for name in _in(language, seat.names):
            yield _entry(name, Sort.SEAT, seat.state, seat.office)
    for group in knowledge.groups:
        for name in _in(language, group.names):
            yield _entry(name, Sort.GROUP, " ".join(group.members))
    yield from _places(knowledge, language)
    yield from _peoples(knowledge, language)
    for city in knowledge.cities.values():
        for spelling in city.names:
            yield from _city(spelling.text, city.key, city.eminent)


def _peoples(knowledge: Knowledge, language: str) -> Iterator[Entry]:
    for state in knowledge.states.values():
        for name in _in(language, state.people):
            yield _entry(name, Sort.PEOPLE, state.key)
        for prefix in state.prefixes:
            yield _entry(prefix, Sort.PREFIX, state.key)
    for organisation, adjectives in knowledge.adjectives.items():
        for name in _in(language, adjectives):
            yield _entry(name, Sort.PEOPLE, organisation)


def _organisations(knowledge: Knowledge, language: str) -> Iterator[Entry]:
    for actor in knowledge.actors.values():
        if not actor.key.startswith("organisation:"):
            continue
        sort = Sort.MEDIA if actor.media else Sort.ORGANISATION
        for name in actor.names:
            # Acronyms cross languages: a French article writes « NATO » now and then.
            if name.language == language or name.text.isupper():
                yield _entry(name.text, sort, actor.key)


def _places(knowledge: Knowledge, language: str) -> Iterator[Entry]:
    for state in knowledge.states.values():
        for name in _in(language, state.capitals):
            for entry in _city(name, state.stands_for, eminent=True):
                yield replace(entry, sort=Sort.CAPITAL, detail=state.capital_place)
    for region in knowledge.regions.values():
        for name in _in(language, region.names):
            yield _entry(name, Sort.REGION, region.key)


def _city(name: str, key: str, eminent: bool) -> Iterator[Entry]:
    yield _entry(name, Sort.CITY, key, eminent=eminent)
    if name.startswith("Le "):
        yield replace(_entry(name.removeprefix("Le "), Sort.CITY, key, eminent=eminent), after=("au", "du"))


def _roles(knowledge: Knowledge, language: str) -> Iterator[Entry]:
    for role in knowledge.roles.values():
        for names, sort in ((role.words, Sort.ROLE), (role.plurals, Sort.ROLES)):
            for name in _in(language, names):
                head, _, tail = name.partition("|")
                words = tuple(fold(word) for word in words_of(head))
                yield Entry(words, (0,) * len(words), sort, role.key, " ".join(map(fold, words_of(tail))))


def _entry(spelling: str, sort: Sort, key: str, detail: str = "", *, eminent: bool = True) -> Entry:
    words = words_of(spelling)
    shape = tuple(2 if len(word) > 1 and word.isupper() else int(word[0].isupper()) for word in words)
    return Entry(tuple(fold(word) for word in words), shape, sort, key, detail, eminent)


def _in(language: str, names: tuple[Name, ...]) -> Iterator[str]:
    return (name.text for name in names if name.language in (language, ""))

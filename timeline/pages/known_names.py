"""Actors and places by the names that people type: those of the chronology, and those of the knowledge files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q

from timeline.extraction.records import ActorKind, ActorRef, PlaceRef
from timeline.knowledge import Actor as KnownActor
from timeline.knowledge import Place as KnownPlace
from timeline.knowledge import load_knowledge
from timeline.knowledge.folding import fold, slug, words_of
from timeline.languages import in_readers_language
from timeline.models import Actor, ActorName, Place

MOST_SUGGESTED = 12
SHORTEST_TYPED = 2


@dataclass(frozen=True)
class _Spellings:
    """Names by their words, without accents and capitals."""

    keys: Mapping[tuple[str, ...], tuple[str, ...]]
    by_first_word: Mapping[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def of(cls, named: Iterable[KnownActor | KnownPlace]) -> _Spellings:
        keys: defaultdict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        for one in named:
            for text in (one.name_en, one.name_fr, *(name.text for name in one.names)):
                keys[_words(text)].setdefault(one.key)
        by_first_word: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in sorted(keys, key=len, reverse=True):
            if words:
                by_first_word[words[0]].append(words)
        return cls(
            {words: tuple(found) for words, found in keys.items()},
            {word: tuple(found) for word, found in by_first_word.items()},
        )

    def beginning_with(self, typed: str) -> list[str]:
        """The keys of those in whose names every word typed begins a word: first those whose name begins with it."""
        beginnings = _words(typed)
        first: dict[str, None] = {}
        others: dict[str, None] = {}
        for words, keys in self.keys.items():
            if all(any(word.startswith(beginning) for word in words) for beginning in beginnings):
                (first if words[0].startswith(beginnings[0]) else others).update(dict.fromkeys(keys))
        return list(first | others)[:MOST_SUGGESTED]


def _words(text: str) -> tuple[str, ...]:
    return tuple(words_of(fold(text)))


@lru_cache(maxsize=1)
def _known_actors() -> _Spellings:
    return _Spellings.of(actor for actor in load_knowledge().actors.values() if not actor.media)


@lru_cache(maxsize=1)
def _known_places() -> _Spellings:
    """Countries before cities, and the largest cities first."""
    knowledge = load_knowledge()
    countries = (knowledge.place(f"country:{key.removeprefix('state:')}") for key in knowledge.states)
    return _Spellings.of([*(one for one in countries if one), *knowledge.regions.values(), *knowledge.cities.values()])


# -- actors ---------------------------------------------------------------------------------------------------------


def actors_called(typed: str) -> list[ActorRef]:
    """All who bear this name, or the one with this key; accents and capitals are forgiven."""
    rows = Actor.objects.filter(
        Q(key=typed)
        | Q(key__in=_known_actors().keys.get(_words(typed), ()))
        | Q(name_fr__iexact=typed)
        | Q(name_en__iexact=typed)
        | Q(names__name__iexact=typed)
    ).distinct()
    found = {}
    for row in rows.select_related("merged_into").order_by("key"):
        meant = row.survivor
        found[meant.key] = ActorRef(meant.key, ActorKind(meant.kind), meant.name_en)
    there = {row.key for row in rows}
    unmet = (key for key in _known_actors().keys.get(_words(typed), ()) if key not in there)
    return [*found.values(), *(load_knowledge().ref(key) for key in unmet)]


def actors_beginning_with(typed: str) -> list[str]:
    """Names to choose from, in the reader's language."""
    if len("".join(_words(typed))) < SHORTEST_TYPED:
        return []
    named = ActorName.objects.filter(name__icontains=typed).order_by("actor_id").values("actor")
    rows = Actor.objects.filter(pk__in=named, merged_into=None)[:MOST_SUGGESTED]
    knowledge = load_knowledge()
    known = (knowledge.actors[key] for key in _known_actors().beginning_with(typed))
    return _named([*rows, *known])


def new_actor(name: str, kind: ActorKind) -> ActorRef:
    """One whom nobody has named before; under the key that the extractor gives to whoever an article names so."""
    return ActorRef(f"{kind.value}:{slug(name)}", kind, name)


def actors_named_in(text: str) -> list[str]:
    """The names, in the reader's language, of those whom the text names in full, in its order; bare surnames are left
    to the extractor."""
    spellings, words = _known_actors(), words_of(text)
    folded = [fold(word) for word in words]
    found: dict[str, None] = {}
    place = 0
    while place < len(words):
        match = _longest_at(spellings, words, folded, place)
        if match:
            found.update(dict.fromkeys(spellings.keys[match]))
        place += len(match) or 1
    return _named(load_knowledge().actors[key] for key in found)


def _longest_at(spellings: _Spellings, words: Sequence[str], folded: Sequence[str], place: int) -> tuple[str, ...]:
    """The name that begins there, if only one is called so: names begin with a capital."""
    if not words[place][0].isupper():
        return ()
    for name in spellings.by_first_word.get(folded[place], ()):
        if tuple(folded[place : place + len(name)]) == name and len(spellings.keys[name]) == 1:
            return name
    return ()


# -- places ---------------------------------------------------------------------------------------------------------


def places_called(typed: str) -> list[PlaceRef]:
    """The places of the chronology that are called so, or the one with this key; where it has none, the largest that
    the knowledge files have."""
    rows = Place.objects.filter(Q(key=typed) | Q(name_fr__iexact=typed) | Q(name_en__iexact=typed)).order_by("key")
    found = [PlaceRef(row.key, row.name_en, row.country) for row in rows]
    if found:
        return found
    keys = _known_places().keys.get(_words(typed), ())
    known = [place for key in keys[:1] if (place := load_knowledge().place(key))]
    return [PlaceRef(place.key, place.name_en, place.country, known=True) for place in known]


def places_beginning_with(typed: str) -> list[str]:
    if len("".join(_words(typed))) < SHORTEST_TYPED:
        return []
    rows = Place.objects.filter(Q(name_fr__icontains=typed) | Q(name_en__icontains=typed))[:MOST_SUGGESTED]
    known = (load_knowledge().place(key) for key in _known_places().beginning_with(typed))
    return _named([*rows, *(place for place in known if place)])


def new_place(name: str) -> PlaceRef:
    return PlaceRef(f"place:{slug(name)}", name)


def _named(found: Iterable[Actor | Place | KnownActor | KnownPlace]) -> list[str]:
    names = dict.fromkeys(in_readers_language(fr=one.name_fr, en=one.name_en) for one in found)
    return list(names)[:MOST_SUGGESTED]

"""How actors and places are called, for every reader, and which of them a few letters may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.knowledge.folding import fold, words_of
from timeline.languages import readers_language
from timeline.models import Actor, ActorName, Place, Source


@dataclass(frozen=True)
class Named:
    """An actor or a place: its value in addresses and its names."""

    value: str
    name_fr: str
    name_en: str

    @property
    def name(self) -> str:
        """In the reader's language."""
        return self.name_in(readers_language())

    def name_in(self, language: str) -> str:
        """`language` is `fr` or `en`; for many names, asking for the reader's once costs less than the names do."""
        return self.name_fr if language == "fr" else self.name_en


class Names:
    """By primary key."""

    def __init__(self, named: dict[int, Named], spellings: Iterable[tuple[int, str]] = ()) -> None:
        self._named = named
        texts: dict[int, list[str]] = defaultdict(list)
        for key, one in named.items():
            texts[key] += {one.name_fr, one.name_en}
        for key, spelling in spellings:
            texts[key].append(spelling)
        # Each word with a space before it, so that the beginning of a word is found by plain search.
        self._words = {key: f" {' '.join(words_of(fold(' '.join(names))))}" for key, names in texts.items()}

    def __getitem__(self, key: int) -> Named:
        return self._named[key]

    def beginning_with(self, typed: str) -> list[int]:
        """The keys of those in whose names every word typed begins a word; accents are forgiven."""
        beginnings = [f" {word}" for word in words_of(fold(typed))]
        return [key for key, words in self._words.items() if all(beginning in words for beginning in beginnings)]


class ArticleName(NamedTuple):
    """What an article is called by: the beginning of its hash, and what its label is worded from."""

    address: str
    title: str
    opening: str
    name: str


class Articles:
    """The names of articles, each read when it is first asked for: there may be more of them than a process wants to
    hold."""

    def __init__(self) -> None:
        self._named: dict[int, ArticleName] = {}

    def named(self, keys: Sequence[int]) -> list[tuple[int, ArticleName]]:
        """Those that are there, in the order of the keys."""
        lacking = [key for key in keys if key not in self._named]
        rows = Source.objects.filter(pk__in=lacking).order_by().values_list("pk", "sha256", "title", "opening", "name")
        for key, sha256, *words in rows if lacking else ():
            self._named[key] = ArticleName(sha256[:12], *words)
        return [(key, self._named[key]) for key in keys if key in self._named]


def names_of_actors(keys: set[int]) -> Names:
    rows = Actor.objects.values_list("pk", "slug", "name_fr", "name_en")
    spellings = ActorName.objects.order_by().values_list("actor_id", "name")
    return Names(
        {key: Named(*words) for key, *words in rows.order_by() if key in keys},
        ((key, name) for key, name in spellings if key in keys),
    )


def names_of_places(keys: set[int]) -> Names:
    rows = Place.objects.values_list("pk", "key", "name_fr", "name_en")
    return Names({key: Named(*words) for key, *words in rows.order_by() if key in keys})

"""How actors and places are called, for every reader, and which of them a few letters may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.knowledge.folding import fold, words_of
from timeline.languages import readers_language
from timeline.models import Actor, ActorName, Place


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

"""Who acts and where, and what they talk about: some frequent, most of them rare, as in any archive."""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from bench.report import PROJECT

MOST_ACTORS = 50_000
EVENTS_PER_ACTOR = 20
MOST_PLACES = 2_000
MATTERS = 3_000
"""Proper names of what is talked about: words that few articles share, so that a search has something to find."""

_ONSETS = ("b", "br", "d", "dr", "f", "g", "k", "kr", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z", "ch")
_VOWELS = ("a", "e", "i", "o", "u", "é", "ou", "ia")
_ENDINGS = ("", "", "n", "r", "s", "v", "ck", "ff", "sky", "dès", "ian", "berg")
_GIVEN_NAMES = (
    "Anna", "Boris", "Carmen", "David", "Élise", "Farid", "Greta", "Hassan", "Irène", "José", "Karim", "Léa", "Mikhaïl",
    "Nadia", "Omar", "Pavel", "Quentin", "Rosa", "Sven", "Teresa", "Uma", "Viktor", "Wanda", "Xavier", "Yasmina", "Zoé",
)  # fmt: skip
_OFFICES = ("Commission", "Conseil", "Union", "Ligue", "Agence", "Forum")


@dataclass(frozen=True, slots=True)
class Actor:
    key: str
    slug: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    key: str
    name_fr: str
    name_en: str
    country: str


@dataclass(frozen=True)
class Cast:
    """Everyone and everywhere, the most frequent first."""

    actors: Sequence[Actor]
    places: Sequence[Place]
    matters: Sequence[str]


def cast_for(events: int) -> Cast:
    chance = random.Random(f"cast {events}")
    actors = max(min(MOST_ACTORS, events // EVENTS_PER_ACTOR), 20)
    return Cast(
        actors=[_actor(number, chance) for number in range(actors)],
        places=_cities()[: max(min(MOST_PLACES, events // 10), 20)],
        matters=[_invented(chance, syllables=3) for _ in range(MATTERS)],
    )


@lru_cache
def zipf(count: int) -> Sequence[float]:
    """Cumulative weights for `random.choices`: the second is half as frequent as the first, the third a third."""
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


def _actor(number: int, chance: random.Random) -> Actor:
    draw = chance.random()
    if draw < 0.05:
        kind, name = "state", _invented(chance, syllables=3)
    elif draw < 0.2:
        kind, name = "organisation", f"{chance.choice(_OFFICES)} de {_invented(chance, syllables=2)}"
    else:
        kind, name = "person", f"{chance.choice(_GIVEN_NAMES)} {_invented(chance, syllables=3)}"
    return Actor(f"bench:{number}", f"bench-{number}", kind, name)


def _invented(chance: random.Random, syllables: int) -> str:
    parts = [chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables)]
    return ("".join(parts) + chance.choice(_ENDINGS)).capitalize()


def _cities() -> list[Place]:
    with (PROJECT / "timeline" / "knowledge" / "cities.csv").open(encoding="utf-8", newline="") as file:
        return [
            Place(f"city:{row['geonames_id']}", row["name_fr"] or row["name_en"], row["name_en"], row["country"])
            for row in csv.DictReader(file)
        ]

"""Articles by a fixed seed: dispatches of a few sentences, some of which tell of what others tell, too."""

from __future__ import annotations

import random
from datetime import date, timedelta

SEED = 19851119
_LEADERS = (
    "Ronald Reagan", "Mikhaïl Gorbatchev", "Margaret Thatcher", "Helmut Kohl", "François Mitterrand", "George Shultz",
    "Édouard Chevardnadze", "Jacques Delors",
)  # fmt: skip
_CITIES = ("Genève", "Vienne", "Paris", "Londres", "Washington", "Moscou", "Bonn", "Stockholm")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_TOLD = (
    "{one} et {other} se sont rencontrés à {city} le {day}.",
    "Le {day}, {one} et {other} ont signé un accord à {city}.",
    "Le {day}, {one} s'est rendu à {city}, où il s'est entretenu avec {other}.",
    "{one} a téléphoné à {other} le {day}.",
)
_BETWEEN = (
    "Les discussions ont porté sur le désarmement et sur les relations entre l'Est et l'Ouest.",
    "Aucune déclaration commune n'a été publiée à l'issue des entretiens.",
    "Les observateurs y voient le signe d'une détente prudente.",
)


def dispatches(number: int, seed: int = SEED) -> dict[str, bytes]:
    """By file name. The same seed gives the same bytes."""
    chance = random.Random(seed)
    events = [_event(chance) for _ in range(number)]
    return {f"depeche-{place:03}.txt": _article(chance, place, events).encode() for place in range(number)}


def _event(chance: random.Random) -> str:
    one, other = chance.sample(_LEADERS, 2)
    day = date(1985, 1, 1) + timedelta(chance.randrange(5 * 365))
    words = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return chance.choice(_TOLD).format(one=one, other=other, city=chance.choice(_CITIES), day=words)


def _article(chance: random.Random, place: int, events: list[str]) -> str:
    """Of its own event, and of two that other articles may tell of."""
    sentences = [events[place], *chance.sample(events, 2)]
    told = [f"{sentence} {chance.choice(_BETWEEN)}" for sentence in sentences]
    return f"Dépêche numéro {place + 1}\n\n" + "\n\n".join(told) + "\n"

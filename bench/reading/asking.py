"""What the servers are asked for: never twice the same in a row, so that no answer is just the one before."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from urllib.parse import urlencode

from bench.synthetic.questions import Questions
from bench.synthetic.records import SEED

_EPOCH = dt.date(1970, 1, 1)
_YEARS = 10


@dataclass(frozen=True)
class Kind:
    """One sort of request, and how each server answers it: a maker of paths, or none."""

    name: str
    ours: Callable[[Questions, int], str]
    floor: Callable[[Questions, int], str] | None = None
    datasette: Callable[[Questions, int], str] | None = None

    def paths(self, server: str, questions: Questions, start: int = 0) -> Iterator[str] | None:
        """Endless, from the question with that number."""
        made: Mapping[str, Callable[[Questions, int], str] | None] = {
            "ours": self.ours,
            "floor": self.floor,
            "Datasette": self.datasette,
        }
        path = made[server]
        return (path(questions, number) for number in count(start)) if path else None


def _actor(questions: Questions, number: int) -> str:
    return questions.actors[number % len(questions.actors)]


def _word(questions: Questions, number: int) -> str:
    return questions.words[number % len(questions.words)]


def _event(questions: Questions, number: int) -> str:
    return questions.events[number % len(questions.events)]


def _years(number: int) -> tuple[int, int]:
    first = random.Random(SEED + number).randint(1950, 2015)
    return first, first + _YEARS - 1


def _days(number: int) -> tuple[str, str]:
    first, last = _years(number)
    return f"{first}-01-01", f"{last}-12-31"


def _window(number: int) -> str:
    """Aligned and twice a power of two long, as the axis asks for them."""
    chance = random.Random(SEED + number)
    size = 2 ** chance.randint(8, 12)
    place = chance.randint(-20 * 365 // size, 50 * 365 // size)
    first, last = (_EPOCH + dt.timedelta(days=days) for days in (place * size, (place + 2) * size - 1))
    return f"{first}/{last}"


def _query(path: str, **values: str) -> str:
    return f"{path}?{urlencode(values)}"


def _through(questions: Questions, number: int, **values: str) -> str:
    """Datasette's way to the events of an actor: by the table of participations."""
    actor = _actor(questions, number)
    through = f'{{"table":"participation","column":"actor","value":"{actor}"}}'
    return _query("/rows/event", _through=through, _facet="kind", _size="50", **values)


KINDS = (
    Kind(
        "page",
        ours=lambda _questions, _number: "/",
        floor=lambda _questions, _number: "/",
        datasette=lambda _questions, _number: _query("/rows/event", _facet="kind", _size="50", _sort="earliest"),
    ),
    Kind(
        "actor",
        ours=lambda questions, number: _query("/", actor=_actor(questions, number)),
        floor=lambda questions, number: _query("/actor/", actor=_actor(questions, number)),
        datasette=_through,
    ),
    Kind(
        "actor and years",
        ours=lambda questions, number: _query(
            "/", actor=_actor(questions, number), when="{}/{}".format(*_years(number))
        ),
        floor=lambda questions, number: _query(
            "/actor/",
            actor=_actor(questions, number),
            **dict(zip(("from", "to"), _days(number), strict=True)),
        ),
        # A condition in SQL: beside _through, Datasette mixes up the values of its own filters.
        datasette=lambda questions, number: _through(
            questions, number, _where="earliest BETWEEN '{}' AND '{}'".format(*_days(number))
        ),
    ),
    Kind(
        "search",
        ours=lambda questions, number: _query("/", q=_word(questions, number)),
        floor=lambda questions, number: _query("/search/", q=_word(questions, number)),
        datasette=lambda questions, number: _query(
            "/rows/event",
            _search=_word(questions, number),
            _fts_table="event_fts",
            _fts_pk="id",
            _facet="kind",
            _size="50",
        ),
    ),
    Kind("axis, whole", ours=lambda _questions, _number: "/axis.json"),
    Kind(
        "axis of an actor",
        ours=lambda questions, number: _query("/axis.json", actor=_actor(questions, number)),
    ),
    Kind("axis window", ours=lambda _questions, number: _query("/axis.json", window=_window(number))),
    Kind("event", ours=lambda questions, number: f"/events/{_event(questions, number)}/"),
)

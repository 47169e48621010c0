"""What is made: articles, each with the events that it is the first to tell, as a stream that needs little memory."""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.synthetic.dates import any_date, told_otherwise
from bench.synthetic.names import Cast, cast_for, zipf
from bench.synthetic.texts import Passage, Telling, article_text, worded_title
from timeline.dates import HistoricalDate
from timeline.extraction.records import EventKind

SEED = 20211102
EVENTS_PER_ARTICLE = 30
PUBLISHERS = tuple(f"Gazette {number}" for number in range(1, 41))

_KINDS = {
    EventKind.MEETING: 30,
    EventKind.CALL: 12,
    EventKind.VISIT: 12,
    EventKind.STATEMENT: 10,
    EventKind.NEGOTIATION: 7,
    EventKind.SUMMIT: 6,
    EventKind.AGREEMENT: 6,
    EventKind.CONFERENCE: 4,
    EventKind.APPOINTMENT: 3,
    EventKind.SANCTION: 3,
    EventKind.INCIDENT: 2,
    EventKind.EXCHANGE: 2,
    EventKind.RUPTURE: 1,
    EventKind.CONFLICT: 1,
    EventKind.OTHER: 1,
}


@dataclass(frozen=True, slots=True)
class Event:
    number: int
    public_id: str
    kind: str
    date: HistoricalDate
    actors: tuple[int, ...]
    """Places in the cast."""
    place: int | None
    title_fr: str
    """Empty: worded from kind and actors."""
    title_en: str
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Article:
    number: int
    sha256: str
    name: str
    title: str
    publisher: str
    language: str
    published: dt.date
    text: str
    passages: Sequence[Passage]
    events: Sequence[Event]
    """Told here first. Passages tell these and some of the article before."""


@dataclass(frozen=True)
class Chronology:
    cast: Cast
    articles: Iterator[Article]


def chronology(events: int) -> Chronology:
    cast = cast_for(events)
    return Chronology(cast, _articles(events, cast))


def _articles(count: int, cast: Cast) -> Iterator[Article]:
    chance = random.Random(SEED)
    told_before: list[Event] = []
    for number, first in enumerate(range(0, count, EVENTS_PER_ARTICLE)):
        events = [_event(place, cast, chance) for place in range(first, min(first + EVENTS_PER_ARTICLE, count))]
        again = [event for event in told_before if chance.random() < 0.4]
        yield _article(number, events, again, cast, chance)
        told_before = events


def _event(number: int, cast: Cast, chance: random.Random) -> Event:
    (kind,) = chance.choices(list(_KINDS), weights=list(_KINDS.values()))
    (many,) = chance.choices((1, 2, 3, 4), weights=(15, 55, 20, 10))
    drawn = chance.choices(range(len(cast.actors)), cum_weights=zipf(len(cast.actors)), k=many)
    actors = tuple(dict.fromkeys(drawn))
    (place,) = chance.choices(range(len(cast.places)), cum_weights=zipf(len(cast.places)))
    titled = chance.random() < 0.4
    (matter,) = chance.choices(cast.matters, cum_weights=zipf(len(cast.matters)))
    return Event(
        number=number,
        # A bijection of 40 bits: looks drawn, and never comes twice.
        public_id=f"{number * 0x9E3779B97F % 2**40:010x}",
        kind=kind.value,
        date=any_date(chance),
        actors=actors,
        place=place if chance.random() < 0.7 else None,
        title_fr=worded_title(kind, matter, "fr") if titled else "",
        title_en=worded_title(kind, matter, "en") if titled else "",
        reviewed=chance.random() < 0.7,
    )


def _article(
    number: int, events: Sequence[Event], again: Sequence[Event], cast: Cast, chance: random.Random
) -> Article:
    language = chance.choice(("fr", "en"))
    tellings = [_telling(event, event.date, cast) for event in events]
    tellings += [_telling(event, told_otherwise(event.date, chance), cast) for event in again]
    chance.shuffle(tellings)
    title, text, passages = article_text(tellings, language, cast, chance)
    return Article(
        number=number,
        sha256=hashlib.sha256(f"article {number}".encode()).hexdigest(),
        name=f"bench-{number:06}.txt",
        title=title,
        publisher=PUBLISHERS[number % len(PUBLISHERS)],
        language=language,
        published=dt.date(2025, 12, 1) - dt.timedelta(days=chance.randrange(3000)),
        text=text,
        passages=passages,
        events=events,
    )


def _telling(event: Event, date: HistoricalDate, cast: Cast) -> Telling:
    place = None if event.place is None else cast.places[event.place]
    return Telling(event.number, event.kind, date, event.actors, event.place, place)

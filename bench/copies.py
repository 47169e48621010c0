"""Many articles out of a few: their claims with other dates and other actors, by a fixed seed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.dates import HistoricalDate, Precision
from timeline.extraction.records import ActorRef, CandidateEvent, TimeExpression

SEED = 20211102
YEARS = 40
"""The claims of a copy are as many days off as fit into so many years."""
NAMESAKES = 50
"""Every actor stands for one of so many."""


def copies_of(claims: Sequence[Sequence[CandidateEvent]], articles: int) -> list[CandidateEvent]:
    """The claims of `articles` articles, made from those of the given ones in turn. The dates of an article are shifted
    together, and its actors changed together, so that what it reports hangs together as before."""
    chance = random.Random(SEED)
    told = [of_article for of_article in claims if of_article]
    return [claim for number in range(articles) for claim in _copy(told[number % len(told)], number, chance)]


def _copy(claims: Sequence[CandidateEvent], number: int, chance: random.Random) -> Iterator[CandidateEvent]:
    days, namesake = chance.randrange(YEARS * 365), chance.randrange(NAMESAKES)
    for claim in claims:
        yield replace(
            claim,
            document=f"{number:064x}",
            participants=tuple(replace(p, actor=_namesake(p.actor, namesake)) for p in claim.participants),
            time=_later(claim.time, days) if claim.time else None,
        )


def _namesake(actor: ActorRef, number: int) -> ActorRef:
    return replace(actor, key=f"{actor.key}-{number}", name=f"{actor.name} {number}")


def _later(time: TimeExpression, days: int) -> TimeExpression:
    return replace(time, date=_shifted(time.date, days)) if time.date else time


def _shifted(date: HistoricalDate, days: int) -> HistoricalDate:
    """As fine as before."""
    if date.precision is Precision.SET:
        return HistoricalDate.one_of(_shifted(option, days) for option in date.options)
    if date.precision is Precision.INTERVAL:
        start, end = (_shifted(end, days) if end else None for end in date.ends)
        return HistoricalDate.interval(start, end)
    assert date.earliest is not None, "a point has a first day"
    day = date.earliest.replace(year=date.earliest.year - YEARS) + dt.timedelta(days)
    if date.precision is Precision.DAY:
        return HistoricalDate.from_day(day)
    if date.precision is Precision.MONTH:
        return HistoricalDate.from_month(day.year, day.month)
    if date.precision is Precision.SEASON:
        return HistoricalDate.from_season(day.year, int(date.edtf[5:7]))
    return (
        HistoricalDate.from_decade(day.year // 10 * 10)
        if date.precision is Precision.DECADE
        else HistoricalDate.from_year(day.year)
    )

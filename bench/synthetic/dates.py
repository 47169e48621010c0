"""When things happened, from 1900 to 2025: mostly days, the more the nearer to our time, and every other precision."""

from __future__ import annotations

import datetime as dt
import random

from timeline.dates import HistoricalDate, Qualifier

FIRST_YEAR, LAST_YEAR = 1900, 2025

_SHARES = {
    "day": 740,
    "month": 80,
    "year": 40,
    "season": 10,
    "decade": 5,
    "interval": 80,
    "open": 15,
    "set": 15,
    "about": 15,
}


def any_date(chance: random.Random) -> HistoricalDate:
    day = _day(chance)
    (shape,) = chance.choices(list(_SHARES), weights=list(_SHARES.values()))
    match shape:
        case "day":
            return HistoricalDate.from_day(day)
        case "month":
            return HistoricalDate.from_month(day.year, day.month)
        case "year":
            return HistoricalDate.from_year(day.year)
        case "season":
            return HistoricalDate.from_season(day.year, chance.randint(21, 24))
        case "decade":
            return HistoricalDate.from_decade(day.year // 10 * 10)
        case "interval":
            return _interval(day, chance)
        case "open":
            start = HistoricalDate.from_day(day)
            return (
                HistoricalDate.interval(start, None) if chance.random() < 0.8 else HistoricalDate.interval(None, start)
            )
        case "set":
            days = [day + dt.timedelta(weeks=week) for week in range(chance.randint(2, 4))]
            return HistoricalDate.one_of(HistoricalDate.from_day(one) for one in days)
    return HistoricalDate.from_month(day.year, day.month).qualified(Qualifier.APPROXIMATE)


def told_otherwise(date: HistoricalDate, chance: random.Random) -> HistoricalDate:
    """What a second article says: the same, or sometimes another day, or the month alone."""
    draw = chance.random()
    if date.precision != "day" or date.earliest is None or draw < 0.8:
        return date
    if draw < 0.9:
        return HistoricalDate.from_month(date.earliest.year, date.earliest.month)
    return HistoricalDate.from_day(date.earliest + dt.timedelta(days=1))


def _day(chance: random.Random) -> dt.date:
    first, last = dt.date(FIRST_YEAR, 1, 1).toordinal(), dt.date(LAST_YEAR, 11, 30).toordinal()
    return dt.date.fromordinal(int(chance.triangular(first, last, last)))


def _interval(day: dt.date, chance: random.Random) -> HistoricalDate:
    if chance.random() < 0.25:
        return HistoricalDate.interval(
            HistoricalDate.from_year(day.year),
            HistoricalDate.from_year(min(day.year + chance.randint(1, 6), LAST_YEAR)),
        )
    end = day + dt.timedelta(days=chance.randint(1, 20))
    return HistoricalDate.interval(HistoricalDate.from_day(day), HistoricalDate.from_day(end))

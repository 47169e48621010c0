"""Counting in the calendar: days, months, years and weekdays from a date that may itself be a span or a set."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator

from timeline.dates import HistoricalDate, Precision, Qualifier

LAST, NEXT = "last", "next"
# How far the words « dernier » and « prochain » step from the period of the publication.
STEP = {LAST: -1, "": 0, NEXT: 1}


# The years that a calendar date can have.
FIRST_YEAR, LAST_YEAR = 1, 9999


def shift_days(date: HistoricalDate, count: int) -> HistoricalDate | None:
    """`count` days on from a day, from each day of a set, or from the near end of a range of days."""
    if date.precision is Precision.INTERVAL:
        near_end = date.ends[0] if count < 0 else date.ends[1]
        return shift_days(near_end, count) if near_end else None
    options = date.options
    if any(option.precision is not Precision.DAY for option in options):
        return None
    try:
        days = [first_day(option) + dt.timedelta(count) for option in options]
    except OverflowError:
        return None
    return HistoricalDate.one_of(HistoricalDate.from_day(day) for day in days)


def shift_months(date: HistoricalDate, count: int) -> HistoricalDate | None:
    """The month `count` months on from the month of `date`."""
    months = {(option.earliest.year, option.earliest.month) for option in date.options if option.earliest}
    if date.precision in (Precision.YEAR, Precision.DECADE, Precision.SEASON) or len(months) != 1:
        return None
    [(year, month)] = months
    ahead = year * 12 + month - 1 + count
    return HistoricalDate.from_month(ahead // 12, ahead % 12 + 1) if _in_calendar(ahead // 12) else None


def shift_years(date: HistoricalDate, count: int) -> HistoricalDate | None:
    """The year `count` years on from the year of `date`."""
    years = {option.earliest.year for option in date.options if option.earliest}
    year = years.pop() + count if len(years) == 1 else 0
    return HistoricalDate.from_year(year) if _in_calendar(year) else None


def _in_calendar(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def same_day_years_on(date: HistoricalDate, count: int) -> HistoricalDate | None:
    """The anniversary of a day."""
    if date.precision is not Precision.DAY:
        return None
    day = first_day(date)
    year = day.year + count
    if not _in_calendar(year):
        return None
    return HistoricalDate.from_day(day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1])))


def roughly(date: HistoricalDate) -> HistoricalDate:
    """A date that was counted with a round number: about that month or year, as no day is meant."""
    if date.precision is Precision.DAY:
        day = first_day(date)
        return HistoricalDate.from_month(day.year, day.month).qualified(Qualifier.APPROXIMATE)
    return date.qualified(Qualifier.APPROXIMATE)


def week_of(day: dt.date, weeks: int = 0) -> HistoricalDate:
    """The week of `day`, Monday to Sunday, `weeks` on."""
    monday = day - dt.timedelta(day.weekday()) + dt.timedelta(weeks=weeks)
    return HistoricalDate.interval(
        HistoricalDate.from_day(monday), HistoricalDate.from_day(monday + dt.timedelta(days=6))
    )


def weekday_from(reference: HistoricalDate, weekday: int, *, ahead: bool, nearby: str = "") -> HistoricalDate | None:
    """The Tuesday (2) that is meant on a day of publication; under a month, the set of those that it may be.

    With `nearby` the day itself does not count: « mardi dernier » on a Tuesday is a week ago. A bare weekday under
    a month is held to be one of that month.
    """
    if reference.precision is Precision.DAY:
        return HistoricalDate.from_day(_weekday_near(first_day(reference), weekday, ahead, nearby))
    if reference.precision is not Precision.MONTH:
        return None
    if nearby:
        days = {_weekday_near(day, weekday, ahead, nearby) for day in days_of(reference)}
    else:
        days = {day for day in days_of(reference) if day.isoweekday() == weekday}
    return HistoricalDate.one_of(HistoricalDate.from_day(day) for day in days)


def days_of(date: HistoricalDate) -> Iterator[dt.date]:
    assert date.earliest is not None, "only bounded dates have days"
    assert date.latest is not None, "only bounded dates have days"
    for offset in range((date.latest - date.earliest).days + 1):
        yield date.earliest + dt.timedelta(offset)


def first_day(date: HistoricalDate) -> dt.date:
    assert date.earliest is not None, "a point has a first day"
    return date.earliest


def _weekday_near(day: dt.date, weekday: int, ahead: bool, nearby: str) -> dt.date:
    if ahead:
        distance = (weekday - day.isoweekday()) % 7
        return day + dt.timedelta(distance or 7 if nearby else distance)
    distance = (day.isoweekday() - weekday) % 7
    return day - dt.timedelta(distance or 7 if nearby else distance)


def nth_weekday(year: int, month: int, weekday: int, rank: int) -> dt.date | None:
    """The `rank`th Tuesday (2) of a month, the last for -1; None where the month has not so many."""
    last = monthrange(year, month)[1]
    days = [day for day in range(1, last + 1) if dt.date(year, month, day).isoweekday() == weekday]
    position = rank - 1 if rank > 0 else rank
    return dt.date(year, month, days[position]) if position < len(days) else None

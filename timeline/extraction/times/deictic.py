"""Resolvers of dates counted from the time of writing: « hier », « mardi », « l'an dernier », "two years ago"."""

from __future__ import annotations

import datetime as dt

from timeline.dates import HistoricalDate, Precision, Qualifier
from timeline.extraction.records import Origin
from timeline.extraction.times.amounts import amount_of
from timeline.extraction.times.anchors import year_of
from timeline.extraction.times.counting import (
    STEP,
    first_day,
    roughly,
    same_day_years_on,
    shift_days,
    shift_months,
    shift_years,
    week_of,
)
from timeline.extraction.times.grammar import Match
from timeline.extraction.times.readings import Reading
from timeline.extraction.times.setting import Setting
from timeline.extraction.times.tenses import Direction
from timeline.extraction.times.timex import date_value, duration_value, week_value


def resolve_day_offset(match: Match, setting: Setting) -> Reading:
    """« hier »: under a month of publication, about that month."""
    offset = int(match.rule.settings["offset"])
    daypart = match.word("daypart")
    published = setting.published_base
    date = None
    if published is not None:
        date = shift_days(published.date, offset)
        if published.date.precision is Precision.MONTH:
            date = published.date.qualified(Qualifier.APPROXIMATE) if offset else published.date
    if date is None:
        return Reading(None, Origin.RELATIVE, None, "DATE", "PRESENT_REF" if offset == 0 else "XXXX-XX-XX")
    return Reading(date, Origin.RELATIVE, published, "TIME" if daypart else "DATE", date_value(date, daypart))


def resolve_deictic_period(match: Match, setting: Setting) -> Reading | None:
    """« le mois dernier », « cette année », « la fin de l'année »."""
    step = STEP[match.word("nearby")]
    unit = match.captures.get("unit", "")
    kind = match.words["unit"].get(unit, "WE" if "week" in unit else "W")
    base = setting.reference
    if base is None:
        return Reading(None, Origin.RELATIVE, None, "DATE", "XXXX")
    found = _period(str(kind), base.date, step)
    if found is None:
        return Reading(None, Origin.RELATIVE, None, "DATE", "XXXX")
    date, value = found
    return Reading(date, Origin.RELATIVE, base, "DATE", value)


def _period(kind: str, reference: HistoricalDate, step: int) -> tuple[HistoricalDate, str] | None:
    if kind in ("Y", "M"):
        date = shift_years(reference, step) if kind == "Y" else shift_months(reference, step)
        return (date, date_value(date)) if date else None
    if kind in ("Q", "B"):
        return _part_of_year(kind, reference, step)
    if kind in ("E", "C"):
        return _span_of_years(kind, reference, step)
    return _week(kind, reference, step)


def _week(kind: str, reference: HistoricalDate, step: int) -> tuple[HistoricalDate, str] | None:
    if reference.precision is Precision.MONTH:
        # Which week is not known: some time about that month.
        return reference.qualified(Qualifier.APPROXIMATE), f"{reference.edtf[:4]}-WXX"
    if reference.precision is not Precision.DAY:
        return None
    week = week_of(first_day(reference), step)
    value = week_value(first_day(week))
    if kind != "WE":
        return week, value
    saturday = first_day(week) + dt.timedelta(days=5)
    days = (HistoricalDate.from_day(saturday), HistoricalDate.from_day(saturday + dt.timedelta(days=1)))
    return HistoricalDate.interval(*days), f"{value}-WE"


def _span_of_years(kind: str, reference: HistoricalDate, step: int) -> tuple[HistoricalDate, str] | None:
    """« ce siècle », "this decade"."""
    year = year_of(reference)
    if year is None:
        return None
    if kind == "E":
        date = HistoricalDate.from_decade((year // 10 + step) * 10)
        return date, date_value(date)
    first = (year - 1) // 100 + step
    years = (HistoricalDate.from_year(first * 100 + extra) for extra in (1, 100))
    return HistoricalDate.interval(*years), f"{first:02}XX"


def _part_of_year(kind: str, reference: HistoricalDate, step: int) -> tuple[HistoricalDate, str] | None:
    if reference.precision not in (Precision.DAY, Precision.MONTH):
        return None
    length = 6 if kind == "B" else 3
    day = first_day(reference)
    position = (day.year * 12 + day.month - 1) // length + step
    first_month = position * length
    year, ordinal = first_month // 12, first_month % 12 // length + 1
    months = (HistoricalDate.from_month(year, first_month % 12 + extra) for extra in (1, length))
    return HistoricalDate.interval(*months), f"{year:04}-{'H' if kind == 'B' else 'Q'}{ordinal}"


def resolve_ago(match: Match, setting: Setting) -> Reading | None:
    """« il y a deux ans », as finely as the unit tells it."""
    return _counted_off(match, setting, -1)


def resolve_ahead(match: Match, setting: Setting) -> Reading | None:
    """« dans quatre mois »."""
    return _counted_off(match, setting, 1)


def resolve_ahead_if_planned(match: Match, setting: Setting) -> Reading | None:
    """ "They will meet in two weeks", against "he wrote it in two weeks"."""
    direction = setting.direction(match)
    if direction.is_ahead or direction is Direction.PRESENT:
        return _counted_off(match, setting, 1)
    return Reading(None, Origin.EXPLICIT, None, "DURATION", duration_value(amount_of(match), match.word("unit")))


def _counted_off(match: Match, setting: Setting, sign: int) -> Reading | None:
    amount, unit = amount_of(match), match.word("unit")
    base = setting.reference
    exactly = match.has("exactly")
    date = None
    if base is not None and amount is not None:
        date = count_from(base.date, sign * amount, unit, exactly=exactly)
        if date is not None and setting.within(match, "amount", "roughly"):
            date = roughly(date)
    if date is None:
        return Reading(None, Origin.RELATIVE, None, "DURATION", duration_value(amount, unit))
    return Reading(date, Origin.RELATIVE, base, "DATE", date_value(date))


def count_from(base: HistoricalDate, count: float, unit: str, *, exactly: bool) -> HistoricalDate | None:
    """`count` units on from `base`, as finely as the unit allows: years give a year, days a day."""
    if count != int(count):
        # Two years and a half are thirty months, and still give but a year.
        month = shift_months(base, round(count * 12)) if unit == "Y" else None
        return shift_years(month, 0) if month else None
    whole = int(count)
    if exactly and unit in ("Y", "E", "C"):
        return same_day_years_on(base, whole * _YEARS[unit])
    if unit in _DAYS:
        return shift_days(base, whole * _DAYS[unit])
    if unit in _MONTHS:
        return shift_months(base, whole * _MONTHS[unit])
    if unit in _YEARS and year_of(base) is not None:
        return shift_years(base, whole * _YEARS[unit])
    return None


_DAYS = {"D": 1, "W": 7, "F": 14}
_MONTHS = {"M": 1, "Q": 3, "B": 6}
_YEARS = {"Y": 1, "E": 10, "C": 100}

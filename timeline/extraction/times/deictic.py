"""Resolvers of dates counted from the time of writing: « hier », « mardi », « l'an dernier », "two years ago"."""

from __future__ import annotations

import datetime as dt

from timeline.dates import HistoricalDate, Precision, Qualifier
from timeline.extraction.records import Origin
from timeline.extraction.times.amounts import amount_of
from timeline.extraction.times.anchors import year_of
from timeline.extraction.times.calendar_dates import named_day
from timeline.extraction.times.counting import (
    LAST,
    NEXT,
    first_day,
    same_day_years_on,
    shift_days,
    shift_months,
    shift_years,
    week_of,
    weekday_from,
)
from timeline.extraction.times.grammar import Match
from timeline.extraction.times.readings import Base, Part, Reading
from timeline.extraction.times.setting import Setting
from timeline.extraction.times.tenses import Direction
from timeline.extraction.times.timex import date_value, duration_value, week_value

# How far from the publication a day without its month may be.
NEAR_DAYS = 45

_STEP = {LAST: -1, "": 0, NEXT: 1}


def resolve_day_offset(match: Match, setting: Setting) -> Reading:
    """« hier »: under a month of publication, about that month."""
    offset = int(match.rule.settings["offset"])
    daypart = match.word("daypart")
    published = _published(setting)
    date = None
    if published is not None:
        date = shift_days(published.date, offset)
        if published.date.precision is Precision.MONTH:
            date = published.date.qualified(Qualifier.APPROXIMATE) if offset else published.date
    if date is None:
        return Reading(None, Origin.RELATIVE, None, "DATE", "PRESENT_REF" if offset == 0 else "XXXX-XX-XX")
    return Reading(date, Origin.RELATIVE, published, "TIME" if daypart else "DATE", date_value(date, daypart))


def resolve_weekday(match: Match, setting: Setting) -> Reading:
    weekday, daypart = match.number("weekday"), match.word("daypart")
    assert weekday is not None, "the rule captures a weekday"
    timex_type = "TIME" if daypart else "DATE"
    published = _published(setting)
    nearby = match.word("nearby")
    dated = setting.stack.weekdays.get(weekday)
    if dated is not None and not nearby and _agrees(dated.date, match, setting):
        return Reading(dated.date, Origin.RELATIVE, dated, timex_type, date_value(dated.date, daypart))
    date = None
    if published is not None:
        date = weekday_from(published.date, weekday, ahead=_ahead(match, setting), nearby=nearby)
    if date is None:
        return Reading(None, Origin.RELATIVE, None, timex_type, f"XXXX-WXX-{weekday}")
    return Reading(date, Origin.RELATIVE, published, timex_type, date_value(date, daypart))


def _agrees(date: HistoricalDate, match: Match, setting: Setting) -> bool:
    """Whether the day lies on the side of the publication to which the clause looks."""
    published = setting.published
    if published is None or published.earliest is None or published.latest is None:
        return False
    direction = setting.direction(match)
    if direction is Direction.PAST:
        return first_day(date) <= published.latest
    return not direction.is_ahead or first_day(date) >= published.earliest


def _ahead(match: Match, setting: Setting) -> bool:
    nearby = match.word("nearby")
    if nearby:
        return nearby == NEXT
    direction = setting.direction(match)
    if direction is Direction.UNKNOWN and match.has("this"):
        return True
    return direction.is_ahead or direction is Direction.PRESENT


def resolve_weekday_of_week(match: Match, setting: Setting) -> Reading:
    """« mardi de la semaine dernière »."""
    weekday = match.number("weekday")
    assert weekday is not None, "the rule captures a weekday"
    published = _published(setting)
    if published is None or published.date.precision is not Precision.DAY:
        return Reading(None, Origin.RELATIVE, None, "DATE", f"XXXX-WXX-{weekday}")
    week = week_of(first_day(published.date), _STEP[match.word("nearby")])
    date = HistoricalDate.from_day(first_day(week) + dt.timedelta(days=weekday - 1))
    return Reading(date, Origin.RELATIVE, published, "DATE", date_value(date))


def resolve_weekday_range(match: Match, setting: Setting) -> Reading | None:
    """« de lundi à mercredi »: the second weekday is the first after the other."""
    first, last = match.number("weekday1"), match.number("weekday2")
    assert first is not None, "the rule captures both weekdays"
    assert last is not None, "the rule captures both weekdays"
    published = _published(setting)
    if published is None or published.date.precision is not Precision.DAY:
        return Reading(None, Origin.RELATIVE, None, "DATE", f"XXXX-WXX-{first}")
    start = weekday_from(published.date, first, ahead=setting.looks_ahead(match))
    end = weekday_from(start, last, ahead=True, nearby=NEXT) if start else None
    if start is None or end is None:
        return None
    parts = tuple(Part(*match.spans[name], date_value(date)) for name, date in (("weekday1", start), ("weekday2", end)))
    return Reading(HistoricalDate.interval(start, end), Origin.RELATIVE, published, "DATE", date_value(start), parts)


def resolve_weekday_and_day(match: Match, setting: Setting) -> Reading | None:
    """« lundi 12 »: the month nearest to the publication in which the 12th is a Monday."""
    weekday, day = match.number("weekday"), named_day(match, "")
    published = _published(setting)
    if published is None or published.date.precision is not Precision.DAY:
        return None
    today = first_day(published.date)
    near = (today + dt.timedelta(days=offset) for offset in sorted(range(-NEAR_DAYS, NEAR_DAYS + 1), key=abs))
    found = next((date for date in near if date.day == day and date.isoweekday() == weekday), None)
    if found is None:
        return None
    date = HistoricalDate.from_day(found)
    return Reading(date, Origin.INHERITED, published, "DATE", date_value(date))


def resolve_night_between(match: Match, setting: Setting) -> Reading | None:
    """« la nuit de mercredi à jeudi »: both days."""
    evening, morning = match.number("weekday1"), match.number("weekday2")
    published = _published(setting)
    assert evening is not None, "the rule captures both weekdays"
    assert morning is not None, "the rule captures both weekdays"
    if published is None or published.date.precision is not Precision.DAY or evening % 7 + 1 != morning:
        return None
    second = weekday_from(published.date, morning, ahead=setting.looks_ahead(match))
    first = shift_days(second, -1) if second else None
    if first is None or second is None:
        return None
    date = HistoricalDate.interval(first, second)
    return Reading(date, Origin.RELATIVE, published, "TIME", date_value(first, "NI"))


def resolve_deictic_period(match: Match, setting: Setting) -> Reading | None:
    """« le mois dernier », « cette année », « la fin de l'année »."""
    step = _STEP[match.word("nearby")]
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
    date = None
    if kind == "Y":
        date = shift_years(reference, step)
    elif kind == "M":
        date = shift_months(reference, step)
    elif kind in ("Q", "B"):
        return _part_of_year(kind, reference, step)
    elif reference.precision is Precision.DAY:
        return _week(kind, first_day(reference), step)
    return (date, date_value(date)) if date else None


def _week(kind: str, day: dt.date, step: int) -> tuple[HistoricalDate, str]:
    week = week_of(day, step)
    value = week_value(first_day(week))
    if kind != "WE":
        return week, value
    saturday = first_day(week) + dt.timedelta(days=5)
    days = (HistoricalDate.from_day(saturday), HistoricalDate.from_day(saturday + dt.timedelta(days=1)))
    return HistoricalDate.interval(*days), f"{value}-WE"


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


def _counted_off(match: Match, setting: Setting, sign: int) -> Reading | None:
    amount, unit = amount_of(match), match.word("unit")
    base = setting.reference
    exactly = match.has("exactly")
    date = None
    if base is not None and amount is not None:
        date = count_from(base.date, sign * amount, unit, exactly=exactly)
    if date is None:
        return Reading(None, Origin.RELATIVE, None, "DURATION", duration_value(amount, unit))
    return Reading(date, Origin.RELATIVE, base, "DATE", date_value(date))


def count_from(base: HistoricalDate, count: float, unit: str, *, exactly: bool) -> HistoricalDate | None:
    """`count` units on from `base`, as finely as the unit allows: years give a year, days a day."""
    if count != int(count):
        return None
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


def _published(setting: Setting) -> Base | None:
    """The publication, if the article gives it: a day cannot be counted from a bound that the text sets."""
    reference = setting.reference
    return reference if reference and reference.kind == "published" else None

"""Resolvers of dates counted from a date spoken of before: « la veille », « trois jours plus tard », "that year"."""

from __future__ import annotations

from timeline.dates import HistoricalDate, Precision
from timeline.extraction.records import Origin
from timeline.extraction.times.amounts import amount_of
from timeline.extraction.times.anchors import Spoken, year_of
from timeline.extraction.times.calendar_dates import named_partial
from timeline.extraction.times.counting import (
    LAST,
    NEXT,
    first_day,
    roughly,
    same_day_years_on,
    shift_days,
    shift_months,
    shift_years,
    week_of,
    weekday_from,
)
from timeline.extraction.times.deictic import count_from
from timeline.extraction.times.grammar import Match
from timeline.extraction.times.readings import Base, Reading
from timeline.extraction.times.setting import Setting
from timeline.extraction.times.tenses import Direction
from timeline.extraction.times.timex import date_value, duration_value, week_value

# Days within which a coming day is one that the article announces.
ANNOUNCED_SOON = 60

_ASIDE = frozenset({"day_before", "two_days_before"})


def resolve_next_to(match: Match, setting: Setting) -> Reading:
    """« la veille », « le même jour », « le lendemain »."""
    offset = int(match.rule.settings["offset"])
    # « le même jour » goes back to the story's day, past an aside such as « la veille, ils s'étaient parlé ».
    skip = _ASIDE if offset == 0 else frozenset()
    spoken = setting.stack.last_day(ahead=setting.looks_ahead(match), skip=skip)
    if spoken is None:
        return Reading(None, Origin.RELATIVE, None, "DATE", "XXXX-XX-XX")
    date = shift_days(spoken.date, offset) if offset else spoken.date
    if offset == 0 and date is not None and setting.direction(match) is Direction.PAST:
        spoken, date = _as_it_was(spoken, date, setting)
    daypart = match.word("daypart")
    timex_type = "TIME" if daypart else "DATE"
    return Reading(date, Origin.RELATIVE, spoken.as_base(), timex_type, date_value(date, daypart))


def _as_it_was(spoken: Spoken, date: HistoricalDate, setting: Setting) -> tuple[Spoken, HistoricalDate]:
    """« Nous ne referons pas le 5 septembre. Ce jour-là, un protocole avait été signé »: the day just spoken of as to
    come, in the last year in which it was past."""
    latest = setting.stack.last_day(ahead=True)
    published = setting.published
    if latest is None or published is None or not latest.ahead or latest.origin is not Origin.INHERITED:
        return spoken, date
    day, limit = latest.date.earliest, published.latest
    if setting.index - latest.sentence > 1 or day is None or limit is None:
        return spoken, date
    if (day - limit).days < ANNOUNCED_SOON:
        return spoken, date
    before = same_day_years_on(latest.date, -1)
    return (latest, before) if before and first_day(before) <= limit else (spoken, date)


def resolve_beside_event(match: Match, setting: Setting) -> Reading:
    """« mardi, au lendemain du vote »: the day named in the same sentence; the day of the vote itself is not known."""
    del match
    spoken = setting.stack.last_day(ahead=True)
    if spoken is None or spoken.sentence != setting.index:
        return Reading(None, Origin.RELATIVE, None, "DATE", "XXXX-XX-XX")
    return Reading(spoken.date, Origin.RELATIVE, spoken.as_base(), "DATE", date_value(spoken.date))


def resolve_same_period(match: Match, setting: Setting) -> Reading | None:
    """« la même année », « ce mois-là »."""
    return _of_spoken(match, setting, 0)


def resolve_neighbour_period(match: Match, setting: Setting) -> Reading | None:
    """« l'année suivante », « le mois précédent »."""
    return _of_spoken(match, setting, 1 if match.word("anaphor") == "following" else -1)


def _of_spoken(match: Match, setting: Setting, step: int) -> Reading | None:
    unit = match.word("unit")
    base = _base_for(unit, setting)
    if base is None:
        return None
    if unit == "W":
        return _week_of_spoken(base, step)
    date = shift_years(base.date, step) if unit == "Y" else shift_months(base.date, step)
    return Reading(date, Origin.RELATIVE, base, "DATE", date_value(date)) if date else None


def _week_of_spoken(base: Base, step: int) -> Reading | None:
    if base.date.precision is not Precision.DAY:
        return None
    week = week_of(first_day(base.date), step)
    return Reading(week, Origin.RELATIVE, base, "DATE", week_value(first_day(week)))


def _base_for(unit: str, setting: Setting) -> Base | None:
    last = {"W": setting.stack.last_full_day, "Y": setting.stack.last_in_year}.get(unit, setting.stack.last_in_month)
    spoken = last()
    return spoken.as_base() if spoken else setting.reference


def resolve_weekday_beside(match: Match, setting: Setting) -> Reading | None:
    """« le lundi suivant »: the next Monday after the day spoken of."""
    weekday = match.number("weekday")
    assert weekday is not None, "the rule captures a weekday"
    spoken = setting.stack.last_day(ahead=setting.looks_ahead(match))
    if spoken is None or spoken.date.precision is not Precision.DAY:
        return Reading(None, Origin.RELATIVE, None, "DATE", f"XXXX-WXX-{weekday}")
    ahead = match.word("anaphor") == "following"
    date = weekday_from(spoken.date, weekday, ahead=ahead, nearby=NEXT if ahead else LAST)
    return Reading(date, Origin.RELATIVE, spoken.as_base(), "DATE", date_value(date))


def resolve_point_beside(match: Match, setting: Setting) -> Reading | None:
    """« le 14 février suivant », "the following March": the first after the date spoken of."""
    partial, spoken = named_partial(match, ""), setting.stack.last_in_year()
    base = spoken.as_base() if spoken else setting.reference
    if partial is None or base is None or base.date.earliest is None or base.date.latest is None:
        return None
    if match.word("anaphor") == "following":
        after = (partial.in_year(base.date.latest.year + extra) for extra in range(9))
        date = next((date for date in after if date and first_day(date) > base.date.latest), None)
    else:
        before = (partial.in_year(base.date.earliest.year - extra) for extra in range(9))
        date = next((date for date in before if date and first_day(date) < base.date.earliest), None)
    return Reading(date, Origin.INHERITED, base, "DATE", date_value(date)) if date else None


def resolve_that_month(match: Match, setting: Setting) -> Reading | None:
    """« ce mois d'août-là », "that August": the one of the year spoken of."""
    month, season = match.number("month"), match.number("season")
    spoken = setting.stack.last_in_year()
    year = year_of(spoken.date) if spoken else None
    if spoken is None or year is None:
        return None
    if month is not None:
        date = HistoricalDate.from_month(year, month)
    else:
        assert season is not None, "the rule captures a month or a season"
        date = HistoricalDate.from_season(year, season)
    return Reading(date, Origin.INHERITED, spoken.as_base(), "DATE", date_value(date))


def resolve_same_time_last_year(match: Match, setting: Setting) -> Reading | None:
    """« le même mois, un an plus tôt », "the same month a year ago": twelve months before the month spoken of."""
    del match
    base = _base_for("M", setting)
    date = shift_months(base.date, -12) if base else None
    return Reading(date, Origin.RELATIVE, base, "DATE", date_value(date)) if date else None


def resolve_that_time(match: Match, setting: Setting) -> Reading | None:
    """« à ce moment-là »: the date last spoken of."""
    del match
    spoken = setting.stack.last()
    if spoken is None:
        return Reading(None, Origin.RELATIVE, None, "DATE", "PAST_REF")
    return Reading(spoken.date, Origin.RELATIVE, spoken.as_base(), "DATE", date_value(spoken.date))


def resolve_later(match: Match, setting: Setting) -> Reading | None:
    """« trois jours plus tard », « un an jour pour jour après »."""
    amount, unit = amount_of(match), match.word("unit")
    sign = -1 if match.number("way") == -1 else 1
    exactly = match.has("exactly")
    base = _counted_from(unit, exactly, match, setting)
    date = None
    if base is not None and amount is not None:
        date = count_from(base.date, sign * amount, unit, exactly=exactly)
        if date is not None and setting.within(match, "amount", "roughly"):
            date = roughly(date)
    if date is None:
        return Reading(None, Origin.RELATIVE, None, "DURATION", duration_value(amount, unit))
    return Reading(date, Origin.RELATIVE, base, "DATE", date_value(date))


def _counted_from(unit: str, exactly: bool, match: Match, setting: Setting) -> Base | None:
    stack = setting.stack
    if exactly:
        spoken = stack.last_full_day()
    elif unit in ("D", "W", "F"):
        spoken = stack.last_day(ahead=setting.looks_ahead(match))
    elif unit in ("M", "Q", "B"):
        spoken = stack.last_in_month()
    else:
        spoken = stack.last_in_year()
    return spoken.as_base() if spoken else None

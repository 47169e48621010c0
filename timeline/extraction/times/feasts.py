"""Feasts and days with a name of their own: fixed, counted from Easter, or the nth weekday of a month."""

from __future__ import annotations

import datetime as dt

from timeline.dates import HistoricalDate
from timeline.extraction.records import Origin
from timeline.extraction.times.calendar_dates import named_year, reading_of
from timeline.extraction.times.counting import first_day, nth_weekday
from timeline.extraction.times.grammar import Match
from timeline.extraction.times.readings import Reading
from timeline.extraction.times.setting import Setting
from timeline.extraction.times.timex import date_value
from timeline.extraction.times.years import Partial, give_year

# The lexicon writes a feast as `12-25`, `easter+39`, `nth:4:4:11` (the fourth Thursday of November), or, for a day of
# history, `2001-09-11`.
_MOVING = ("easter", "nth")


def resolve_holiday(match: Match, setting: Setting) -> Reading | None:
    rule, year = match.word("holiday"), named_year(match, "")
    if len(rule) == len("2001-09-11") and rule[0].isdigit():
        return _explicit(dt.date.fromisoformat(rule))
    if year is not None:
        return _explicit(feast_day(rule, year))
    if not rule.startswith(_MOVING):
        return reading_of(give_year(Partial(rule, None, match.word("nearby")), match, setting), f"XXXX-{rule}")
    if setting.published is None:
        return Reading(None, Origin.INHERITED, None, "DATE", "XXXX-XX-XX")
    # The month of this year's feast finds the year, as the day moves with it.
    this_year = feast_day(rule, first_day(setting.published).year)
    dated = give_year(Partial(f"{this_year.month:02}", None, match.word("nearby")), match, setting)
    if dated is None:
        return None
    date = HistoricalDate.from_day(feast_day(rule, first_day(dated.date).year))
    return Reading(date, dated.origin, dated.base, "DATE", date_value(date))


def _explicit(day: dt.date) -> Reading:
    date = HistoricalDate.from_day(day)
    return Reading(date, Origin.EXPLICIT, None, "DATE", date_value(date))


def feast_day(rule: str, year: int) -> dt.date:
    if rule.startswith("easter"):
        return easter(year) + dt.timedelta(days=int(rule.removeprefix("easter")))
    if rule.startswith("nth"):
        rank, weekday, month = map(int, rule.split(":")[1:])
        found = nth_weekday(year, month, weekday, rank)
        assert found is not None, "every month has four Mondays, and a last one"
        return found
    month, day = map(int, rule.split("-"))
    return dt.date(year, month, day)


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    offset = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * offset) // 451
    month, day = divmod(h + offset - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)

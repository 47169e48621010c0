"""Resolvers of days of the week and weekends: « mardi », « lundi 12 », « de lundi à mercredi », "this weekend"."""

from __future__ import annotations

import datetime as dt

from timeline.dates import HistoricalDate, Precision, Qualifier
from timeline.extraction.records import Origin
from timeline.extraction.times.anchors import year_of
from timeline.extraction.times.calendar_dates import named_day, named_year
from timeline.extraction.times.counting import (
    LAST,
    NEXT,
    STEP,
    days_of,
    first_day,
    nth_weekday,
    shift_days,
    shift_months,
    week_of,
    weekday_from,
)
from timeline.extraction.times.grammar import Match
from timeline.extraction.times.readings import Base, Part, Reading
from timeline.extraction.times.setting import Setting
from timeline.extraction.times.tenses import Direction
from timeline.extraction.times.timex import date_value, week_value
from timeline.extraction.times.years import Partial, give_year

# How far from the publication a day without its month may be.
NEAR_DAYS = 45
# How many sentences on a day without its month may be of the month spoken of.
MONTH_REACH = 1


def resolve_weekday(match: Match, setting: Setting) -> Reading:
    weekday, daypart = match.number("weekday"), match.word("daypart")
    assert weekday is not None, "the rule captures a weekday"
    timex_type = "TIME" if daypart else "DATE"
    published = setting.published_base
    nearby = match.word("nearby")
    dated = setting.stack.weekdays.get(weekday)
    if dated is not None and not nearby and _agrees(dated.date, match, setting):
        return Reading(dated.date, Origin.RELATIVE, dated, timex_type, date_value(dated.date, daypart))
    date = None
    if published is not None:
        date = _after_the_one_before(match, setting)
        date = date or weekday_from(published.date, weekday, ahead=_ahead(match, setting), nearby=nearby)
    if date is None:
        return Reading(None, Origin.RELATIVE, None, timex_type, f"XXXX-WXX-{weekday}")
    return Reading(date, Origin.RELATIVE, published, timex_type, date_value(date, daypart))


def _after_the_one_before(match: Match, setting: Setting) -> HistoricalDate | None:
    """ "Next Tuesday and Thursday": in a list of days to come, each is counted from the one before."""
    weekday, published, before = match.number("weekday"), setting.published, setting.stack.last()
    previous = setting.joined_from(match)
    if weekday is None or previous is None or before is None or published is None or match.has("nearby"):
        return None
    if before.rule != match.rule.name or before.sentence != setting.index or not previous.has("weekday"):
        return None
    if before.date.precision is not Precision.DAY or published.latest is None:
        return None
    if first_day(before.date) <= published.latest:
        return None
    return weekday_from(before.date, weekday, ahead=True, nearby=NEXT)


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
    published = setting.published_base
    if published is None or published.date.precision not in (Precision.DAY, Precision.MONTH):
        return Reading(None, Origin.RELATIVE, None, "DATE", f"XXXX-WXX-{weekday}")
    weeks = (week_of(day, STEP[match.word("nearby")]) for day in days_of(published.date))
    date = HistoricalDate.one_of(_day_on(first_day(week), weekday - 1) for week in weeks)
    return Reading(date, Origin.RELATIVE, published, "DATE", date_value(date))


def resolve_weekday_of_month(match: Match, setting: Setting) -> Reading | None:
    """ "The first Sunday in May 2011", « le dernier vendredi de novembre »."""
    weekday, rank, month = match.number("weekday"), match.number("rank"), match.number("month")
    if month is None and match.text.endswith(("month", "mois")):
        return _weekday_of_near_month(match, setting)
    assert weekday is not None, "the rule captures a weekday"
    assert rank is not None, "the rule captures its rank"
    if month is None:
        return Reading(None, Origin.EXPLICIT, None, "DATE", f"XXXX-WXX-{weekday}")
    year, dated = named_year(match, ""), None
    if year is None:
        dated = give_year(Partial(f"{month:02}", None, "", match.word("year_of")), match, setting)
        year = first_day(dated.date).year if dated else None
    day = nth_weekday(year, month, weekday, rank) if year is not None else None
    if day is None:
        return None
    date = HistoricalDate.from_day(day)
    origin, base = (dated.origin, dated.base) if dated else (Origin.EXPLICIT, None)
    return Reading(date, origin, base, "DATE", date_value(date))


def _weekday_of_near_month(match: Match, setting: Setting) -> Reading | None:
    """ "The first Monday of next month"."""
    weekday, rank, published = match.number("weekday"), match.number("rank"), setting.published_base
    month = shift_months(published.date, STEP[match.word("nearby")]) if published else None
    if weekday is None or rank is None or month is None:
        return None
    found = nth_weekday(first_day(month).year, first_day(month).month, weekday, rank)
    if found is None:
        return None
    date = HistoricalDate.from_day(found)
    return Reading(date, Origin.RELATIVE, published, "DATE", date_value(date))


def resolve_weekday_range(match: Match, setting: Setting) -> Reading | None:
    """« de lundi à mercredi », « samedi et dimanche »: the second weekday is the first after the other."""
    first, last = match.number("weekday1"), match.number("weekday2")
    assert first is not None, "the rule captures both weekdays"
    assert last is not None, "the rule captures both weekdays"
    published = setting.published_base
    if published is None or published.date.precision is not Precision.DAY:
        return _some_time_in(published, f"XXXX-WXX-{first}")
    start = weekday_from(published.date, first, ahead=_ahead(match, setting))
    end = weekday_from(start, last, ahead=True, nearby=NEXT) if start else None
    if start is None or end is None:
        return None
    parts = tuple(
        Part(*match.spans[name], date_value(date), date) for name, date in (("weekday1", start), ("weekday2", end))
    )
    return Reading(HistoricalDate.interval(start, end), Origin.RELATIVE, published, "DATE", date_value(start), parts)


def resolve_weekday_and_day(match: Match, setting: Setting) -> Reading | None:
    """« lundi 12 »: the month nearest to the publication in which the 12th is a Monday."""
    weekday, day = match.number("weekday"), named_day(match, "")
    published = setting.published
    if published is None or published.earliest is None or published.latest is None or year_of(published) is None:
        return None
    if published.precision is Precision.YEAR:
        return None
    span = (published.latest - published.earliest).days
    offsets = sorted(range(-NEAR_DAYS, span + NEAR_DAYS + 1), key=lambda offset: max(-offset, offset - span, 0))
    near = (published.earliest + dt.timedelta(days=offset) for offset in offsets)
    found = next((date for date in near if date.day == day and date.isoweekday() == weekday), None)
    if found is None:
        return None
    date = HistoricalDate.from_day(found)
    return Reading(date, Origin.INHERITED, setting.published_base, "DATE", date_value(date))


def resolve_day_of_month(match: Match, setting: Setting) -> Reading | None:
    """« puis le 28 », "on the 25th": of the month spoken of, or else near the publication as the clause looks."""
    day = named_day(match, "")
    spoken = setting.stack.last_day(ahead=True)
    of_this_month = match.text.endswith(("mois", "courant"))
    near = spoken is not None and setting.index - spoken.sentence <= MONTH_REACH
    if spoken and near and not of_this_month and spoken.ahead == setting.looks_ahead(match):
        base: Base | None = spoken.as_base()
        first, ahead = spoken.date.latest, True
    else:
        base = setting.published_base
        first, ahead = (base.date.latest, setting.looks_ahead(match)) if base else (None, False)
    if first is None or base is None or base.date.precision is Precision.YEAR:
        return None
    offsets = range(1, NEAR_DAYS) if ahead else range(0, -NEAR_DAYS, -1)
    found = next((near for near in (first + dt.timedelta(offset) for offset in offsets) if near.day == day), None)
    if found is None:
        return None
    date = HistoricalDate.from_day(found)
    daypart = match.word("daypart")
    return Reading(date, Origin.INHERITED, base, "TIME" if daypart else "DATE", date_value(date, daypart))


def resolve_night_between(match: Match, setting: Setting) -> Reading | None:
    """« la nuit de mercredi à jeudi »: both days."""
    evening, morning = match.number("weekday1"), match.number("weekday2")
    published = setting.published_base
    assert evening is not None, "the rule captures both weekdays"
    assert morning is not None, "the rule captures both weekdays"
    if evening % 7 + 1 != morning:
        return None
    if published is None or published.date.precision is not Precision.DAY:
        return _some_time_in(published, f"XXXX-WXX-{evening}TNI", "TIME")
    second = weekday_from(published.date, morning, ahead=setting.looks_ahead(match))
    first = shift_days(second, -1) if second else None
    if first is None or second is None:
        return None
    date = HistoricalDate.interval(first, second)
    return Reading(date, Origin.RELATIVE, published, "TIME", date_value(first, "NI"))


def resolve_overnight(match: Match, setting: Setting) -> Reading:
    """ "Overnight": between the day before the publication and that day."""
    del match
    published = setting.published_base
    if published is None or published.date.precision is not Precision.DAY:
        return _some_time_in(published, "XXXX-XX-XXTNI", "TIME")
    eve = shift_days(published.date, -1)
    date = HistoricalDate.interval(eve, published.date) if eve else published.date
    return Reading(date, Origin.RELATIVE, published, "TIME", date_value(published.date, "NI"))


def resolve_weekend(match: Match, setting: Setting) -> Reading:
    """« ce week-end »: the one just over or under way, or the one to come, as the clause looks."""
    published = setting.published_base
    if published is None or published.date.precision is not Precision.DAY:
        return _some_time_in(published, "XXXX-WXX-WE")
    day = first_day(published.date)
    under_way = day.isoweekday() >= _SATURDAY
    nearby = match.word("nearby")
    if nearby == LAST or (not nearby and not under_way and _looks_back_on_weekend(match, setting)):
        weeks = -1
    else:
        weeks = 1 if nearby == NEXT and under_way else 0
    monday = first_day(week_of(day, weeks))
    date = HistoricalDate.interval(_day_on(monday, 5), _day_on(monday, 6))
    return Reading(date, Origin.RELATIVE, published, "DATE", f"{week_value(monday)}-WE")


_SATURDAY = 6


def _looks_back_on_weekend(match: Match, setting: Setting) -> bool:
    direction = setting.direction(match)
    return direction is Direction.PAST or (direction is Direction.UNKNOWN and not match.has("this"))


def _some_time_in(published: Base | None, value: str, timex_type: str = "DATE") -> Reading:
    """Under a month of publication: some time about that month."""
    if published is None or published.date.precision is not Precision.MONTH:
        return Reading(None, Origin.RELATIVE, None, timex_type, value)
    date = published.date.qualified(Qualifier.APPROXIMATE)
    return Reading(date, Origin.RELATIVE, published, timex_type, value)


def _day_on(day: dt.date, days: int) -> HistoricalDate:
    return HistoricalDate.from_day(day + dt.timedelta(days))

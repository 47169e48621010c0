"""Resolvers of times of day: « 18 h 30 », "10 a.m. on Friday", « dans la soirée ».

They are of the day that is named with them, or spoken of just before. Only a day that is named gives a date.
"""

from __future__ import annotations

from timeline.dates import HistoricalDate, Precision
from timeline.extraction.records import Origin
from timeline.extraction.times.calendar_dates import read_point
from timeline.extraction.times.counting import shift_days
from timeline.extraction.times.grammar import Match
from timeline.extraction.times.readings import Reading
from timeline.extraction.times.setting import Setting
from timeline.extraction.times.timex import date_value
from timeline.extraction.times.weekday_dates import resolve_weekday

# How many sentences on a time of day is still of the day spoken of.
REACH = 2

_OFFSETS = {"today": 0, "yesterday": -1}


def resolve_clock(match: Match, setting: Setting) -> Reading:
    time = _time_of_day(match)
    named = _named_day(match, setting)
    if named is not None:
        value = f"{date_value(named.date)}T{time}" if named.date else f"{named.timex_value}T{time}"
        return Reading(named.date, named.origin, named.base, "TIME", value)
    day = _day_after_it(match, setting) or _day_in_mind(setting)
    return Reading(None, Origin.EXPLICIT, None, "TIME", f"{day.edtf if day else 'XXXX-XX-XX'}T{time}")


def _time_of_day(match: Match) -> str:
    hour = match.number("hour_word")
    if hour is None:
        hour = int(match.captures["hour"])
    minute = int(match.captures.get("minute", "0"))
    half_day = match.captures.get("half_day", "")
    if half_day.startswith("p") and hour < 12:
        hour += 12
    elif half_day.startswith("a") and hour == 12:
        hour = 0
    zone = "Z" if match.has("zone") else ""
    return f"{hour % 24:02}:{minute:02}{zone}"


def _named_day(match: Match, setting: Setting) -> Reading | None:
    if match.has("weekday"):
        return resolve_weekday(match, setting)
    offset = next((offset for name, offset in _OFFSETS.items() if match.has(name)), None)
    published = setting.published_base
    if offset is None or published is None:
        return None
    date = shift_days(published.date, offset)
    return Reading(date, Origin.RELATIVE, published) if date else None


def _day_after_it(match: Match, setting: Setting) -> HistoricalDate | None:
    """ "2:20 a.m. on April 15, 1912"."""
    following = setting.match_after(match)
    if following is None or not following.has("day") or not following.has("month"):
        return None
    if setting.folded[match.end : following.start].strip(" ,") not in ("", "on", "le"):
        return None
    reading = read_point(following, setting, "")
    return reading.date if reading and reading.date and reading.date.precision is Precision.DAY else None


def resolve_part_of_day(match: Match, setting: Setting) -> Reading:
    """« dans la soirée », « à l'aube »: of the day spoken of."""
    day = _day_in_mind(setting)
    return Reading(None, Origin.RELATIVE, None, "TIME", date_value(day, match.word("daypart")))


def _day_in_mind(setting: Setting) -> HistoricalDate | None:
    """The day spoken of just before, or else that of the publication."""
    spoken = setting.stack.last_day(ahead=True)
    near = spoken is not None and setting.index - spoken.sentence <= REACH
    day = spoken.date if spoken and near else setting.published
    return day if day and day.precision is Precision.DAY else None

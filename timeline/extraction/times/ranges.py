"""Resolvers of ranges and lists: each end takes from the other what it leaves unsaid."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from timeline.dates import HistoricalDate, InvalidDate
from timeline.extraction.records import Origin
from timeline.extraction.times.calendar_dates import named_day, named_partial, named_year, read_point
from timeline.extraction.times.counting import first_day
from timeline.extraction.times.grammar import Match
from timeline.extraction.times.readings import Part, Reading
from timeline.extraction.times.setting import Setting
from timeline.extraction.times.timex import date_value
from timeline.extraction.times.years import Partial

LEFT, RIGHT = "1", "2"


def resolve_range(match: Match, setting: Setting) -> Reading | None:
    """« du 19 au 21 novembre 1985 »: the right end is read as a date of its own, the left one completed from it."""
    if match.has("day1") and not match.has("month1") and not match.has("day2"):
        return None
    if match.has("year2") and not match.has("month2") and setting.after(match, "counted"):
        return None
    right = _short_end(match) or read_point(match, setting, RIGHT)
    if right is None or right.date is None:
        return None
    left = _left_end(match, right.date)
    if left is None:
        return None
    try:
        date = HistoricalDate.interval(left, right.date)
    except InvalidDate:
        return None
    return Reading(date, right.origin, right.base, "DATE", date_value(left), _parts(match, left, right.date))


def resolve_pair(match: Match, setting: Setting) -> Reading | None:
    """« les 2 et 3 novembre » and « en 2011 et 2012 » are one span; « en 1967 et 1973 » are two dates."""
    reading = resolve_range(match, setting)
    if reading is None or match.has("day3"):
        return reading
    left, right = (part.date for part in reading.parts)
    assert left.latest is not None, "a part of a pair is bounded"
    return replace(reading, apart=first_day(right) - left.latest != dt.timedelta(days=1))


def resolve_either(match: Match, setting: Setting) -> Reading | None:
    """« en avril ou mai 2020 »: one of the two."""
    right = read_point(match, setting, RIGHT)
    left = _left_end(match, right.date) if right and right.date else None
    if right is None or right.date is None or left is None:
        return None
    date = HistoricalDate.one_of((left, right.date))
    return Reading(date, right.origin, right.base, "DATE", date_value(left), _parts(match, left, right.date))


def _short_end(match: Match) -> Reading | None:
    """« 1914-18 »: the end takes its century from the start."""
    start = named_year(match, LEFT)
    if start is None or not match.has("short_end"):
        return None
    date = HistoricalDate.from_year(start // 100 * 100 + int(match.captures["short_end"]))
    return Reading(date, Origin.EXPLICIT, None, "DATE", date_value(date))


def _left_end(match: Match, right: HistoricalDate) -> HistoricalDate | None:
    year = named_year(match, LEFT)
    if year is not None:
        partial = named_partial(match, LEFT)
        return partial.in_year(year) if partial else HistoricalDate.from_year(year)
    last = first_day(right)
    month = match.number("month1") or last.month
    day = named_day(match, LEFT)
    if day is None and not match.has("month1"):
        return None
    partial = Partial(f"{month:02}" if day is None else f"{month:02}-{day:02}")
    left = partial.in_year(last.year)
    if left is not None and first_day(left) > last:
        # « du 28 décembre au 3 janvier 2015 » begins in the year before.
        left = partial.in_year(last.year - 1) if match.has("month1") else None
    return left


def _parts(match: Match, left: HistoricalDate, right: HistoricalDate) -> tuple[Part, Part]:
    """The words of either end. "April 5-6" names the month with the left one."""
    names = ("weekday", "day", "month", "year", "short_year", "year_of", "edge")
    of_left = [match.spans[name + LEFT] for name in names if name + LEFT in match.spans]
    last_of_left = max(end for _, end in of_left)
    of_right = [match.spans[name + RIGHT] for name in (*names, "nearby") if name + RIGHT in match.spans]
    if match.has("short_end"):
        of_right = [match.spans["short_end"]]
    before, after = _split(of_right, last_of_left)
    return (
        Part(min(start for start, _ in of_left + before), last_of_left, date_value(left), left),
        Part(min(start for start, _ in after), max(end for _, end in after), date_value(right), right),
    )


def _split(spans: list[tuple[int, int]], position: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    return [span for span in spans if span[0] < position], [span for span in spans if span[0] >= position]

"""Whether a predicted date is the annotated one, exactly or nearly.

It reads more of EDTF than the extractor writes (`19XX`, `2021-XX`, quarters), so it does not build on its date value:
the scorer must take what annotators write.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from timeline.dates import HistoricalDate, InvalidDate


class Level(IntEnum):
    """How fine a date is; each step is one level."""

    CENTURY = 0
    DECADE = 1
    YEAR = 2
    MONTH = 3
    DAY = 4


@dataclass(frozen=True, slots=True)
class DaySpan:
    """The first and the last day of a date, both included."""

    first: dt.date
    last: dt.date
    level: Level


_YEARLESS = re.compile(r"XXXX(-\d\d-\d\d)")

DateRule = Callable[[str, Iterable[str]], bool]
"""Whether a predicted date fits one of the accepted ones."""

# EDTF codes: seasons, seasons of the northern hemisphere, quarters, quadrimesters, semesters → first and last month.
# A winter counts by its December alone: annotators mean either end of the year by it.
_PARTS_OF_YEAR = (
    {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 12)}
    | {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
    | {37: (1, 4), 38: (5, 8), 39: (9, 12)}
    | {40: (1, 6), 41: (7, 12)}
)

# The longest that an interval may be, in days, to count as fine as its level.
_LONGEST = ((10, Level.DAY), (100, Level.MONTH), (800, Level.YEAR), (3700, Level.DECADE))


def is_strictly(predicted: str, accepted: Iterable[str]) -> bool:
    """Whether the date equals an accepted one; marks of doubt and times of day do not count."""
    plain = _plain(predicted)
    return bool(plain) and any(plain == _plain(date) for date in accepted)


def is_loosely(predicted: str, accepted: Iterable[str]) -> bool:
    """Whether the date shares a day with an accepted one and is not coarser than it by more than one level."""
    dates = tuple(accepted)
    return is_strictly(predicted, dates) or any(_is_near(_plain(predicted), _plain(date)) for date in dates)


def is_date(edtf: str) -> bool:
    """Whether it is a date that this module, or the extractor, can read: of the calendar, an interval in its order."""
    plain = _plain(edtf)
    try:
        HistoricalDate.parse(edtf)
    except InvalidDate:
        if yearless := _YEARLESS.fullmatch(plain):
            return _point(f"2000{yearless[1]}") is not None  # A leap year.
        start, slash, end = plain.partition("/")
        return _is_interval(start, end) if slash else _point(plain) is not None
    return True


def _is_interval(start: str, end: str) -> bool:
    first, last = _point(start), _point(end)
    if first is None or last is None:
        return ".." in (start, end) and (first or last) is not None
    return first.first <= last.first and first.last <= last.last


def _is_near(predicted: str, accepted: str) -> bool:
    yearless = _YEARLESS.fullmatch(accepted)
    if yearless and predicted.endswith(yearless[1]):
        return True
    mine, theirs = _span(predicted), _span(accepted)
    if mine is None or theirs is None:
        return False
    return mine.first <= theirs.last and theirs.first <= mine.last and theirs.level - mine.level <= 1


def _plain(edtf: str) -> str:
    """Without marks of doubt and time of day, in one notation."""
    text = re.sub(r"[~?%]", "", edtf.strip())
    text = re.sub(r"(\d)T[\d:.Z+-]+", r"\1", text)
    text = re.sub(r"^(\d{3})[xXuU](?=$|/|-)", r"\1X", text)
    text = text.replace("/open", "/..").replace("/unknown", "/..")
    return re.sub(r"/$", "/..", text)


@lru_cache(maxsize=4096)
def _span(plain: str) -> DaySpan | None:
    """None for what has no bounds, such as a set of days. An open interval is compared by the end that it has."""
    if "/" not in plain:
        return _point(plain)
    start, _, end = plain.partition("/")
    first, last = _point(start), _point(end)
    if first is None or last is None:
        return first or last
    if last.last < first.first:
        first, last = last, first
    return DaySpan(first.first, last.last, _level_of_interval(first, last))


def _level_of_interval(first: DaySpan, last: DaySpan) -> Level:
    """By its length, but at most one level coarser than its ends: 1998/2001 is no century."""
    days = (last.last - first.first).days + 1
    by_length = next((level for longest, level in _LONGEST if days <= longest), Level.CENTURY)
    ends = min(first.level, last.level)
    return max(by_length, Level(ends - 1)) if by_length < ends else by_length


def _point(text: str) -> DaySpan | None:
    try:
        return next((read(*match.groups()) for pattern, read in _POINTS if (match := pattern.fullmatch(text))), None)
    except ValueError:
        return None  # 31 February, year 0


def _day(year: str, month: str, day: str) -> DaySpan:
    date = dt.date(int(year), int(month), int(day))
    return DaySpan(date, date, Level.DAY)


def _part_of_year(year: str, number: str) -> DaySpan | None:
    code = int(number)
    first, last = (code, code) if 1 <= code <= 12 else _PARTS_OF_YEAR.get(code, (0, 0))
    return _months(int(year), first, last, Level.MONTH) if first else None


def _year(year: str) -> DaySpan:
    return _months(int(year), 1, 12, Level.YEAR)


def _decade(digits: str) -> DaySpan:
    year = int(digits) * 10
    return DaySpan(dt.date(year, 1, 1), dt.date(year + 9, 12, 31), Level.DECADE)


def _century(digits: str) -> DaySpan:
    year = int(digits) * 100
    return DaySpan(dt.date(year or 1, 1, 1), dt.date(year + 99, 12, 31), Level.CENTURY)


def _months(year: int, first: int, last: int, level: Level) -> DaySpan:
    return DaySpan(dt.date(year, first, 1), dt.date(year, last, monthrange(year, last)[1]), level)


_POINTS: tuple[tuple[re.Pattern[str], Callable[..., DaySpan | None]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), _day),
    (re.compile(r"(\d{4})-(\d\d)(?:-XX)?"), _part_of_year),
    (re.compile(r"(\d{4})(?:-XX){0,2}"), _year),
    (re.compile(r"(\d{3})X"), _decade),
    (re.compile(r"(\d\d)XX"), _century),
)

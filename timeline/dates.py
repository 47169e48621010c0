"""The date value: what a source lets us know about a day, and no more.

One immutable value carries a date through extraction, database, pages and exports. It is written in EDTF
(ISO 8601-2:2019) level 1, plus `[a,b,…]` ("one of a set") of level 2, and knows the first and the last day on which
it may fall. Nothing in this module reads the clock or imports Django.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton


class Precision(StrEnum):
    """How finely a date is known; an interval and a set are kinds of their own."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    INTERVAL = "interval"
    SET = "set"


class Qualifier(StrEnum):
    """The EDTF marks of doubt."""

    NONE = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"


class InvalidDate(ValueError):
    """The text is not a date in the part of EDTF that this project writes."""


# EDTF season codes 21 to 24. Meteorological seasons of the northern hemisphere: (first month, last month);
# winter runs on into the following year.
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?|(?P<decade>\d{3})X")


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date as far as it is known.

    `edtf` is the value itself. `earliest` and `latest` are the first and last possible day, both included;
    None means that this end is open. Build one with the named constructors or `parse`, which keep the fields in step.
    """

    edtf: str
    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision
    qualifier: Qualifier = Qualifier.NONE

    # -- making one -------------------------------------------------------------------------------------------------

    @classmethod
    def parse(cls, edtf: str) -> HistoricalDate:
        """Read EDTF text such as `2021-11-02`, `2013-12~`, `2005/2008`, `2018/..`, `197X` or `[2021-11-02,2021-11-09]`.

        Raises InvalidDate, which names the text, on anything else.
        """
        return _parse(edtf)

    @classmethod
    def from_day(cls, day: dt.date) -> HistoricalDate:
        return cls(day.isoformat(), day, day, Precision.DAY)

    @classmethod
    def from_month(cls, year: int, month: int) -> HistoricalDate:
        return _parse(f"{year:04}-{month:02}")

    @classmethod
    def from_year(cls, year: int) -> HistoricalDate:
        return _parse(f"{year:04}")

    @classmethod
    def from_season(cls, year: int, season: int) -> HistoricalDate:
        """`season` is an EDTF code: 21 spring, 22 summer, 23 autumn, 24 winter (the winter that begins in `year`)."""
        return _parse(f"{year:04}-{season}")

    @classmethod
    def from_decade(cls, first_year: int) -> HistoricalDate:
        return _parse(f"{first_year // 10:03}X")

    @classmethod
    def interval(cls, start: HistoricalDate | None, end: HistoricalDate | None) -> HistoricalDate:
        """From `start` to `end`; None leaves that end open."""
        return _parse(f"{start.edtf if start else '..'}/{end.edtf if end else '..'}")

    @classmethod
    def one_of(cls, days: Iterable[HistoricalDate]) -> HistoricalDate:
        """One of several dates, not known which. A single one is itself."""
        distinct = sorted(set(days), key=lambda date: date.sort_key)
        if len(distinct) == 1:
            return distinct[0]
        return _parse("[" + ",".join(date.edtf for date in distinct) + "]")

    def qualified(self, qualifier: Qualifier) -> HistoricalDate:
        """The same date marked as approximate or uncertain. Intervals and sets carry no mark of their own."""
        if self.precision in (Precision.INTERVAL, Precision.SET):
            return self
        return _parse(self.edtf.rstrip("~?") + qualifier)

    # -- asking it --------------------------------------------------------------------------------------------------

    def __str__(self) -> str:
        return self.edtf

    @property
    def sort_key(self) -> tuple[dt.date, int]:
        """By first possible day, the widest first: a year heads its year. A date without start stands at its end."""
        first = self.earliest or self.latest or dt.date.max
        last = self.latest or dt.date.max
        return first, -(last - first).days

    @property
    def options(self) -> tuple[HistoricalDate, ...]:
        """The members of a set, or the date itself."""
        if self.precision is Precision.SET:
            return tuple(_parse(part) for part in self.edtf[1:-1].split(","))
        return (self,)

    @property
    def ends(self) -> tuple[HistoricalDate | None, HistoricalDate | None]:
        """The start and end of an interval (None where open); the date itself twice for all others."""
        if self.precision is Precision.INTERVAL:
            start, end = (None if part == ".." else _parse(part) for part in self.edtf.split("/"))
            return start, end
        return self, self

    @property
    def is_bounded(self) -> bool:
        return self.earliest is not None and self.latest is not None

    def possibly_within(self, other: HistoricalDate) -> bool:
        """Whether the two spans share a day."""
        if self.precision is Precision.SET or other.precision is Precision.SET:
            return any(_spans_meet(mine, theirs) for mine in self.options for theirs in other.options)
        return _spans_meet(self, other)

    def certainly_within(self, other: HistoricalDate) -> bool:
        """Whether every day that this date may mean lies in the other's span."""
        starts = other.earliest is None or (self.earliest is not None and self.earliest >= other.earliest)
        ends = other.latest is None or (self.latest is not None and self.latest <= other.latest)
        return starts and ends

    def narrowed_by(self, other: HistoricalDate) -> HistoricalDate | None:
        """What both dates together say of one happening: the finer of the two, or None where they contradict.

        A set keeps the members that the other allows: "one of five Tuesdays" and "in the first half of November"
        leave two Tuesdays.
        """
        if not self.possibly_within(other):
            return None
        if self.precision is Precision.SET:
            kept = HistoricalDate.one_of(option for option in self.options if option.possibly_within(other))
            return kept if kept.precision is Precision.SET else kept.narrowed_by(other)
        if other.precision is Precision.SET:
            return other.narrowed_by(self)
        if self.certainly_within(other):
            return self
        if other.certainly_within(self):
            return other
        return None

    # -- saying it --------------------------------------------------------------------------------------------------

    def in_words(self, language: str, *, short: bool = False) -> str:
        """The date as a reader expects it in French (`fr`) or English (`en`); `short` abbreviates the month."""
        return _in_words(self, language, short)


def _spans_meet(one: HistoricalDate, other: HistoricalDate) -> bool:
    starts_before_end = one.earliest is None or other.latest is None or one.earliest <= other.latest
    ends_after_start = one.latest is None or other.earliest is None or one.latest >= other.earliest
    return starts_before_end and ends_after_start


@lru_cache(maxsize=65536)
def _parse(edtf: str) -> HistoricalDate:
    if edtf.startswith("[") and edtf.endswith("]"):
        return _parse_set(edtf)
    if "/" in edtf:
        return _parse_interval(edtf)
    return _parse_point(edtf)


def _parse_point(edtf: str) -> HistoricalDate:
    bare = edtf[:-1] if edtf.endswith(("~", "?")) else edtf
    qualifier = Qualifier(edtf[len(bare) :])
    match = _POINT.fullmatch(bare)
    if not match:
        raise InvalidDate(f"not an EDTF date: {edtf!r}")
    try:
        if match["decade"]:
            first = int(match["decade"]) * 10
            bounds, precision = (dt.date(first, 1, 1), dt.date(first + 9, 12, 31)), Precision.DECADE
        else:
            bounds, precision = _calendar_bounds(int(match["year"]), match["month"], match["day"])
    except ValueError as error:
        raise InvalidDate(f"no such day in the calendar: {edtf!r}") from error
    return HistoricalDate(edtf, *bounds, precision, qualifier)


def _calendar_bounds(year: int, month: str | None, day: str | None) -> tuple[tuple[dt.date, dt.date], Precision]:
    if month is None:
        return (dt.date(year, 1, 1), dt.date(year, 12, 31)), Precision.YEAR
    if day is not None:
        exact = dt.date(year, int(month), int(day))
        return (exact, exact), Precision.DAY
    if int(month) in SEASON_MONTHS:
        first, last = SEASON_MONTHS[int(month)]
        last_year = year + (last < first)
        return (dt.date(year, first, 1), dt.date(last_year, last, monthrange(last_year, last)[1])), Precision.SEASON
    start = dt.date(year, int(month), 1)
    return (start, start.replace(day=monthrange(year, start.month)[1])), Precision.MONTH


def _parse_interval(edtf: str) -> HistoricalDate:
    parts = edtf.split("/")
    if len(parts) != 2 or parts == ["..", ".."]:
        raise InvalidDate(f"not an EDTF interval: {edtf!r}")
    start, end = (None if part == ".." else _parse_point(part) for part in parts)
    if start and end and start.sort_key[0] > end.sort_key[0]:
        raise InvalidDate(f"the interval ends before it starts: {edtf!r}")
    return HistoricalDate(edtf, start.earliest if start else None, end.latest if end else None, Precision.INTERVAL)


def _parse_set(edtf: str) -> HistoricalDate:
    members = [_parse_point(part.strip()) for part in edtf[1:-1].split(",")]
    earliest = min(member.earliest for member in members if member.earliest)
    latest = max(member.latest for member in members if member.latest)
    text = "[" + ",".join(member.edtf for member in members) + "]"
    return HistoricalDate(text, earliest, latest, Precision.SET)


# -- words ----------------------------------------------------------------------------------------------------------

_SEASONS = {
    "fr": {21: "printemps", 22: "été", 23: "automne", 24: "hiver"},
    "en": {21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
}
_ABOUT = {
    "fr": {Qualifier.APPROXIMATE: "vers {}", Qualifier.UNCERTAIN: "{} (incertain)"},
    "en": {Qualifier.APPROXIMATE: "about {}", Qualifier.UNCERTAIN: "{} (uncertain)"},
}
_SINCE = {"fr": "depuis {}", "en": "since {}"}
_UNTIL = {"fr": "jusqu’en {}", "en": "until {}"}
_UNTIL_DAY = {"fr": "jusqu’au {}", "en": "until {}"}
_OR = {"fr": " ou ", "en": " or "}


@lru_cache(maxsize=65536)
def _in_words(date: HistoricalDate, language: str, short: bool) -> str:
    if language not in _SEASONS:
        raise ValueError(f"dates are worded in French and English, not in {language!r}")
    if date.precision is Precision.INTERVAL:
        return _interval_in_words(date, language, short)
    if date.precision is Precision.SET:
        return _set_in_words(date, language, short)
    words = _point_in_words(date, language, short)
    if date.qualifier is Qualifier.NONE:
        return words
    return _ABOUT[language][date.qualifier].format(words)


def _point_in_words(date: HistoricalDate, language: str, short: bool) -> str:
    assert date.earliest is not None, "only intervals are open"
    year = str(date.earliest.year)
    if date.precision is Precision.YEAR:
        return year
    if date.precision is Precision.DECADE:
        return f"années {year}" if language == "fr" else f"{year}s"
    if date.precision is Precision.SEASON:
        return f"{_SEASONS[language][int(date.edtf[5:7])]} {year}"
    locale = _locale(language)
    if date.precision is Precision.MONTH:
        return format_skeleton("yMMM" if short else "yMMMM", date.earliest, locale=locale)
    words = format_date(date.earliest, "medium" if short else "long", locale=locale)
    return re.sub(r"^1 ", "1er ", words) if language == "fr" else words


def _interval_in_words(date: HistoricalDate, language: str, short: bool) -> str:
    start, end = date.ends
    if end is None and start is not None:
        return _SINCE[language].format(start.in_words(language, short=short))
    if start is None and end is not None:
        until = _UNTIL_DAY if end.precision is Precision.DAY else _UNTIL
        return until[language].format(end.in_words(language, short=short))
    assert start is not None, "only one end is open"
    assert end is not None, "only one end is open"
    if start.precision is end.precision and start.qualifier is end.qualifier is Qualifier.NONE:
        skeletons = {Precision.DAY: "yMMMd" if short else "yMMMMd", Precision.MONTH: "yMMM" if short else "yMMMM"}
        if start.precision in skeletons:
            words: str = format_interval(
                start.earliest, end.earliest, skeletons[start.precision], locale=_locale(language)
            )
            return words
    return f"{start.in_words(language, short=short)}–{end.in_words(language, short=short)}"


def _set_in_words(date: HistoricalDate, language: str, short: bool) -> str:
    options = date.options
    first = options[0].earliest
    assert first is not None, "a set has no open end"
    same_month = all(
        option.precision is Precision.DAY and option.earliest and option.earliest.replace(day=1) == first.replace(day=1)
        for option in options
    )
    if same_month:
        days = [str(option.earliest.day) for option in options if option.earliest]
        month = HistoricalDate.from_month(first.year, first.month).in_words(language, short=short)
        return ", ".join(days[:-1]) + _OR[language] + days[-1] + " " + month
    words = [option.in_words(language, short=short) for option in options]
    return ", ".join(words[:-1]) + _OR[language] + words[-1]


@lru_cache
def _locale(language: str) -> Locale:
    # British English puts the day first, as French does, so that the two chronologies line up.
    return Locale.parse({"fr": "fr_FR", "en": "en_GB"}[language])

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

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?|(?P<decade>\d{3})X", re.ASCII)


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
        distinct = set(days)
        return distinct.pop() if len(distinct) == 1 else _parse("[" + ",".join(date.edtf for date in distinct) + "]")

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
        """Whether every day that this date may mean is one that the other allows."""
        if self.precision is Precision.SET or other.precision is Precision.SET:
            return all(any(mine.certainly_within(theirs) for theirs in other.options) for mine in self.options)
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
        if self.precision is not Precision.SET and other.precision is Precision.SET:
            return other.narrowed_by(self)
        if self.precision is Precision.SET:
            return HistoricalDate.one_of(
                mine.narrowed_by(theirs) or mine
                for mine in self.options
                for theirs in other.options
                if mine.possibly_within(theirs)
            )
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
    # « du 16 au mois de juin »: the end may be less exact than the start, so that only the last day counts.
    if start and end and start.earliest and end.latest and start.earliest > end.latest:
        raise InvalidDate(f"the interval ends before it starts: {edtf!r}")
    return HistoricalDate(edtf, start.earliest if start else None, end.latest if end else None, Precision.INTERVAL)


def _parse_set(edtf: str) -> HistoricalDate:
    """In order of time and without repetition, so that equal sets are written alike; a set of one is its member."""
    distinct = {_parse_point(part.strip()) for part in edtf[1:-1].split(",")}
    members = sorted(distinct, key=lambda member: (member.sort_key, member.edtf))
    if len(members) == 1:
        return members[0]
    earliest = min(member.earliest for member in members if member.earliest)
    latest = max(member.latest for member in members if member.latest)
    text = "[" + ",".join(member.edtf for member in members) + "]"
    return HistoricalDate(text, earliest, latest, Precision.SET)


# -- words ----------------------------------------------------------------------------------------------------------

_SEASONS = {
    "fr": {21: "printemps", 22: "été", 23: "automne", 24: "hiver"},
    "en": {21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
}
_OR = {"fr": " ou ", "en": " or "}

# French needs an article after « vers », « depuis » and « jusque », and contracts the last two words.
_UNTIL_IN_FRENCH = {"le ": "jusqu’au ", "les ": "jusqu’aux ", "l’": "jusqu’à l’", "": "jusqu’en "}


@lru_cache(maxsize=65536)
def _in_words(date: HistoricalDate, language: str, short: bool) -> str:
    if language not in _SEASONS:
        raise ValueError(f"dates are worded in French and English, not in {language!r}")
    if date.precision is Precision.INTERVAL:
        return _interval_in_words(date, language, short)
    if date.precision is Precision.SET:
        return _set_in_words(date, language, short)
    if date.qualifier is Qualifier.APPROXIMATE:
        about = "vers" if language == "fr" else "about"
        return f"{about} {_article(date, language)}{_point_in_words(date, language, short)}"
    return _point_in_words(date, language, short) + _doubt(date, language)


def _doubt(date: HistoricalDate, language: str) -> str:
    if date.qualifier is Qualifier.UNCERTAIN:
        return " (incertain)" if language == "fr" else " (uncertain)"
    return ""


def _point_in_words(date: HistoricalDate, language: str, short: bool) -> str:
    assert date.earliest is not None, "only intervals are open"
    year = str(date.earliest.year)
    if date.precision is Precision.YEAR:
        return year
    if date.precision is Precision.DECADE:
        return f"années {year}" if language == "fr" else f"{year}s"
    if date.precision is Precision.SEASON:
        return f"{_SEASONS[language][int(date.edtf[5:7])]} {year}"
    month = _month(date.earliest.year, date.earliest.month, language, short)
    return month if date.precision is Precision.MONTH else f"{_day_number(date.earliest, language)} {month}"


@lru_cache(maxsize=16384)
def _month(year: int, month: int, language: str, short: bool) -> str:
    """Month and year. Babel takes longer for one than an axis has for all of its labels, and days share months."""
    words: str = format_skeleton("yMMM" if short else "yMMMM", dt.date(year, month, 1), locale=_locale(language))
    return words


def _article(date: HistoricalDate, language: str) -> str:
    """What stands before the date after a preposition."""
    if language == "en":
        return "the " if date.precision is Precision.DECADE else ""
    if date.precision is Precision.SEASON:
        return "le " if date.edtf[5:7] == "21" else "l’"
    return {Precision.DAY: "le ", Precision.DECADE: "les "}.get(date.precision, "")


def _interval_in_words(date: HistoricalDate, language: str, short: bool) -> str:
    start, end = date.ends
    if start is None or end is None:
        return _open_interval_in_words(start, end, language, short)
    exact = start.precision is end.precision and start.qualifier is end.qualifier is Qualifier.NONE
    if exact and start.precision is Precision.DAY:
        return _days_in_words(start, end, language, short)
    if exact and start.precision is Precision.MONTH:
        skeleton = "yMMM" if short else "yMMMM"
        words: str = format_interval(start.earliest, end.earliest, skeleton, locale=_locale(language))
        return words.replace("\u2009", " ")
    both = start.in_words(language, short=short), end.in_words(language, short=short)
    return (" – " if any(" " in words for words in both) else "–").join(both)


def _open_interval_in_words(
    start: HistoricalDate | None, end: HistoricalDate | None, language: str, short: bool
) -> str:
    known = start or end
    assert known is not None, "only one end is open"
    article, words = _article(known, language), _point_in_words(known, language, short) + _doubt(known, language)
    approximate = known.qualifier is Qualifier.APPROXIMATE
    if language == "en":
        return f"{'since' if start else 'until'} {'about ' if approximate else ''}{article}{words}"
    opening = f"depuis {article}" if start else _UNTIL_IN_FRENCH[article]
    return f"{opening}{words}{' environ' if approximate else ''}"


def _days_in_words(start: HistoricalDate, end: HistoricalDate, language: str, short: bool) -> str:
    """« 1er–3 juin 2021 », « 28 juin – 2 juillet 2021 »: the parts that both days share are written once."""
    first, last = start.earliest, end.earliest
    assert first is not None, "a day has no open end"
    assert last is not None, "a day has no open end"
    until = end.in_words(language, short=short)
    if first == last:
        return until
    if (first.year, first.month) == (last.year, last.month):
        return f"{_day_number(first, language)}–{until}"
    if first.year == last.year:
        month = format_date(first, "MMM" if short else "MMMM", locale=_locale(language))
        return f"{_day_number(first, language)} {month} – {until}"
    return f"{start.in_words(language, short=short)} – {until}"


def _set_in_words(date: HistoricalDate, language: str, short: bool) -> str:
    options = date.options
    first = options[0].earliest
    assert first is not None, "a set has no open end"
    same_month = all(
        option.precision is Precision.DAY
        and option.qualifier is Qualifier.NONE
        and option.earliest
        and option.earliest.replace(day=1) == first.replace(day=1)
        for option in options
    )
    if same_month:
        days = [_day_number(option.earliest, language) for option in options if option.earliest]
        month = HistoricalDate.from_month(first.year, first.month).in_words(language, short=short)
        return ", ".join(days[:-1]) + _OR[language] + days[-1] + " " + month
    words = [option.in_words(language, short=short) for option in options]
    return ", ".join(words[:-1]) + _OR[language] + words[-1]


def _day_number(day: dt.date, language: str) -> str:
    return "1er" if language == "fr" and day.day == 1 else str(day.day)


@lru_cache
def _locale(language: str) -> Locale:
    # British English puts the day first, as French does, so that the two chronologies line up.
    return Locale.parse({"fr": "fr_FR", "en": "en_GB"}[language])

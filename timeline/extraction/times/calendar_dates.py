"""Resolvers of dates that name their day, month, season, year, decade or century."""

from __future__ import annotations

from timeline.dates import HistoricalDate, InvalidDate
from timeline.extraction.records import Origin
from timeline.extraction.times.counting import first_day
from timeline.extraction.times.grammar import Match
from timeline.extraction.times.plain import read_calendar_phrase
from timeline.extraction.times.readings import Reading
from timeline.extraction.times.setting import Setting
from timeline.extraction.times.timex import date_value
from timeline.extraction.times.years import Dated, Partial, give_year, pointed_year

# Beyond it, a numeral before « siècle » counts something else.
LAST_CENTURY = 21


def resolve_point(match: Match, setting: Setting) -> Reading | None:
    """A day, a month or a year, as far as it is named."""
    return read_point(match, setting, "")


def resolve_year_alone(match: Match, setting: Setting) -> Reading | None:
    """A year after a word that may as well count: « de 1500 soldats »."""
    return None if setting.after(match, "counted") else read_point(match, setting, "")


def read_point(match: Match, setting: Setting, suffix: str) -> Reading | None:
    """The point whose captures carry `suffix`."""
    daypart = match.word("daypart" + suffix)
    timex_type = "TIME" if daypart else "DATE"
    year, partial = named_year(match, suffix), named_partial(match, suffix)
    if year is not None:
        date = partial.in_year(year) if partial else _year(year)
        return Reading(date, Origin.EXPLICIT, None, timex_type, date_value(date, daypart)) if date else None
    if partial is None:
        return None
    if not any(partial.in_year(leap) for leap in (2000, 2001)):
        return None
    dated = give_year(partial, match, setting)
    if dated is None:
        return Reading(None, Origin.INHERITED, None, timex_type, f"XXXX-{partial.text}")
    return Reading(dated.date, dated.origin, dated.base, timex_type, date_value(dated.date, daypart))


def named_year(match: Match, suffix: str) -> int | None:
    """The year in four digits, or in two: « octobre 98 », "'86". Two digits after 40 are of the twentieth century."""
    if match.has("year" + suffix):
        return int(match.captures["year" + suffix])
    if match.has("short_year" + suffix):
        short = int(match.captures["short_year" + suffix])
        return short + (1900 if short >= 40 else 2000)
    return None


def named_partial(match: Match, suffix: str) -> Partial | None:
    month = match.number("month" + suffix)
    if month is None:
        return None
    day = named_day(match, suffix)
    text = f"{month:02}" if day is None else f"{month:02}-{day:02}"
    return Partial(
        text, match.number("weekday" + suffix), match.word("nearby" + suffix), match.word("year_of" + suffix)
    )


def named_day(match: Match, suffix: str) -> int | None:
    word = match.captures.get("day" + suffix)
    if word is None:
        return None
    digits = "".join(letter for letter in word if letter.isdigit())
    return int(digits) if digits else 1


def resolve_numeric_date(match: Match, setting: Setting) -> Reading | None:
    """`16/06/2021` or `2021-06-16`. In English `11/03/2021` may be either day: it is one of the two."""
    year = named_year(match, "")
    if year is None:
        return None
    second = int(match.captures["month_number"])
    if match.has("iso_day"):
        orders = [(second, int(match.captures["iso_day"]))]
    else:
        first = named_day(match, "") or 0
        orders = [(second, first)] if setting.grammar.language == "fr" else [(first, second), (second, first)]
    dates = [date for month, day in orders if (date := Partial(f"{month:02}-{day:02}").in_year(year))]
    if not dates:
        return None
    return Reading(HistoricalDate.one_of(dates), Origin.EXPLICIT, None, "DATE", date_value(dates[0]))


def resolve_calendar_phrase(match: Match, setting: Setting) -> Reading | None:
    """A full date in a form that the grammar delimits but leaves to dateparser."""
    phrase = setting.sentence.text[match.start : match.end]
    date = read_calendar_phrase(phrase, setting.grammar.language)
    return Reading(date, Origin.EXPLICIT, None, "DATE", date_value(date)) if date else None


def resolve_season(match: Match, setting: Setting) -> Reading | None:
    season = match.number("season")
    assert season is not None, "the rule captures a season"
    year = named_year(match, "")
    if year is not None:
        date = HistoricalDate.from_season(year, season)
        return Reading(date, Origin.EXPLICIT, None, "DATE", date_value(date))
    partial = Partial(str(season), None, match.word("nearby"), match.word("year_of"))
    return reading_of(give_year(partial, match, setting), f"XXXX-{season}")


def resolve_quarter(match: Match, setting: Setting) -> Reading | None:
    """« le premier trimestre 2009 »: an interval of months, as EDTF level 1 has no quarters."""
    ordinal = match.number("ordinal") or int(match.captures["quarter"])
    halves = match.captures.get("period", "").startswith(("sem", "half"))
    length = 6 if halves else 3
    if ordinal * length > 12:
        return None
    first_month, last_month = (ordinal - 1) * length + 1, ordinal * length
    year, origin, base = named_year(match, ""), Origin.EXPLICIT, None
    if year is None and match.has("year_of"):
        pointed = pointed_year(match.word("year_of"), setting)
        year, base, origin = (*pointed, Origin.RELATIVE) if pointed else (None, None, origin)
    elif year is None:
        dated = give_year(Partial(f"{last_month:02}", None, match.word("nearby")), match, setting)
        year, base = (first_day(dated.date).year, dated.base) if dated else (None, None)
        origin = Origin.INHERITED
    if year is None:
        return None
    months = (HistoricalDate.from_month(year, month) for month in (first_month, last_month))
    value = f"{year:04}-{'H' if halves else 'Q'}{ordinal}"
    return Reading(HistoricalDate.interval(*months), origin, base, "DATE", value)


def resolve_decade(match: Match, setting: Setting) -> Reading | None:
    del setting
    if match.has("year"):
        first = int(match.captures["year"])
    elif match.has("short_year"):
        short = int(match.captures["short_year"])
        first = 1900 + short if short >= 20 else 2000 + short
    else:
        first = 1900 + (match.number("decade_word") or 0)
    if first % 10:
        return None
    date = HistoricalDate.from_decade(first)
    return Reading(date, Origin.EXPLICIT, None, "DATE", date_value(date))


def resolve_century(match: Match, setting: Setting) -> Reading | None:
    """The nineteenth century: 1801 to 1900."""
    del setting
    last = _century(match, "")
    first = _century(match, "first_") or last
    if first is None or last is None or not 1 < first <= last <= LAST_CENTURY:
        return None
    years = (HistoricalDate.from_year(year) for year in (first * 100 - 99, last * 100))
    return Reading(HistoricalDate.interval(*years), Origin.EXPLICIT, None, "DATE", f"{last - 1:02}XX")


def _century(match: Match, prefix: str) -> int | None:
    if match.has(f"{prefix}roman"):
        return _roman(match.captures[f"{prefix}roman"])
    if match.has(f"{prefix}century_number"):
        return int(match.captures[f"{prefix}century_number"])
    return None if prefix else match.number("century_ordinal")


def reading_of(dated: Dated | None, unknown: str) -> Reading:
    if dated is None:
        return Reading(None, Origin.INHERITED, None, "DATE", unknown)
    return Reading(dated.date, dated.origin, dated.base, "DATE", date_value(dated.date))


def _year(year: int) -> HistoricalDate | None:
    try:
        return HistoricalDate.from_year(year)
    except InvalidDate:
        return None


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in text]
    return sum(
        -value if index + 1 < len(values) and value < values[index + 1] else value for index, value in enumerate(values)
    )

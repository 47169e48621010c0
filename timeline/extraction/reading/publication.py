"""The words of a publication date → the date, exactly as precise as they are: a month stays a month."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from dateparser.date import DateDataParser

from timeline.dates import HistoricalDate, InvalidDate
from timeline.extraction.reading.refusals import Refusal, Refused

# A calendar date in words or figures, as headers and datelines write it. Whether a word is a month, the parser says.
_MONTH = r"[^\W\d_]{3,10}\.?"
_CALENDAR = (
    r"(?<!\d)(?:"
    r"(?:19|20)\d{6}"
    r"|\d{4}-\d\d?(?:-\d\d?)?(?:T[\d:.+Z-]{2,25})?"
    r"|\d\d?[/.-]\d\d?[/.-]\d{4}"
    r"|\d{4}[/.]\d\d?[/.]\d\d?"
    rf"|\d\d?(?:er|st|nd|rd|th|\.)? (?:of )?{_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d\d?(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|{_MONTH} \d{{4}}"
    r"|\d{4}"
    r")(?!\d)"
)
DATE_PHRASE = rf"(?:[^\W\d_]{{3,10}}\.?,? )?{_CALENDAR}"

_ISO = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?(?=$|[T ,])")
_NUMERIC = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?!\d)")
_PHRASE = re.compile(_CALENDAR)


def publication_date(words: str, language: str) -> HistoricalDate | None:
    """The day, month or year that `words` mean; None where they give no year. Raises Refused for an impossible date.

    Figures such as 03/11/2021 are day first in French; in English they stay one of two days where both readings are
    possible.
    """
    words = " ".join(words.split())
    if not re.search(r"\d{4}", words):
        return None
    try:
        date = _in_figures(words, language) or _in_words(words)
    except (InvalidDate, ValueError, OverflowError) as error:
        raise Refused(Refusal.HEADER_DATE, words=words) from error
    if date is None:
        raise Refused(Refusal.HEADER_DATE, words=words)
    return date


def _in_figures(words: str, language: str) -> HistoricalDate | None:
    # The day that the source writes counts, whatever time zone follows it.
    if iso := _ISO.match(words) or _COMPACT.match(words):
        return HistoricalDate.parse("-".join(part.zfill(2) for part in iso.groups() if part))
    if numeric := _NUMERIC.match(words):
        first, second, year = (int(part) for part in numeric.groups())
        readings = [(second, first)] if language == "fr" else [(second, first), (first, second)]
        days = [dt.date(year, month, day) for month, day in readings if month <= 12]
        return HistoricalDate.one_of(HistoricalDate.from_day(day) for day in days) if days else None
    return None


def _in_words(words: str) -> HistoricalDate | None:
    found = _PHRASE.search(words)
    for phrase in (words, found[0] if found else ""):
        data = _parser().get_date_data(phrase) if phrase else None
        if data is None or data.date_obj is None:
            continue
        day = data.date_obj.date()
        # dateparser fills in what is missing; `period` tells what was there, and the figures prove it.
        if data.period == "year":
            return HistoricalDate.from_year(day.year)
        if data.period == "month":
            return HistoricalDate.from_month(day.year, day.month)
        if re.search(rf"(?<!\d)0?{day.day}(?!\d)", phrase):
            return HistoricalDate.from_day(day)
    figures = re.findall(r"\d+", words)
    # « printemps 2015 », « numéro d'hiver 2019 »: the year is all that is certain.
    return HistoricalDate.from_year(int(figures[0])) if len(figures) == 1 and len(figures[0]) == 4 else None


@lru_cache(maxsize=1)
def _parser() -> DateDataParser:
    # A fixed base, so that nothing depends on the day of the run; only absolute parsers, so that it is never used.
    settings = {
        "RELATIVE_BASE": dt.datetime(2000, 1, 1),  # noqa: DTZ001 (dateparser compares it with naive values)
        "REQUIRE_PARTS": ["year"],
        "PARSERS": ["absolute-time"],
        "RETURN_AS_TIMEZONE_AWARE": True,
        "DATE_ORDER": "DMY",
    }
    return DateDataParser(languages=["fr", "en"], settings=settings)

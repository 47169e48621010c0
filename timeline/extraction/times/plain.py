"""Plain calendar phrases in odd forms, read by dateparser once the grammar has found where they begin and end."""

from __future__ import annotations

from functools import lru_cache

from dateparser.date import DateDataParser

from timeline.dates import HistoricalDate

_DAY_FIRST = {"fr": "DMY", "en": "MDY"}


@lru_cache(maxsize=4096)
def read_calendar_phrase(phrase: str, language: str) -> HistoricalDate | None:
    """The day that the phrase names in full, or None. Nothing is ever filled in from today."""
    found = _parser(language).get_date_data(phrase)
    if found.date_obj is None or found.period != "day":
        return None
    return HistoricalDate.from_day(found.date_obj.date())


@lru_cache
def _parser(language: str) -> DateDataParser:
    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
        "DATE_ORDER": _DAY_FIRST[language],
    }
    return DateDataParser(languages=[language], settings=settings)

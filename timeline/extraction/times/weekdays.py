"""Days of the week that the article itself dates: after « mardi 2 novembre », « mardi » is that Tuesday."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from timeline.dates import HistoricalDate
from timeline.extraction.times.calendar_dates import named_partial, named_year
from timeline.extraction.times.counting import first_day
from timeline.extraction.times.grammar import Match
from timeline.extraction.times.readings import Base
from timeline.extraction.times.years import in_nearest_year

# Days between the publication and a dated weekday that a bare one may still mean.
REACH = 10


def dated_weekdays(passages: Sequence[tuple[str, list[Match]]], reference: Base | None) -> dict[int, Base]:
    """From the day of the week to the only date near the publication that the text gives it. `passages` are pairs of
    a sentence's text and its matches."""
    if reference is None or reference.kind != "published":
        return {}
    named: defaultdict[int, dict[HistoricalDate, str]] = defaultdict(dict)
    for text, matches in passages:
        for match in matches:
            weekday = match.number("weekday") if match.has("day") and match.has("month") else None
            date = _near_date(match, reference.date) if weekday else None
            if weekday and date:
                named[weekday][date] = text[match.start : match.end]
    return {
        weekday: Base(date, "context", wording)
        for weekday, dates in named.items()
        if len(dates) == 1
        for date, wording in dates.items()
    }


def _near_date(match: Match, published: HistoricalDate) -> HistoricalDate | None:
    partial, year = named_partial(match, ""), named_year(match, "")
    if partial is None:
        return None
    date = partial.in_year(year) if year is not None else in_nearest_year(partial, published)
    if date is None or published.earliest is None or published.latest is None:
        return None
    before, after = (published.earliest - first_day(date)).days, (first_day(date) - published.latest).days
    return date if max(before, after) <= REACH else None

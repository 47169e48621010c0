"""Whether the sources of an event say the same: of its date and of its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from timeline.dates import HistoricalDate, Precision
from timeline.models import Citation, Place, Source
from timeline.pages.listed import ListedCitation, ListedPlace

Telling = Citation | ListedCitation


@dataclass(frozen=True)
class Agreement:
    sources: int
    """How many articles report the event, reprints not counted beside their original."""
    differ_on: str = ""
    """The coarsest thing on which two of them contradict each other: `year`, `month`, `day`, `place`, or empty."""


def agreement(citations: Iterable[Telling]) -> Agreement:
    """A vaguer date does not contradict a finer one: « mardi » and « le 2 novembre » agree."""
    told = list(citations)
    articles = _articles(told)
    sources = len(set(articles.values()))
    if sources < 2:
        return Agreement(sources)
    pairs = [
        (one, other)
        for one, other in combinations(told, 2)
        if articles[one.source.original_id] != articles[other.source.original_id]
    ]
    spans = spans_given(told)
    differences = {date_difference(one.date, other.date, spans) for one, other in pairs}
    if any(places_contradict(one.place, other.place) for one, other in pairs):
        differences.add("place")
    coarsest = next((thing for thing in ("year", "month", "day", "place") if thing in differences), "")
    return Agreement(sources, coarsest)


def _articles(citations: Sequence[Telling]) -> dict[int, int]:
    """What counts as one source: an article and its reprints, and all versions of an article. Only a passage that a
    person took from a version before can stand beside one of the newest."""
    articles = {citation.source.original_id: citation.source.original_id for citation in citations}
    if all(citation.source.state == Source.State.CURRENT for citation in citations):
        return articles
    names = {citation.source.name for citation in citations}
    before = dict(Source.objects.filter(name__in=names, supersedes__isnull=False).values_list("pk", "supersedes_id"))
    for key in articles:
        first = key
        while first in before:
            first = before[first]
        articles[key] = first
    return articles


def spans_given(citations: Iterable[Telling]) -> list[HistoricalDate]:
    dates = (citation.date for citation in citations)
    return [date for date in dates if date and date.precision is Precision.INTERVAL]


def date_difference(
    one: HistoricalDate | None, other: HistoricalDate | None, spans: Sequence[HistoricalDate] = ()
) -> str:
    """`year`, `month` or `day` where the two cannot both be right; empty where they can, or where one of the `spans`
    that sources give holds both: two days of one summit."""
    if one is None or other is None or one.possibly_within(other):
        return ""
    if any(one.certainly_within(span) and other.certainly_within(span) for span in spans):
        return ""
    first, second = one.earliest or one.latest, other.earliest or other.latest
    assert first is not None, "a date is bounded at one end at least"
    assert second is not None, "a date is bounded at one end at least"
    if first.year != second.year:
        return "year"
    return "day" if first.month == second.month else "month"


def places_contradict(one: Place | ListedPlace | None, other: Place | ListedPlace | None) -> bool:
    """Two places of one country may be a city and its land, or a city and its suburb: only another country counts."""
    return (
        one is not None and other is not None and bool(one.country and other.country) and one.country != other.country
    )

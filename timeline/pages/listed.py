"""Passages and articles as a list shows them, read as plain rows: to build models of them costs more than all else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from timeline.dates import HistoricalDate
from timeline.models import Citation


class ListedSource(NamedTuple):
    pk: int
    reprint_of_id: int | None
    sha256: str
    language: str
    name: str
    title: str
    opening: str
    publisher: str
    author: str
    edtf: str
    state: str

    @property
    def original_id(self) -> int:
        """As of a `Source`."""
        return self.reprint_of_id or self.pk

    @property
    def date(self) -> HistoricalDate | None:
        return HistoricalDate.parse(self.edtf) if self.edtf else None


class ListedPlace(NamedTuple):
    country: str


class ListedCitation(NamedTuple):
    key: str
    start: int
    end: int
    quote: str
    time_start: int | None
    time_end: int | None
    edtf: str
    place: ListedPlace | None
    source: ListedSource

    @property
    def date(self) -> HistoricalDate | None:
        return HistoricalDate.parse(self.edtf) if self.edtf else None


_CITATION = ("key", "start", "end", "quote", "time_start", "time_end", "edtf")
_SOURCE = tuple(f"source__{field}" if field != "pk" else "source_id" for field in ListedSource._fields)


def citations_of(events: Sequence[int]) -> Mapping[int, list[ListedCitation]]:
    """The passages that stand, by the primary keys of their events, in the order in which their articles appeared."""
    standing = Citation.objects.standing().filter(event__in=events).as_published()
    found: dict[int, list[ListedCitation]] = defaultdict(list)
    sources: dict[int, ListedSource] = {}
    for event, country, *values in standing.values_list("event_id", "place__country", *_CITATION, *_SOURCE):
        own = values[len(_CITATION) :]
        source = sources.get(own[0]) or sources.setdefault(own[0], ListedSource._make(own))
        place = None if country is None else ListedPlace(country)
        found[event].append(ListedCitation._make([*values[: len(_CITATION)], place, source]))
    return found


def offices_of(events: Sequence[int]) -> Mapping[int, list[dict[str, Any]]]:
    """The offices that passages speak of, by the primary keys of their events."""
    standing = Citation.objects.standing().filter(event__in=events).as_published()
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    if events:
        for event, office in standing.values_list("event_id", "claim__office"):
            found[event] += [office] if office else []
    return found

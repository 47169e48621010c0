"""Events one by one, as the axis draws and reads them aloud, in the reader's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
from django.utils.text import capfirst
from django.utils.translation import ngettext
from numpy.typing import NDArray

from timeline.dates import HistoricalDate, Precision
from timeline.index.columns import KINDS, NO_PLACE, day_number
from timeline.index.current import Index
from timeline.languages import readers_language
from timeline.models.kinds import Kind
from timeline.pages.axis_bins import Span
from timeline.wording import shortened_names


@dataclass(frozen=True)
class EventColumns:
    """One list per property, one place per event, in chronological order. None marks an open end."""

    id: list[str]
    first: list[int | None]
    last: list[int | None]
    precision: list[str]
    qualifier: list[str]
    kind: list[str]
    title: list[str]
    date: list[str]
    label: list[str]
    sources: list[int]
    actors: list[list[int]]
    """Who took part, by their places in the list of names."""
    options: dict[int, list[Span]]
    """For a date that is one of several: the days of each possibility, by the event's place in the lists."""
    core: dict[int, list[int | None]]
    """For an interval whose ends are coarse: the days for which it certainly lasted."""


def event_columns(index: Index, positions: NDArray[np.intp]) -> tuple[EventColumns, list[str]]:
    """The columns, and the names of all who took part."""
    language = readers_language()
    rows = [_row(index, int(position), language) for position in positions]
    actors = sorted({actor for row in rows for actor in row.actors})
    place_of = {actor: place for place, actor in enumerate(actors)}
    columns = EventColumns(
        id=[row.id for row in rows],
        first=[_end(row.date.earliest) for row in rows],
        last=[_end(row.date.latest) for row in rows],
        precision=[row.date.precision.value for row in rows],
        qualifier=[row.date.qualifier.value for row in rows],
        kind=[row.kind for row in rows],
        title=[row.title for row in rows],
        date=[row.date.in_words(language, short=True) for row in rows],
        label=_labels(rows, language),
        sources=[row.sources for row in rows],
        actors=[[place_of[actor] for actor in row.actors] for row in rows],
        options={
            place: [_bounds(option) for option in row.date.options]
            for place, row in enumerate(rows)
            if row.date.precision is Precision.SET
        },
        core={
            place: [_end(start.latest if start else None), _end(end.earliest if end else None)]
            for place, (start, end) in enumerate(row.date.ends for row in rows)
            if start is not end
        },
    )
    return columns, [index.actors[actor].name_in(language) for actor in actors]


@dataclass(frozen=True, slots=True)
class _Row:
    """What the axis needs of an event; read without building models, which would cost most."""

    id: str
    date: HistoricalDate
    kind: str
    title: str
    place: str
    sources: int
    actors: list[int]


def _row(index: Index, position: int, language: str) -> _Row:
    columns = index.columns
    actors = columns.actors.unmarked_of(position)
    kind = KINDS[columns.kind[position]]
    place = columns.place[position]
    french, english = columns.titles.get(position, ("", ""))
    own = french if language == "fr" else english
    names = [index.actors[actor].name_in(language) for actor in actors]
    return _Row(
        id=columns.public_ids[position].decode(),
        date=HistoricalDate.parse(columns.edtf[position]),
        kind=kind,
        title=own or shortened_names(names) or capfirst(str(Kind(kind).label)),
        place="" if place == NO_PLACE else index.places[int(columns.place_keys[place])].name_in(language),
        sources=len(columns.articles.unmarked_of(position)),
        actors=actors,
    )


def _labels(rows: Iterable[_Row], language: str) -> list[str]:
    """What a screen reader says: « 16 juin 2021, sommet, Joe Biden et Vladimir Poutine, Genève, 2 sources »."""
    kinds = {kind.value: str(kind.label) for kind in Kind}

    @cache
    def cited(sources: int) -> str:
        return ngettext("%(count)s source", "%(count)s sources", sources) % {"count": sources}

    labels = []
    for row in rows:
        kind = kinds[row.kind]
        # A title that only repeats the kind is not said twice.
        title = "" if row.title.casefold() == kind.casefold() else row.title
        parts = [row.date.in_words(language), kind, title, row.place, cited(row.sources)]
        labels.append(", ".join(part for part in parts if part))
    return labels


def _bounds(span: HistoricalDate) -> Span:
    assert span.earliest is not None, "only intervals are open"
    assert span.latest is not None, "only intervals are open"
    return day_number(span.earliest), day_number(span.latest)


def _end(day: dt.date | None) -> int | None:
    """The day's number; None where the end is open."""
    return None if day is None else day_number(day)

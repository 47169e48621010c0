"""What the chronology axis draws, as compact columns in the reader's language.

A selection of up to `MOST_EVENTS` is sent event by event. A larger one is sent as counts per calendar unit, and the
axis asks again for the window that the reader has zoomed into. Days are numbered from 1 January 1970, as in scripts.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass

from django.db.models import CharField, Count, Max, Min, Q
from django.db.models.functions import Cast, Coalesce, Substr
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import ngettext

from timeline.dates import HistoricalDate, InvalidDate, Precision
from timeline.languages import readers_language
from timeline.models import Citation, Event, Participation
from timeline.models.events import EventQuerySet
from timeline.pages.axis_words import axis_words
from timeline.wording import shortened_names

MOST_EVENTS = 800
"""More than a screen can tell apart, and few enough to be sent and laid out within one frame."""

MOST_BINS = 600

Span = tuple[int, int]
"""The first and the last day, both included."""

_EPOCH = dt.date(1970, 1, 1).toordinal()

# A calendar unit is a prefix of the ISO date: grouping by it needs no calendar in the database.
_UNITS = (("day", 10, 1), ("month", 7, 30), ("year", 4, 365), ("decade", 3, 3652), ("century", 2, 36524))

# How much of the ISO date a precision lets us know; an interval's bins stand at the year in which it begins.
_KNOWN_TO = {
    Precision.DECADE: 3,
    Precision.YEAR: 4,
    Precision.INTERVAL: 4,
    Precision.MONTH: 7,
    Precision.SEASON: 7,
    Precision.SET: 7,
}


class InvalidWindow(ValueError):
    """The window is not an interval of two days, such as 2021-01-01/2021-12-31."""


@dataclass(frozen=True)
class Columns:
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
    options: dict[int, list[Span]]
    """For a date that is one of several: the days of each possibility, by the event's place in the lists."""
    core: dict[int, list[int | None]]
    """For an interval whose ends are coarse: the days for which it certainly lasted."""
    actors: list[list[int]]
    """Who took part, by their places in the list of names."""


@dataclass(frozen=True)
class Bins:
    """How many events begin in each stretch of days; empty stretches are left out."""

    unit: str
    first: list[int]
    last: list[int]
    count: list[int]


@dataclass(frozen=True)
class AxisData:
    language: str
    total: int
    extent: Span | None
    window: Span | None
    events: Columns | None
    bins: Bins | None
    actors: list[str]
    """The names of all who took part, in the order in which they appear."""
    words: dict[str, object]
    address: str
    """Of an event's page, with {id} in the place of its public id."""

    def as_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":")).encode()


def axis_data(events: EventQuerySet, window: HistoricalDate | None = None) -> AxisData:
    """The selection, or the part of it that is drawn in the window: events where they are few, counts where many."""
    if events.query.distinct:
        # Joined to many; as a plain selection of events, counting groups needs no DISTINCT of its own.
        events = Event.objects.filter(pk__in=events.order_by().values("pk"))
    selected = _drawn_in(events, window) if window else events
    total, extent = _size(selected)
    few = total <= MOST_EVENTS
    bounds = _bounds(window) if window else None
    actors: dict[str, int] = {}
    return AxisData(
        language=readers_language(),
        total=total,
        extent=extent,
        window=bounds,
        events=_columns(selected, actors) if few else None,
        bins=None if few or extent is None else _bins(selected, _clipped(extent, bounds)),
        actors=list(actors),
        words=axis_words(),
        address=reverse("event", args=["ID"]).replace("ID", "{id}"),
    )


def parse_window(text: str) -> HistoricalDate:
    """Two days joined by a slash. Raises InvalidWindow."""
    try:
        window = HistoricalDate.parse(text)
    except InvalidDate as error:
        raise InvalidWindow(str(error)) from error
    if window.precision is not Precision.INTERVAL or not window.is_bounded:
        raise InvalidWindow(f"not an interval of two days: {text!r}")
    return window


def content_tag(body: bytes) -> str:
    """An entity tag that changes with the content only."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def _drawn_in(events: EventQuerySet, window: HistoricalDate) -> EventQuerySet:
    """Those whose known days reach into the window. An open end is drawn as a fade where it is known to begin only, so
    that "since 1958" does not follow the reader through every year after it."""
    return events.filter(
        Q(latest__gte=window.earliest) | Q(latest=None, earliest__gte=window.earliest),
        Q(earliest__lte=window.latest) | Q(earliest=None, latest__lte=window.latest),
    )


def _size(events: EventQuerySet) -> tuple[int, Span | None]:
    """How many there are, and the first and last day that any of them lets us know."""
    found = events.order_by().aggregate(
        Min("earliest"), Min("latest"), Max("earliest"), Max("latest"), total=Count("pk")
    )
    total: int = found.pop("total")
    days = [day for day in found.values() if day is not None]
    return total, (_day_number(min(days)), _day_number(max(days))) if days else None


def _bounds(span: HistoricalDate) -> Span:
    assert span.earliest is not None, "only intervals are open"
    assert span.latest is not None, "only intervals are open"
    return _day_number(span.earliest), _day_number(span.latest)


def _clipped(extent: Span, window: Span | None) -> Span:
    return (max(extent[0], window[0]), min(extent[1], window[1])) if window else extent


def _day_number(day: dt.date) -> int:
    return day.toordinal() - _EPOCH


def _end(day: dt.date | None) -> int | None:
    """The day's number; None where the end is open."""
    return None if day is None else _day_number(day)


# -- event by event -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Row:
    """What the axis needs of an event, in the reader's language; read without building models, which costs most."""

    pk: int
    id: str
    date: HistoricalDate
    kind: str
    title: str
    place: str


def _columns(events: EventQuerySet, actors: dict[str, int]) -> Columns:
    """Adds to `actors` every name that it meets, with its place."""
    rows = _rows(events)
    keys = [row.pk for row in rows]
    names, sources = _names(keys), _source_counts(keys)
    kinds = {kind.value: str(kind.label) for kind in Event.Kind}
    language = readers_language()
    titles = [row.title or shortened_names(names[row.pk]) or capfirst(kinds[row.kind]) for row in rows]
    return Columns(
        id=[row.id for row in rows],
        first=[_end(row.date.earliest) for row in rows],
        last=[_end(row.date.latest) for row in rows],
        precision=[row.date.precision.value for row in rows],
        qualifier=[row.date.qualifier.value for row in rows],
        kind=[row.kind for row in rows],
        title=titles,
        date=[row.date.in_words(language, short=True) for row in rows],
        label=[
            _spoken(row.date.in_words(language), kinds[row.kind], title, row.place, sources[row.pk])
            for row, title in zip(rows, titles, strict=True)
        ],
        sources=[sources[row.pk] for row in rows],
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
        actors=[[actors.setdefault(name, len(actors)) for name in names[row.pk]] for row in rows],
    )


def _rows(events: EventQuerySet) -> list[_Row]:
    language = readers_language()
    found = events.in_order().values_list(
        "pk", "public_id", "edtf", "kind", f"title_{language}", f"place__name_{language}"
    )
    return [
        _Row(pk, public_id, HistoricalDate.parse(edtf), kind, title, place or "")
        for pk, public_id, edtf, kind, title, place in found
        if edtf
    ]


def _names(events: list[int]) -> dict[int, list[str]]:
    """Who took part themselves, by event."""
    names: dict[int, list[str]] = defaultdict(list)
    represented = Participation.Role.REPRESENTED
    taking_part = Participation.objects.filter(event__in=events).exclude(role=represented).order_by("pk")
    for event, name in taking_part.values_list("event", f"actor__name_{readers_language()}"):
        names[event].append(name)
    return names


def _source_counts(events: list[int]) -> dict[int, int]:
    counted = Citation.objects.standing().filter(event__in=events).order_by().values_list("event")
    independent = Count(Coalesce("source__reprint_of", "source"), distinct=True)
    return defaultdict(int, counted.annotate(independent=independent))


def _spoken(date: str, kind: str, title: str, place: str, sources: int) -> str:
    """What a screen reader says: « 16 juin 2021, sommet, Joe Biden et Vladimir Poutine, Genève, 2 sources »."""
    cited = ngettext("%(count)s source", "%(count)s sources", sources) % {"count": sources}
    # A title that only repeats the kind is not said twice.
    parts = [date, kind, "" if title.casefold() == kind.casefold() else title, place, cited]
    return ", ".join(part for part in parts if part)


# -- counts ---------------------------------------------------------------------------------------------------------


def _bins(events: EventQuerySet, extent: Span) -> Bins:
    unit, length = _finest_unit(extent[1] - extent[0] + 1)
    per_stretch: Counter[Span] = Counter()
    grouped = (
        events.order_by()
        .annotate(unit=Substr(Cast(Coalesce("earliest", "latest"), CharField()), 1, length))
        .values_list("unit", "precision")
        .annotate(Count("pk"))
    )
    for prefix, precision, count in grouped:
        if prefix:
            per_stretch[_stretch(prefix, precision)] += count
    stretches = sorted(stretch for stretch in per_stretch if stretch[1] >= extent[0])
    return Bins(
        unit=unit,
        first=[first for first, _last in stretches],
        last=[last for _first, last in stretches],
        count=[per_stretch[stretch] for stretch in stretches],
    )


def _finest_unit(days: int) -> tuple[str, int]:
    for unit, length, size in _UNITS:
        if days / size <= MOST_BINS:
            return unit, length
    return unit, length


def _stretch(prefix: str, precision: str) -> Span:
    """The first and last day that a group of events may mean: "2013" is the whole year, never its first month."""
    prefix = prefix[: _KNOWN_TO.get(Precision(precision), 10)]
    if len(prefix) > 4:
        return _bounds(HistoricalDate.parse(prefix))
    # Year 0 does not exist for the calendar, but it is where the first century's prefix begins.
    first = dt.date(max(int(prefix.ljust(4, "0")), 1), 1, 1)
    last = dt.date(int(prefix.ljust(4, "9")), 12, 31)
    return _day_number(first), _day_number(last)

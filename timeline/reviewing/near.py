"""What an event might be the same as: events of the same days that share an actor, or what an editor looks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Case, Count, Q, Value, When

from timeline import search
from timeline.dates import HistoricalDate
from timeline.models import Actor, Event, Participation

MOST_SHOWN = 5
MOST_FOUND = 10
DAYS_APART = 3
WIDEST = 400
"""Days; a vaguer date is near to too much to be worth telling."""


def near_events(
    date: HistoricalDate | None,
    actors: Iterable[str],
    chronology: int | None = None,
    *,
    kind: str = "",
    other_than: Event | None = None,
) -> list[Event]:
    """Those of these days, or a few days apart, that share actors, given by keys: first those that share most and are
    of that kind."""
    start, end = (date.earliest or date.latest, date.latest or date.earliest) if date else (None, None)
    if start is None or end is None:
        return []
    end = min(end, start + dt.timedelta(days=WIDEST))
    # A vague date begins long before the days that it may mean. The status, although it leaves out few, for the index
    # over status and day.
    shared = Participation.objects.filter(
        Q(event__latest__gte=_days_from(start, -DAYS_APART)) | Q(event__latest=None),
        actor__in=list(Actor.objects.filter(key__in=list(actors)).values_list("pk", flat=True)),
        event__status__in=[Event.Status.PUBLISHED, Event.Status.DRAFT],
        event__earliest__range=(_days_from(start, -WIDEST), _days_from(end, DAYS_APART)),
        event__chronology=chronology,
    )
    if other_than is not None:
        shared = shared.exclude(event=other_than.pk)
    # Among equals the nearest: it begins last, as none begins more than a few days behind.
    found = (
        shared.order_by()
        .values("event")
        .annotate(shared=Count("pk"), other_kind=Case(When(event__kind=kind, then=Value(0)), default=Value(1)))
        .order_by("-shared", "other_kind", "-event__earliest", "event")
        .values_list("event", flat=True)[:MOST_SHOWN]
    )
    return _in_this_order(list(found))


def events_of_that_time(date: HistoricalDate | None, chronology: int | None = None) -> list[Event]:
    """Those with the very same date, whoever took part."""
    if date is None:
        return []
    rows = Event.objects.filter(chronology=chronology, edtf=date.edtf, earliest=date.earliest)
    rows = rows.exclude(status=Event.Status.REJECTED).order_by("pk")
    return _in_this_order(list(rows.values_list("pk", flat=True)[:MOST_SHOWN]))


def events_found(text: str, event: Event) -> list[Event]:
    """By words of titles, passages and names, or by their public id."""
    if not text.strip():
        return []
    keys = search.found(search.EVENTS, text)
    open_to_merging = Event.objects.of_articles().exclude(status=Event.Status.REJECTED).exclude(pk=event.pk)
    rows = open_to_merging.filter(Q(pk__in=keys) | Q(public_id=text.strip()[:16]))
    return _in_this_order(list(rows.values_list("pk", flat=True)[:MOST_FOUND]))


def _days_from(day: dt.date, days: int) -> dt.date:
    """The calendar ends on both sides."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return day


def _in_this_order(keys: list[int]) -> list[Event]:
    rows = {event.pk: event for event in Event.objects.for_lists().filter(pk__in=keys)}
    return [rows[key] for key in keys if key in rows]

"""What a proposal might be the same as: events of the same days that share an actor, or what an editor looks for."""

from __future__ import annotations

import datetime as dt

from django.db.models import Case, Count, Q, Value, When

from timeline import search
from timeline.models import Event, Participation

MOST_SHOWN = 5
MOST_FOUND = 10
DAYS_APART = 3
WIDEST = 400
"""Days; a vaguer date is near to too much to be worth telling."""


def near_events(event: Event) -> list[Event]:
    """Those that begin within a few days of it and share actors, first those that share most."""
    start, end = event.earliest or event.latest, event.latest or event.earliest
    if start is None or end is None:
        return []
    end = min(end, start + dt.timedelta(days=WIDEST))
    window = (_days_from(start, -DAYS_APART), _days_from(end, DAYS_APART))
    actors = [participation.actor_id for participation in event.participations.all()]
    # The status, although it leaves out few, for the index over status and day.
    found = (
        Participation.objects.filter(
            actor__in=actors,
            event__status__in=[Event.Status.PUBLISHED, Event.Status.DRAFT],
            event__earliest__range=window,
            event__chronology=None,
        )
        .exclude(event=event.pk)
        .order_by()
        .values("event")
        .annotate(shared=Count("pk"), other_kind=Case(When(event__kind=event.kind, then=Value(0)), default=Value(1)))
        .order_by("-shared", "other_kind", "event__earliest", "event")
        .values_list("event", flat=True)[:MOST_SHOWN]
    )
    return _in_this_order(list(found))


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

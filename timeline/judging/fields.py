"""The fields of an event that a person can decide, as plain values that outlive the database's row numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError

from timeline.dates import HistoricalDate
from timeline.history import record_added
from timeline.models import Actor, Event, Participation, Place

Fields = dict[str, Any]
"""JSON values by the name of the field."""


def snapshot(event: Event) -> Fields:
    """What stands in the event now. Actors and places are named by their keys."""
    return {
        "date": {"edtf": event.edtf, "wording": event.wording, "derivation": event.derivation},
        "kind": event.kind,
        "place": event.place.key if event.place else None,
        "participations": participations_of(event),
        "title_fr": event.title_fr,
        "title_en": event.title_en,
        "sequence": event.sequence,
        "status": event.status,
        "reviewed": event.reviewed,
    }


def participations_of(event: Event) -> list[list[str]]:
    """Who took part, by key, and in what role."""
    pairs = event.participations.order_by("id").values_list("actor__key", "role") if event.pk else []
    return [list(pair) for pair in pairs]


def restore(event: Event, values: Mapping[str, Any]) -> list[str]:
    """Put such values back, without saving the event itself; returns the names of those that cannot be.

    An actor or a place may have gone since, and nothing is published without a passage and a date.
    """
    # The status last: whether an event can be published depends on its date.
    names = sorted(values, key=lambda name: name == "status")
    return [name for name in names if not _put(event, name, values[name])]


def _put(event: Event, name: str, value: Any) -> bool:
    match name:
        case "date":
            event.date = HistoricalDate.parse(value["edtf"]) if value["edtf"] else None
            event.wording, event.derivation = value["wording"], value["derivation"]
        case "place":
            event.place = Place.objects.filter(key=value).first()
            return event.place is not None or value is None
        case "participations":
            return _put_participations(event, value)
        case "status":
            return _put_status(event, value)
        case _:
            setattr(event, name, value)
    return True


def _put_participations(event: Event, pairs: list[list[str]]) -> bool:
    actors = _actors(pairs)
    if len(actors) < len(pairs):
        return False
    roles: dict[Actor, str] = {}
    for key, role in pairs:
        roles.setdefault(actors[key], role)
    now = event.participations.order_by("id").values_list("actor", "role")
    if list(now) != [(actor.pk, role) for actor, role in roles.items()]:
        event.participations.all().delete()
        made = [Participation(event=event, actor=actor, role=role) for actor, role in roles.items()]
        record_added(Participation.objects.bulk_create(made))
    return True


def _actors(pairs: list[list[str]]) -> dict[str, Actor]:
    """By key, whom each key means now: those that were held to be one actor are that one."""
    found = Actor.objects.filter(key__in=[key for key, _role in pairs]).select_related("merged_into")
    return {actor.key: actor.survivor for actor in found}


def same_value(name: str, one: Any, other: Any) -> bool:
    """Whether two values of a field are the same, whatever actors have been held to be one since."""
    if name != "participations" or one == other:
        return bool(one == other)
    return _as_meant(one) == _as_meant(other)


def _as_meant(pairs: list[list[str]]) -> dict[str, str]:
    actors = _actors(pairs)
    roles: dict[str, str] = {}
    for key, role in pairs:
        roles.setdefault(actors[key].key if key in actors else key, role)
    return roles


def _put_status(event: Event, status: str) -> bool:
    if status == Event.Status.PUBLISHED:
        try:
            event.check_publishable()
        except ValidationError:
            return False
    event.status = status
    return True

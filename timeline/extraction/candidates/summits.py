"""What a deed was, judged by who took part in it: heads of state or government meet at a summit."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extraction.records import ActorKind, EventKind, Participant, PlaceRef, TimeExpression
from timeline.knowledge import Knowledge

# Offices of heads of state or government, by their keys in the knowledge files.
_HEADS = frozenset(
    [
        "president",
        "prime_minister",
        "chancellor",
        "king",
        "queen",
        "emperor",
        "shah",
        "emir",
        "sultan",
        "supreme_leader",
        "leader",
        "head_of_state",
        "pope",
        "crown_prince",
    ]
)


def told_kind(
    kind: EventKind,
    participants: Sequence[Participant],
    place: PlaceRef | None,
    time: TimeExpression | None,
    knowledge: Knowledge,
) -> EventKind:
    """The kind of a deed, seen from who took part in it.

    Two persons who do something together in one place have met, whatever the verb; where at least two of them led
    different states then, it was a summit.
    """
    persons = [p.actor.key for p in participants if p.actor.kind is ActorKind.PERSON]
    if kind is EventKind.OTHER and place and len(persons) > 1:
        kind = EventKind.MEETING
    if kind is not EventKind.MEETING or time is None or time.date is None:
        return kind
    led = {
        tenure.of
        for person in persons
        for tenure in knowledge.tenures_of(person)
        if tenure.date.possibly_within(time.date) and tenure.role in _HEADS
    }
    return EventKind.SUMMIT if len(led) > 1 else kind

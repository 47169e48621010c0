"""A meeting of heads of state or government is a summit, whatever the article calls it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extraction.records import ActorKind, EventKind, Participant, TimeExpression
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
_MEETINGS = (EventKind.MEETING, EventKind.OTHER)


def raised_kind(
    kind: EventKind, participants: Sequence[Participant], time: TimeExpression | None, knowledge: Knowledge
) -> EventKind:
    """`summit` where at least two participants led different states then; the kind itself otherwise."""
    if kind not in _MEETINGS or time is None or time.date is None:
        return kind
    persons = [p.actor.key for p in participants if p.actor.kind is ActorKind.PERSON]
    led = {
        tenure.of
        for person in persons
        for tenure in knowledge.tenures_of(person)
        if tenure.date.possibly_within(time.date) and tenure.role in _HEADS
    }
    return EventKind.SUMMIT if len(led) > 1 else kind

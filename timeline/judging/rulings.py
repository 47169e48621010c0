"""What the standing judgements say of a group of passages, whichever event the extractor makes of them this time.

Three rules:

1. A passage follows the latest decision about it. An event is rejected when at least half of its passages were
   rejected; where fewer were, these are set aside and the others decide.
2. A field that a person set is theirs in every event that holds at least half of the passages they judged, or of whose
   passages they judged at least half. Where two persons set it, the later one did.
3. An undone judgement says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from timeline.models import Citation, Event, Judgement

NO_FIELDS = {"passage", "reviewed"}
"""What a judgement can decide beside the fields of an event."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement, as far as replaying it needs."""

    passages: frozenset[str]
    after: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Standing:
    """What people decided about a group of passages; all empty where nobody did."""

    status: str = ""
    """`published`, `rejected` or `draft`."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """The values that people set, the status among them: the program does not change these."""
    passages: Mapping[str, str] = field(default_factory=dict)
    """By key, the state of each passage that people accepted or rejected as evidence."""
    reviewed: bool = False

    @property
    def locked(self) -> tuple[str, ...]:
        return tuple(sorted(self.fields))


class Rulings:
    """The standing judgements, found by the passages that they are about."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        """`decisions` in the order in which they were taken."""
        self._decisions = list(decisions)
        self._by_passage: dict[str, list[int]] = defaultdict(list)
        for number, decision in enumerate(self._decisions):
            for key in decision.passages:
                self._by_passage[key].append(number)

    @classmethod
    def load(cls) -> Self:
        rows = Judgement.objects.filter(undone=None).order_by("decided", "id").values_list("passages", "detail")
        return cls(Decision(frozenset(passages), detail.get("after", {})) for passages, detail in rows)

    def on(self, citation_keys: Iterable[str]) -> Standing:
        keys = frozenset(citation_keys)
        numbers = sorted({number for key in keys for number in self._by_passage.get(key, ())})
        decisions = [self._decisions[number] for number in numbers]
        if not decisions:
            return Standing()
        states = _latest(decisions, keys, "passage")
        statuses = _latest(decisions, keys - _rejected(states), "status")
        about_the_event = [decision for decision in decisions if _is_about(decision, keys)]
        fields = {
            name: value
            for decision in about_the_event
            for name, value in decision.after.items()
            if name not in NO_FIELDS and name != "status"
        }
        status = _status(statuses, keys)
        if status:
            fields["status"] = status
        if status != Event.Status.REJECTED:
            for key, value in statuses.items():
                if value == Event.Status.REJECTED:
                    states.setdefault(key, Citation.State.REJECTED.value)
        return Standing(
            status, fields, states, reviewed=bool(fields) or any("reviewed" in d.after for d in about_the_event)
        )


def _latest(decisions: Iterable[Decision], keys: frozenset[str], name: str) -> dict[str, str]:
    """What was last decided of each passage, in the order of the decisions."""
    latest: dict[str, str] = {}
    for decision in decisions:
        if name in decision.after:
            for key in sorted(decision.passages & keys):
                latest.pop(key, None)
                latest[key] = decision.after[name]
    return latest


def _rejected(states: Mapping[str, str]) -> frozenset[str]:
    return frozenset(key for key, state in states.items() if state == Citation.State.REJECTED)


def _status(statuses: Mapping[str, str], keys: frozenset[str]) -> str:
    rejected = [key for key, status in statuses.items() if status == Event.Status.REJECTED]
    if rejected and 2 * len(rejected) >= len(keys):
        return Event.Status.REJECTED.value
    others = [status for status in statuses.values() if status != Event.Status.REJECTED]
    return others[-1] if others else ""


def _is_about(decision: Decision, keys: frozenset[str]) -> bool:
    shared = 2 * len(decision.passages & keys)
    return shared >= len(decision.passages) or shared >= len(keys)

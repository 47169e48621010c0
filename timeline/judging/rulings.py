"""What the standing judgements say of a group of passages, whichever event the extractor makes of them this time.

Six rules:

1. A passage follows the latest decision about it. An event is rejected when at least half of its passages were
   rejected; where fewer were, these are set aside and the others decide.
2. A field that a person set is theirs in every event that holds at least half of the passages they judged, or of whose
   passages they judged at least half. Where two persons set it, the later one did; who hands it back to the program
   ends what was set before.
3. Passages that a person put together are one event, those that a person set apart are not, and the latest decision
   counts where two contradict each other.
4. Whoever splits an event leaves its fields with the passages that stayed: what was set for the whole before says
   nothing of those that left, but for its status.
5. A passage on which people decided counts as evidence even where a newer extractor would refuse it.
6. An undone judgement says nothing.

How a passage is known again is said in `passages.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast, Concat

from timeline.judging.bonds import Bonds
from timeline.judging.passages import known_again, with_versions_before
from timeline.models import Citation, Event, Judgement

NO_FIELDS = {"passage", "reviewed"}
"""What a judgement can decide beside the fields of an event."""

ABOUT_ACTORS = (Judgement.Verdict.SAME, Judgement.Verdict.DIFFERENT, Judgement.Verdict.RENAME)

MOST_WORDS = 100
"""Keys and hashes to look for in judgements, beyond which reading all of them is no slower."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement, as far as replaying it needs."""

    passages: frozenset[str]
    after: Mapping[str, Any]
    groups: tuple[tuple[str, ...], ...] = ()
    """Passages that were put together, each group apart from the others; of a split those that left come first. Their
    order is that of the record, whatever keys they have now."""
    handed_back: frozenset[str] = frozenset()
    """Fields that are the program's again."""
    event: int | None = None

    @property
    def upholds(self) -> bool:
        """Whether a person relied on the passages, so that they stay evidence."""
        return bool(self.groups) or self.after.get("passage", self.after.get("status")) not in (
            None,
            Event.Status.REJECTED,
        )

    def is_about(self, keys: Collection[str]) -> bool:
        shared = 2 * len(self.passages.intersection(keys))
        return shared >= len(self.passages) or shared >= len(keys)

    def took_away(self, keys: Collection[str]) -> bool:
        """Whether it set these apart from the event that they were in."""
        if len(self.groups) != 2:
            return False
        left, stayed = (len(set(group).intersection(keys)) for group in self.groups)
        return left > stayed


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
    """The standing judgements on events, found by the passages that they are about."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        """`decisions` in the order in which they were taken."""
        self._decisions = list(decisions)
        self._by_passage: dict[str, list[int]] = defaultdict(list)
        self._by_event: dict[int, list[int]] = defaultdict(list)
        for number, decision in enumerate(self._decisions):
            for key in decision.passages.union(*decision.groups):
                self._by_passage[key].append(number)
            if decision.event is not None and not decision.passages:
                self._by_event[decision.event].append(number)

    @classmethod
    def load(cls) -> Self:
        return cls._loaded(_standing())

    @classmethod
    def about(cls, *events: Event) -> Self:
        """Those that may say something of these events, and of whatever holds their passages instead; of others they
        say nothing. A passage is known again in its article and in newer versions of it only, so that judgements on
        other articles have no say."""
        passages = Citation.objects.filter(event__in=events)
        words = {*passages.values_list("key", flat=True), *with_versions_before(passages.values("source"))}
        if len(words) > MOST_WORDS:
            return cls.load()
        told = _standing().annotate(told=Concat(Cast("spans", TextField()), Cast("passages", TextField())))
        wanted = Q(event__in=events)
        for word in sorted(words):
            wanted |= Q(told__contains=word)
        return cls._loaded(told.filter(wanted))

    @classmethod
    def _loaded(cls, judgements: QuerySet[Judgement]) -> Self:
        rows = list(judgements.order_by("decided", "id").values_list("passages", "detail", "spans", "event_id"))
        spans: dict[str, Any] = {}
        for passages, _detail, where, _event in rows:
            spans |= dict.fromkeys((key for key in passages if key not in where), ()) | where
        now = known_again(spans)
        return cls(_decision(passages, detail, event, now) for passages, detail, _where, event in rows)

    def on(self, citation_keys: Iterable[str], event: int | None = None) -> Standing:
        """What stands of these passages; of an event that never had any, by its row."""
        keys = frozenset(citation_keys)
        numbers = {number for key in keys for number in self._by_passage.get(key, ())}
        if event is not None:
            numbers.update(self._by_event.get(event, ()))
        decisions = [self._decisions[number] for number in sorted(numbers)]
        if not decisions:
            return Standing()
        states = _latest(decisions, keys, "passage")
        statuses = _latest(decisions, keys - _rejected(states), "status")
        fields, reviewed = _fields(decisions, keys)
        status = _status(statuses, keys) or ("" if keys else fields.get("status", ""))
        fields.pop("status", None)
        if status:
            fields["status"] = status
        if status != Event.Status.REJECTED:
            for key, value in statuses.items():
                if value == Event.Status.REJECTED:
                    states.setdefault(key, Citation.State.REJECTED.value)
        return Standing(status, fields, states, reviewed=bool(fields) or reviewed)

    def of_passages(self) -> Mapping[str, str]:
        """By key, the state of each passage that people accepted or rejected by itself."""
        return _latest(self._decisions, None, "passage")

    def upheld(self) -> frozenset[str]:
        """The passages that people relied on."""
        return frozenset(key for decision in self._decisions if decision.upholds for key in decision.passages)

    def bonds(self) -> Bonds:
        bonds = Bonds()
        for decision in reversed(self._decisions):
            for group in decision.groups:
                bonds.together(group)
            for number, group in enumerate(decision.groups):
                for other in decision.groups[number + 1 :]:
                    bonds.part(group, other)
        return bonds


def _standing() -> QuerySet[Judgement]:
    return Judgement.objects.filter(undone=None).exclude(verdict__in=ABOUT_ACTORS)


def _decision(
    passages: Iterable[str], detail: Mapping[str, Any], event: int | None, now: Mapping[str, str]
) -> Decision:
    handed_back = frozenset(detail.get("handed_back", ()))
    return Decision(
        passages=frozenset(now.get(key, key) for key in passages),
        after={} if handed_back else detail.get("after", {}),
        groups=tuple(tuple(now.get(key, key) for key in group) for group in detail.get("groups", ())),
        handed_back=handed_back,
        event=event,
    )


def _fields(decisions: list[Decision], keys: frozenset[str]) -> tuple[dict[str, Any], bool]:
    """The fields that people set of an event with these passages, and whether anybody looked at it."""
    fields: dict[str, Any] = {}
    reviewed = False
    for number, decision in enumerate(decisions):
        if keys and not decision.is_about(keys):
            continue
        reviewed |= "reviewed" in decision.after or bool(decision.groups)
        if any(
            later.took_away(keys) and decision.passages.intersection(later.groups[1])
            for later in decisions[number + 1 :]
        ):
            continue
        fields |= {name: value for name, value in decision.after.items() if name not in NO_FIELDS}
        for name in decision.handed_back:
            fields.pop(name, None)
    return fields, reviewed


def _latest(decisions: Iterable[Decision], keys: frozenset[str] | None, name: str) -> dict[str, str]:
    """What was last decided of each passage, in the order of the decisions."""
    latest: dict[str, str] = {}
    for decision in decisions:
        if name in decision.after or name in decision.handed_back:
            for key in sorted(decision.passages if keys is None else decision.passages & keys):
                latest.pop(key, None)
                if name in decision.after:
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

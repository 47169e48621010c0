"""The versions of a row: what was changed together is one; what the row was then is worked out from what it is now."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import Model

from timeline.history.nouns import NOUNS, Noun
from timeline.models import Change, Event


@dataclass(frozen=True, slots=True)
class Version:
    """What one act did to a row and what belongs to it."""

    act: uuid.UUID
    changes: tuple[Change, ...]

    @property
    def newest(self) -> Change:
        return self.changes[0]

    @property
    def is_of_the_row(self) -> bool:
        """Whether it is a version to go back to, and not only of a passage beside it."""
        return any(change.noun != "citation" or change.subject_noun == change.noun for change in self.changes)


@dataclass(slots=True)
class State:
    """A row and what belongs to it, at one time."""

    values: dict[str, Any]
    belongings: dict[str, dict[int, dict[str, Any]]] = field(default_factory=dict)
    """By noun and number, the values of the rows that belong to it."""


def versions_of(row: Model) -> list[Version]:
    """The newest first. With an event come the changes of its passages."""
    changes = list(Change.objects.of(NOUNS[type(row)].name, row.pk))
    if isinstance(row, Event):
        passages = list(row.citations.values_list("pk", flat=True))
        changes += Change.objects.filter(noun="citation", row__in=passages).select_related("by")
    changes.sort(key=lambda change: -change.pk)
    return [Version(act, tuple(group)) for act, group in groupby(changes, key=lambda change: change.act)]


def state_at(row: Model, version: Version | None) -> State:
    """What the row was when that version was made, or before any: what it is, with all later changes taken back."""
    noun = NOUNS[type(row)]
    belongings = {one.name: _belongings(one.model, row) for one in _belonging_to(type(row))}
    state = State(noun.stored(row.pk) or {}, belongings)
    later = Change.objects.of(noun.name, row.pk)
    for change in later.filter(pk__gt=version.newest.pk) if version else later:
        _take_back(state, change)
    return state


def _belonging_to(model: type[Model]) -> Iterable[Noun]:
    nouns = [noun for noun in NOUNS.values() if noun.subject]
    return [noun for noun in nouns if noun.model._meta.get_field(noun.subject).related_model is model]


def _belongings(model: type[Model], row: Model) -> dict[int, dict[str, Any]]:
    noun = NOUNS[model]
    found = model._base_manager.filter(**{noun.subject: row}).order_by("pk")
    return {one.pk: noun.of(one) for one in found}


def _take_back(state: State, change: Change) -> None:
    if change.noun == change.subject_noun:
        state.values |= change.before
        return
    rows = state.belongings.setdefault(change.noun, {})
    match change.kind:
        case Change.Kind.ADDED:
            rows.pop(change.row, None)
        case Change.Kind.DELETED:
            rows[change.row] = change.before
        case _:
            rows[change.row] = rows.get(change.row, {}) | change.before

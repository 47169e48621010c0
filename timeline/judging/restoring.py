"""An earlier version is put back. Of an event this is a judgement: it locks, outlives every new run, can be undone."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model

from timeline.history.authors import acting
from timeline.history.nouns import BY_NAME
from timeline.history.versions import State
from timeline.judging.decisions import correct
from timeline.judging.fields import Fields, restore, same_value, snapshot
from timeline.judging.rights import PUBLISH, is_publishing
from timeline.models import Event

CHOSEN_ONCE = {"key", "slug"}
"""What others rely on, so that it stays as it is."""


@transaction.atomic
def restore_event(event: Event, state: State, user: User, reason: str = "") -> list[str]:
    """Make the event what it was; returns the names of the fields that could not be put back.

    Whether readers see it is left as it is where the person may not decide that.
    """
    before = snapshot(event)
    wanted = {name: value for name, value in _fields(state).items() if not same_value(name, before[name], value)}
    kept = []
    if is_publishing(before["status"], str(wanted.get("status", before["status"]))) and not user.has_perm(PUBLISH):
        kept = ["status"]
        del wanted["status"]
    with acting(user, reason):
        kept += restore(event, wanted)
        event.save()
        correct(event, before, user, reason)
    return kept


def _fields(state: State) -> Fields:
    own = state.values
    parts = [[part["actor"], part["role"]] for _row, part in sorted(state.belongings.get("participation", {}).items())]
    plain = {name: own[name] for name in ("kind", "place", "title_fr", "title_en", "sequence", "status")}
    date = {name: own[name] for name in ("edtf", "wording", "derivation")}
    return {"date": date, **plain, "participations": parts}


@transaction.atomic
def restore_row(row: Model, state: State, user: User, reason: str = "") -> None:
    """Make an actor or a place, with its names and offices, what it was."""
    with acting(user, reason):
        _set(row, state.values)
        for noun, rows in state.belongings.items():
            _restore_belongings(row, noun, rows)


def _restore_belongings(row: Model, noun: str, rows: dict[int, dict[str, Any]]) -> None:
    known = BY_NAME[noun]
    stored = {one.pk: one for one in known.model._base_manager.filter(**{known.subject: row})}
    for pk, one in stored.items():
        if pk not in rows:
            one.delete()
    for pk, values in rows.items():
        _set(stored.get(pk) or known.model(pk=pk, **{known.subject: row}), values)


def _set(row: Model, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if row._state.adding or name not in CHOSEN_ONCE:
            setattr(row, name, value)
    row.save()

"""Changes are recorded where rows are written, whoever writes: by the rows' own signals.

Two ways of writing send no signals, `bulk_create` and `update`: who uses them on rows that have a history says so by
`record_added` or `record_changed`, or writes row by row by `update_each`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save

from timeline.history.authors import current_act
from timeline.history.nouns import NOUNS
from timeline.models import Change

_BEFORE = "_before_this_change"
_NEW = "_added_by_the_program"
"""Marks a row that is still being made: it is written twice where its status follows from its passages."""


def connect() -> None:
    for model in NOUNS:
        pre_save.connect(_note_what_is_stored, sender=model)
        post_save.connect(_record_saved, sender=model)
        pre_delete.connect(_note_what_goes, sender=model)
        post_delete.connect(_record_deleted, sender=model)


def record_added(rows: Iterable[Model]) -> None:
    """These were just created at once."""
    Change.objects.bulk_create(_change(row, Change.Kind.ADDED, {}, NOUNS[type(row)].of(row)) for row in rows)


def record_changed(changed: Iterable[tuple[Model, dict[str, Any], dict[str, Any]]]) -> None:
    """These rows were just changed at once, each from such values to such."""
    Change.objects.bulk_create(_change(row, Change.Kind.CHANGED, before, after) for row, before, after in changed)


def update_each(rows: QuerySet[Any], **values: Any) -> int:
    """As `QuerySet.update` does, and recorded."""
    found = list(rows)
    for row in found:
        for name, value in values.items():
            setattr(row, name, value)
        row.save(update_fields=list(values))
    return len(found)


def _note_what_is_stored(
    sender: type[Model], instance: Model, raw: bool, update_fields: frozenset[str] | None, **_signal: Any
) -> None:
    noun = NOUNS[sender]
    untouched = update_fields is not None and not update_fields & noun.values.keys()
    is_new = instance._state.adding or (_NEW in instance.__dict__ and not _is_a_person(current_act().user))
    if raw or untouched or is_new or _is_first_settled(sender, update_fields):
        setattr(instance, _BEFORE, None)
    else:
        setattr(instance, _BEFORE, noun.stored(instance.pk))


def _is_first_settled(sender: type[Model], fields: frozenset[str] | None) -> bool:
    """The program says of thousands of passages to which event they belong. The event's own changes tell of it."""
    return (
        sender._meta.model_name == "citation"
        and fields == frozenset({"event"})
        and not _is_a_person(current_act().user)
    )


def _record_saved(sender: type[Model], instance: Model, created: bool, raw: bool, **_signal: Any) -> None:
    before = instance.__dict__.pop(_BEFORE, None)
    if raw:
        return
    if created:
        # What the program adds tells of itself when it came.
        if _is_a_person(current_act().user):
            record_added([instance])
        else:
            instance.__dict__[_NEW] = True
        return
    if before is None:
        return
    now = NOUNS[sender].of(instance)
    names = [name for name, value in now.items() if value != before[name]]
    if names:
        was, now = {name: before[name] for name in names}, {name: now[name] for name in names}
        _change(instance, Change.Kind.CHANGED, was, now).save()


def _note_what_goes(sender: type[Model], instance: Model, **_signal: Any) -> None:
    setattr(instance, _BEFORE, (NOUNS[sender].of(instance), str(instance)[:300]))


def _record_deleted(instance: Model, **_signal: Any) -> None:
    before, name = instance.__dict__.pop(_BEFORE)
    change = _change(instance, Change.Kind.DELETED, before, {})
    change.name = name
    change.save()


def _change(row: Model, kind: Change.Kind, before: dict[str, Any], after: dict[str, Any]) -> Change:
    noun, act = NOUNS[type(row)], current_act()
    subject_noun, subject_row = noun.subject_of(row)
    person = _is_a_person(act.user)
    return Change(
        noun=noun.name,
        row=row.pk,
        subject_noun=subject_noun,
        subject_row=subject_row,
        kind=kind,
        before=before,
        after=after,
        act=act.key,
        by_id=act.user.pk if person and act.user else None,
        is_program=not person,
        why=act.why[:500],
    )


def _is_a_person(user: Any) -> bool:
    return user is not None and user.is_authenticated

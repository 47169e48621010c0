"""Judgements are taken back: what they changed returns to what it was, unless somebody changed it again since."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from timeline.history import update_each
from timeline.judging.actors import undo_rename, undo_same
from timeline.judging.claims import RAISED, lower_claim
from timeline.judging.creation import undo_creation
from timeline.judging.enforcement import put_in_force, standing_on
from timeline.judging.fields import Fields, restore, same_value, snapshot
from timeline.judging.grouping import undo_merge, undo_split
from timeline.judging.passage_states import passage_changed
from timeline.judging.rights import may_undo
from timeline.judging.rulings import Rulings
from timeline.models import Citation, Event, Judgement


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undone judgement gave back, and what was left because it has been changed since."""

    restored: tuple[str, ...]
    kept: tuple[str, ...]


@transaction.atomic
def undo(judgement: Judgement, user: User | None = None) -> Undone:
    """Take a judgement back. Raises ValidationError where it was undone before, PermissionDenied where `user` could not
    have made it."""
    if user and not may_undo(user, judgement):
        raise PermissionDenied(_("Only publishers take back what a publisher decided."))
    taken = Judgement.objects.filter(pk=judgement.pk, undone=None).update(undone=timezone.now())
    if not taken:
        raise ValidationError(_("This judgement was undone before."))
    judgement.refresh_from_db()
    own_way = _OWN_WAYS.get(judgement.verdict)
    if own_way:
        return _undone(*own_way(judgement))
    before, after = judgement.detail.get("before", {}), judgement.detail.get("after", {})
    if RAISED in judgement.detail:
        return _undone(after, ()) if lower_claim(judgement) else _undone((), after)
    if "passage" in after:
        return _undo_on_passages(judgement, before["passage"], after["passage"])
    if judgement.event is None:
        return Undone(restored=(), kept=tuple(after))
    return _undo_on_event(judgement.event, before, after)


_OWN_WAYS: Mapping[str, Callable[[Judgement], tuple[Sequence[str], Sequence[str]]]] = {
    Judgement.Verdict.MERGE: undo_merge,
    Judgement.Verdict.SPLIT: undo_split,
    Judgement.Verdict.SAME: undo_same,
    Judgement.Verdict.RENAME: undo_rename,
    Judgement.Verdict.DIFFERENT: lambda _judgement: (["actors"], []),
    Judgement.Verdict.CREATE: undo_creation,
}
"""What is taken back otherwise than by putting fields back: what was restored, and what was left."""


def _undone(restored: Sequence[str], kept: Sequence[str]) -> Undone:
    return Undone(tuple(restored), tuple(kept))


def _undo_on_passages(judgement: Judgement, before: str, after: str) -> Undone:
    restored = update_each(Citation.objects.filter(key__in=judgement.passages, state=after), state=before)
    if judgement.event:
        passage_changed(judgement.event)
    return Undone(("passage",), ()) if restored else Undone((), ("passage",))


def _undo_on_event(event: Event, before: Fields, after: Fields) -> Undone:
    now = snapshot(event)
    rulings = Rulings.about(event)
    unchanged = {name: before[name] for name, value in after.items() if same_value(name, now[name], value)}
    failed = restore(event, unchanged)
    event.version += 1
    event.save()
    put_in_force(event, standing_on(event, rulings))
    restored = tuple(name for name in unchanged if name not in failed)
    return Undone(restored, tuple(name for name in after if name not in restored))

"""An editor's latest decision, to be taken back: one judgement, or a batch of them as one."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from timeline.judging.batches import undo_all
from timeline.judging.claims import RAISED
from timeline.judging.undoing import undo
from timeline.models import Event, Judgement


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was undone: the judgement, or the first of its batch."""

    judgement: Judgement
    event: Event | None
    """What it was about, if that is still there."""
    events: int = 1
    """How many it was about."""
    kept: tuple[str, ...] = ()
    """The fields that stay as they are, because somebody changed them since."""


def latest_judgement(user: User) -> Judgement | None:
    """The last one of this editor that stands."""
    own = Judgement.objects.filter(decided_by=user, undone=None).select_related("event__place")
    return own.order_by("-decided", "-pk").first()


@transaction.atomic
def undo_latest(user: User) -> TakenBack | None:
    """None where nothing of theirs stands. Asked again, it takes back the one before.

    Raises PermissionDenied where they have lost the right to decide so.
    """
    judgement = latest_judgement(user)
    if judgement is None:
        return None
    if judgement.batch:
        tally = undo_all(judgement.batch, user)
        return TakenBack(judgement, None, tally.done, ("status",) if tally.left else ())
    undone = undo(judgement, user)
    if RAISED in judgement.detail and not undone.kept:
        return TakenBack(judgement, None)
    return TakenBack(judgement, _to_look_at(judgement), kept=undone.kept)


def _to_look_at(judgement: Judgement) -> Event | None:
    """The event that was decided about: of a merge, the one that it had emptied; of a split, the one it was of."""
    emptied = Event.objects.filter(public_id__in=judgement.detail.get("emptied", ())).order_by("pk").first()
    return emptied or (judgement.event.survivor if judgement.event else None)

"""Many proposals accepted in one go: first what would happen, then just that, or nothing if it is no longer so."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.judging.batches import publish_all, unpublishable
from timeline.judging.rights import PUBLISH
from timeline.models import Event
from timeline.reviewing.deciding import Conflict
from timeline.reviewing.filters import QueueFilter, waiting
from timeline.reviewing.grading import Doubt

MOST_AT_ONCE = 1_000
"""So that the answer does not keep an editor waiting; what is left is accepted by asking again."""


@dataclass(frozen=True)
class LeftOut:
    event: Event
    why: str


@dataclass(frozen=True)
class Acceptance:
    """What accepting all that the filter leaves would do."""

    accepted: list[Event]
    left_out: list[LeftOut]
    remaining: int
    """How many more the filter leaves than can be accepted in one go."""

    @property
    def mark(self) -> str:
        """Changes with any of the events: an editor agrees to these and no others."""
        told = ",".join(f"{event.pk}:{event.version}" for event in self.accepted)
        return hashlib.sha256(told.encode()).hexdigest()[:20]


def acceptance(filters: QueueFilter, user: User, *, locking: bool = False) -> Acceptance:
    rows = waiting(filters)
    ordered = rows.in_order_of_review()
    events = list((ordered.select_for_update(of=("self",)) if locking else ordered)[:MOST_AT_ONCE])
    unsupported = unpublishable(events)
    left_out = [LeftOut(event, why) for event in events if (why := _why_not(event, unsupported, user))]
    cannot = {left.event.pk for left in left_out}
    remaining = rows.count() - len(events) if len(events) == MOST_AT_ONCE else 0
    return Acceptance([event for event in events if event.pk not in cannot], left_out, remaining)


def _why_not(event: Event, unsupported: set[int], user: User) -> str:
    """Empty where it can be accepted."""
    if event.pk in unsupported:
        return (Doubt.NO_PASSAGE if event.edtf else Doubt.NO_DATE).words
    if event.status != Event.Status.PUBLISHED and not user.has_perm(PUBLISH):
        return _("it is a draft, and only publishers show it to readers")
    return ""


@transaction.atomic
def accept_all(filters: QueueFilter, mark: str, user: User, reason: str = "") -> int:
    """Returns how many were accepted. Raises Conflict where the preview with that mark is no longer true."""
    found = acceptance(filters, user, locking=True)
    if found.mark != mark:
        raise Conflict
    publish_all(found.accepted, user, reason)
    return len(found.accepted)

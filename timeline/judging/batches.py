"""Many events published in one go, each with a judgement of its own, and taken back in one go."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from timeline.history import acting, record_changed
from timeline.judging.passages import spans_of
from timeline.judging.rights import may_undo
from timeline.models import Citation, Event, Judgement
from timeline.search.refreshing import refresh_after_commit

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Tally:
    """How many events were changed, and how many left because somebody changed them since."""

    done: int = 0
    left: int = 0


@transaction.atomic
def publish_all(events: Sequence[Event], user: User, reason: str = "") -> str:
    """What `publish` does, with few statements for many; returns the name of the batch.

    For events that `unpublishable` does not name.
    """
    batch = secrets.token_hex(8)
    for start in range(0, len(events), AT_ONCE):
        some = events[start : start + AT_ONCE]
        passages = _passages(some)
        judgements = [_published(event, user, reason, batch, passages[event.pk]) for event in some]
        Event.objects.bulk_update(some, ["status", "reviewed", "locked", "version", "modified"])
        Judgement.objects.bulk_create(judgements)
        with acting(user, reason):
            record_changed(
                (event, judgement.detail["before"], judgement.detail["after"])
                for event, judgement in zip(some, judgements, strict=True)
            )
    refresh_after_commit()  # Statements for many rows send no signals.
    return batch


def _passages(events: Sequence[Event]) -> dict[int | None, list[Citation]]:
    found: dict[int | None, list[Citation]] = defaultdict(list)
    rows = Citation.objects.filter(event__in=events).exclude(state=Citation.State.REJECTED).order_by("key")
    for citation in rows.select_related("source").defer("source__text", "claim"):
        found[citation.event_id].append(citation)
    return found


def _published(event: Event, user: User, reason: str, batch: str, passages: list[Citation]) -> Judgement:
    before = {"status": event.status}
    after = {"status": Event.Status.PUBLISHED.value}
    if not event.reviewed:
        before["reviewed"], after["reviewed"] = False, True  # type: ignore[assignment]
    event.status = Event.Status.PUBLISHED
    event.reviewed = True
    event.locked = sorted({*event.locked, "status"})
    event.version += 1
    event.modified = timezone.now()
    return Judgement(
        verdict=Judgement.Verdict.PUBLISH,
        event=event,
        passages=[citation.key for citation in passages],
        spans=spans_of(passages),
        detail={"before": before, "after": after},
        reason=reason,
        decided_by=user,
        batch=batch,
    )


def unpublishable(events: Iterable[Event]) -> set[int]:
    """The keys of those that no passage supports or that have no date."""
    rows = list(events)
    evidence = Citation.objects.exclude(state=Citation.State.REJECTED).filter(event__in=rows)
    supported = set(evidence.order_by().values_list("event_id", flat=True))
    return {event.pk for event in rows if event.pk not in supported or not event.edtf}


@transaction.atomic
def undo_all(batch: str, user: User) -> Tally:
    """Each event of the batch is what it was before, unless somebody decided something else since. Raises
    PermissionDenied where `user` could not have accepted them all."""
    standing = Judgement.objects.filter(batch=batch, undone=None)
    judgements = list(standing.exclude(event=None))
    if not all(may_undo(user, judgement) for judgement in judgements):
        raise PermissionDenied(_("Only publishers take back what a publisher decided."))
    done = left = 0
    for start in range(0, len(judgements), AT_ONCE):
        some = judgements[start : start + AT_ONCE]
        events = Event.objects.select_for_update(of=("self",)).in_bulk([judgement.event_id for judgement in some])
        others = _decided_by_others(events, batch)
        returned = []
        for judgement in some:
            event = events[judgement.event_id]
            before, after = judgement.detail["before"], judgement.detail["after"]
            if event.pk in others or any(getattr(event, name) != value for name, value in after.items()):
                left += 1
                continue
            for name, value in before.items():
                setattr(event, name, value)
            event.locked = sorted(set(event.locked) - {"status"})
            event.version += 1
            returned.append(event)
        Event.objects.bulk_update(returned, ["status", "reviewed", "locked", "version"])
        done += len(returned)
    standing.update(undone=timezone.now())
    refresh_after_commit()  # Statements for many rows send no signals.
    return Tally(done, left)


def _decided_by_others(events: dict[int, Event], batch: str) -> set[int]:
    """Those about whose status another judgement stands, too."""
    rows = Judgement.objects.filter(event__in=events, undone=None).exclude(batch=batch).order_by()
    return {event for event, detail in rows.values_list("event_id", "detail") if "status" in detail.get("after", {})}

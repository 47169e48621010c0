"""A passage that the program refused, or found no date for, becomes an event because an editor says so."""

from __future__ import annotations

import secrets

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.dates import HistoricalDate
from timeline.judging.decisions import record
from timeline.judging.fields import snapshot
from timeline.judging.rights import PUBLISH
from timeline.models import Citation, Event, Judgement, Participation

RAISED = "raised"
"""In a judgement's detail: the key of the passage that became an event by it."""


@transaction.atomic
def raise_claim(citation: Citation, date: HistoricalDate, words: str, user: User, reason: str = "") -> Judgement:
    """Published, or left to publishers as a draft. Raises ValidationError where the passage supports an event already
    or was set aside."""
    stored = Citation.objects.select_for_update(of=("self",)).get(pk=citation.pk)
    if stored.event_id is not None or stored.state == Citation.State.REJECTED:
        raise ValidationError(_("Somebody has decided about this passage in the meantime."))
    event = Event.objects.create(public_id=secrets.token_hex(5), kind=stored.kind, place=stored.place)
    for actor in stored.actors.order_by("pk"):
        Participation.objects.create(event=event, actor=actor)
    stored.event = event
    stored.save(update_fields=["event"])
    before = snapshot(event)
    event.date, event.wording = date, words[:300]
    event.derivation = {"origin": "editor", "rule": "typed", "base": "", "base_kind": "", "base_wording": ""}
    if user.has_perm(PUBLISH):
        event.publish()
        judgement = record(Judgement.Verdict.PUBLISH, event, user, before, decided=["status"], reason=reason)
    else:
        judgement = record(Judgement.Verdict.CORRECT, event, user, before, reason=reason)
        leave_to_publishers(event)
    judgement.detail |= {RAISED: stored.key}
    judgement.save(update_fields=["detail"])
    return judgement


def leave_to_publishers(event: Event) -> None:
    """A draft waits in the queue until somebody decides who may show it to readers."""
    event.reviewed = False
    event.save()


def lower_claim(judgement: Judgement) -> bool:
    """The passage stands where it stood, and the event that it became is no more. Not where somebody decided about
    that event since: it tells whether it was done."""
    event = judgement.event
    if event is not None and event.judgements.filter(undone=None).exclude(pk=judgement.pk).exists():
        return False
    Citation.objects.filter(key=judgement.detail[RAISED], event=event).update(event=None)
    if event is not None and not event.citations.exists():
        event.delete()
        judgement.event = None  # As it is stored now; who names the judgement asks for it.
    return True

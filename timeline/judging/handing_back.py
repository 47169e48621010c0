"""Fields that a person set are given back to the program, which says at once what it makes of them."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.extraction.records import MergeReason
from timeline.judging.enforcement import claims_of, settle_anew
from timeline.judging.fields import Fields, snapshot
from timeline.judging.passages import spans_of
from timeline.judging.rights import require_right
from timeline.judging.rulings import Rulings
from timeline.models import Citation, Event, Judgement

BY_PROGRAM: Fields = {"title_fr": "", "title_en": "", "sequence": 0, "status": Event.Status.PUBLISHED.value}
"""What the program says of the fields that no passage tells."""


@transaction.atomic
def hand_back(event: Event, names: Iterable[str], user: User, reason: str = "") -> Judgement:
    """The program sets these fields again, from the passages.

    Raises ValidationError where nobody has set one of them, or where the program has no passage to set them from;
    PermissionDenied where the program would show the event to readers and the person may not.
    """
    asked = sorted(set(names))
    if not asked or set(asked) - set(event.locked):
        raise ValidationError(_("Only fields that a person set can be handed back to the program."))
    if not claims_of(event):
        raise ValidationError(_("The program has no passage from which it could set these fields."))
    before = snapshot(event)
    citations = event.citations.exclude(state=Citation.State.REJECTED).select_related("source")
    judgement = Judgement.objects.create(
        verdict=Judgement.Verdict.HAND_BACK,
        event=event,
        passages=sorted(citation.key for citation in citations),
        spans=spans_of(citations),
        detail={"handed_back": asked},
        reason=reason,
        decided_by=user,
    )
    event.locked = [name for name in event.locked if name not in asked]
    for name in BY_PROGRAM.keys() & set(asked):
        setattr(event, name, BY_PROGRAM[name])
    event.version += 1
    event.save()
    settle_anew(event, Rulings.about(event), map(MergeReason, event.merge_reasons))
    now = snapshot(event)
    require_right(user, before["status"], now["status"])
    judgement.detail |= {
        "before": {name: before[name] for name in asked},
        "after": {name: now[name] for name in asked},
    }
    judgement.save()
    return judgement

"""One decision of an editor on one proposal. What somebody else changed since it was shown is never written over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline import judging
from timeline.judging.claims import leave_to_publishers
from timeline.judging.fields import snapshot
from timeline.models import Event
from timeline.models.kinds import Kind
from timeline.reviewing.correction import CorrectionForm
from timeline.wording import date_words, event_title


class Conflict(Exception):
    """Somebody decided about the event, or changed it, since the editor saw it."""


@dataclass(frozen=True)
class Decided:
    words: str
    """What was done, as a sentence."""
    event: Event


class Incorrect(Exception):
    """What was typed cannot be understood; `form` says why."""

    def __init__(self, form: CorrectionForm) -> None:
        super().__init__()
        self.form = form


@transaction.atomic
def decide(public_id: str, answers: QueryDict, user: User) -> Decided:
    """Do what the form asks for.

    Raises Conflict, Incorrect, ValidationError where it cannot be done, PermissionDenied where only others may do it,
    and Event.DoesNotExist.
    """
    event = Event.objects.of_articles().select_for_update(of=("self",)).get(public_id=public_id)
    if answers.get("version") != str(event.version):
        raise Conflict
    if event.merged_into_id:
        raise ValidationError(_("This event has been merged into another: decide about that one, or undo the merging."))
    decision = answers.get("decision", "")
    if decision not in DECISIONS:
        raise ValidationError(_("“%(value)s” is not known here.") % {"value": decision[:40]})
    return Decided(DECISIONS[decision](event, user, answers), event)


def _accept(event: Event, user: User, _answers: QueryDict) -> str:
    judging.publish(event, user)
    return _("Accepted: %(event)s.") % {"event": _named(event)}


def _refuse(event: Event, user: User, answers: QueryDict) -> str:
    judging.reject(event, user, _reason(answers))
    return _("Refused: %(event)s.") % {"event": _named(event)}


def _correct(event: Event, user: User, answers: QueryDict) -> str:
    before = snapshot(event)
    form = CorrectionForm(event, answers)
    if not form.is_valid():
        raise Incorrect(form)
    form.apply()
    if not _may_show(event, user):
        judging.correct(event, before, user, _reason(answers))
        leave_to_publishers(event)
        return _("Corrected, and left to publishers: %(event)s.") % {"event": _named(event)}
    event.publish()
    judging.correct(event, before, user, _reason(answers))
    return _("Corrected and accepted: %(event)s.") % {"event": _named(event)}


def _may_show(event: Event, user: User) -> bool:
    """Whether readers see it already, or this person may show it to them."""
    return event.status == Event.Status.PUBLISHED or user.has_perm(judging.PUBLISH)


def _of_another_kind(event: Event, user: User, answers: QueryDict) -> str:
    """No kind: it is no event at all."""
    kind = answers.get("kind")
    if kind != "" and kind not in Kind.values:
        raise ValidationError(_("“%(value)s” is not known here.") % {"value": (kind or "")[:40]})
    if not kind:
        judging.reject(event, user, _("This passage tells of no event."))
        return _("Refused: %(event)s.") % {"event": _named(event)}
    before = snapshot(event)
    event.kind = kind
    event.publish()
    judging.correct(event, before, user)
    return _("Accepted as %(kind)s: %(event)s.") % {"kind": Kind(kind).label, "event": _named(event)}


def _merge(event: Event, user: User, answers: QueryDict) -> str:
    into = Event.objects.of_articles().filter(public_id=answers.get("into", "")).first()
    if into is None or into.status != Event.Status.PUBLISHED:
        raise ValidationError(_("The event to merge it into must be published."))
    judging.merge([event], into, user, _reason(answers))
    return _("Merged into: %(event)s.") % {"event": _named(into)}


def _split(event: Event, user: User, answers: QueryDict) -> str:
    chosen = event.citations.filter(key__in=answers.getlist("passage"))
    made = judging.split(event, list(chosen), user, _reason(answers)).event
    assert made is not None, "a split makes an event"
    return _("Split off: %(event)s.") % {"event": _named(made)}


def _reason(answers: QueryDict) -> str:
    return answers.get("reason", "")[:500]


def _named(event: Event) -> str:
    """« Rencontre : Burns et Patrouchev, 2 novembre 2021 »"""
    return capfirst(f"{event_title(event)}, {date_words(event.date)}")


DECISIONS: dict[str, Callable[[Event, User, QueryDict], str]] = {
    "accept": _accept,
    "refuse": _refuse,
    "correct": _correct,
    "kind": _of_another_kind,
    "merge": _merge,
    "split": _split,
}

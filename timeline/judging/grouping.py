"""Which passages are one event: merging events, splitting one, and taking either back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.extraction.records import MergeReason
from timeline.history import record_added, update_each
from timeline.ingestion.event_rows import free_public_id
from timeline.judging.enforcement import settle_anew
from timeline.judging.fields import restore, snapshot
from timeline.judging.passages import spans_of
from timeline.judging.rulings import Rulings
from timeline.models import Citation, Event, Judgement, Participation

BY_EDITOR = (MergeReason.EDITOR,)


@transaction.atomic
def merge(events: Sequence[Event], into: Event, user: User, reason: str = "") -> Judgement:
    """All passages of the events go to `into`, whose own fields, as far as people set them, are those that stay.

    The emptied events leave the chronology, and their addresses lead to `into`. Raises ValidationError where there are
    not two events, or not of one chronology.
    """
    others = _others(events, into)
    emptied = {other.public_id: _as_it_was(other) for other in others}
    set_by_people = _set_by_people(others, into)
    before = {name: snapshot(into)[name] for name in set_by_people}
    into_before = _as_it_was(into)
    update_each(Citation.objects.filter(event__in=others), event=into)
    for other in others:
        other.status, other.merged_into = Event.Status.REJECTED, into
        other.version += 1
        other.save()
    into.reviewed = True
    into.save()
    citations = _evidence(into)
    judgement = Judgement.objects.create(
        verdict=Judgement.Verdict.MERGE,
        event=into,
        passages=sorted(citations),
        spans=spans_of(citations.values()),
        detail={
            "before": before,
            "after": set_by_people,
            "groups": [sorted(citations)],
            "emptied": emptied,
            "into": into_before,
        },
        reason=reason,
        decided_by=user,
    )
    _settle_again([into])
    return judgement


def _others(events: Iterable[Event], into: Event) -> list[Event]:
    keys = {event.pk for event in events} - {into.pk}
    others = list(Event.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("public_id"))
    if not others:
        raise ValidationError(_("Choose two events or more to merge."))
    if any(other.chronology_id != into.chronology_id for other in others):
        raise ValidationError(_("Events of different chronologies cannot be merged."))
    if into.merged_into_id or any(other.merged_into_id for other in others):
        raise ValidationError(_("One of the events has been merged into another before."))
    return others


def _set_by_people(others: Iterable[Event], into: Event) -> dict[str, Any]:
    """What people set of the survivor, then what they set of the others alone. The status is the survivor's."""
    values: dict[str, Any] = {}
    for event in (*others, into):
        now = snapshot(event)
        values |= {name: now[name] for name in event.locked if name in now}
    if "status" in values:
        values["status"] = into.status
    return values


def _as_it_was(event: Event) -> dict[str, Any]:
    return {
        "passages": sorted(event.citations.values_list("key", flat=True)),
        "status": event.status,
        "reviewed": event.reviewed,
        "locked": event.locked,
        "reasons": event.merge_reasons,
        "title": str(event),
    }


def _evidence(event: Event) -> dict[str, Citation]:
    """The passages that nobody set aside, by their keys."""
    citations = event.citations.exclude(state=Citation.State.REJECTED).select_related("source")
    return {citation.key: citation for citation in citations}


@transaction.atomic
def split(event: Event, citations: Sequence[Citation], user: User, reason: str = "") -> Judgement:
    """These passages become an event of their own, the judgement's; the others stay one event.

    Raises ValidationError where they are not all of the event, or where either would be left without a passage.
    """
    evidence = _evidence(event)
    chosen = {citation.key: citation for citation in citations}
    if chosen.keys() - set(event.citations.values_list("key", flat=True)):
        raise ValidationError(_("Only passages of this event can be split from it."))
    leaving = sorted(chosen.keys() & evidence.keys())
    staying = sorted(evidence.keys() - chosen.keys())
    if not leaving:
        raise ValidationError(_("Choose at least one passage that is not rejected."))
    if not staying:
        raise ValidationError(_("At least one passage must stay with the event."))
    was = _as_it_was(event)
    made = _new_event(event, [evidence[key] for key in leaving])
    update_each(Citation.objects.filter(key__in=chosen, event=event), event=made)
    event.reviewed = True
    event.save()
    judgement = Judgement.objects.create(
        verdict=Judgement.Verdict.SPLIT,
        event=made,
        passages=leaving,
        spans=spans_of(evidence.values()),
        detail={
            "before": {},
            "after": {},
            "groups": [leaving, staying],
            "from": event.public_id,
            "into": was,
            "moved": sorted(chosen),
        },
        reason=reason,
        decided_by=user,
    )
    _settle_again([event, made])
    return judgement


def _new_event(event: Event, citations: Sequence[Citation]) -> Event:
    """As the first of its passages tells it, until its claims are settled."""
    first = citations[0]
    made = Event(
        public_id=free_public_id(first.key), chronology_id=event.chronology_id, kind=first.kind, place=first.place
    )
    made.date, made.wording, made.derivation = first.date, first.wording, first.derivation
    made.status = event.status if first.edtf or event.status != Event.Status.PUBLISHED else Event.Status.DRAFT
    made.reviewed = True
    made.save()
    actors = dict.fromkeys(actor for citation in citations for actor in citation.actors.order_by("key"))
    record_added(Participation.objects.bulk_create(Participation(event=made, actor=actor) for actor in actors))
    return made


def _settle_again(events: Sequence[Event]) -> None:
    rulings = Rulings.about(*events)
    for event in events:
        settle_anew(event, rulings, BY_EDITOR)


# -- taking it back -------------------------------------------------------------------------------------------------


def undo_merge(judgement: Judgement) -> tuple[list[str], list[str]]:
    """Give the emptied events their passages back; returns what was restored, and what was left since a later decision
    says otherwise."""
    into = judgement.event or _holder(judgement.passages)
    emptied: dict[str, Any] = judgement.detail["emptied"]
    if into is None or _decided_anew(judgement):
        return [], ["passages"]
    rulings = Rulings.about(into, *Event.objects.filter(public_id__in=emptied))
    for public_id, was in emptied.items():
        event = Event.objects.filter(public_id=public_id).first() or _made_again(public_id, into)
        event.status, event.reviewed, event.locked = was["status"], was["reviewed"], was["locked"]
        event.merged_into = None
        event.version += 1
        event.save()
        update_each(Citation.objects.filter(key__in=was["passages"], event=into), event=event)
        settle_anew(event, rulings, map(MergeReason, was["reasons"]))
    failed = restore(into, {name: value for name, value in judgement.detail["before"].items() if name in into.locked})
    into.reviewed = judgement.detail["into"]["reviewed"]
    into.save()
    settle_anew(into, rulings, map(MergeReason, judgement.detail["into"]["reasons"]))
    return ["passages"], failed


def undo_split(judgement: Judgement) -> tuple[list[str], list[str]]:
    """Give the event its passages back; the one that was made of them leaves the chronology."""
    made = judgement.event or _holder(judgement.passages)
    event = Event.objects.filter(public_id=judgement.detail["from"]).first() or _holder(judgement.detail["groups"][1])
    if made is None or event is None or made == event or _decided_anew(judgement):
        return [], ["passages"]
    was = judgement.detail["into"]
    rulings = Rulings.about(event, made)
    update_each(made.citations.all(), event=event)
    made.status, made.merged_into = Event.Status.REJECTED, event
    made.version += 1
    made.save()
    event.reviewed = was["reviewed"]
    event.save()
    settle_anew(event, rulings, map(MergeReason, was["reasons"]))
    return ["passages"], []


def _decided_anew(judgement: Judgement) -> bool:
    """Whether a later decision says which of these passages are one event."""
    mine = {key for group in judgement.detail["groups"] for key in group}
    later = Judgement.objects.filter(
        undone=None, pk__gt=judgement.pk, verdict__in=[Judgement.Verdict.MERGE, Judgement.Verdict.SPLIT]
    )
    return any(mine.intersection(group) for one in later for group in one.detail["groups"])


def _holder(keys: Iterable[str]) -> Event | None:
    """The event that the passages are in."""
    citation = Citation.objects.filter(key__in=list(keys)).exclude(event=None).order_by("key").first()
    return citation.event if citation else None


def _made_again(public_id: str, like: Event) -> Event:
    return Event(public_id=public_id, chronology_id=like.chronology_id, kind=like.kind)

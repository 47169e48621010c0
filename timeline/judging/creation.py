"""Events that a person makes: from a passage of an article, or as a draft that waits for one.

What was typed is locked and recorded as a judgement, like every other decision. The passage is one more citation, with
no claim of the extractor's behind it: nothing that reads articles again removes or changes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.dates import HistoricalDate
from timeline.extraction.records import Derivation, Origin, TimeExpression
from timeline.ingestion.claims import derivation_json
from timeline.judging.evidence import Evidence
from timeline.judging.fields import Fields, snapshot
from timeline.judging.passages import spans_of
from timeline.judging.rights import PUBLISH, require_right
from timeline.models import Actor, Citation, Event, Judgement, Participation, Place
from timeline.once import new_public_id


@dataclass(frozen=True)
class Stated:
    """What a person says of an event, or of what a passage says of it."""

    kind: str
    date: HistoricalDate | None = None
    typed: str = ""
    """The words in which the date was typed."""
    time: TimeExpression | None = None
    """The words of the passage that give this date, if it has such."""
    actors: Sequence[Actor] = ()
    place: Place | None = None
    titles: dict[str, str] = field(default_factory=dict)
    """`title_fr`, `title_en`; a title that is left out is worded from the rest."""


@transaction.atomic
def create(
    stated: Stated,
    user: User,
    evidence: Evidence | None = None,
    *,
    publish: bool = False,
    reason: str = "",
    public_id: str = "",
) -> Event:
    """A new event. Raises ValidationError where it is to be published and has no passage or no date, IntegrityError
    where there is one with this public id; without one, it gets an id that nobody has.

    Who may publish has reviewed it by making it; what others propose waits to be looked at.
    """
    decides = user.has_perm(PUBLISH)
    event = Event(public_id=public_id or new_public_id(), kind=stated.kind, place=stated.place, reviewed=decides)
    event.chronology_id = evidence.source.chronology_id if evidence else None
    event.date, event.derivation, event.wording = stated.date, _derivation(stated), stated.typed if stated.date else ""
    event.title_fr, event.title_en = stated.titles.get("title_fr", ""), stated.titles.get("title_en", "")
    event.save()
    Participation.objects.bulk_create(Participation(event=event, actor=actor) for actor in stated.actors)
    accepted = user.has_perm("timeline.change_event")
    passages = [_take(evidence, event, stated, accepted=accepted)] if evidence else []
    if publish:
        require_right(user, event.status, Event.Status.PUBLISHED)
        event.publish()
    decided = _set_by(stated, snapshot(event), publish=publish)
    event.locked = sorted(decided)
    event.save()
    _record(Judgement.Verdict.CREATE, event, user, passages, {"before": {}, "after": decided}, reason)
    return event


@transaction.atomic
def cite(event: Event, stated: Stated, user: User, evidence: Evidence, reason: str = "") -> Citation:
    """The passage supports the event too. Raises ValidationError where it does already, or was rejected for it."""
    same = event.citations.filter(source=evidence.source, start=evidence.start, end=evidence.end).first()
    if same is not None and same.state == Citation.State.REJECTED:
        raise ValidationError(_("An editor has rejected this passage for this event. It can be accepted again."))
    if same is not None:
        raise ValidationError(_("This passage supports this event already."))
    if event.chronology_id != evidence.source.chronology_id:
        raise ValidationError(_("The event and the article belong to different chronologies."))
    citation = _take(evidence, event, stated, accepted=True)
    event.version += 1
    event.save()
    states = {"before": {"passage": Citation.State.REJECTED.value}, "after": {"passage": citation.state}}
    _record(Judgement.Verdict.CITE, event, user, [citation], states, reason)
    return citation


def _take(evidence: Evidence, event: Event, stated: Stated, *, accepted: bool) -> Citation:
    citation = Citation(
        key=evidence.free_key(stated.kind),
        source=evidence.source,
        event=event,
        start=evidence.start,
        end=evidence.end,
        quote=evidence.quote,
        kind=stated.kind,
        place=stated.place,
        state=Citation.State.ACCEPTED.value if accepted else Citation.State.PROPOSED.value,
        extractor=Citation.BY_HAND,
        derivation=_derivation(stated),
    )
    citation.date = stated.date
    if stated.time:
        citation.time_start, citation.time_end, citation.wording = stated.time.start, stated.time.end, stated.time.text
    citation.save()
    citation.actors.set(stated.actors)
    return citation


def _derivation(stated: Stated) -> dict[str, Any]:
    if stated.date is None:
        return {}
    return derivation_json(Derivation(Origin.EDITOR, rule="typed")) | {"typed": stated.typed}


def _set_by(stated: Stated, now: Fields, *, publish: bool) -> Fields:
    """What the person decided: what was left empty may still be filled by others, and a draft is no decision against
    showing the event."""
    given = {
        "kind": True,
        "date": stated.date is not None,
        "place": stated.place is not None,
        "participations": bool(stated.actors),
        "title_fr": bool(now["title_fr"]),
        "title_en": bool(now["title_en"]),
        "status": publish,
    }
    return {name: now[name] for name, is_given in given.items() if is_given}


def _record(
    verdict: Judgement.Verdict, event: Event, user: User, passages: list[Citation], detail: dict[str, Any], reason: str
) -> None:
    Judgement.objects.create(
        verdict=verdict,
        event=event,
        passages=[citation.key for citation in passages],
        spans=spans_of(passages),
        detail=detail,
        reason=reason,
        decided_by=user,
    )


def undo_creation(judgement: Judgement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Nothing is deleted: the passage is set aside and the event rejected, unless other passages support it by now.
    Returns the names of what was given back, and of what was kept."""
    passages = Citation.objects.filter(key__in=judgement.passages).exclude(state=Citation.State.REJECTED)
    set_aside = ("passage",) if passages.update(state=Citation.State.REJECTED) else ()
    event = judgement.event
    if event is None:
        return set_aside, ("status",)
    event.version += 1
    if event.citations.exclude(state=Citation.State.REJECTED).exists():
        event.save()
        return set_aside, ("status",)
    event.reject()
    return (*set_aside, "status"), ()

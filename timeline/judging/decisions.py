"""What editors decide about events and passages: recorded, undone on request, and replayed at every run.

A judgement names the passages that it is about, by the keys that stay the same at every run of the extractor, and holds
the values before and after. So it outlives the rows: `rulings.py` tells what the standing judgements say of
any group of passages, and `replay` puts that into force on events that were made anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction

from timeline.history import acting
from timeline.judging.enforcement import put_in_force
from timeline.judging.fields import Fields, snapshot
from timeline.judging.passage_states import passage_changed
from timeline.judging.passages import spans_of
from timeline.judging.rights import require_right
from timeline.judging.rulings import Rulings, Standing
from timeline.models import Citation, Event, Judgement


@transaction.atomic
def publish(event: Event, user: User, reason: str = "") -> Judgement:
    """Show it to readers, whatever the program thinks. Raises ValidationError where nothing supports it."""
    before = snapshot(event)
    with acting(user, reason):
        event.publish()
    return record(Judgement.Verdict.PUBLISH, event, user, before, decided=["status"], reason=reason)


@transaction.atomic
def reject(event: Event, user: User, reason: str = "") -> Judgement:
    """It is no event, or not one of this chronology; it stays rejected when the articles are read again."""
    before = snapshot(event)
    with acting(user, reason):
        event.reject()
    return record(Judgement.Verdict.REJECT, event, user, before, decided=["status"], reason=reason)


@transaction.atomic
def take_back(event: Event, user: User, reason: str = "") -> Judgement:
    """Readers see it no more; it is a draft again."""
    before = snapshot(event)
    event.status = Event.Status.DRAFT
    with acting(user, reason):
        event.save()
    return record(Judgement.Verdict.CORRECT, event, user, before, decided=["status"], reason=reason)


@transaction.atomic
def correct(event: Event, before: Fields, user: User, reason: str = "") -> Judgement | None:
    """Keep what an editor changed since `before` was taken. None where nothing changed and somebody had seen it."""
    if event.reviewed and snapshot(event) == before:
        return None
    return record(_verdict_on_status(event, before), event, user, before, reason=reason)


def _verdict_on_status(event: Event, before: Fields) -> Judgement.Verdict:
    if event.status == before["status"]:
        return Judgement.Verdict.CORRECT
    verdicts = {
        Event.Status.PUBLISHED.value: Judgement.Verdict.PUBLISH,
        Event.Status.REJECTED.value: Judgement.Verdict.REJECT,
    }
    return verdicts.get(event.status, Judgement.Verdict.CORRECT)


def record(
    verdict: Judgement.Verdict,
    event: Event,
    user: User,
    before: Fields,
    *,
    decided: Iterable[str] = (),
    reason: str = "",
) -> Judgement:
    """Write down what a person did to the event, and lock what changed or was `decided` to stay as it is.

    Raises PermissionDenied where it was not theirs to do.
    """
    require_right(user, before["status"], event.status)
    event.reviewed = True
    now = snapshot(event)
    names = [name for name, value in now.items() if name in set(decided) or value != before[name]]
    event.locked = sorted({*event.locked, *names} - {"reviewed"})
    event.version += 1
    with acting(user, reason):
        event.save()
    citations = _passages(event)
    return Judgement.objects.create(
        verdict=verdict,
        event=event,
        passages=[citation.key for citation in citations],
        spans=spans_of(citations),
        detail={"before": {name: before[name] for name in names}, "after": {name: now[name] for name in names}},
        reason=reason,
        decided_by=user,
    )


def _passages(event: Event) -> list[Citation]:
    """The passages that support the event. Those that were set aside tell of it only if there are no others."""
    citations = list(event.citations.select_related("source").order_by("key"))
    return [citation for citation in citations if citation.state != Citation.State.REJECTED] or citations


@transaction.atomic
def judge_passage(citation: Citation, state: Citation.State, user: User, reason: str = "") -> Judgement | None:
    """Accept or reject a passage as evidence. None where it was so already.

    An event that is left without any passage is taken back from readers: nothing supports it any more.
    """
    stored = Citation.objects.select_for_update(of=("self",)).get(pk=citation.pk)
    before = stored.state
    citation.state = state
    if before == state:
        return None
    stored.state = state
    with acting(user, reason):
        stored.save()
    rejected = state == Citation.State.REJECTED
    judgement = Judgement.objects.create(
        verdict=Judgement.Verdict.REJECT if rejected else Judgement.Verdict.CORRECT,
        event=stored.event,
        passages=[stored.key],
        spans=spans_of([stored]),
        detail={"before": {"passage": before}, "after": {"passage": state.value}},
        reason=reason,
        decided_by=user,
    )
    if stored.event:
        passage_changed(stored.event)
    return judgement


@transaction.atomic
def replay(events: Iterable[Event]) -> list[Event]:
    """Put the standing judgements into force on these events; returns those that this changed.

    For events whose rows are new: the passages tell which judgements are about them.
    """
    rulings = Rulings.load()
    return [event for event in events if _replay_on(event, rulings)]


def _replay_on(event: Event, rulings: Rulings) -> bool:
    citations = list(event.citations.all())
    standing = rulings.on((citation.key for citation in citations), event.pk)
    for citation in citations:
        state = standing.passages.get(citation.key, citation.state)
        if state != citation.state:
            citation.state = state
            citation.save()
    before = (snapshot(event), event.locked)
    put_in_force(event, standing)
    return (snapshot(event), event.locked) != before


def standing_verdict(citation_keys: Iterable[str]) -> Standing:
    """What people decided about a group of passages. For many groups, load the `Rulings` once and ask them."""
    return Rulings.load().on(citation_keys)

"""Puts into force what the standing judgements say, and lets the program say the rest, of events that are there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.extraction.merging import settle_as_one
from timeline.extraction.merging.aliases import canonical_actors
from timeline.extraction.records import ActorKind, ActorRef, CandidateEvent, MergedEvent, MergeReason, Participant
from timeline.ingestion.catalogue import Catalogue
from timeline.ingestion.claims import claim_of
from timeline.ingestion.event_rows import write_event
from timeline.judging.fields import restore, snapshot
from timeline.judging.rulings import Rulings, Standing
from timeline.knowledge import Knowledge, load_knowledge
from timeline.models import Actor, Citation, Event


def standing_on(event: Event, rulings: Rulings) -> Standing:
    return rulings.on(event.citations.values_list("key", flat=True) if event.pk else (), event.pk)


def put_in_force(event: Event, standing: Standing) -> list[str]:
    """Give the event what people set, lock that and nothing else; returns the names of what cannot be restored, which
    is left to the program. The event is saved where that changed it."""
    before = (snapshot(event), event.locked)
    failed = restore(event, standing.fields)
    event.reviewed = event.reviewed or standing.reviewed
    event.locked = sorted(set(standing.fields) - set(failed))
    if (snapshot(event), event.locked) != before:
        event.version += 1
        event.save()
    return failed


def settle_anew(event: Event, rulings: Rulings, reasons: Iterable[MergeReason]) -> None:
    """Make the event what its passages say together now, but for the fields that people set.

    One whose passages the extractor knows nothing of keeps what the program cannot tell.
    """
    standing = standing_on(event, rulings)
    claims = claims_of(event)
    if not claims:
        put_in_force(event, standing)
        return
    knowledge = load_knowledge()
    catalogue = Catalogue(knowledge)
    found = _settled(claims, knowledge, reasons)
    citations = {(c.source.sha256, c.start, c.end, c.kind, c.claim["trigger"][0]): c for c in claims}
    mine = [citations[one.document, one.start, one.end, one.kind.value, one.trigger.start] for one in found.claims]
    write_event(event, found, mine, catalogue, standing.locked)
    if put_in_force(event, standing):  # What could not be restored is the program's to say.
        write_event(event, found, mine, catalogue, event.locked)


def claims_of(event: Event) -> list[Citation]:
    """The passages of which the extractor knows what they claim, and when."""
    citations = event.citations.standing().select_related("source").prefetch_related("actors")
    return [citation for citation in citations if citation.claim and citation.time_start is not None and citation.edtf]


def _settled(claims: Sequence[Citation], knowledge: Knowledge, reasons: Iterable[MergeReason]) -> MergedEvent:
    found = [_as_last_settled(citation, knowledge) for citation in claims]
    return settle_as_one(found, knowledge.affiliations(), reasons if len(found) > 1 else ())


def _as_last_settled(citation: Citation, knowledge: Knowledge) -> CandidateEvent:
    """Its claim with the actors that the last settlement found to be meant: they stand beside the passage."""
    claim = claim_of(citation)
    known = {actor.key: actor_ref(actor, knowledge) for actor in citation.actors.all()}
    survivors = {
        row.key: row.survivor.key
        for row in Actor.objects.filter(key__in=[one.actor.key for one in claim.participants]).exclude(merged_into=None)
    }
    meant = _meant([one.actor for one in claim.participants], known, survivors)
    participants: dict[str, Participant] = {}
    for one in claim.participants:
        actor = meant[one.actor.key]
        participants.setdefault(actor.key, Participant(actor, one.role))
    return replace(claim, participants=tuple(participants.values()), refusal="")


def _meant(
    actors: Sequence[ActorRef], known: Mapping[str, ActorRef], survivors: Mapping[str, str]
) -> dict[str, ActorRef]:
    found = canonical_actors([*actors, *known.values()])
    meant = {}
    for actor in actors:
        key = survivors.get(actor.key, actor.key)
        meant[actor.key] = known.get(key) or known.get(found[actor.key].key) or found[actor.key]
    return meant


def actor_ref(actor: Actor, knowledge: Knowledge) -> ActorRef:
    entry = knowledge.actor(actor.key)
    return ActorRef(actor.key, ActorKind(actor.kind), entry.name_en if entry else actor.name_en, entry is not None)

"""Citations → events: merges all standing claims and brings the events in the database in line with the result.

An event keeps its id and its address as long as most of its passages stay together. What a person set stays set.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.alone import Doing, alone
from timeline.extraction.merging import merge_events
from timeline.extraction.records import MergedEvent, Origin
from timeline.ingestion.catalogue import Catalogue
from timeline.ingestion.claims import claim_key, claim_of, derivation_json
from timeline.ingestion.reprints import settle_reprints
from timeline.judging.decisions import replay
from timeline.knowledge import load_knowledge
from timeline.models import Citation, Event, Participation


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a settlement did to the events."""

    created: int = 0
    changed: int = 0
    removed: int = 0
    events: int = 0
    """How many there are now."""
    several_sources: int = 0
    """How many of these more than one article reports; a reprint does not count beside its original."""


def is_settlement_due() -> bool:
    """Whether a run ended after it had stored claims and before it settled them."""
    return Citation.objects.standing().filter(refusal="", event=None).exists()


@alone(Doing.WRITING_ARTICLES)
def settle_events() -> Settlement:
    """Make the events what the standing citations say. Running it again changes nothing."""
    settle_reprints()
    knowledge = load_knowledge()
    catalogue = Catalogue(knowledge)
    citations = {
        citation.key: citation
        for citation in Citation.objects.standing()
        .filter(refusal="")
        .select_related("source", "event")
        .prefetch_related("actors")
        if citation.claim
    }
    merged = merge_events((claim_of(citation) for citation in citations.values()), knowledge.affiliations())
    homes = _homes(merged, citations)
    tally: Counter[str] = Counter()
    several = 0
    touched: list[Event] = []
    for found in merged:
        mine = [citations[claim_key(claim)] for claim in found.claims]
        several += len({citation.source.original_id for citation in mine}) > 1
        event = homes.get(mine[0].key) or Event(public_id=_public_id(mine[0].key))
        outcome = _write(event, found, mine, catalogue)
        tally[outcome] += 1
        if outcome != "unchanged":
            touched.append(event)
    replay(touched)
    removed = _remove_unsupported({citation.event_id for citation in citations.values() if citation.event_id})
    return Settlement(tally["created"], tally["changed"], removed, len(merged), several)


def _homes(merged: Iterable[MergedEvent], citations: Mapping[str, Citation]) -> dict[str, Event]:
    """For each group, under the key of its first passage, the event that it continues: the one that most of its
    passages stood under, each event continuing in one group only."""
    claimants: dict[int, list[tuple[int, str]]] = defaultdict(list)
    events: dict[int, Event] = {}
    for found in merged:
        keys = [claim_key(claim) for claim in found.claims]
        votes = Counter(event.pk for key in keys if (event := citations[key].event))
        for event_pk, count in votes.items():
            claimants[event_pk].append((-count, keys[0]))
        events |= {event.pk: event for key in keys if (event := citations[key].event)}
    homes: dict[str, Event] = {}
    for event_pk in sorted(claimants, key=lambda pk: (min(claimants[pk]), events[pk].public_id)):
        _votes, first_key = min(claimants[event_pk])
        homes.setdefault(first_key, events[event_pk])
    return homes


def _public_id(first_key: str) -> str:
    """From the first passage; longer digests until one is free, should an older event hold it."""
    for attempt in range(1000):
        public_id = hashlib.sha256(f"{first_key}:{attempt}".encode()).hexdigest()[:10]
        if not Event.objects.filter(public_id=public_id).exists():
            return public_id
    raise RuntimeError(f"no free public id for the passage {first_key}")


def _write(event: Event, found: MergedEvent, citations: list[Citation], catalogue: Catalogue) -> str:
    """Bring the row in line; tells whether it was `created`, `changed` or `unchanged`."""
    is_new = event.pk is None
    before = None if is_new else _state(event)
    if is_new:
        event.status = Event.Status.PUBLISHED
    if "kind" not in event.locked:
        event.kind = found.kind.value
    if "place" not in event.locked:
        event.place = catalogue.place(found.place)
    if "date" not in event.locked:
        event.date = found.date
        event.derivation = _derivation(found, citations)
        event.wording = found.claims[0].time.text if found.claims[0].time else ""
    event.merge_reasons = list(found.reasons)
    if is_new or _state(event) != before:
        event.version += not is_new  # So that an editor whose form is open hears of it.
        event.save()
    moved = _attach(event, citations) | _name_actors(found, citations, catalogue)
    if "participations" not in event.locked:
        moved |= _write_participations(event, found, catalogue)
    if is_new:
        return "created"
    return "changed" if moved or _state(event) != before else "unchanged"


def _state(event: Event) -> tuple[Any, ...]:
    return event.kind, event.place_id, event.edtf, event.derivation, event.wording, event.merge_reasons


def _derivation(found: MergedEvent, citations: list[Citation]) -> dict[str, Any]:
    derivation: dict[str, Any] = derivation_json(found.derivation)
    if found.derivation.origin is Origin.SETTLED:
        readings = {citation.edtf: citation.key for citation in reversed(citations)}
        derivation |= {"from": sorted(readings.values()), "readings": sorted(readings)}
    return derivation


def _attach(event: Event, citations: list[Citation]) -> bool:
    strangers = [citation for citation in citations if citation.event_id != event.pk]
    for citation in strangers:
        citation.event = event
        citation.save(update_fields=["event"])
    return bool(strangers)


def _name_actors(found: MergedEvent, citations: list[Citation], catalogue: Catalogue) -> bool:
    """Whom each passage names: a bare surname may have found its person only now, in another article."""
    renamed = False
    for claim, citation in zip(found.claims, citations, strict=True):
        actors = {catalogue.actor(participant.actor) for participant in claim.participants}
        if actors != set(citation.actors.all()):
            citation.actors.set(actors)
            renamed = True
    return renamed


def _write_participations(event: Event, found: MergedEvent, catalogue: Catalogue) -> bool:
    wanted = [(catalogue.actor(participant.actor), participant.role) for participant in found.participants]
    before = [
        (participation.actor, participation.role) for participation in event.participations.select_related("actor")
    ]
    if before == wanted:
        return False
    event.participations.all().delete()
    Participation.objects.bulk_create(Participation(event=event, actor=actor, role=role) for actor, role in wanted)
    return True


def _remove_unsupported(supported: set[int]) -> int:
    """Take away the events that no passage supports any more and that nobody has ever looked at."""
    found = Event.objects.of_articles().exclude(pk__in=supported)
    unsupported = found.filter(reviewed=False, locked=[], judgements=None)
    Citation.objects.filter(event__in=unsupported).update(event=None)
    _rows, by_model = unsupported.filter(citations=None).delete()
    return by_model.get(Event._meta.label, 0)

"""Citations → events: merges all standing claims and brings the events in the database in line with the result.

An event keeps its id and its address as long as most of its passages stay together. What a person set stays set.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from timeline.alone import Doing, alone
from timeline.extraction.merging import Identities, Judged, merge_events
from timeline.extraction.merging.clusters import position
from timeline.extraction.records import CandidateEvent, MergedEvent
from timeline.extraction.version import extractor_words
from timeline.history.authors import by_the_program
from timeline.ingestion.catalogue import Catalogue
from timeline.ingestion.claims import claim_key, claim_of
from timeline.ingestion.event_rows import free_public_id, write_event
from timeline.ingestion.reprints import settle_reprints
from timeline.judging.actors import bring_actors_in_line
from timeline.judging.enforcement import put_in_force
from timeline.judging.fields import snapshot
from timeline.judging.identities import WhoIsWho
from timeline.judging.rulings import Rulings, Standing
from timeline.knowledge import Knowledge, load_knowledge
from timeline.models import Citation, Event, Judgement, Source
from timeline.models.events import UNRANKED
from timeline.reviewing.grading import rank_events


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
    found = Citation.objects.standing().exclude(extractor=Citation.BY_HAND)
    return found.filter(refusal="", event=None).exists()


@by_the_program(why=extractor_words)
@alone(Doing.WRITING_ARTICLES)
def settle_events() -> Settlement:
    """Make the events what the citations say and people decided. Running it again changes nothing.

    Passages that a person took from an article make no claim that could be merged: they stay with their event.
    """
    settle_reprints()
    knowledge = load_knowledge()
    rulings, who = Rulings.load(), WhoIsWho.load()
    bring_actors_in_line(who)
    citations = _evidence(rulings)
    merged = _merged(citations, rulings, who.identities(), knowledge)
    catalogue = Catalogue(knowledge)
    homes = _homes(merged, citations)
    tally: Counter[str] = Counter()
    several = 0
    touched: list[int] = []
    for found in merged:
        mine = [citations[claim_key(claim)] for claim in found.claims]
        several += len({citation.source.original_id for citation in mine}) > 1
        event = homes.get(mine[0].key) or Event(public_id=free_public_id(mine[0].key), kind=found.kind.value)
        outcome = _write(event, found, mine, catalogue, rulings)
        tally[outcome] += 1
        if outcome != "unchanged":
            touched.append(event.pk)
    rank_events(sorted({*touched, *_unranked()}))
    removed = _remove_unsupported({citation.event_id for citation in citations.values() if citation.event_id})
    return Settlement(tally["created"], tally["changed"], removed, len(merged), several)


def _evidence(rulings: Rulings) -> dict[str, Citation]:
    """The passages that count, by their keys: what people accepted and rejected by itself does and does not."""
    upheld = rulings.upheld()
    states = rulings.of_passages()
    rejected_once = _rejected_with_their_event()
    found: dict[str, Citation] = {}
    rows = Citation.objects.filter(source__state=Source.State.CURRENT).select_related("source", "event")
    for citation in rows.prefetch_related("actors"):
        state = states.get(citation.key, citation.state)
        by_its_event = citation.state == Citation.State.REJECTED and citation.key in rejected_once
        if state == Citation.State.REJECTED and (citation.key in states or not by_its_event):
            _put_state(citation, state)
        elif citation.claim and (not citation.refusal or (citation.key in upheld and citation.edtf)):
            found[citation.key] = citation
    return found


def _rejected_with_their_event() -> set[str]:
    """Passages whose rejection, if it was no decision on them alone, is to be found out again."""
    rejections = Judgement.objects.filter(detail__after__status=Event.Status.REJECTED.value)
    return {key for passages in rejections.values_list("passages", flat=True) for key in passages}


def _merged(
    citations: dict[str, Citation], rulings: Rulings, identities: Identities, knowledge: Knowledge
) -> tuple[MergedEvent, ...]:
    """The events of the passages. Those that were rejected with an event which they are but a small part of now are set
    aside, and the others merged without them."""
    states = rulings.of_passages()
    while True:
        claims = [_upheld_claim(citation) for citation in citations.values()]
        judged = judged_claims(rulings, citations)
        merged = merge_events(claims, knowledge.affiliations(), judged, identities)
        standings = [rulings.on(claim_key(claim) for claim in found.claims) for found in merged]
        aside = {
            key
            for standing in standings
            for key, state in standing.passages.items()
            if state == Citation.State.REJECTED and key in citations
        }
        if not aside:
            break
        for key in aside:
            _put_state(citations.pop(key), Citation.State.REJECTED)
    for key, citation in citations.items():
        calm = Citation.State.PROPOSED if citation.state == Citation.State.REJECTED else citation.state
        _put_state(citation, states.get(key, calm))
    return merged


def _upheld_claim(citation: Citation) -> CandidateEvent:
    claim = claim_of(citation)
    return replace(claim, refusal="") if claim.refusal else claim


def _put_state(citation: Citation, state: str) -> None:
    if citation.state != state:
        citation.state = state
        citation.save(update_fields=["state"])


def judged_claims(rulings: Rulings, citations: Mapping[str, Citation]) -> Judged:
    """What people put together and apart, of the passages that count."""
    bonds = rulings.bonds()
    groups = [[key for key in sorted(group) if key in citations] for group in bonds.groups()]
    groups = [group for group in groups if group]
    numbers = {bonds.head(group[0]): number for number, group in enumerate(groups)}
    return Judged(
        tuple(frozenset(position(claim_of(citations[key])) for key in group) for group in groups),
        frozenset((numbers[one], numbers[two]) for one, two in bonds.parted() if one in numbers and two in numbers),
    )


def _write(event: Event, found: MergedEvent, citations: list[Citation], catalogue: Catalogue, rulings: Rulings) -> str:
    """Bring the row in line; tells whether it was `created`, `changed` or `unchanged`."""
    is_new = event.pk is None
    standing = rulings.on((citation.key for citation in citations), event.pk)
    judged = standing != Standing() or bool(event.locked)
    before = snapshot(event) if judged and not is_new else None
    locked_before = event.locked
    changed = write_event(event, found, citations, catalogue, standing.locked)
    if judged and put_in_force(event, standing):  # What could not be restored is the program's to say.
        write_event(event, found, citations, catalogue, event.locked)
    if event.merged_into_id or ("status" not in event.locked and event.status != Event.Status.PUBLISHED):
        event.merged_into = None
        event.status = event.status if "status" in event.locked else Event.Status.PUBLISHED
        event.save()
        changed = True
    if is_new:
        return "created"
    if judged:
        changed |= (snapshot(event), event.locked) != (before, locked_before)
    return "changed" if changed else "unchanged"


def _unranked() -> Iterable[int]:
    return Event.objects.waiting().filter(rank=UNRANKED).values_list("pk", flat=True)


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


def _remove_unsupported(supported: set[int]) -> int:
    """Take away the events that no passage supports any more and that nobody has ever looked at."""
    found = Event.objects.of_articles().exclude(pk__in=supported)
    found = found.exclude(pk__in=Citation.objects.by_hand().exclude(event=None).values("event"))
    unsupported = found.filter(reviewed=False, locked=[], judgements=None)
    Citation.objects.filter(event__in=unsupported).update(event=None)
    _rows, by_model = unsupported.filter(citations=None).delete()
    evidence = Citation.objects.exclude(state=Citation.State.REJECTED).exclude(event=None)
    for event in found.filter(status=Event.Status.PUBLISHED).exclude(pk__in=evidence.values("event")):
        _take_back(event)
    return by_model.get(Event._meta.label, 0)


def _take_back(event: Event) -> None:
    """Nothing supports it any more. Where the passages went that people judged it by, there its address leads."""
    keys = [key for passages in event.judgements.values_list("passages", flat=True) for key in passages]
    went_to = Counter(
        Citation.objects.filter(key__in=keys)
        .exclude(event=None)
        .order_by("event__public_id")
        .values_list("event", flat=True)
    )
    went_to.pop(event.pk, None)
    if went_to:
        event.merged_into_id = went_to.most_common(1)[0][0]
    event.status = Event.Status.DRAFT
    event.version += 1
    event.save()

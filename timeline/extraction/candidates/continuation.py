"""Claims of sentences that name nobody: « La première session s'était tenue fin juillet », between the parties told of
before, or in an article that is all about one party, with that one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from timeline.extraction.candidates.triggers import OFFICE_EVENTS
from timeline.extraction.merging.rules import same_kind
from timeline.extraction.records import (
    IMPLIED,
    ActorKind,
    ActorRef,
    CandidateEvent,
    EventKind,
    Participant,
    Span,
)
from timeline.knowledge import Knowledge

# How many characters back the parties may have been named.
_REACH = 700
# In what share of an article's claims somebody takes part of whom the article is, and how many claims it must have.
_TOPICAL = 0.6
_FEWEST_CLAIMS = 3


def with_implied_parties(
    candidates: Sequence[CandidateEvent], strangers: Collection[Span], knowledge: Knowledge
) -> list[CandidateEvent]:
    """The claims of an article, in the order of its text; those refused because they name nobody get the parties that
    the article implies, where it does. `strangers` are the words of those that tell of other people."""
    topic = _topic(candidates)
    done: list[CandidateEvent] = []
    for candidate in candidates:
        if candidate.refusal == "no_actor" and candidate.trigger not in strangers:
            parties = _told_before(candidate, done, knowledge) or _fitting(topic, candidate.kind)
            if parties:
                candidate = replace(candidate, participants=parties, refusal="")
        done.append(candidate)
    return done


def _told_before(
    candidate: CandidateEvent, told: Sequence[CandidateEvent], knowledge: Knowledge
) -> tuple[Participant, ...]:
    """Two or more who did the same kind of thing shortly before."""
    for claim in reversed(told):
        if candidate.start - claim.end > _REACH:
            return ()
        if len(claim.participants) > 1 and same_kind(claim.kind, candidate.kind):
            parties = tuple(party for party in claim.participants if _served_then(party.actor, candidate, knowledge))
            return tuple(replace(party, role=IMPLIED) for party in parties) if len(parties) > 1 else ()
    return ()


def _served_then(actor: ActorRef, candidate: CandidateEvent, knowledge: Knowledge) -> bool:
    """Whether the person may have been in office at the date, as far as it is known: who met in 2015 need not be those
    who agreed in 2013."""
    tenures = knowledge.tenures_of(actor.key)
    date = candidate.time.date if candidate.time else None
    return date is None or not tenures or any(tenure.date.possibly_within(date) for tenure in tenures)


def _fitting(topic: Sequence[Participant], kind: EventKind) -> tuple[Participant, ...]:
    """Offices are held by persons; what else an article implies is a matter of states and organisations."""
    office = kind in OFFICE_EVENTS
    return tuple(party for party in topic if (party.actor.kind is ActorKind.PERSON) is office)


def _topic(candidates: Sequence[CandidateEvent]) -> tuple[Participant, ...]:
    told = [c for c in candidates if c.participants and c.refusal == ""]
    if len(told) < _FEWEST_CLAIMS:
        return ()
    counted = Counter(key for c in told for key in {p.actor.key for p in c.participants})
    by_key = {p.actor.key: p for c in told for p in c.participants}
    return tuple(
        replace(by_key[key], role=IMPLIED) for key, count in counted.most_common() if count >= _TOPICAL * len(told)
    )

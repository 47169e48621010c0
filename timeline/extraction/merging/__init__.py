"""CandidateEvents of all articles → MergedEvents: what several passages report of one happening becomes one event.

The result depends on the set of candidates alone, not on their order: they are sorted first, the finest dates ahead,
so that a vague claim (« en 2013 ») meets the exact ones and joins the only one that fits, or stays by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.extraction.collector import collector_at_rest
from timeline.extraction.merging.aliases import NOBODY_SAID, Identities, canonical_actors
from timeline.extraction.merging.clusters import cluster
from timeline.extraction.merging.judged import Judged, as_one, seeded
from timeline.extraction.merging.settling import settle
from timeline.extraction.records import ActorRef, CandidateEvent, MergedEvent, MergeReason, Participant

__all__ = ["Identities", "Judged", "merge_events", "settle_as_one"]


@collector_at_rest()
def merge_events(
    candidates: Iterable[CandidateEvent],
    affiliations: Mapping[str, frozenset[str]] | None = None,
    judged: Judged | None = None,
    identities: Identities = NOBODY_SAID,
) -> tuple[MergedEvent, ...]:
    """Events in the order of their dates. Candidates that carry a refusal have no part in any.

    `affiliations` says for the key of a person which states and organisations the person speaks for, so that
    « Russes et Américains se sont réunis » and "Ryabkov met Sherman" can be found to be one meeting. `judged` says
    which claims people put together and apart, `identities` which actors: against these no likeness counts.
    """
    publishable = [candidate for candidate in candidates if not candidate.refusal]
    actors = canonical_actors((p.actor for candidate in publishable for p in candidate.participants), identities)
    known = [_with_actors(candidate, actors) for candidate in publishable]
    seeds, free = seeded(known, judged or Judged())
    events = [settle(group, affiliations or {}) for group in cluster(free, affiliations or {}, seeds)]
    return tuple(sorted(events, key=_event_order))


def settle_as_one(
    claims: Sequence[CandidateEvent], affiliations: Mapping[str, frozenset[str]], reasons: Iterable[MergeReason]
) -> MergedEvent:
    """What claims say together that are one event, for whatever reasons; their actors are those that are meant."""
    return settle(as_one(claims, reasons), affiliations)


def _with_actors(candidate: CandidateEvent, actors: Mapping[str, ActorRef]) -> CandidateEvent:
    participants: dict[str, Participant] = {}
    for participant in candidate.participants:
        actor = actors[participant.actor.key]
        participants.setdefault(actor.key, Participant(actor, participant.role))
    return replace(candidate, participants=tuple(participants.values()))


def _event_order(event: MergedEvent) -> tuple[object, ...]:
    first = event.claims[0]
    return (*event.date.sort_key, event.kind, first.document, first.start, first.end)

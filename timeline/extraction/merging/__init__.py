"""CandidateEvents of all articles → MergedEvents: what several passages report of one happening becomes one event.

The result depends on the set of candidates alone, not on their order: they are sorted first, the finest dates ahead,
so that a vague claim (« en 2013 ») meets the exact ones and joins the only one that fits, or stays by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from timeline.extraction.collector import collector_at_rest
from timeline.extraction.merging.aliases import canonical_actors
from timeline.extraction.merging.clusters import cluster
from timeline.extraction.merging.settling import settle
from timeline.extraction.records import ActorRef, CandidateEvent, MergedEvent, Participant

__all__ = ["merge_events"]


@collector_at_rest()
def merge_events(
    candidates: Iterable[CandidateEvent], affiliations: Mapping[str, frozenset[str]] | None = None
) -> tuple[MergedEvent, ...]:
    """Events in the order of their dates. Candidates that carry a refusal have no part in any.

    `affiliations` says for the key of a person which states and organisations the person speaks for, so that
    « Russes et Américains se sont réunis » and "Ryabkov met Sherman" can be found to be one meeting.
    """
    publishable = [candidate for candidate in candidates if not candidate.refusal]
    actors = canonical_actors(p.actor for candidate in publishable for p in candidate.participants)
    known = [_with_actors(candidate, actors) for candidate in publishable]
    events = [settle(group, affiliations or {}) for group in cluster(known, affiliations or {})]
    return tuple(sorted(events, key=_event_order))


def _with_actors(candidate: CandidateEvent, actors: Mapping[str, ActorRef]) -> CandidateEvent:
    participants: dict[str, Participant] = {}
    for participant in candidate.participants:
        actor = actors[participant.actor.key]
        participants.setdefault(actor.key, Participant(actor, participant.role))
    return replace(candidate, participants=tuple(participants.values()))


def _event_order(event: MergedEvent) -> tuple[object, ...]:
    first = event.claims[0]
    return (*event.date.sort_key, event.kind, first.document, first.start, first.end)

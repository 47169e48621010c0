"""An article comes back to what it has told: a claim without a date of its own that repeats a dated one is left out."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extraction.merging.rules import same_kind
from timeline.extraction.records import CandidateEvent


def without_retellings(candidates: Sequence[CandidateEvent]) -> tuple[CandidateEvent, ...]:
    dated = [candidate for candidate in candidates if candidate.refusal == ""]
    kept = [c for c in candidates if c.refusal != "undated" or not any(_retells(c, other) for other in dated)]
    return tuple(sorted(kept, key=lambda c: (c.start, c.end, c.trigger.start)))


def _retells(claim: CandidateEvent, told: CandidateEvent) -> bool:
    """Whether everyone in the claim takes part in the told event too, and the kinds agree."""
    mine = {participant.actor.key for participant in claim.participants}
    theirs = {participant.actor.key for participant in told.participants}
    return same_kind(claim.kind, told.kind) and mine <= theirs

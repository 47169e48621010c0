"""Clauses of one sentence that tell of one occasion: « leur contact remonte à 2013, lorsque X s'était rendu à Y »."""

from __future__ import annotations

from dataclasses import replace

from timeline.extraction.candidates.attachment import is_simultaneous
from timeline.extraction.candidates.lexicon import Lexicon
from timeline.extraction.candidates.syntax import Tree
from timeline.extraction.records import CandidateEvent, EventKind, Participant

_CONTACTS = (EventKind.MEETING, EventKind.SUMMIT, EventKind.VISIT, EventKind.NEGOTIATION, EventKind.CALL)


def joined(tree: Tree, candidates: list[CandidateEvent], lexicon: Lexicon) -> list[CandidateEvent]:
    """The same claims, with a contact in a clause tied to the main one folded into the contact told there."""
    kept = list(candidates)
    for candidate in candidates:
        home = _occasion_of(tree, candidate, kept, lexicon)
        if home is not None:
            kept.remove(candidate)
            kept[kept.index(home)] = _with_details(home, candidate)
    return kept


def _occasion_of(
    tree: Tree, candidate: CandidateEvent, others: list[CandidateEvent], lexicon: Lexicon
) -> CandidateEvent | None:
    clause = _clause(tree, candidate)
    if candidate.kind not in _CONTACTS or tree.is_root(clause) or not is_simultaneous(tree, clause, lexicon):
        return None
    main = tree.clause_of(tree[clause].head)
    for other in others:
        told_there = other.kind in _CONTACTS and other.time == candidate.time and _clause(tree, other) == main
        if told_there and _keys(candidate) & _keys(other):
            return other
    return None


def _clause(tree: Tree, candidate: CandidateEvent) -> int:
    return tree.clause_of(tree.words_between(candidate.trigger.start, candidate.trigger.end)[0])


def _keys(candidate: CandidateEvent) -> frozenset[str]:
    return frozenset(participant.actor.key for participant in candidate.participants)


def _with_details(home: CandidateEvent, detail: CandidateEvent) -> CandidateEvent:
    participants: dict[str, Participant] = {}
    for participant in (*home.participants, *detail.participants):
        participants.setdefault(participant.actor.key, participant)
    return replace(
        home,
        start=min(home.start, detail.start),
        end=max(home.end, detail.end),
        participants=tuple(participants.values()),
        place=home.place or detail.place,
        place_span=home.place_span or detail.place_span,
    )

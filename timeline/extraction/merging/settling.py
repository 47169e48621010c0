"""What the claims about one happening say together: its date and how it is known, kind, actors and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from timeline.dates import HistoricalDate
from timeline.extraction.merging.rules import common_date
from timeline.extraction.records import (
    ActorKind,
    CandidateEvent,
    Derivation,
    EventKind,
    MergedEvent,
    Origin,
    Participant,
    PlaceRef,
    TimeExpression,
)

# Of several words for one happening the most telling is kept.
TELLING = (
    EventKind.SUMMIT,
    EventKind.AGREEMENT,
    EventKind.NEGOTIATION,
    EventKind.MEETING,
    EventKind.VISIT,
    EventKind.CONFERENCE,
    EventKind.APPOINTMENT,
    EventKind.TENURE,
    EventKind.RUPTURE,
    EventKind.SANCTION,
    EventKind.CONFLICT,
    EventKind.INCIDENT,
)

# The year of a date that rests on nothing but the article's other dates is a conclusion, not a statement.
CONJECTURED_BASE = "text_bound"


def settle(
    group: tuple[tuple[CandidateEvent, ...], frozenset[str]], affiliations: Mapping[str, frozenset[str]]
) -> MergedEvent:
    claims, reasons = group
    times = [claim.time for claim in claims if claim.time and claim.time.date]
    date, derivation = settled_date(times)
    return MergedEvent(
        kind=_kind(claims),
        date=date,
        derivation=derivation,
        participants=_participants(claims, affiliations),
        place=_place(claims),
        claims=claims,
        reasons=tuple(sorted(reasons)),
        office=next((claim.office for claim in claims if claim.office), None),
    )


def settled_date(times: list[TimeExpression]) -> tuple[HistoricalDate, Derivation]:
    """The date that all readings give together, and its derivation.

    Where one source states that date by itself, its derivation stands; otherwise the date is settled: each reading
    alone says less, or says it only by inference.
    """
    readings = [time.date for time in times if time.date]
    date = readings[0]
    for reading in readings[1:]:
        date = common_date(date, reading) or date
    stating = [time for time in times if time.date == date]
    firm = [time for time in stating if time.derivation.base_kind != CONJECTURED_BASE]
    if firm:
        return date, min(firm, key=lambda time: list(Origin).index(time.derivation.origin)).derivation
    if len(set(readings)) > 1:
        return date, Derivation(Origin.SETTLED, "readings_together")
    return date, stating[0].derivation


def _kind(claims: tuple[CandidateEvent, ...]) -> EventKind:
    votes = Counter(claim.kind for claim in claims)
    return min(votes, key=lambda kind: (TELLING.index(kind) if kind in TELLING else len(TELLING), -votes[kind]))


def _participants(
    claims: tuple[CandidateEvent, ...], affiliations: Mapping[str, frozenset[str]]
) -> tuple[Participant, ...]:
    """Everyone named, in the order of naming; not a state beside the person who stands for it, unless one source
    names both."""
    everyone: dict[str, Participant] = {}
    for claim in claims:
        for participant in claim.participants:
            everyone.setdefault(participant.actor.key, participant)
    represented = {key for person in everyone for key in affiliations.get(person, ())}
    together = {
        participant.actor.key
        for claim in claims
        for participant in claim.participants
        if any(participant.actor.key in affiliations.get(other.actor.key, ()) for other in claim.participants)
    }
    return tuple(
        participant
        for key, participant in everyone.items()
        if participant.actor.kind is ActorKind.PERSON or key not in represented or key in together
    )


def _place(claims: tuple[CandidateEvent, ...]) -> PlaceRef | None:
    """The finest place named: a city before its country, then the one that most sources name."""
    votes = Counter(claim.place for claim in claims if claim.place)
    if not votes:
        return None
    return min(votes, key=lambda place: (not place.key.startswith("city:"), -votes[place], place.key))

"""What the claims about one happening say together: its date and how it is known, kind, actors and place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.dates import HistoricalDate
from timeline.extraction.merging.clusters import Cluster, position
from timeline.extraction.merging.dating import common_date, vagueness
from timeline.extraction.records import (
    IMPLIED,
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

REPRESENTED = "represented"

# The year of a date that rests on nothing but the article's other dates is a conclusion, not a statement.
CONJECTURED_BASE = "text_bound"


def settle(group: Cluster, affiliations: Mapping[str, frozenset[str]]) -> MergedEvent:
    claims = tuple(sorted(group.claims, key=position))
    date, derivation = settled_date([(claim.document, claim.time) for claim in claims if claim.time])
    return MergedEvent(
        kind=_kind(claims),
        date=date,
        derivation=derivation,
        participants=_participants(claims, affiliations),
        place=_place(claims),
        claims=claims,
        reasons=tuple(sorted(group.reasons)),
        office=next((claim.office for claim in claims if claim.office), None),
    )


def settled_date(times: Sequence[tuple[str, TimeExpression]]) -> tuple[HistoricalDate, Derivation]:
    """The date that all readings give together, and its derivation. `times` come with the document that gives each.

    Where one source states that date by itself, its derivation stands; otherwise the date is settled: each reading
    alone says less, or says it only by inference. Of dates that contradict each other the one that most documents
    give counts, and of these the earliest: a mean would be a date that nobody gives.
    """
    given = sorted({(document, time.date) for document, time in times if time.date}, key=_finest_first)
    readings = [date for _document, date in given]
    date = _all_together(readings) or _most_given(given)
    stating = [time for _document, time in times if time.date == date]
    firm = [time for time in stating if time.derivation.base_kind != CONJECTURED_BASE]
    if firm:
        return date, min(firm, key=lambda time: list(Origin).index(time.derivation.origin)).derivation
    if len(set(readings)) > 1:
        return date, Derivation(Origin.SETTLED, "readings_together")
    return date, stating[0].derivation


def _finest_first(reading: tuple[str, HistoricalDate]) -> tuple[object, ...]:
    document, date = reading
    return (vagueness(date), *date.sort_key, date.edtf, document)


def _all_together(readings: Sequence[HistoricalDate]) -> HistoricalDate | None:
    together: HistoricalDate | None = readings[0]
    for reading in readings[1:]:
        together = common_date(together, reading) if together else None
    return together


def _most_given(given: Sequence[tuple[str, HistoricalDate]]) -> HistoricalDate:
    """Of the finest readings the one that most documents agree with, then the one that most of them give. The span of
    an occasion agrees with each of its days."""
    finest = min(vagueness(date) for _document, date in given)
    votes = Counter(date for _document, date in given)

    def support(date: HistoricalDate) -> tuple[object, ...]:
        agreeing = sum(votes[other] for other in votes if common_date(date, other))
        return (-agreeing, -votes[date], *date.sort_key, date.edtf)

    return min((date for date in votes if vagueness(date) is finest), key=support)


def _kind(claims: tuple[CandidateEvent, ...]) -> EventKind:
    """What most documents call it; of as many the more telling word. That it is of no kind nobody says."""
    votes = Counter(kind for _document, kind in {(claim.document, claim.kind) for claim in claims})
    return min(
        votes,
        key=lambda kind: (
            kind is EventKind.OTHER,
            -votes[kind],
            TELLING.index(kind) if kind in TELLING else len(TELLING),
        ),
    )


def _participants(
    claims: tuple[CandidateEvent, ...], affiliations: Mapping[str, frozenset[str]]
) -> tuple[Participant, ...]:
    """Everyone named, in the order of naming. A state that one source names and another only through the person who
    speaks for it comes last, as represented; one that a source names beside that person takes part in its own right."""
    everyone: dict[str, Participant] = {}
    for claim in claims:
        for participant in claim.participants:
            known = everyone.get(participant.actor.key)
            if known is None or known.role == IMPLIED:
                everyone[participant.actor.key] = participant  # Who is named anywhere is named.
    persons = {key for key, participant in everyone.items() if participant.actor.kind is ActorKind.PERSON}
    spoken_for = {body for person in persons for body in affiliations.get(person, ())}
    own_right = {
        participant.actor.key
        for claim in claims
        for participant in claim.participants
        if any(participant.actor.key in affiliations.get(other.actor.key, ()) for other in claim.participants)
    }
    represented = spoken_for - own_right - persons
    present = [participant for key, participant in everyone.items() if key not in represented]
    absent = [Participant(one.actor, REPRESENTED) for key, one in everyone.items() if key in represented]
    return (*present, *absent)


def _place(claims: tuple[CandidateEvent, ...]) -> PlaceRef | None:
    """The finest place named: a city before its country, then the one that most sources name."""
    votes = Counter(claim.place for claim in claims if claim.place)
    if not votes:
        return None
    return min(votes, key=lambda place: (not place.key.startswith("city:"), -votes[place], place.key))

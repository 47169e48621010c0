"""When two claims are about one happening: small rules, each by its name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from timeline.dates import HistoricalDate, Precision
from timeline.extraction.records import CandidateEvent, EventKind, PlaceRef

KIND_FAMILIES = (
    # A summit is a meeting, a visit is made to meet, talks are held at meetings: articles use one word for another.
    frozenset({EventKind.MEETING, EventKind.SUMMIT, EventKind.VISIT, EventKind.NEGOTIATION, EventKind.CONFERENCE}),
    frozenset({EventKind.AGREEMENT, EventKind.STATEMENT}),
    frozenset({EventKind.APPOINTMENT, EventKind.TENURE}),
    frozenset({EventKind.SANCTION, EventKind.RUPTURE}),
    frozenset({EventKind.CONFLICT, EventKind.INCIDENT}),
)

# An interval of days is one occasion (a visit, a conference); a longer one is a state such as a term of office.
OCCASION = timedelta(days=21)


def same_kind(one: EventKind, other: EventKind) -> bool:
    """Whether two articles may call one happening so. A deed of no kind in the lexicon may be of any."""
    return (
        EventKind.OTHER in (one, other)
        or one is other
        or any(one in family and other in family for family in KIND_FAMILIES)
    )


def common_date(one: HistoricalDate, other: HistoricalDate) -> HistoricalDate | None:
    """What both dates say together, or None where they cannot mean one happening."""
    if one == other:
        return one
    if is_state(one) or is_state(other):
        return _common_state(one, other)
    return one.narrowed_by(other)


def is_state(date: HistoricalDate) -> bool:
    """Whether the date is a stretch of time that something lasted for, not an occasion."""
    if date.precision is not Precision.INTERVAL:
        return False
    return date.earliest is None or date.latest is None or date.latest - date.earliest > OCCASION


def _common_state(one: HistoricalDate, other: HistoricalDate) -> HistoricalDate | None:
    """Two states are one if both their ends agree; a year may name a state that lies within it."""
    if is_state(one) and is_state(other):
        ends = list(zip(one.ends, other.ends, strict=True))
        if not all(_same_end(mine, theirs) for mine, theirs in ends):
            return None
        return HistoricalDate.interval(
            *(mine.narrowed_by(theirs) if mine and theirs else None for mine, theirs in ends)
        )
    state, point = (one, other) if is_state(one) else (other, one)
    return state if state.certainly_within(point) else None


def _same_end(one: HistoricalDate | None, other: HistoricalDate | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.narrowed_by(other) is not None


def compatible_places(one: PlaceRef | None, other: PlaceRef | None) -> bool:
    """Whether one place can lie in the other. Two cities exclude each other, a country holds its cities."""
    if one is None or other is None or one.key == other.key:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    return not (_is_city(one) and _is_city(other))


def _is_city(place: PlaceRef) -> bool:
    return place.key.startswith("city:")


def matched_actors(
    mine: frozenset[str], theirs: frozenset[str], affiliations: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """Those of `mine` who also stand in `theirs`, in person or through the state or organisation they speak for."""
    spoken_for = {key for person in theirs for key in affiliations.get(person, ())}
    return frozenset(
        key for key in mine if key in theirs or key in spoken_for or affiliations.get(key, frozenset()) & theirs
    )


def same_parties(
    mine: frozenset[str], theirs: frozenset[str], affiliations: Mapping[str, frozenset[str]], *, same_occasion: bool
) -> bool:
    """Whether two sets of actors can be the parties to one happening.

    Everyone on one side must be found on the other. A single shared actor is enough only where both sides name
    nobody else, or where day and place agree already (`same_occasion`).
    """
    if not mine or not theirs:
        return False
    mine_found = matched_actors(mine, theirs, affiliations)
    theirs_found = matched_actors(theirs, mine, affiliations)
    if mine_found != mine and theirs_found != theirs:
        return False
    if min(len(mine_found), len(theirs_found)) >= 2 or mine == theirs:
        return True
    return bool(mine_found) and same_occasion


def parties(candidate: CandidateEvent) -> frozenset[str]:
    return frozenset(participant.actor.key for participant in candidate.participants)

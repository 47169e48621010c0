"""Groups the claims about one happening. Only claims that share an actor and a year are ever compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.dates import HistoricalDate, Precision
from timeline.extraction.merging.rules import (
    common_date,
    compatible_places,
    matched_actors,
    parties,
    same_kind,
    same_parties,
)
from timeline.extraction.records import CandidateEvent, EventKind, PlaceRef

# A decade has ten blocks; what is longer is looked up by its ends, where it can meet its like.
LONGEST_BLOCKED_YEARS = 12

FINENESS = {
    Precision.DAY: 0,
    Precision.SET: 1,
    Precision.INTERVAL: 2,
    Precision.MONTH: 3,
    Precision.SEASON: 4,
    Precision.YEAR: 5,
    Precision.DECADE: 6,
}


@dataclass(slots=True)
class Cluster:
    """Claims about one happening, and what they say together."""

    date: HistoricalDate
    claims: list[CandidateEvent]
    actors: frozenset[str]
    places: list[PlaceRef]
    reasons: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Match:
    """A cluster that a claim may join: what they would say together, how close they are, and why."""

    cluster: Cluster
    date: HistoricalDate
    strength: tuple[bool, bool, int]
    reasons: frozenset[str]


def cluster(
    candidates: Sequence[CandidateEvent], affiliations: Mapping[str, frozenset[str]]
) -> list[tuple[tuple[CandidateEvent, ...], frozenset[str]]]:
    """The groups, each with its claims in order of document and position, and the reasons that joined them."""
    blocks: dict[tuple[str, int], list[Cluster]] = defaultdict(list)
    clusters: list[Cluster] = []
    for candidate in sorted(candidates, key=_finest_first):
        date = _date(candidate)
        keys = list(_block_keys(candidate, date, affiliations))
        match = _best_match(candidate, date, _neighbours(blocks, keys), affiliations)
        if match is None:
            home = Cluster(date, [], frozenset(), [])
            clusters.append(home)
        else:
            home = match.cluster
            home.date = match.date
            home.reasons |= match.reasons
        home.claims.append(candidate)
        home.actors |= parties(candidate)
        if candidate.place:
            home.places.append(candidate.place)
        for key in keys:
            if home not in blocks[key]:
                blocks[key].append(home)
    return [(tuple(sorted(group.claims, key=_position)), frozenset(group.reasons)) for group in clusters]


def _date(candidate: CandidateEvent) -> HistoricalDate:
    if candidate.time is None or candidate.time.date is None:
        raise ValueError(f"an undated claim cannot be merged: {candidate.document[:12]}:{candidate.start}")
    return candidate.time.date


def _finest_first(candidate: CandidateEvent) -> tuple[object, ...]:
    date = _date(candidate)
    return (FINENESS[date.precision], *date.sort_key, -len(candidate.participants), *_position(candidate))


def _position(candidate: CandidateEvent) -> tuple[object, ...]:
    return candidate.document, candidate.start, candidate.end, candidate.trigger.start, candidate.kind


def _block_keys(
    candidate: CandidateEvent, date: HistoricalDate, affiliations: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, int]]:
    actors = parties(candidate)
    names = actors.union(*(affiliations.get(actor, frozenset()) for actor in actors))
    for year in _block_years(date):
        for name in sorted(names):
            yield name, year


def _block_years(date: HistoricalDate) -> Sequence[int]:
    first = date.earliest.year if date.earliest else None
    last = date.latest.year if date.latest else None
    if first is None or last is None:
        return [year for year in (first, last) if year is not None]
    return range(first, last + 1) if last - first <= LONGEST_BLOCKED_YEARS else [first, last]


def _neighbours(blocks: Mapping[tuple[str, int], list[Cluster]], keys: Sequence[tuple[str, int]]) -> Iterator[Cluster]:
    seen: set[int] = set()
    for key in keys:
        for neighbour in blocks.get(key, ()):
            if id(neighbour) not in seen:
                seen.add(id(neighbour))
                yield neighbour


def _best_match(
    candidate: CandidateEvent,
    date: HistoricalDate,
    neighbours: Iterator[Cluster],
    affiliations: Mapping[str, frozenset[str]],
) -> _Match | None:
    """The cluster that the claim belongs to; None where there is none, or where two fit equally well."""
    matches = [match for other in neighbours if (match := _match(candidate, date, other, affiliations))]
    matches.sort(key=lambda match: match.strength, reverse=True)
    if len(matches) > 1 and matches[0].strength == matches[1].strength:
        return None
    if len(matches) > 1 and FINENESS[date.precision] >= FINENESS[Precision.YEAR] and not matches[0].strength[0]:
        return None  # « en 2013 » may be any of that year's meetings.
    return matches[0] if matches else None


def _match(
    candidate: CandidateEvent, date: HistoricalDate, other: Cluster, affiliations: Mapping[str, frozenset[str]]
) -> _Match | None:
    together = common_date(date, other.date)
    if together is None or not all(compatible_places(candidate.place, place) for place in other.places):
        return None
    mine = parties(candidate)
    same_day = date == other.date and date.precision is Precision.DAY
    same_place = candidate.place is not None and any(place == candidate.place for place in other.places)
    # A state stands for its people only where the date leaves no doubt: its officials meet somebody every month.
    standing_for = affiliations if date == other.date and date.precision is Precision.DAY else {}
    if not same_parties(mine, other.actors, standing_for, same_occasion=same_place and _is_occasion(together)):
        return None
    kinds = {claim.kind for claim in other.claims}
    several = len(matched_actors(mine, other.actors, standing_for)) > 1
    if not all(same_kind(candidate.kind, kind) for kind in kinds) and not (
        same_day and (same_place or several) and _is_signed_at_a_meeting(kinds | {candidate.kind})
    ):
        return None
    if any(claim.document == candidate.document for claim in other.claims) and date != other.date:
        return None  # An article that gives two dates tells of two happenings.
    exact = mine == other.actors
    reasons = {
        "same_kind" if kinds == {candidate.kind} else "related_kinds",
        "same_date" if date == other.date else "compatible_dates",
        "same_actors" if exact else "shared_actors",
    } | ({"same_place"} if same_place else set())
    return _Match(other, together, (date == other.date, exact, len(mine & other.actors)), frozenset(reasons))


def _is_occasion(date: HistoricalDate) -> bool:
    return date.precision in (Precision.DAY, Precision.INTERVAL)


def _is_signed_at_a_meeting(kinds: set[EventKind]) -> bool:
    """An agreement and the meeting at which it was made are told as one where the day and the people agree."""
    contacts = {EventKind.MEETING, EventKind.SUMMIT, EventKind.NEGOTIATION, EventKind.CONFERENCE}
    return kinds <= contacts | {EventKind.AGREEMENT}

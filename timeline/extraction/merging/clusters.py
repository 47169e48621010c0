"""Groups the claims about one happening: exact ones first, then those that an article tells otherwise, then vague ones.

Each step abstains where two groups fit equally well. What is joined depends on the set of claims, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations

from timeline.dates import HistoricalDate, Precision
from timeline.extraction.merging.blocks import Blocks
from timeline.extraction.merging.dating import (
    NEAR,
    DateLikeness,
    Dates,
    Vagueness,
    common_date,
    compare_dates,
    vagueness,
)
from timeline.extraction.merging.likeness import (
    Circle,
    Kinds,
    Places,
    Relation,
    compare_kinds,
    compare_places,
    parties,
    same_office,
)
from timeline.extraction.merging.occasions import contradiction, days_of_one_occasion, one_occasion
from timeline.extraction.merging.reasons import reasons
from timeline.extraction.merging.retelling import tells_again
from timeline.extraction.merging.rules import IN_OFFICE, Likeness, bonded, excluded
from timeline.extraction.records import ActorKind, CandidateEvent, EventKind, MergeReason, Office, PlaceRef

NO_TIME = timedelta(0)


@dataclass(frozen=True, slots=True)
class Face:
    """What a claim says but for its date; many claims have the same."""

    kind: EventKind
    parties: frozenset[str]
    place: PlaceRef | None
    office: Office | None = None
    """Of a tenure or an appointment."""


@dataclass(eq=False, slots=True)
class Cluster:
    """Claims about one happening, and what they say."""

    dates: tuple[HistoricalDate, ...]
    """The date that they give together; several where sources contradict each other, or name days of one occasion."""
    claims: list[CandidateEvent] = field(default_factory=list)
    faces: dict[Face, None] = field(default_factory=dict)
    everyone: frozenset[str] = frozenset()
    reasons: set[MergeReason] = field(default_factory=set)
    by_document: dict[str, list[CandidateEvent]] = field(default_factory=lambda: defaultdict(list))
    heir: Cluster | None = None
    """The cluster that it has become part of."""
    judged: frozenset[int] = frozenset()
    """The groups that people made which are in it."""
    apart: frozenset[int] = frozenset()
    """The groups that people set apart from these."""

    def add(self, claim: CandidateEvent, face: Face) -> None:
        self.claims.append(claim)
        self.by_document[claim.document].append(claim)
        self.faces[face] = None
        self.everyone |= face.parties

    def narrow(self, date: HistoricalDate) -> None:
        if len(self.dates) == 1:
            self.dates = (common_date(self.dates[0], date) or self.dates[0],)


@dataclass(frozen=True, slots=True)
class _Match:
    """A cluster that a claim may join, how close they are, and by which likeness."""

    cluster: Cluster
    strength: tuple[int, ...]
    likeness: Likeness


def cluster(
    candidates: Sequence[CandidateEvent], affiliations: Mapping[str, frozenset[str]], seeds: Sequence[Cluster] = ()
) -> list[Cluster]:
    """The groups, each with the reasons that joined it. `seeds` are groups that people made of other claims."""
    circle = Circle(affiliations)
    ordered = sorted(candidates, key=finest_first)
    exact = [candidate for candidate in ordered if vagueness(date_of(candidate)) is Vagueness.OCCASION]
    # What happened is surer where the lexicon has a word for it: deeds of no kind join when the others have met.
    sure, other, vague = ([seed for seed in seeds if _stage(seed) == stage] for stage in range(3))
    clusters = _gather((candidate for candidate in exact if candidate.kind is not EventKind.OTHER), sure, circle)
    clusters = _weld(clusters, one_occasion, circle)
    clusters = _gather((one for one in exact if one.kind is EventKind.OTHER), [*clusters, *other], circle)
    clusters = _weld(clusters, contradiction, circle)
    return _gather(ordered[len(exact) :], [*clusters, *vague], circle)


def _stage(seed: Cluster) -> int:
    """When its surest claim would be looked at."""
    exact = [claim for claim in seed.claims if vagueness(date_of(claim)) is Vagueness.OCCASION]
    if not exact:
        return 2
    return 0 if any(claim.kind is not EventKind.OTHER for claim in exact) else 1


def date_of(candidate: CandidateEvent) -> HistoricalDate:
    if candidate.time is None or candidate.time.date is None:
        raise ValueError(f"an undated claim cannot be merged: {candidate.document[:12]}:{candidate.start}")
    return candidate.time.date


def finest_first(candidate: CandidateEvent) -> tuple[object, ...]:
    """Days before the spans that hold them, short spans before long ones. Of one date those claims come first that name
    most people, and a place: states, single names and what was told without a place join them.
    """
    date = date_of(candidate)
    span = (
        date.latest - date.earliest
        if date.precision is Precision.INTERVAL and date.latest and date.earliest
        else NO_TIME
    )
    persons = sum(participant.actor.kind is ActorKind.PERSON for participant in candidate.participants)
    named = -persons, -len(candidate.participants), candidate.place is None
    return (vagueness(date), span, *date.sort_key, *named, *position(candidate))


def position(candidate: CandidateEvent) -> tuple[object, ...]:
    return candidate.document, candidate.start, candidate.end, candidate.trigger.start, candidate.kind


# -- claims to clusters ---------------------------------------------------------------------------------------------


def _gather(candidates: Iterable[CandidateEvent], clusters: list[Cluster], circle: Circle) -> list[Cluster]:
    """Let each claim join the cluster that it belongs to, or begin one of its own."""
    blocks: Blocks[Cluster] = Blocks(circle)
    for known in clusters:
        for face in known.faces:
            for date in known.dates:
                blocks.add(known, face, date)
    clusters = list(clusters)
    for candidate in candidates:
        date, face = date_of(candidate), face_of(candidate)
        others = dict.fromkeys(other.heir or other for other in blocks.like(face, date))
        matches = [found for other in others if (found := match(candidate, face, other, circle))]
        best = _best(matches, circle)
        if not best:
            home = Cluster((date,))
            clusters.append(home)
        else:
            home = best[0].cluster
            for other in best[1:]:
                _absorb(home, other.cluster)
            home.narrow(date)
            home.reasons |= reasons(best[0].likeness)
            if len(matches) == 1 and best[0].likeness.dates.vagueness > Vagueness.OCCASION:
                home.reasons.add(MergeReason.ONLY_FIT)
        home.add(candidate, face)
        blocks.add(home, face, date)
    return [known for known in clusters if known.heir is None]


def face_of(candidate: CandidateEvent) -> Face:
    office = candidate.office if candidate.kind in IN_OFFICE else None
    return Face(candidate.kind, parties(candidate), candidate.place, office)


def _best(matches: list[_Match], circle: Circle) -> list[_Match]:
    """The closest one; none where two fit equally well, unless both are days of the occasion that the claim spans."""
    matches.sort(key=lambda match: match.strength, reverse=True)
    closest = [match for match in matches if match.strength == matches[0].strength]
    if len(closest) < 2 or (
        all(days_of_one_occasion(match.likeness) for match in closest)
        and all(_could_be_one(one.cluster, other.cluster, circle) for one, other in combinations(closest, 2))
    ):
        return closest
    return []


def match(candidate: CandidateEvent, face: Face, other: Cluster, circle: Circle) -> _Match | None:
    dates = max((compare_dates(date_of(candidate), date) for date in other.dates), key=lambda like: like.grade)
    if dates.together is None:
        return None
    likenesses = [compare(face, theirs, dates, circle) for theirs in other.faces]
    belongs = face.parties <= other.everyone
    if any(excluded(likeness, belongs=belongs) for likeness in likenesses):
        return None
    bonds = [likeness for likeness in likenesses if bonded(likeness)]
    if not bonds:
        return None
    if not all(tells_again(candidate, claim) for claim in other.by_document.get(candidate.document, ())):
        return None
    best = max(bonds, key=_strength)
    return _Match(other, _strength(best), best)


def compare(one: Face, other: Face, dates: DateLikeness, circle: Circle) -> Likeness:
    return Likeness(
        dates=dates,
        kinds=compare_kinds(one.kind, other.kind) if same_office(one.office, other.office) else Kinds.APART,
        company=circle.compare(one.parties, other.parties),
        places=compare_places(one.place, other.place, circle.present(one.parties | other.parties)),
        kind=one.kind,
        other_kind=other.kind,
    )


def _strength(likeness: Likeness) -> tuple[int, ...]:
    """Greater is closer. « en 2013 » may be any of that year's meetings: there the place tells most, and how many more
    people two articles name tells nothing."""
    company = likeness.company
    date, place = likeness.dates.grade is Dates.SAME, likeness.places is Places.SAME
    kind, people = likeness.kinds is Kinds.SAME, company.relation is Relation.SAME and not company.by_standing
    if likeness.dates.vagueness <= Vagueness.SET:
        return date, place, kind, people, company.in_person, company.sides
    return place, kind, date, company.sides >= 2, people


# -- clusters to each other -----------------------------------------------------------------------------------------


def _weld(clusters: list[Cluster], rule: Callable[[Likeness], bool], circle: Circle) -> list[Cluster]:
    """Join the pairs of clusters for which the rule holds, where it holds for no other pair of either."""
    partners: dict[int, list[tuple[int, Likeness]]] = defaultdict(list)
    for one, other, likeness in _pairs(clusters, rule, circle):
        partners[one].append((other, likeness))
        partners[other].append((one, likeness))
    for one in sorted(partners):
        (other, likeness), *more = partners[one]
        if more or len(partners[other]) > 1 or clusters[one].heir:
            continue
        _absorb(clusters[one], clusters[other])
        clusters[one].reasons |= reasons(likeness)
    return [known for known in clusters if known.heir is None]


def _pairs(
    clusters: list[Cluster], rule: Callable[[Likeness], bool], circle: Circle
) -> Iterator[tuple[int, int, Likeness]]:
    blocks: Blocks[int] = Blocks(circle)
    for number, cluster in enumerate(clusters):
        found: dict[int, Likeness] = {}
        for face in cluster.faces:
            for other in blocks.like(face, cluster.dates[0], NEAR):
                if other not in found and (likeness := _may_be_welded(cluster, clusters[other], rule, circle)):
                    found[other] = likeness
        yield from ((other, number, likeness) for other, likeness in sorted(found.items()))
        for face in cluster.faces:
            blocks.add(number, face, cluster.dates[0])


def _may_be_welded(one: Cluster, other: Cluster, rule: Callable[[Likeness], bool], circle: Circle) -> Likeness | None:
    likenesses = _likenesses(one, other, circle)
    holding = [likeness for likeness in likenesses if rule(likeness)]
    return max(holding, key=_strength) if holding and _could_be_one(one, other, circle) else None


def _could_be_one(one: Cluster, other: Cluster, circle: Circle) -> bool:
    """Whether nothing but their dates keeps two clusters apart, no article tells of both, and no person parted them."""
    if one.judged & other.apart:
        return False
    if any(excluded(likeness, belongs=False) for likeness in _likenesses(one, other, circle)):
        return False
    return all(
        tells_again(mine, theirs)
        for document in one.by_document.keys() & other.by_document.keys()
        for mine in one.by_document[document]
        for theirs in other.by_document[document]
    )


def _likenesses(one: Cluster, other: Cluster, circle: Circle) -> list[Likeness]:
    dates = max(
        (compare_dates(mine, theirs) for mine in one.dates for theirs in other.dates), key=lambda like: like.grade
    )
    return [compare(mine, theirs, dates, circle) for mine in one.faces for theirs in other.faces]


def _absorb(home: Cluster, other: Cluster) -> None:
    home.dates = tuple(sorted({*home.dates, *other.dates}, key=lambda date: date.sort_key))
    for claim in other.claims:
        home.add(claim, face_of(claim))
    home.reasons |= other.reasons
    home.judged |= other.judged
    home.apart |= other.apart
    other.heir = home

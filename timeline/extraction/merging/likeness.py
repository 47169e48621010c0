"""How alike two claims are in what tells one happening from another, date aside: its kind, its parties, its place.

Each comparison gives a grade; `rules.py` says which grades together make one event of two claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from timeline.extraction.records import CandidateEvent, EventKind, Office, PlaceRef

CONTACTS = frozenset(
    # A summit is a meeting, a visit is made to meet, talks are held at meetings: articles use one word for another.
    {EventKind.MEETING, EventKind.SUMMIT, EventKind.VISIT, EventKind.NEGOTIATION, EventKind.CONFERENCE}
)
KIND_FAMILIES = (
    CONTACTS,
    frozenset({EventKind.AGREEMENT, EventKind.STATEMENT}),
    frozenset({EventKind.APPOINTMENT, EventKind.TENURE}),
    frozenset({EventKind.SANCTION, EventKind.RUPTURE}),
    frozenset({EventKind.CONFLICT, EventKind.INCIDENT}),
)
# What is done at a meeting, or is one at a distance: two articles may each tell of one side of the day.
ONE_OCCASION = CONTACTS | {EventKind.AGREEMENT, EventKind.STATEMENT, EventKind.CALL}


class Kinds(IntEnum):
    APART = 0
    OCCASION = 1
    """A summit and the agreement made there, a decision and its announcement: two things of one day."""
    RELATED = 2
    """Two words for one thing. A deed of no kind in the lexicon may be of any."""
    SAME = 3


def compare_kinds(one: EventKind, other: EventKind) -> Kinds:
    if EventKind.OTHER in (one, other):
        return Kinds.RELATED
    if one is other:
        return Kinds.SAME
    if any(one in family and other in family for family in KIND_FAMILIES):
        return Kinds.RELATED
    if {one, other} <= ONE_OCCASION or EventKind.STATEMENT in (one, other):
        return Kinds.OCCASION
    return Kinds.APART


def same_office(one: Office | None, other: Office | None) -> bool:
    """Whether two offices can be one. Articles word the role in many ways, so that only whose it is and where the
    envoy is posted tell them apart."""
    if one is None or other is None:
        return True
    return all(
        mine is None or theirs is None or mine == theirs for mine, theirs in ((one.of, other.of), (one.to, other.to))
    )


class Places(IntEnum):
    APART = 0
    UNKNOWN = 1
    """One article does not say."""
    INSIDE = 2
    """One can lie in the other: a city in its country."""
    SAME = 3


def compare_places(one: PlaceRef | None, other: PlaceRef | None, present: frozenset[str] = frozenset()) -> Places:
    """Two cities exclude each other, a country holds its cities. That a country is the place says little more than
    who was there, where its own people are `present`."""
    if one is None or other is None:
        return Places.UNKNOWN
    if one.key == other.key:
        return Places.INSIDE if f"state:{one.key.removeprefix('country:')}" in present else Places.SAME
    if one.country and other.country and one.country != other.country:
        return Places.APART
    return Places.APART if _is_city(one) and _is_city(other) else Places.INSIDE


def _is_city(place: PlaceRef) -> bool:
    return place.key.startswith("city:")


class Relation(IntEnum):
    APART = 0
    UNNAMED = 1
    """One article names nobody."""
    OVERLAPPING = 2
    """Some are on both sides, and each side names others."""
    CONTAINED = 3
    """Everyone on one side is on the other."""
    SAME = 4


@dataclass(frozen=True, slots=True)
class Company:
    """How two sets of actors go together."""

    relation: Relation
    sides: int
    """How many are on both sides, in person or through the state or organisation that they speak for."""
    in_person: int
    """How many of these are named by both."""
    telling: int
    """How many of these are persons or organisations: of a state much is told every day."""

    @property
    def by_standing(self) -> bool:
        """Whether some are matched only with a state or organisation that they speak for."""
        return self.in_person < self.sides


PERSON, STATE = "person:", "state:"


class Circle:
    """Compares the parties of claims; knows for whom each person speaks and who belongs to a group of states.

    Every pair of sets is worked out once.
    """

    def __init__(self, affiliations: Mapping[str, frozenset[str]]) -> None:
        self._affiliations = affiliations
        self._bodies: dict[frozenset[str], frozenset[str]] = {}
        self._known: dict[tuple[frozenset[str], frozenset[str]], Company] = {}

    def bodies(self, actors: frozenset[str]) -> frozenset[str]:
        """The states and organisations that these actors speak for."""
        if actors not in self._bodies:
            self._bodies[actors] = frozenset().union(*(self._affiliations.get(actor, ()) for actor in actors))
        return self._bodies[actors]

    def present(self, actors: frozenset[str]) -> frozenset[str]:
        """These actors, and whom they speak for."""
        return actors | self.bodies(actors)

    def compare(self, mine: frozenset[str], theirs: frozenset[str]) -> Company:
        pair = (mine, theirs)
        if pair not in self._known:
            self._known[pair] = self._compare(mine, theirs)
        return self._known[pair]

    def _compare(self, mine: frozenset[str], theirs: frozenset[str]) -> Company:
        if not mine or not theirs:
            return Company(Relation.UNNAMED, 0, 0, 0)
        found, theirs_found = self._found(mine, theirs), self._found(theirs, mine)
        if not found:
            return Company(Relation.APART, 0, 0, 0)
        whole = (found == mine) + (theirs_found == theirs)
        relation = (Relation.OVERLAPPING, Relation.CONTAINED, Relation.SAME)[whole]
        return Company(
            relation,
            sides=min(self._sides(found), self._sides(theirs_found)),
            in_person=self._sides(mine & theirs),
            telling=sum(not actor.startswith(STATE) for actor in mine & theirs),
        )

    def _found(self, mine: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
        """Those of `mine` who also stand in `theirs`, in person or through the body that they speak for."""
        spoken_for = self.bodies(theirs)
        members = self.bodies(frozenset(actor for actor in theirs if not actor.startswith(PERSON)))
        return frozenset(actor for actor in mine if self._stands_in(actor, theirs, spoken_for, members))

    def _stands_in(
        self, actor: str, theirs: frozenset[str], spoken_for: frozenset[str], members: frozenset[str]
    ) -> bool:
        """`members` are those of the groups of states among `theirs`: who speaks for one of them is there too. Two
        persons who speak for one state are two."""
        bodies = self._affiliations.get(actor, frozenset())
        if actor in theirs or actor in spoken_for or bodies & (theirs | members):
            return True
        return not actor.startswith(PERSON) and bool(bodies & spoken_for)

    def _sides(self, actors: frozenset[str]) -> int:
        """A state beside a person who speaks for it is no second side."""
        return len(actors - self.bodies(actors))


def parties(candidate: CandidateEvent) -> frozenset[str]:
    return frozenset(participant.actor.key for participant in candidate.participants)

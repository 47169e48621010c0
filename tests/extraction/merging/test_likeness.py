"""How alike two claims are in kind, parties and place."""

import pytest

from tests.extraction.merging.claims import FRANCE, PARIS, REYKJAVIK, WASHINGTON
from timeline.extraction.merging.likeness import Circle, Kinds, Places, Relation, compare_kinds, compare_places
from timeline.extraction.records import EventKind, PlaceRef

PERSIAN_GULF = PlaceRef("region:persian-gulf", "Persian Gulf")
BURNS, SHERMAN, ZARIF = "person:william-burns", "person:wendy-sherman", "person:mohammad-javad-zarif"
USA, IRAN, RUSSIA, SIX = "state:US", "state:IR", "state:RU", "organisation:p5-1"
CIRCLE = Circle(
    {
        BURNS: frozenset({USA, "organisation:cia"}),
        SHERMAN: frozenset({USA}),
        ZARIF: frozenset({IRAN}),
        SIX: frozenset({USA, RUSSIA}),
    }
)


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        ("summit", "summit", Kinds.SAME),
        ("summit", "visit", Kinds.RELATED),
        ("other", "conflict", Kinds.RELATED),
        ("other", "other", Kinds.RELATED),
        ("summit", "agreement", Kinds.OCCASION),
        ("meeting", "call", Kinds.OCCASION),
        ("rupture", "statement", Kinds.OCCASION),
        ("call", "conflict", Kinds.APART),
        ("agreement", "rupture", Kinds.APART),
    ],
)
def test_kinds(one, other, grade):
    assert compare_kinds(EventKind(one), EventKind(other)) is grade
    assert compare_kinds(EventKind(other), EventKind(one)) is grade


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        pytest.param(PARIS, PARIS, Places.SAME, id="same city"),
        pytest.param(PARIS, FRANCE, Places.INSIDE, id="city in its country"),
        pytest.param(PARIS, PERSIAN_GULF, Places.INSIDE, id="a region without a country tells nothing"),
        pytest.param(PARIS, WASHINGTON, Places.APART, id="two cities"),
        pytest.param(REYKJAVIK, FRANCE, Places.APART, id="another country"),
        pytest.param(PARIS, None, Places.UNKNOWN, id="not said"),
        pytest.param(FRANCE, FRANCE, Places.SAME, id="same country"),
    ],
)
def test_places(one, other, grade):
    assert compare_places(one, other) is grade
    assert compare_places(other, one) is grade


def test_a_country_is_no_telling_place_for_its_own_people():
    assert compare_places(FRANCE, FRANCE, frozenset({"state:FR", USA})) is Places.INSIDE
    assert compare_places(FRANCE, FRANCE, frozenset({IRAN, USA})) is Places.SAME


@pytest.mark.parametrize(
    ("mine", "theirs", "relation", "sides", "in_person"),
    [
        pytest.param({BURNS, ZARIF}, {ZARIF, BURNS}, Relation.SAME, 2, 2, id="same persons"),
        pytest.param({BURNS, ZARIF}, {USA, IRAN}, Relation.SAME, 2, 0, id="persons and their states"),
        pytest.param({BURNS, SHERMAN}, {USA}, Relation.SAME, 1, 0, id="two persons of one state are one side"),
        pytest.param({BURNS}, {SHERMAN}, Relation.APART, 0, 0, id="two persons of one state are two"),
        pytest.param({BURNS, USA}, {USA, IRAN}, Relation.CONTAINED, 1, 1, id="a state beside its person"),
        pytest.param({USA, IRAN}, {USA, RUSSIA}, Relation.OVERLAPPING, 1, 1, id="each with another"),
        pytest.param({IRAN, SIX}, {ZARIF, SHERMAN}, Relation.SAME, 2, 0, id="a group and who speaks for a member"),
        pytest.param({IRAN, SIX}, {IRAN, RUSSIA}, Relation.SAME, 2, 1, id="a group and a member"),
        pytest.param(set(), {IRAN}, Relation.UNNAMED, 0, 0, id="nobody named"),
    ],
)
def test_parties(mine, theirs, relation, sides, in_person):
    for company in (
        CIRCLE.compare(frozenset(mine), frozenset(theirs)),
        CIRCLE.compare(frozenset(theirs), frozenset(mine)),
    ):
        assert (company.relation, company.sides, company.in_person) == (relation, sides, in_person)


def test_of_a_state_much_is_told():
    assert CIRCLE.compare(frozenset({USA, BURNS}), frozenset({USA, BURNS})).telling == 1

"""The chronology page as a plain object."""

import re

import pytest
from django.http import QueryDict
from django.utils import translation

from tests import chronicle
from timeline.forms import ChronologyFilter
from timeline.models import Event
from timeline.pages.cards import Year
from timeline.pages.chronology import EVENTS_PER_PAGE, ChronologyPage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def view(query: str = "", page: str = "") -> ChronologyPage:
    return ChronologyPage(ChronologyFilter(QueryDict(query)), page)


def counts(chronology: ChronologyPage, parameter: str) -> dict[str, int]:
    facet = next(facet for facet in chronology.facets if facet.parameter == parameter)
    return {option.value: option.count for option in facet.options}


def shown(year: Year) -> list[str]:
    """The public ids of the events under a year."""
    return [re.search(r'id="e-([^"]+)"', card)[1] for card in year.cards]


def test_events_stand_under_their_first_year_the_widest_first():
    chronicle.cold_war()

    years = {year.number: shown(year) for year in view().years}
    assert years == {1985: ["talks", "geneva"], 1986: ["reykjavik"], 1987: ["inf"]}


def test_event_with_an_open_start_stands_under_its_end():
    chronicle.event("../1991", "Mikhail Gorbachev", kind="tenure", public_id="until")
    assert [year.number for year in view().years] == [1991]


def test_each_value_counts_what_it_would_give():
    chronicle.cold_war()
    chronology = view("kind=summit")

    assert counts(chronology, "kind") == {"summit": 2, "agreement": 1, "negotiation": 1}
    assert counts(chronology, "actor") == {"mikhail-gorbachev": 2, "ronald-reagan": 2}
    assert counts(chronology, "place") == {"city:geneva": 1, "city:reykjavik": 1}


def test_with_any_actor_each_actor_counts_alone():
    chronicle.cold_war()
    chronology = view("actor=george-shultz&match=any")
    assert counts(chronology, "actor") == {"george-shultz": 1, "mikhail-gorbachev": 3, "ronald-reagan": 3}


def test_chosen_value_that_matches_nothing_can_still_be_taken_back():
    chronicle.cold_war()
    assert counts(view("place=city:geneva&when=1987"), "place")["city:geneva"] == 0


def test_years_count_every_event_that_may_lie_in_them():
    chronicle.cold_war()
    periods = {period.words: period.count for period in view().periods}
    assert periods == {"1985": 2, "1986": 2, "1987": 2, "1988": 1, "1989": 1, "1990": 1, "1991": 1}


def test_many_years_are_offered_as_decades():
    for year in range(1960, 1990):
        chronicle.event(str(year), "Andrei Gromyko", kind="meeting")

    periods = view().periods
    assert [(period.words, period.count) for period in periods] == [("1960s", 10), ("1970s", 10), ("1980s", 10)]
    assert view(periods[0].query_string).total == 10


def test_chips_join_actors_by_the_word_that_holds_between_them():
    chronicle.cold_war()
    query = "actor=ronald-reagan&actor=george-shultz&when=1985"

    assert [(chip.joint, chip.words) for chip in view(query).chips] == [
        ("·", "Ronald Reagan"),
        ("and", "George Shultz"),
        ("·", "1985"),
    ]
    assert view(query + "&match=any").chips[1].joint == "or"


def test_pages_are_stable_and_a_page_that_does_not_exist_is_reported():
    for number in range(EVENTS_PER_PAGE + 1):
        Event.objects.create(public_id=f"e{number:03}", kind="meeting", edtf="1985", status="published")

    assert [public_id for year in view(page="2").years for public_id in shown(year)] == [f"e{EVENTS_PER_PAGE:03}"]
    assert view(page="2").previous_page == "?"
    assert view("when=1985").next_page == "?when=1985&page=2"
    for nonsense in ("9", "zero", "-1", "0x1"):
        assert [parameter for parameter, _reason in view(page=nonsense).notices] == ["page"]


def test_empty_database_is_told_from_nothing_matches():
    assert view().has_no_events_at_all
    chronicle.cold_war()
    assert not view("when=1815").has_no_events_at_all


def test_drafts_and_rejected_events_are_not_shown():
    chronicle.cold_war()
    Event.objects.filter(public_id="inf").update(status="draft")
    Event.objects.filter(public_id="talks").update(status="rejected")
    assert view().total == 2


def test_list_costs_the_same_number_of_queries_for_many_events(django_assert_max_num_queries):
    for year in range(1950, 1990):
        chronicle.event(str(year), "Andrei Gromyko", "Dean Rusk", kind="meeting", at="Geneva")

    with django_assert_max_num_queries(14):
        chronology = view("actor=dean-rusk&when=1950-1990")
        assert sum(len(year.cards) for year in chronology.years) == EVENTS_PER_PAGE
        assert chronology.facets
        assert chronology.periods
        assert chronology.undated == 0

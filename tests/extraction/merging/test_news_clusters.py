"""Many articles on one matter, as news come: which of their claims are one event."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.merging.claims import REYKJAVIK, SINGAPORE, claim, organisation, person, state
from timeline.extraction.merging import merge_events
from timeline.extraction.records import EventKind, MergeReason, PlaceRef

TRUMP, KIM, MOON, POMPEO = (
    person("donald-trump"),
    person("kim-jong-un"),
    person("moon-jae-in"),
    person("mike-pompeo"),
)
USA, NORTH, SOUTH = state("US"), state("KP"), state("KR")
SPEAK_FOR = {
    TRUMP.key: frozenset({USA.key}),
    POMPEO.key: frozenset({USA.key}),
    KIM.key: frozenset({NORTH.key}),
    MOON.key: frozenset({SOUTH.key}),
}
HANOI = PlaceRef("city:1581130", "Hanoi", "VN", known=True)
PANMUNJOM = PlaceRef("region:panmunjom", "Panmunjom", known=True)
MERKEL, HOLLANDE, PUTIN, POROSHENKO = (
    person(name) for name in ("angela-merkel", "francois-hollande", "vladimir-putin", "petro-poroshenko")
)
Kind = EventKind


def events(*claims, affiliations=SPEAK_FOR):
    """Each group as the names of the documents in it; every claim comes from a document of its own by default."""
    merged = merge_events(claims, affiliations)
    return sorted("".join(sorted(claim.document for claim in event.claims)) for event in merged)


def only(*claims, affiliations=SPEAK_FOR):
    (event,) = merge_events(claims, affiliations)
    return event


def test_subsets_of_those_who_met_are_one_summit():
    four = MERKEL, HOLLANDE, PUTIN, POROSHENKO
    claims = [
        claim("2015-02-12", *four, kind=Kind.SUMMIT, document="a"),
        claim("2015-02-12", *four, kind=Kind.NEGOTIATION, document="b"),
        claim("2015-02-12", PUTIN, POROSHENKO, document="c"),
        claim("2015-02-12", MERKEL, HOLLANDE, kind=Kind.SUMMIT, document="d"),
        claim("2015-02-12", MERKEL, HOLLANDE, PUTIN, kind=Kind.SUMMIT, document="e"),
        claim("2015-02-11/2015-02-12", *four, kind=Kind.SUMMIT, document="f"),
        claim("2015-02", *four, kind=Kind.SUMMIT, document="g"),
        claim("2015", *four, kind=Kind.SUMMIT, document="h"),
    ]
    assert events(*claims) == ["abcdefgh"]


def test_what_was_told_without_a_place_and_by_states_is_the_summit_too():
    claims = [
        claim("2018-06-12", TRUMP, KIM, kind=Kind.SUMMIT, place=SINGAPORE, document="a"),
        claim("2018-06-12", TRUMP, KIM, document="b"),
        claim("2018-06-12", USA, NORTH, kind=Kind.OTHER, place=SINGAPORE, document="c"),
        claim("2018-06", USA, NORTH, kind=Kind.SUMMIT, document="d"),
        claim("2018", TRUMP, KIM, place=SINGAPORE, document="e"),
    ]
    assert events(*claims) == ["abcde"]


def test_two_summits_of_one_pair_in_a_year_leave_the_year_alone():
    claims = [
        claim("2018-04-27", KIM, MOON, kind=Kind.SUMMIT, place=PANMUNJOM, document="a"),
        claim("2018-05-26", KIM, MOON, kind=Kind.SUMMIT, place=PANMUNJOM, document="b"),
        claim("2018", KIM, MOON, kind=Kind.SUMMIT, place=PANMUNJOM, document="c"),
        claim("2018-05", KIM, MOON, document="d"),
    ]
    assert events(*claims) == ["a", "bd", "c"]


def test_the_place_tells_which_meeting_of_the_year_is_meant():
    claims = [
        claim("2018-06-12", TRUMP, KIM, kind=Kind.SUMMIT, place=SINGAPORE, document="a"),
        claim("2018-07-01", TRUMP, KIM, kind=Kind.SUMMIT, place=HANOI, document="b"),
        claim("2018", TRUMP, KIM, kind=Kind.SUMMIT, place=HANOI, document="c"),
    ]
    assert events(*claims) == ["a", "bc"]


def test_only_a_vague_claim_without_a_rival_says_so():
    event = only(claim("2018-06-12", TRUMP, KIM), claim("2018-06", TRUMP, KIM, document="b"))
    assert MergeReason.ONLY_FIT in event.reasons


class TestSummitAndAgreement:
    SUMMIT = claim("2018-06-12", TRUMP, KIM, kind=Kind.SUMMIT, place=SINGAPORE, document="a")
    SIGNED = claim("2018-06-12", TRUMP, KIM, kind=Kind.AGREEMENT, place=SINGAPORE, document="b")

    def test_two_articles_that_each_tell_one_side_of_the_day_tell_of_one_occasion(self):
        assert MergeReason.ONE_OCCASION in only(self.SUMMIT, self.SIGNED).reasons

    def test_an_article_that_tells_of_both_keeps_them_two(self):
        both = [
            claim("2018-06-12", TRUMP, KIM, kind=Kind.SUMMIT, document="c"),
            claim("2018-06-12", TRUMP, KIM, kind=Kind.AGREEMENT, document="c", start=200, rule="same_day"),
        ]
        assert events(self.SUMMIT, self.SIGNED, *both) == ["ac", "bc"]

    def test_another_day_is_another_event(self):
        later = claim("2018-06-14", TRUMP, KIM, kind=Kind.AGREEMENT, place=SINGAPORE, document="c")
        assert events(self.SUMMIT, later) == ["a", "c"]


class TestContradictions:
    EARLIER = claim("1972-02-27", USA, state("CN"), kind=Kind.AGREEMENT, document="a")
    LATER = claim("1972-02-28", USA, state("CN"), kind=Kind.AGREEMENT, document="b")

    def test_a_rare_event_dated_a_day_apart_is_one_and_says_so(self):
        event = only(self.EARLIER, self.LATER)
        assert MergeReason.DATES_DIFFER in event.reasons
        assert {claim.time.date.edtf for claim in event.claims} == {"1972-02-27", "1972-02-28"}

    def test_the_date_that_most_articles_give_is_shown(self):
        third = claim("1972-02-28", USA, state("CN"), kind=Kind.AGREEMENT, document="c")
        assert only(self.EARLIER, self.LATER, third).date.edtf == "1972-02-28"

    def test_of_as_many_articles_the_earliest_date_is_shown_never_one_between(self):
        later = claim("1972-03-01", USA, state("CN"), kind=Kind.AGREEMENT, document="c")
        assert only(self.LATER, later).date.edtf == "1972-02-28"

    def test_an_article_that_dates_both_days_tells_of_two_events(self):
        both = [
            claim("1972-02-27", USA, state("CN"), kind=Kind.AGREEMENT, document="c"),
            claim("1972-02-28", USA, state("CN"), kind=Kind.AGREEMENT, document="c", start=200),
        ]
        assert events(self.EARLIER, self.LATER, *both) == ["ac", "bc"]

    def test_three_days_in_a_row_are_not_one_event(self):
        third = claim("1972-02-29", USA, state("CN"), kind=Kind.AGREEMENT, document="c")
        assert events(self.EARLIER, self.LATER, third) == ["a", "b", "c"]

    def test_two_people_who_met_that_day_met_at_one_place_whatever_the_sources_say(self):
        event = only(
            claim("2018-06-12", TRUMP, KIM, place=SINGAPORE, document="a"),
            claim("2018-06-12", TRUMP, KIM, place=HANOI, document="b"),
        )
        assert MergeReason.PLACES_DIFFER in event.reasons


def test_the_days_of_one_occasion_are_one_event_where_a_source_gives_the_span():
    days = [
        claim("2019-02-27", TRUMP, KIM, place=HANOI, document="a"),
        claim("2019-02-28", TRUMP, KIM, document="b"),
    ]
    assert events(*days) == ["a", "b"]
    event = only(*days, claim("2019-02-27/2019-02-28", TRUMP, KIM, kind=Kind.SUMMIT, document="c"))
    assert event.date.edtf == "2019-02-27/2019-02-28"


class TestStatesAndTheirPeople:
    def test_two_meetings_of_one_day_leave_their_states_alone(self):
        ri = person("ri-yong-ho")
        known = SPEAK_FOR | {ri.key: frozenset({NORTH.key})}
        claims = [
            claim("2018-06-12", TRUMP, KIM, document="a"),
            claim("2018-06-12", POMPEO, ri, document="b"),
            claim("2018-06-12", USA, NORTH, document="c"),
        ]
        assert events(*claims, affiliations=known) == ["a", "b", "c"]

    def test_a_group_of_states_and_those_who_speak_for_its_members_are_one_party(self):
        six, eu, iran = organisation("p5-1"), organisation("eu"), state("IR")
        mogherini, zarif = person("federica-mogherini"), person("mohammad-javad-zarif")
        known = {
            mogherini.key: frozenset({eu.key}),
            zarif.key: frozenset({iran.key}),
            six.key: frozenset({eu.key, USA.key}),
        }
        lausanne = PlaceRef("city:2659994", "Lausanne", "CH", known=True)
        claims = [
            claim("2015-04-02", mogherini, zarif, kind=Kind.AGREEMENT, place=lausanne, document="a"),
            claim("2015-21", six, iran, kind=Kind.AGREEMENT, place=lausanne, document="b"),
        ]
        assert events(*claims, affiliations=known) == ["ab"]

    def test_a_guest_who_met_two_hosts_is_not_a_bridge_between_them(self):
        claims = [
            claim("2018-06-12", TRUMP, KIM, document="a"),
            claim("2018-06-12", TRUMP, MOON, document="b"),
            claim("2018-06-12", TRUMP, document="c"),
        ]
        assert events(*claims) == ["a", "b", "c"]


DATES = ["1986-10-11", "1986-10-12", "1986-10-11/1986-10-12", "[1986-10-04,1986-10-11]", "1986-10", "1986", "1985/1987"]
ACTORS = [TRUMP, KIM, USA, NORTH, POMPEO]
claims_of_the_press = st.builds(
    lambda edtf, actors, kind, place, document, start: claim(
        edtf, *actors, kind=kind, place=place, document=document, start=start
    ),
    st.sampled_from(DATES),
    st.lists(st.sampled_from(ACTORS), max_size=3, unique=True),
    st.sampled_from([Kind.MEETING, Kind.SUMMIT, Kind.AGREEMENT, Kind.OTHER, Kind.CALL]),
    st.sampled_from([None, REYKJAVIK, HANOI]),
    st.sampled_from("abcdef"),
    st.integers(0, 9).map(lambda number: number * 100),
)


@pytest.mark.parametrize("seed", range(3))
@settings(max_examples=60, deadline=None)
@given(claims=st.lists(claims_of_the_press, max_size=14, unique_by=lambda one: (one.document, one.start)))
def test_the_order_in_which_claims_come_changes_nothing(claims, seed):
    shuffled = list(claims)
    random.Random(seed).shuffle(shuffled)
    assert repr(merge_events(shuffled, SPEAK_FOR)) == repr(merge_events(claims, SPEAK_FOR))
    merged = merge_events(claims, SPEAK_FOR)
    assert sorted(id(one) for event in merged for one in event.claims).__len__() == len(claims)


def test_long_talks_are_told_by_their_narrower_spans_first():
    iran, burns, sullivan = state("IR"), person("william-burns"), person("jake-sullivan")
    oman = PlaceRef("country:OM", "Oman", "OM", known=True)
    known = {burns.key: frozenset({USA.key}), sullivan.key: frozenset({USA.key})}
    claims = [
        claim("2012/2013", burns, iran, kind=Kind.NEGOTIATION, place=oman, document="a"),
        claim("2013-03/2013-11", burns, sullivan, place=oman, document="b"),
        claim("2013-03/2013-11", USA, iran, place=oman, document="c"),
    ]
    assert events(*claims, affiliations=known) == ["abc"]

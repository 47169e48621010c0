"""Which claims become one event, and what they say together."""

import itertools
from dataclasses import replace

import pytest

from tests.extraction.merging.claims import FRANCE, PARIS, WASHINGTON, claim, person, state
from timeline.extraction.merging import merge_events
from timeline.extraction.records import IMPLIED, EventKind, Origin, Participant

BEGIN, SADAT, CARTER = person("menachem-begin"), person("anwar-sadat"), person("jimmy-carter")
EGYPT, ISRAEL = state("EG"), state("IL")


def dates(events):
    return [event.date.edtf for event in events]


def test_two_articles_on_one_meeting_make_one_event_with_two_claims():
    events = merge_events([claim("1978-09-17", BEGIN, SADAT), claim("1978-09-17", SADAT, BEGIN, document="herald")])
    assert [len(event.claims) for event in events] == [2]
    assert "same_date" in events[0].reasons


def test_a_set_of_days_and_a_day_of_it_settle_on_that_day():
    tuesdays = claim("[1978-09-05,1978-09-12,1978-09-19,1978-09-26]", BEGIN, SADAT)
    inferred = claim("1978-09-05", BEGIN, SADAT, document="herald", base_kind="text_bound")
    (event,) = merge_events([tuesdays, inferred])
    assert event.date.edtf == "1978-09-05"
    assert event.derivation.origin is Origin.SETTLED


def test_a_source_that_gives_the_day_outright_needs_no_settling():
    tuesdays = claim("[1978-09-05,1978-09-12]", BEGIN, SADAT)
    (event,) = merge_events([tuesdays, claim("1978-09-05", BEGIN, SADAT, document="herald")])
    assert event.derivation.origin is Origin.EXPLICIT


def test_two_overlapping_sets_leave_the_days_that_both_allow():
    (event,) = merge_events(
        [
            claim("[1978-09-05,1978-09-12,1978-09-19]", BEGIN, SADAT),
            claim("[1978-09-12,1978-09-19,1978-09-26]", BEGIN, SADAT, document="herald"),
        ]
    )
    assert event.date.edtf == "[1978-09-12,1978-09-19]"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            claim("1978-09-17", BEGIN, SADAT), claim("1978-09-18", BEGIN, SADAT, document="b"), id="other day"
        ),
        pytest.param(claim("1978-09-17", BEGIN, SADAT), claim("1978-09-17", BEGIN, CARTER, document="b"), id="others"),
        pytest.param(
            claim("1978-09-17", BEGIN, SADAT, kind=EventKind.CALL),
            claim("1978-09-17", BEGIN, SADAT, kind=EventKind.CONFLICT, document="b"),
            id="other kind",
        ),
        pytest.param(
            claim("1978-09-17", EGYPT, ISRAEL, place=WASHINGTON),
            claim("1978-09-17", EGYPT, ISRAEL, place=PARIS, document="b"),
            id="other city",
        ),
        pytest.param(
            claim("1977/1981", CARTER, kind=EventKind.TENURE),
            claim("1978-09-17", CARTER, kind=EventKind.APPOINTMENT, document="b"),
            id="a day within a term of office",
        ),
        pytest.param(
            claim("1978-09", BEGIN, SADAT), claim("1978-09-17", BEGIN, SADAT, start=200), id="two dates in one article"
        ),
    ],
)
def test_claims_that_differ_stay_apart(one, other):
    assert len(merge_events([one, other])) == 2


def test_a_country_and_a_city_in_it_are_one_place_and_the_city_is_kept():
    (event,) = merge_events(
        [claim("1978-09-17", BEGIN, SADAT, place=FRANCE), claim("1978-09-17", BEGIN, SADAT, place=PARIS, document="b")]
    )
    assert event.place == PARIS


def test_a_vague_claim_joins_the_only_exact_one_that_fits():
    (event,) = merge_events([claim("1978", BEGIN, SADAT), claim("1978-09-17", BEGIN, SADAT, document="herald")])
    assert event.date.edtf == "1978-09-17"


def test_a_vague_claim_stays_by_itself_where_two_exact_ones_fit():
    events = merge_events(
        [
            claim("1978", BEGIN, SADAT, document="almanac"),
            claim("1978-09-05", BEGIN, SADAT, document="herald"),
            claim("1978-12-10", BEGIN, SADAT, document="gazette"),
        ]
    )
    assert dates(events) == ["1978", "1978-09-05", "1978-12-10"]


def test_states_and_those_who_speak_for_them_are_the_same_parties():
    affiliations = {BEGIN.key: frozenset({ISRAEL.key}), SADAT.key: frozenset({EGYPT.key})}
    (event,) = merge_events(
        [claim("1978-09-17", BEGIN, SADAT), claim("1978-09-17", EGYPT, ISRAEL, document="b")], affiliations
    )
    assert [(one.actor, one.role) for one in event.participants] == [
        (BEGIN, "participant"),
        (SADAT, "participant"),
        (EGYPT, "represented"),
        (ISRAEL, "represented"),
    ]


def test_who_is_named_in_any_passage_is_not_implied():
    implied = claim("1978-09-17", BEGIN, SADAT)
    implied = replace(implied, participants=tuple(Participant(one.actor, IMPLIED) for one in implied.participants))
    (event,) = merge_events([implied, claim("1978-09-17", BEGIN, SADAT, document="b")])
    assert [one.role for one in event.participants] == ["participant", "participant"]


def test_a_state_that_one_source_names_beside_its_person_took_part_itself():
    affiliations = {SADAT.key: frozenset({EGYPT.key})}
    (event,) = merge_events([claim("1977-11-19", SADAT, EGYPT)], affiliations)
    assert {one.role for one in event.participants} == {"participant"}


def test_a_vague_claim_about_officials_does_not_join_a_meeting_of_their_states():
    affiliations = {BEGIN.key: frozenset({ISRAEL.key}), SADAT.key: frozenset({EGYPT.key})}
    claims = [claim("1978", BEGIN, SADAT), claim("1978-09-17", EGYPT, ISRAEL, document="b")]
    assert len(merge_events(claims, affiliations)) == 2


def test_one_shared_actor_is_not_enough_without_day_and_place():
    assert len(merge_events([claim("1978-09", BEGIN), claim("1978-09", BEGIN, SADAT, document="b")])) == 2


def test_initials_and_surname_find_the_only_full_name_in_another_article():
    sadat = person("m-riad", known=False)
    full = person("mahmoud-riad", known=False)
    (event,) = merge_events([claim("1970-06-25", BEGIN, sadat), claim("1970-06-25", BEGIN, full, document="b")])
    assert full in {participant.actor for participant in event.participants}


def test_french_and_english_spellings_of_an_unknown_name_are_one_person():
    french, english = person("iouri-ouchakov", known=False), person("yuri-ushakov", known=False)
    (event,) = merge_events([claim("1996-03-21", CARTER, french), claim("1996-03-21", CARTER, english, document="b")])
    assert len(event.participants) == 2


def test_initials_that_fit_two_people_stay_open():
    short = person("m-riad", known=False)
    candidates = [
        claim("1970-06-25", BEGIN, short),
        claim("1970-06-25", BEGIN, person("mahmoud-riad", known=False), document="b"),
        claim("1971-06-25", BEGIN, person("mohamed-riad", known=False), document="c"),
    ]
    assert len(merge_events(candidates)) == 3


def test_an_undated_claim_cannot_be_merged():
    undated = claim("1978", BEGIN)
    object.__setattr__(undated, "time", None)
    with pytest.raises(ValueError, match="undated"):
        merge_events([undated])


def test_the_order_of_the_claims_does_not_matter():
    claims = [
        claim("1978", BEGIN, SADAT, document="a"),
        claim("1978-09", BEGIN, SADAT, document="b"),
        claim("1978-09-17", BEGIN, SADAT, document="c"),
        claim("1978-09-17", EGYPT, ISRAEL, document="d"),
        claim("[1978-09-10,1978-09-17]", SADAT, BEGIN, document="e"),
    ]
    results = {repr(merge_events(order)) for order in itertools.permutations(claims)}
    assert len(results) == 1


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        pytest.param(["meeting", "meeting", "summit"], "meeting", id="what most articles call it"),
        pytest.param(["meeting", "summit"], "summit", id="of as many the more telling word"),
        pytest.param(["other", "other", "visit"], "visit", id="no kind at all only where none has one"),
    ],
)
def test_the_kind_is_what_the_articles_call_it(kinds, kind):
    told = [claim("1978-09-17", BEGIN, SADAT, kind=EventKind(k), document=str(n)) for n, k in enumerate(kinds)]
    (event,) = merge_events(told)
    assert event.kind == kind

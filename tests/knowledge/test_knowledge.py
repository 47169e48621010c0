"""What the knowledge files say, and that they are whole."""

import subprocess
import sys

import pytest

from timeline.dates import HistoricalDate
from timeline.extraction.records import ActorKind, ActorRef, Office
from timeline.knowledge import load_knowledge


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge()


@pytest.mark.parametrize(
    ("key", "standard", "english", "french"),
    [
        ("state:RU", "Russian Federation", "Russia", "Russie"),
        ("state:IR", "Iran (Islamic Republic of)", "Iran", "Iran"),
        ("state:SU", "Soviet Union", "Soviet Union", "Union soviétique"),
        ("person:vladimir-putin", "Vladimir Putin", "Vladimir Putin", "Vladimir Poutine"),
        ("organisation:nato", "NATO", "NATO", "Otan"),
    ],
)
def test_an_actor_has_a_standard_name_and_one_for_readers(knowledge, key, standard, english, french):
    actor = knowledge.actor(key)
    assert (actor.standard_name, actor.name_en, actor.name_fr) == (standard, english, french)
    assert knowledge.standard_name(key) == standard


def test_an_unknown_key_has_no_name(knowledge):
    assert knowledge.actor("person:nobody") is None
    assert knowledge.standard_name("person:nobody") == ""


def test_a_person_speaks_for_the_states_and_bodies_served(knowledge):
    mine = knowledge.affiliations()["person:nikolai-patrushev"]
    assert {"state:RU", "organisation:security-council-russia", "organisation:fsb"} <= mine


def test_a_group_that_negotiates_together_has_members(knowledge):
    assert {"state:US", "state:FR", "organisation:eu"} <= knowledge.affiliations()["organisation:p5-1"]
    assert "organisation:nato" not in knowledge.affiliations()


@pytest.mark.parametrize(
    ("role", "body", "date", "holder"),
    [
        ("president", "state:FR", "1963-01-22", "person:charles-de-gaulle"),
        ("foreign_minister", "state:US", "2013", "person:john-kerry"),
        ("leader", "state:GB", "1982-05", "person:margaret-thatcher"),
        ("leader", "organisation:un", "2003-02-05", "person:kofi-annan"),
        ("king", "state:QA", "2020", "person:tamim-bin-hamad-al-thani"),
    ],
)
def test_an_office_has_its_holder_on_a_date(knowledge, role, body, date, holder):
    office = Office(role, knowledge.ref(body))
    assert holder in knowledge.holders(office, HistoricalDate.parse(date))


def test_an_office_of_nothing_has_no_holder(knowledge):
    assert knowledge.holders(Office("president"), HistoricalDate.parse("2020")) == ()


def test_american_ambassadors_come_with_their_record(knowledge):
    moscow = [t for t in knowledge.tenures_of("person:william-burns") if t.to == "state:RU"]
    assert [(t.role, t.date.edtf) for t in moscow] == [("ambassador", "2005-11-08/2008-05-12")]
    assert "Office of the Historian" in moscow[0].origin


@pytest.mark.parametrize(
    ("key", "english", "french", "country"),
    [
        ("city:2660646", "Geneva", "Genève", "CH"),
        ("region:crimea", "Crimea", "Crimée", "UA"),
        ("country:RU", "Russia", "Russie", "RU"),
    ],
)
def test_a_place_has_its_names_and_position(knowledge, key, english, french, country):
    place = knowledge.place(key)
    assert (place.name_en, place.name_fr, place.country) == (english, french, country)
    assert -90 <= place.latitude <= 90
    assert -180 <= place.longitude <= 180


def test_an_unknown_place_is_none(knowledge):
    assert [knowledge.place(key) for key in ("city:0", "region:atlantis", "country:ZZ", "elsewhere")] == [None] * 4


def test_every_key_that_the_files_use_is_in_them(knowledge):
    bodies = {tenure.of for tenure in knowledge.tenures} | {tenure.to for tenure in knowledge.tenures}
    bodies |= {seat.state for seat in knowledge.seats} | {m for group in knowledge.groups for m in group.members}
    bodies |= {actor.state for actor in knowledge.actors.values()}
    bodies |= {member for actor in knowledge.actors.values() for member in actor.members}
    bodies |= {state.stands_for for state in knowledge.states.values()}
    assert bodies - {""} - set(knowledge.actors) == set()
    assert {tenure.role for tenure in knowledge.tenures} <= set(knowledge.roles)
    assert {seat.office for seat in knowledge.seats} - {""} <= set(knowledge.roles)
    assert {party for treaty in knowledge.treaties.values() for party in treaty.parties} <= set(knowledge.actors)
    assert all(knowledge.place(treaty.place) for treaty in knowledge.treaties.values() if treaty.place)
    assert {state.capital_place for state in knowledge.states.values()} - {""} <= set(knowledge.cities)


def test_a_treaty_has_its_parties_as_of_its_date(knowledge):
    treaty = knowledge.treaties["treaty:inf"]
    assert (treaty.signed.edtf, treaty.parties) == ("1987-12-08", ("state:US", "state:SU"))
    assert all(len(treaty.parties) <= 12 for treaty in knowledge.treaties.values())
    assert all(treaty.names or treaty.short for treaty in knowledge.treaties.values())


def test_every_name_file_entry_has_both_languages(knowledge):
    for actor in knowledge.actors.values():
        assert actor.name_en
        assert actor.name_fr
        assert actor.names
    assert all(knowledge.office_label(role, language) for role in knowledge.roles for language in ("fr", "en"))


def test_a_ref_carries_the_standard_name(knowledge):
    assert knowledge.ref("state:US") == ActorRef("state:US", ActorKind.STATE, "United States of America", known=True)


def test_the_knowledge_needs_no_django():
    code = "import sys, timeline.knowledge as k; k.load_knowledge(); sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""What press articles say beside events: dates of words, of lives, of plans and of things date no deed."""

import pytest

from tests.one_article import article
from timeline.extraction.pipeline import extract
from timeline.knowledge import load_knowledge


def published(text, language="fr", date="1990-06-15"):
    return [claim for claim in extract(article(text, language, date), load_knowledge()) if not claim.refusal]


def actors(claim):
    return {participant.actor.name for participant in claim.participants}


NOTHING = [
    pytest.param("fr", "« La paix est proche », a affirmé jeudi Henry Kissinger.", id="date of words"),
    pytest.param("fr", "Henry Kissinger se souvient de l'élan de 1972.", id="date of a thing"),
    pytest.param("fr", "Les États-Unis pleurent Dag Hammarskjöld (1905-1961).", id="years of a life"),
    pytest.param("fr", "Helmut Kohl défend son projet de rencontrer François Mitterrand en juillet.", id="a project"),
    pytest.param("fr", "François Mitterrand doit se rendre à Moscou lundi.", id="a duty in the present"),
    pytest.param("fr", "Le ton a changé en 1985 avec l'arrivée de Mikhaïl Gorbatchev.", id="nobody's deed"),
    pytest.param("fr", "L'épidémie frappait la Chine en 1989.", id="an illness attacks nobody"),
    pytest.param("fr", "Des revers ont signé l'échec de Napoléon III en 1870.", id="what is signed is no text"),
    pytest.param("fr", "Dans un entretien au Monde jeudi, Helmut Kohl se dit confiant.", id="an interview"),
    pytest.param("fr", "Lucette Vasseur a lancé mardi une application.", id="a deed of somebody unknown"),
    pytest.param("en", "Mikhail Gorbachev has not visited Cuba since 1989.", id="none since"),
]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_tells_of_no_event(language, text):
    assert published(text, language) == []


def test_what_a_date_is_counted_from_is_not_what_it_dates():
    (claim,) = published("Un an après la visite américaine, Pékin a signé un traité avec le Japon le 12 août 1978.")
    assert claim.kind == "agreement"


def test_an_office_with_its_years_is_a_tenure():
    (claim,) = published("Directeur de la CIA de 1976 à 1977, George Bush connaît la maison.")
    assert claim.kind == "tenure"
    assert actors(claim) == {"George Bush"}


def test_a_modal_verb_lends_how_its_deed_came_about():
    (claim,) = published("L'Irak a dû évacuer le Koweït en février 1991.", date="1995-01-01")
    assert claim.kind == "other"


def test_a_treaty_names_its_parties_where_nobody_else_is_named():
    (claim,) = published("Le traité INF a été signé à Washington le 8 décembre 1987.")
    assert actors(claim) == {"United States of America", "Soviet Union"}


def test_who_stands_in_a_phrase_of_time_has_no_part():
    claims = published("François Mitterrand demande des comptes depuis l'explosion de Tchernobyl, le 26 avril 1986.")
    assert [actors(claim) for claim in claims] == [{"Ukraine"}]


def test_a_sentence_that_names_nobody_goes_on_with_the_parties_before():
    text = (
        "Le 19 novembre 1985, Ronald Reagan et Mikhaïl Gorbatchev se sont rencontrés à Genève. "
        "La rencontre suivante a eu lieu à Reykjavik en octobre 1986."
    )
    claim = published(text)[-1]
    assert actors(claim) == {"Ronald Reagan", "Mikhail Gorbachev"}
    assert {participant.role for participant in claim.participants} == {"implied"}


def test_a_visited_state_takes_no_part():
    (claim,) = published("Du 4 au 9 septembre 1962, Charles de Gaulle parcourt l'Allemagne.")
    assert actors(claim) == {"Charles de Gaulle"}
    assert claim.place.name == "Germany"


def test_what_somebody_went_to_do_is_done_where_the_way_led():
    (claim,) = published("Le 8 juin 1982, Margaret Thatcher est allée plaider à Bonn contre des livraisons d'armes.")
    assert (claim.kind, claim.place.name) == ("visit", "Bonn")


def test_a_region_that_a_participle_says_was_struck_is_the_place():
    text = "Le Haut-Karabakh, attaqué par l'Azerbaïdjan en septembre 2020, est montagneux."
    (claim,) = published(text, date="2021-03-04")
    assert (claim.kind, claim.place.name) == ("conflict", "Nagorno-Karabakh")


def test_persons_speak_for_their_states_at_a_meeting():
    (claim,) = published("Richard Nixon, président des États-Unis, a rencontré Mao Zedong à Pékin le 21 février 1972.")
    assert actors(claim) == {"Richard Nixon", "Mao Zedong"}


def test_a_war_where_nobody_is_named_concerns_the_state_where_it_was():
    (claim,) = published("La guerre du Golan éclate en octobre 1973.")
    assert actors(claim) == {"Syrian Arab Republic"}

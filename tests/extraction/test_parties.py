"""Who takes part: the counterpart below the object, nobody behind a name, and the subject that the parser lost."""

import pytest

from tests.one_article import article
from timeline.extraction.pipeline import extract
from timeline.knowledge import load_knowledge

PARTIES = [
    pytest.param("fr", "Le Canada a établi des relations diplomatiques avec Pékin en octobre 1970.",
                 {"Canada", "China"}, id="whom one established relations with"),
    pytest.param("fr", "Cuba a rompu ses relations avec Israël et l'Afrique du Sud en 1973.",
                 {"Cuba", "Israel", "South Africa"}, id="coordinated"),
    pytest.param("en", "Canada established diplomatic relations with China in October 1970.",
                 {"Canada", "China"}, id="in English"),
    pytest.param("fr", "Willy Brandt a reçu à Bonn le 3 mai 1972 Henry Kissinger, conseiller de Richard Nixon.",
                 {"Willy Brandt", "Henry Kissinger"}, id="whose adviser came did not come"),
    pytest.param("fr", "L'ancien ministre de Konrad Adenauer, Willy Brandt, a rencontré Henry Kissinger en mai 1972.",
                 {"Willy Brandt", "Henry Kissinger"}, id="nor whose minister he was"),
    pytest.param("fr", "Le chancelier Willy Brandt s'est de son côté entretenu avec Henry Kissinger en mai 1972.",
                 {"Willy Brandt", "Henry Kissinger"}, id="a perfect that an adverbial splits"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "names"), PARTIES)
def test_parties_are_those_who_took_part(language, text, names):
    (claim,) = [claim for claim in extract(article(text, language, "1995-06-15"), load_knowledge()) if claim.time]
    assert {party.actor.name for party in claim.participants} == names


def test_first_to_do_something_is_said_to_have_done_it():
    text = "En 1972, Richard Nixon est devenu le premier président américain en exercice à se rendre à Pékin."
    (claim,) = extract(article(text, "fr", "1995-06-15"), load_knowledge())
    assert (claim.kind, claim.place.name) == ("visit", "Beijing")


def test_year_that_tells_which_agreement_dates_not_the_leaving_of_it():
    text = "Avec cette décision, Margaret Thatcher achevait le retrait complet de Londres de l'accord de 1975."
    claims = extract(article(text, "fr", "1995-06-15"), load_knowledge())
    assert [claim.kind for claim in claims if claim.time] == ["agreement"]

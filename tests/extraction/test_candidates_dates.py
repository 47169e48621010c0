"""Which of the dates of a sentence dates its deed, and which belongs to something else."""

import pytest

from tests.one_article import article
from timeline.extraction.pipeline import extract
from timeline.knowledge import load_knowledge


def dated(text, language="fr"):
    """The words of the deeds that have a date, with it."""
    claims = extract(article(text, language, "1990-06-15"), load_knowledge())
    return {
        text[claim.trigger.start : claim.trigger.end]: claim.time.date.edtf
        for claim in claims
        if claim.time and claim.time.date
    }


@pytest.mark.parametrize(
    ("text", "deed", "date"),
    [
        pytest.param(
            "Le Panama a détruit la semaine dernière le poste militaire ouvert en mars 1984.",
            "détruit",
            "1990-06-04/1990-06-10",
            id="behind a participle below the object",
        ),
        pytest.param("Le Panama a détruit le poste en mars 1984.", "détruit", "1984-03", id="behind the object"),
    ],
)
def test_a_date_behind_a_participle_is_not_that_of_the_deed(text, deed, date):
    assert dated(text)[deed] == date


def test_a_date_beside_the_next_day_of_something_is_that_of_the_thing():
    text = "François Mitterrand a reçu Helmut Kohl au lendemain de la publication d'un rapport, vendredi, à Paris."
    assert dated(text) == {}
    text = "À la veille du sommet de l'Otan, jeudi, François Mitterrand a reçu Helmut Kohl à Paris."
    assert dated(text) == {"sommet": "1990-06-14"}


def test_a_date_before_the_next_day_of_something_is_that_of_the_deed():
    text = "François Mitterrand a reçu Helmut Kohl jeudi, au lendemain de la publication d'un rapport."
    assert dated(text)["reçu"] == "1990-06-14"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fr", "Aujourd'hui encore, la guerre entre l'Iran et l'Irak hante les esprits.", id="a war"),
        pytest.param("fr", "Aujourd'hui, l'accord entre la France et le Mali reste lettre morte.", id="an agreement"),
        pytest.param("en", "Today, the war between Iran and Iraq still haunts the region.", id="a war, in English"),
    ],
)
def test_what_goes_on_today_is_not_of_today(language, text):
    assert dated(text, language) == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fr", "Les négociations entre la France et le Mali s'ouvrent aujourd'hui à Paris.", id="begins"),
        pytest.param("fr", "François Mitterrand rencontre aujourd'hui Helmut Kohl à Paris.", id="a verb"),
        pytest.param("fr", "Aujourd'hui, la guerre entre l'Iran et l'Irak a fait dix morts.", id="a deed of the past"),
        pytest.param("en", "Talks between France and Mali begin today in Paris.", id="begins, in English"),
    ],
)
def test_what_happens_today_is_of_today(language, text):
    assert list(dated(text, language).values()) == ["1990-06-15"]

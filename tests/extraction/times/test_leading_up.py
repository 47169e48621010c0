"""The year of an event that a clause leads up to, and years written with two figures."""

import pytest

from tests.extraction.times.reading import dates_in, times_in


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fr", "Avant le scrutin d'octobre, le chancelier courtise l'Est.", ["1990-10"], id="present"),
        pytest.param("fr", "En vue du sommet d'octobre, ils se sont vus.", ["1990-10"], id="past"),
        pytest.param("fr", "Il avait tout prédit avant la crise de février.", ["1990-02"], id="past, and near"),
        pytest.param("en", "Ahead of the October vote, the chancellor courts the East.", ["1990-10"], id="English"),
        pytest.param("en", "Before the vote in October, they met twice.", ["1990-10"], id="English past"),
        pytest.param("fr", "En 1962, avant le scrutin d'octobre, il hésite.", ["1962", "1962-10"], id="in a story"),
        pytest.param("fr", "Le scrutin d'octobre a divisé le pays.", ["1989-10"], id="no word that leads up"),
    ],
)
def test_year_of_what_a_clause_leads_up_to(language, text, expected):
    assert dates_in(text, language, "1990-06-12") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Ils se sont vus le 9 mars 04.", ["2004-03-09"]),
        ("fr", "Le 9 mars 04 Jean Martin démissionne.", ["2004-03-09"]),
        ("fr", "Le 9 mars 12, ils se sont vus.", ["2012-03-09"]),
        ("en", "They met on 9 March 04 in Bonn.", ["2004-03-09"]),
        ("en", "They met on March 9, 04, in Bonn.", ["2004-03-09"]),
        ("fr", "Le 9 mars 12 soldats sont morts.", ["2019-03-09"]),
        ("fr", "Le 9 mars 07 h 30, ils sont partis.", ["2019-03-09"]),
        ("fr", "Le 9 mars, 12 soldats sont morts.", ["2019-03-09"]),
        ("en", "On March 9, 12 soldiers died.", ["2019-03-09"]),
    ],
)
def test_a_year_of_two_figures_behind_day_and_month(language, text, expected):
    assert dates_in(text, language, "2019-06-01") == expected


def test_a_year_of_two_figures_is_said_by_the_text():
    (time,) = times_in("Ils se sont vus le 9 mars 04.", "fr", "2019-06-01")
    assert (time.text, time.derivation.origin) == ("le 9 mars 04", "explicit")

"""Whether sources agree."""

import pytest
from django.utils import translation

from tests import chronicle
from timeline.pages.agreement import agreement
from timeline.wording import agreement_words

pytestmark = pytest.mark.django_db


def told(*claims: tuple[str, str]):
    """A passage for each date and place, every one in an article of its own."""
    citations = []
    for number, (edtf, place) in enumerate(claims):
        article = chronicle.source("Ils se sont vus.", name=f"{number}.txt")
        where = chronicle.place(place) if place else None
        citations.append(chronicle.citation(article, "se sont vus", edtf=edtf, place=where))
    return agreement(citations)


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        pytest.param([("1986-10-11", "")], "", id="one source"),
        pytest.param([("1986-10-11", ""), ("1986-10", "")], "2 sources agree", id="a vague date contradicts nothing"),
        pytest.param([("1986-10-11", ""), ("[1986-10-04,1986-10-11]", "")], "2 sources agree", id="one of several"),
        pytest.param(
            [("[1986-10-04,1986-10-11]", ""), ("1986-10-05", "")], "they differ on the day", id="none of them"
        ),
        pytest.param([("1986-10-11", ""), ("1986-10-12", "")], "they differ on the day", id="day"),
        pytest.param(
            [("1986-10-11", ""), ("1986-10-12", ""), ("1986-10-11/1986-10-12", "")],
            "3 sources agree",
            id="two days of what a third spans",
        ),
        pytest.param([("1986-10", ""), ("1986-11-12", "")], "they differ on the month", id="month"),
        pytest.param([("1986", ""), ("1987", ""), ("1987-01-02", "")], "they differ on the year", id="year"),
        pytest.param([("1986", "Geneva"), ("1986", "Reykjavik")], "they differ on the place", id="place"),
        pytest.param([("1986", "Geneva"), ("1986", "")], "2 sources agree", id="silence on the place"),
    ],
)
def test_sources_agree_unless_they_cannot_both_be_right(claims, words):
    with translation.override("en"):
        assert agreement_words(told(*claims)) == words


def test_two_passages_of_one_article_are_one_source():
    article = chronicle.source("Le 11 octobre. Le 12 octobre.")
    both = [
        chronicle.citation(article, "Le 11 octobre", edtf="1986-10-11"),
        chronicle.citation(article, "Le 12 octobre", edtf="1986-10-12"),
    ]
    assert agreement(both).sources == 1
    assert agreement(both).differ_on == ""

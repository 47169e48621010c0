"""Titles, names and sources in words."""

import pytest
from django.utils import translation

from tests import chronicle
from timeline.dates import HistoricalDate
from timeline.index.current import current_index
from timeline.pages.entries import entries_of
from timeline.wording import (
    event_title,
    facts_beside_title,
    join_names,
    office_words,
    precision_words,
    shortened_names,
    source_credit,
    source_label,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Summit: Ronald Reagan and Mikhail Gorbachev"),
        ("fr", "Sommet\u00a0: Ronald Reagan et Mikhaïl Gorbatchev"),
    ],
)
def test_title_is_worded_from_kind_and_actors(language, title):
    with translation.override(language):
        assert event_title(chronicle.event("1986", "Ronald Reagan", "Mikhail Gorbachev")) == title


def test_editors_title_stands_and_then_the_line_below_names_who_and_where():
    event = chronicle.event("1986", "Ronald Reagan", at="Reykjavik", title_en="The Reykjavik summit")
    with translation.override("en"):
        assert event_title(event) == "The Reykjavik summit"
    assert facts_beside_title("The Reykjavik summit", ["Ronald Reagan"], "", "Reykjavik") == "Ronald Reagan · Reykjavik"


def test_names_that_the_title_has_are_not_repeated_below():
    assert facts_beside_title("", ["Ronald Reagan"], "", "Reykjavik") == "Reykjavik"


def test_office_is_said_as_the_source_has_it():
    event = chronicle.event("2005/2008", "William Burns", kind="tenure", at="Moscow")
    russia = {"key": "state:RU", "kind": "state", "name": "Russian Federation", "known": True}
    event.citations.update(claim={"office": {"role": "ambassador", "of": None, "to": russia}})
    with translation.override("fr"):
        assert office_words(event) == "ambassadeur (Russie)"
        [entry] = entries_of(current_index(), [event.pk])
        assert entry.facts == "ambassadeur (Russie) · Moscow"


def test_event_without_actors_is_called_by_its_kind():
    with translation.override("en"):
        assert event_title(chronicle.event("1986")) == "Summit"


def test_many_names_are_shortened():
    with translation.override("en"):
        assert shortened_names(["A", "B", "C", "D"]) == "A, B, C and D"
        assert shortened_names(["A", "B", "C", "D", "E"]) == "A, B, C and 2 others"
        assert join_names([]) == ""


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"title": "Reykjavik"}, "Reykjavik"),
        ({"opening": "Nixon et Mao se sont serré la main…"}, "Nixon et Mao se sont serré la main…"),
        ({"name": "wire/042.txt"}, "Untitled article (042)"),
    ],
)
def test_article_is_called_by_what_tells_it_from_others(fields, label):
    with translation.override("en"):
        assert source_label(chronicle.source("Texte.", **fields)) == label


def test_credit_says_when_there_is_no_date():
    with translation.override("en"):
        assert source_credit(chronicle.source("Texte.", publisher="TASS")) == "TASS, no publication date"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1986-10-11", "known to the day"),
        ("1986", "known to the year"),
        ("1986~", "an approximate date"),
        ("1986?", "an uncertain date"),
        ("1985/1991", "a stretch of time"),
        ("1985/..", "open at one end"),
        ("[1986-10-04,1986-10-11]", "one of several days"),
    ],
)
def test_precision_is_said_in_words(edtf, words):
    with translation.override("en"):
        assert precision_words(HistoricalDate.parse(edtf)) == words

"""Actors that may be one: suggested with evidence, decided without scripts, never suggested again."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.claims_stored import Article
from tests.desk import make_editor
from timeline import judging
from timeline.ingestion.settlement import settle_events
from timeline.models import Actor, Judgement

pytestmark = pytest.mark.django_db

HOST = "Cornelia Wieland"


@pytest.fixture
def browser() -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(make_editor())
    return client


@pytest.fixture
def two() -> tuple[Actor, Actor]:
    """Alex Feuerborn and Alexander Feuerborn both met the same host."""
    Article("one.txt").tell("1971-03-01", "Alexander Feuerborn", HOST).store()
    Article("other.txt").tell("1972-03-01", "Alex Feuerborn", HOST).tell("1973-03-01", "Alex Feuerborn", HOST).store()
    settle_events()
    return Actor.objects.get(name_en="Alexander Feuerborn"), Actor.objects.get(name_en="Alex Feuerborn")


def pairs(browser: Client, query: str = "") -> list[set[str]]:
    page = browser.get(reverse("likely_same") + query)
    return [{side.actor.key for side in pair.sides} for pair in page.context["likely"].pairs]


def decide(browser: Client, **fields: object):
    return browser.post(reverse("likely_same"), fields, follow=True)


def test_pair_is_suggested_with_what_speaks_for_it(browser: Client, two) -> None:
    page = browser.get(reverse("likely_same")).content.decode()
    assert "one first name is the beginning of the other" in page
    assert f"Both took part in events with {HOST}." in page
    assert pairs(browser) == [{actor.key for actor in two}]


def test_the_same_merges_under_the_chosen_name(browser: Client, two) -> None:
    one, other = two
    page = decide(browser, one=one.slug, other=other.slug, into=other.slug, verdict="same")
    one.refresh_from_db()
    assert one.merged_into == other
    assert "are one actor now" in page.content.decode()
    assert pairs(browser) == []


def test_who_has_more_events_gives_the_name_unless_the_editor_says_otherwise(browser: Client, two) -> None:
    (pair,) = browser.get(reverse("likely_same")).context["likely"].pairs
    assert pair.sides[0].actor == two[1]


def test_not_the_same_is_not_suggested_again(browser: Client, two) -> None:
    one, other = two
    page = decide(browser, one=one.slug, other=other.slug, verdict="different")
    assert "will not be suggested again" in page.content.decode()
    settle_events()
    assert pairs(browser) == []


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_decision_can_be_undone_on_the_spot(browser: Client, two, verdict: str) -> None:
    one, other = two
    decide(browser, one=one.slug, other=other.slug, verdict=verdict)
    page = decide(browser, undo=Judgement.objects.get().pk)
    assert "as they were before" in page.content.decode()
    assert pairs(browser) == [{one.key, other.key}]


def test_decision_on_whom_somebody_merged_meanwhile_is_refused_in_words(browser: Client, two) -> None:
    one, other = two
    judging.hold_same([one], other, make_editor("grace"))
    page = decide(browser, one=one.slug, other=other.slug, verdict="same")
    assert "somebody has decided on these actors meanwhile" in page.content.decode()
    assert Judgement.objects.count() == 1


def test_those_whom_one_passage_names_are_not_suggested(browser: Client) -> None:
    Article("both.txt").tell("1971-03-01", "Alexander Feuerborn", "Alex Feuerborn", HOST).store()
    settle_events()
    assert pairs(browser) == []


@pytest.mark.parametrize("fields", [{}, {"one": "nobody", "other": "nobody", "verdict": "same"}])
def test_unknown_actors_are_not_found(browser: Client, fields) -> None:
    assert browser.post(reverse("likely_same"), fields).status_code == 404


def test_address_without_sense_is_answered(browser: Client, two) -> None:
    assert pairs(browser, "?page=99&done=x") == [{actor.key for actor in two}]
    assert browser.get(reverse("likely_same") + "?done=" + "9" * 30).status_code == 200


def test_suggestions_are_a_tab_of_the_review(browser: Client) -> None:
    link = f'href="{reverse("likely_same")}"'
    assert link in browser.get(reverse("review")).content.decode()
    assert f'{link} aria-current="page"' in browser.get(reverse("likely_same")).content.decode()

"""The two seed articles give the chronology that a careful reader finds in them, and nothing else."""

import json
from pathlib import Path

import pytest
from django.db.models import Count

from timeline.exports.json_events import events_as_json
from timeline.models import Citation, Event

EXPECTED = json.loads((Path(__file__).parent / "expected_seeds.json").read_text("utf-8"))
ARTICLES = EXPECTED["articles"]
REQUIRED = [
    pytest.param(article["file"], event, id=f"{article['file'][:3]} {event['id']}")
    for article in ARTICLES
    for event in article["events"]
    if not event["optional"]
]
OTHER_PLACES = {"Russian Federation": "Russia", "United States of America": "United States"}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded")]


def citations_of(file: str, quote: str) -> list[Citation]:
    """The citations of published events whose passage overlaps the quote."""
    found = []
    for citation in Citation.objects.filter(event__status="published", source__name=file).select_related("event"):
        start = citation.source.text.index(quote)
        if citation.start < start + len(quote) and start < citation.end:
            found.append(citation)
    return found


def accepted_dates(event: dict) -> set[str]:
    return {event["date"], *event["date_ok"]}


def matching(file: str, event: dict) -> Citation:
    dates = accepted_dates(event)
    kinds = {event["type"], *event["type_ok"]}
    for citation in citations_of(file, event["quote"]):
        if citation.edtf in dates and citation.event.kind in kinds:
            return citation
    raise AssertionError(f"{event['id']} is missing; there: {citations_of(file, event['quote'])}")


@pytest.mark.parametrize(("file", "event"), REQUIRED)
def test_event_is_found_with_its_date_actors_and_place(file, event):
    citation = matching(file, event)
    exported = json.loads(events_as_json([citation.event]))["events"][0]
    everyone = {
        name for article in ARTICLES for e in article["events"] if e["id"] == event["id"] for name in e["actors"]
    }
    assert set(exported["actors"]) == everyone
    place = OTHER_PLACES.get(event["place"], event["place"])
    assert exported["place"] == place or event["place"] is None
    assert exported["date"] == event.get("together", event["date"])


def test_nothing_else_is_published():
    expected = [(article["file"], event) for article in ARTICLES for event in article["events"]]
    for citation in Citation.objects.filter(event__status="published").select_related("source"):
        text = citation.source.text
        assert any(
            file == citation.source.name
            and citation.edtf in accepted_dates(event)
            and citation.start < text.index(event["quote"]) + len(event["quote"])
            and text.index(event["quote"]) < citation.end
            for file, event in expected
        ), f"{citation.edtf} {citation.kind}: {citation.quote}"


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["file"][:3])
def test_traps_are_no_events(article):
    for trap in article["not_events"]:
        for citation in Citation.objects.filter(event__status="published", source__name=article["file"]):
            assert trap["quote"] not in citation.quote


@pytest.mark.parametrize("edtf", ["2021-11-02", "2021-06-16"])
def test_what_both_articles_report_is_one_event_with_two_citations(edtf):
    (event,) = Event.objects.published().filter(edtf=edtf).annotate(count=Count("citations__source", distinct=True))
    assert event.count == 2


def test_the_tuesday_is_settled_by_the_other_article():
    event = Event.objects.get(edtf="2021-11-02")
    readings = {citation.wording: citation.edtf for citation in event.citations.all()}
    assert readings == {
        "mardi": "[2021-11-02,2021-11-09,2021-11-16,2021-11-23,2021-11-30]",
        "le 2 novembre": "2021-11-02",
    }
    assert event.derivation["origin"] == "settled"
    assert len(event.derivation["from"]) == 2


def test_related_links_yield_no_claim_at_all():
    assert not Citation.objects.filter(quote__contains="lire aussi").exists()


def test_undated_posts_are_in_the_list_of_undated_claims():
    quotes = " ".join(Citation.objects.undated_claims().values_list("quote", flat=True))
    assert "ambassadeur en Russie et en Jordanie" in quotes

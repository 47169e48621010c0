"""Reprinted dispatches in the database: recognised, shown, and no second source."""

import itertools
import json
from pathlib import Path

import pytest
from django.utils import translation

from tests.extraction.test_reprints import DISPATCH, OTHER, REPRINT
from timeline.exports.json_events import events_as_json
from timeline.ingestion import reprints
from timeline.ingestion.ingest import ingest
from timeline.ingestion.reprints import settle_reprints
from timeline.ingestion.settlement import settle_events
from timeline.models import Citation, Event, Sketch, Source
from timeline.pages.agreement import agreement

pytestmark = pytest.mark.django_db

AGENCY = f" date 1986-10-13 Reykjavik | {DISPATCH}\n"
GAZETTE = f" date 1986-10-14\n\n{REPRINT}\n\n© La Gazette du Léman 1986. Toute reproduction interdite.\n"
RIVAL = f" date 1986-10-12\n\n{OTHER}\n"


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    for name, text in (("agency.txt", AGENCY), ("gazette.txt", GAZETTE), ("rival.txt", RIVAL)):
        (tmp_path / name).write_text(text, "utf-8")
    return sorted(tmp_path.iterdir())


def reprints_found() -> dict[str, str]:
    found = Source.objects.exclude(reprint_of=None).select_related("reprint_of")
    return {source.name: source.reprint_of.name for source in found}


def test_the_reprint_knows_its_original_in_whatever_order_they_come(articles):
    for order in itertools.permutations(articles):
        for path in order:
            ingest([path])
        assert reprints_found() == {"gazette.txt": "agency.txt"}
        for model in (Citation, Event, Source):
            model.objects.all().delete()


def test_original_and_reprint_are_one_source(articles):
    ingest(articles)
    event = Event.objects.get(citations__source__name="gazette.txt", edtf__startswith="1986-10-12")
    citations = list(event.citations.filter(source__name__in=["agency.txt", "gazette.txt"]).select_related("source"))
    assert len({citation.source_id for citation in citations}) == 2
    assert agreement(citations).sources == 1


def test_settling_again_compares_nothing(articles, monkeypatch):
    ingest(articles)
    monkeypatch.setattr(reprints, "sketch", lambda text: pytest.fail("compared again"))
    settle_reprints()
    assert reprints_found() == {"gazette.txt": "agency.txt"}
    assert settle_events().changed == 0


def test_an_original_that_a_newer_version_replaced_has_no_reprint(articles):
    ingest(articles)
    Source.objects.filter(name="agency.txt").update(state=Source.State.SUPERSEDED)
    settle_reprints()
    assert Source.objects.get(name="gazette.txt").reprint_of is None


def test_an_article_that_is_read_again_is_compared_again(articles):
    ingest(articles)
    Source.objects.update(extractor="of old")
    before = set(Sketch.objects.values_list("pk", flat=True))
    Sketch.objects.update(length=0)
    ingest(articles)
    assert set(Sketch.objects.values_list("pk", flat=True)) == before
    assert not Sketch.objects.filter(length=0).exists()
    assert reprints_found() == {"gazette.txt": "agency.txt"}


def test_the_export_names_the_original(articles):
    ingest(articles)
    rows = json.loads(events_as_json(Event.objects.published().with_evidence()))["events"]
    named = {(citation["file"], citation["reprint_of"]) for row in rows for citation in row["citations"]}
    assert ("gazette.txt", "agency.txt") in named
    assert ("agency.txt", None) in named


def test_pages_say_so_on_both_sides(articles, client):
    ingest(articles)
    agency, gazette = Source.objects.get(name="agency.txt"), Source.objects.get(name="gazette.txt")
    event = Event.objects.get(citations__source=gazette, edtf__startswith="1986-10-12")
    for language, of, by in (("fr", "Reprise de", "Repris par"), ("en", "Reprint of", "Reprinted by")):
        with translation.override(language):
            headers = {"accept-language": language}
            page = client.get(gazette.get_absolute_url(), headers=headers).content.decode()
            assert of in page
            assert agency.get_absolute_url() in page
            page = client.get(agency.get_absolute_url(), headers=headers).content.decode()
            assert by in page
            assert gazette.get_absolute_url() in page
            assert of.lower() in client.get(event.get_absolute_url(), headers=headers).content.decode()

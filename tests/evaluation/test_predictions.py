"""What is scored is what an installation would publish, although no database takes part."""

import json
import shutil
from pathlib import Path

import pytest

from timeline.evaluation.predictions import event_row, predict
from timeline.exports.json_events import events_as_json
from timeline.ingestion.ingest import ingest
from timeline.models import Event

CORPUS = Path(__file__).parents[1] / "corpus"
# Two versions of one dispatch, articles in both languages on the same talks, and one without any event.
ARTICLES = (
    "01-geneve-sommet-depeche.txt",
    "02-geneve-sommet-gazette.txt",
    "07-iran-ce-qu-il-faut-savoir.txt",
    "19-petit-glossaire.txt",
    "20-iran-vienna-wire.txt",
)


def rows(events):
    """Comparable: without the order of events and citations, and without what only an export says of its sources."""
    for event in events:
        event["citations"] = sorted(
            ({key: citation[key] for key in ("file", "quote", "date")} for citation in event["citations"]),
            key=lambda citation: (citation["file"], citation["quote"]),
        )
    return sorted(json.dumps(event, sort_keys=True, ensure_ascii=False) for event in events)


@pytest.fixture
def folder(tmp_path):
    for name in ARTICLES:
        shutil.copy(CORPUS / name, tmp_path / name)
    shutil.copy(CORPUS / ARTICLES[0], tmp_path / "copy.txt")
    return tmp_path


@pytest.mark.django_db
def test_the_events_are_those_of_ingesting_and_exporting_the_articles(folder):
    ingest([folder])
    exported = json.loads(events_as_json(Event.objects.published().with_evidence()))["events"]

    found = predict(sorted(folder.glob("*.txt")))
    assert len(exported) > 15
    assert rows([event_row(event) for event in found.events]) == rows(exported)


def test_what_is_refused_is_a_claim_and_no_event(tmp_path):
    article = tmp_path / "reykjavik.txt"
    article.write_text("Ronald Reagan et Mikhaïl Gorbatchev ne se sont pas rencontrés à Oslo en 1986.", "utf-8")

    found = predict([article])
    assert found.events == ()
    assert [(claim.date, claim.refusal) for claim in found.claims] == [("1986", "denied")]

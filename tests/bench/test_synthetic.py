"""The chronology of the benches: the same at every making, and as true to its articles as a real one."""

import json
import os
import sqlite3
import subprocess
import sys

import pytest

from bench.synthetic.records import chronology
from tests.browser.server import whereabouts
from tests.modules import PROJECT


@pytest.fixture(scope="module")
def articles():
    return list(chronology(100).articles)


def test_the_same_seed_makes_the_same_articles(articles):
    assert list(chronology(100).articles) == articles


def test_every_quote_stands_where_its_offsets_say(articles):
    passages = [(article.text, passage) for article in articles for passage in article.passages]

    assert len(passages) >= 100
    assert [passage.quote for text, passage in passages if text[passage.start : passage.end] != passage.quote] == []


def test_the_words_of_a_date_stand_within_the_quote(articles):
    for article in articles:
        for passage in article.passages:
            said = article.text[passage.time_start : passage.time_end]
            assert said == passage.telling.date.in_words(article.language)
            assert passage.start < passage.time_start < passage.time_end < passage.end


def test_every_event_is_told_at_least_once(articles):
    told = {passage.telling.event for article in articles for passage in article.passages}

    assert told == set(range(100))


def test_all_precisions_occur():
    dates = {event.date.precision.value for article in chronology(3000).articles for event in article.events}

    assert dates == {"day", "month", "season", "year", "decade", "interval", "set"}


def test_public_ids_never_come_twice():
    ids = [event.public_id for article in chronology(3000).articles for event in article.events]

    assert len(set(ids)) == 3000


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    environment = {**os.environ, **whereabouts(folder), "DJANGO_SETTINGS_MODULE": "timeline.settings"}
    subprocess.run(
        [sys.executable, "-m", "bench.synthetic", "100", str(folder)], cwd=PROJECT, env=environment, check=True
    )
    return folder


def test_the_site_gets_every_row_with_its_references(folder):
    with sqlite3.connect(folder / "db.sqlite3") as site:
        assert site.execute("SELECT count(*) FROM timeline_event WHERE status = 'published'").fetchone() == (100,)
        assert site.execute("PRAGMA foreign_key_check").fetchall() == []
        misquoted = """
            SELECT quote FROM timeline_citation AS citation JOIN timeline_source AS source ON source.id = source_id
            WHERE substr(text, citation.start + 1, citation."end" - citation.start) <> quote
        """
        assert site.execute(misquoted).fetchall() == []


def test_the_peers_get_the_same_events(folder):
    columns = json.loads((folder / "events.json").read_text())
    with sqlite3.connect(folder / "rows.sqlite3") as rows:
        [(events,)] = rows.execute("SELECT count(*) FROM event").fetchall()
        [(found,)] = rows.execute(
            "SELECT count(*) FROM event_fts WHERE event_fts MATCH 'desarmement OR disarmament'"
        ).fetchall()

    assert events == len(columns["title"]) == 100
    assert found > 0
    assert columns["first"] == sorted(columns["first"])

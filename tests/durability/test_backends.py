"""Whoever does the work, an import comes to the same chronology, byte for byte, also where the broker goes away."""

import os
import shutil
import time
from collections import Counter

import pytest

from bench.durability.broker import Broker, CeleryWorkers
from bench.durability.client import Editor, files_done
from bench.durability.databases import new_database
from bench.durability.kills import finish, outcome, send
from bench.durability.site import Site

pytestmark = pytest.mark.database

needs_redis = pytest.mark.skipif(
    not os.environ.get("WITH_REDIS") or not shutil.which("redis-server"),
    reason="asked for by WITH_REDIS=1, and needs Redis: on Debian, `sudo apt install redis-server`",
)


def begin(site: Site) -> tuple[Editor, str]:
    editor = Editor(site.address, *site.new_editor())
    return editor, editor.begin_import()


def check(site, articles, wanted):
    done = outcome(site, articles, Counter())
    assert (done.lost, done.doubled, done.faults) == (0, 0, "")
    assert done.export == wanted.export


def test_web_server_itself_comes_to_the_same_chronology(tmp_path, articles, wanted, server):
    with new_database(server) as database, Site(tmp_path, database, JOBS="inline") as site:
        editor, batch = begin(site)
        send(editor, batch, articles.items())
        assert finish(editor, batch) == 0
        check(site, articles, wanted)


@needs_redis
def test_celery_comes_to_the_same_chronology_although_its_broker_goes_away_in_the_middle(
    tmp_path, articles, wanted, server
):
    broker = Broker(tmp_path)
    first, rest = list(articles.items())[:6], list(articles.items())[6:]
    with (
        new_database(server) as database,
        Site(tmp_path, database, JOBS="celery", CELERY_BROKER_URL=broker.url) as site,
    ):
        editor, batch = begin(site)
        with broker, CeleryWorkers(site):
            send(editor, batch, first)
            deadline = time.monotonic() + 120
            while not files_done(editor.page(batch)) and time.monotonic() < deadline:
                time.sleep(0.05)
        send(editor, batch, rest)
        assert "The message broker cannot be reached" in editor.page(batch)
        with broker, CeleryWorkers(site):
            finish(editor, batch)
        check(site, articles, wanted)

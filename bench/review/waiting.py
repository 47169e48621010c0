"""A copy of a synthetic chronology in which every event waits for review."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.synthetic.cache import made
from tests.browser.server import whereabouts


@contextmanager
def all_waiting(events: int) -> Iterator[Path]:
    """Sets Django up on it; the cached one stays as it is."""
    source = made(events)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(source.folder / "db.sqlite3", folder / "db.sqlite3")
        os.environ |= {**whereabouts(folder), "DEBUG": "", "DJANGO_SETTINGS_MODULE": "timeline.settings"}
        import django

        django.setup()
        _make_all_wait()
        yield folder


def _make_all_wait() -> None:
    from django.core.management import call_command
    from django.db import connection

    from timeline import search
    from timeline.models import Event
    from timeline.reviewing.grading import rank_new_events

    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    Event.objects.update(reviewed=False)
    rank_new_events()
    search.refresh()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

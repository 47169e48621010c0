"""Keeps what was made under var/bench/, one folder for each size, until seed, generator or the site's tables change."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.report import PROJECT
from bench.synthetic.questions import Questions
from tests.browser.server import whereabouts

CACHE = PROJECT / "var" / "bench"


@dataclass(frozen=True)
class Made:
    """A chronology of so many events, on disk."""

    events: int
    folder: Path

    @property
    def rows(self) -> Path:
        """The plain SQLite file of the peers."""
        return self.folder / "rows.sqlite3"

    @property
    def columns(self) -> Path:
        return self.folder / "events.json"

    @cached_property
    def questions(self) -> Questions:
        return Questions.read(self.folder)

    @property
    def environment(self) -> dict[str, str]:
        """In which a process works on the site's own database of this chronology."""
        here = {**whereabouts(self.folder), "STATIC_ROOT": str(CACHE / "static"), "JOBS": "inline"}
        return {**os.environ, **here, "DEBUG": "", "DJANGO_SETTINGS_MODULE": "timeline.settings"}


def made(events: int) -> Made:
    """From the cache, or made now; an older one of the same size gives way to it."""
    folder = CACHE / f"{events}-{_fingerprint()}"
    if not (folder / "complete").exists():
        for older in CACHE.glob(f"{events}-*"):
            shutil.rmtree(older)
        folder.mkdir(parents=True)
        print(f"Making {events:,} events …", flush=True)
        begin = time.monotonic()
        command = [sys.executable, "-m", "bench.synthetic", str(events), str(folder)]
        subprocess.run(command, cwd=PROJECT, env=Made(events, folder).environment, check=True)
        print(f"… in {time.monotonic() - begin:.0f} s.", flush=True)
        (folder / "complete").touch()
    return Made(events, folder)


def _fingerprint() -> str:
    """Of everything that decides what the rows are."""
    digest = hashlib.sha256()
    generator = [path for path in Path(__file__).parent.glob("*.py") if path != Path(__file__)]
    site = [path for part in ("migrations", "search") for path in (PROJECT / "timeline" / part).glob("*.py")]
    sources = [*generator, *site]
    for path in sorted(sources):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]

"""An import that is killed at random points, beside the same import undisturbed: what is lost, doubled or different."""

from __future__ import annotations

import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from bench.durability.client import Editor, can_be_tried_again, files_done, is_done
from bench.durability.databases import is_sound, new_database
from bench.durability.site import Site

SEED = 19870612
PATIENCE = 300
_COUNT = "from timeline.models import Source;print(*Source.objects.values_list('name', flat=True), sep='\\n');"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import came to."""

    export: str
    """Of the whole chronology."""
    lost: int
    """Articles that were sent and are not there."""
    doubled: int
    """Articles that are there more than once."""
    faults: str
    """What `check_sources` and SQLite find wrong; empty where nothing is."""
    kills: Counter[str] = field(default_factory=Counter)
    """How often what was killed."""
    tried_again: int = 0
    """How often the editor had to ask for it: a file had outlived three workers."""


def undisturbed(articles: dict[str, bytes], server: str = "") -> Outcome:
    return _import(articles, server, 0, random.Random(SEED))


def disturbed(articles: dict[str, bytes], server: str, kills: int, chance: random.Random) -> Outcome:
    """So many kills during one import."""
    return _import(articles, server, kills, chance)


def _import(articles: dict[str, bytes], server: str, kills: int, chance: random.Random) -> Outcome:
    with tempfile.TemporaryDirectory() as folder, new_database(server) as database:
        with Site(Path(folder), database) as site:
            name, password = site.new_editor()
            editor = Editor(site.address, name, password)
            batch = editor.begin_import()
            killed = _Killing(site, editor, batch, chance)
            portions = _portions(list(articles.items()), kills + 1)
            for portion in portions[:-1]:
                killed.while_sending(portion)
            send(editor, batch, portions[-1])
            tried_again = finish(editor, batch)
        return outcome(site, articles, killed.tally, tried_again)


def _portions(files: list[tuple[str, bytes]], number: int) -> list[list[tuple[str, bytes]]]:
    return [files[place::number] for place in range(number)]


class _Killing:
    """Sends files and kills in the middle: while they arrive, while the model is loaded, while they are read."""

    def __init__(self, site: Site, editor: Editor, batch: str, chance: random.Random) -> None:
        self._site, self._editor, self._batch, self._chance = site, editor, batch, chance
        self.tally: Counter[str] = Counter()

    def while_sending(self, files: list[tuple[str, bytes]]) -> None:
        cut = self._chance.randrange(len(files) + 1)
        send(self._editor, self._batch, files[:cut])
        moment = self._chance.choice(("at once", "soon", "reading", "reading"))
        if moment == "soon":
            time.sleep(self._chance.uniform(0, 8))
        elif moment == "reading":
            self._wait_for_files(self._chance.randrange(1, 8))
            time.sleep(self._chance.uniform(0, 0.6))
        victim = self._chance.choice(("worker", "web server", "everything"))
        {
            "worker": self._site.kill_worker,
            "web server": self._site.kill_web_server,
            "everything": self._site.kill_everything,
        }[victim]()
        self.tally[victim] += 1
        send(self._editor, self._batch, files[cut:])

    def _wait_for_files(self, number: int) -> None:
        """Until so many more have been read, or all that were sent."""
        page = self._editor.page(self._batch)
        wanted, deadline = files_done(page) + number, time.monotonic() + 60
        while not is_done(page) and files_done(page) < wanted and time.monotonic() < deadline:
            time.sleep(0.05)
            page = self._editor.page(self._batch)


def send(editor: Editor, batch: str, files: Iterable[tuple[str, bytes]]) -> None:
    """As the page's script does: what was not acknowledged is sent again."""
    for name, content in files:
        for _attempt in range(20):
            try:
                editor.send(batch, name, content)
                break
            except httpx.HTTPError:
                time.sleep(0.5)
        else:
            raise RuntimeError(f"{name} could not be sent")


def finish(editor: Editor, batch: str) -> int:
    """Wait until all is done, asking for what was given up; returns how often that was."""
    asked, deadline = 0, time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        page = editor.page(batch)
        if is_done(page) and not can_be_tried_again(page):
            return asked
        if is_done(page):
            editor.try_again(batch)
            asked += 1
        time.sleep(0.3)
    raise RuntimeError(f"The import did not end in {PATIENCE} s:\n{page}")


def outcome(site: Site, articles: dict[str, bytes], kills: Counter[str], tried_again: int = 0) -> Outcome:
    """Seen by commands, once nothing runs any more."""
    found = Counter(site.manage("shell", "--no-imports", "-c", _COUNT).split("\n"))
    faults = [] if is_sound(site.data / "db.sqlite3") else ["integrity_check"]
    if "all as they should be" not in site.manage("check_sources"):
        faults.append("check_sources")
    left = [path.name for path in (site.data / "uploads").glob("*")]
    return Outcome(
        export=site.manage("export", "--format", "json"),
        lost=sum(name not in found for name in articles),
        doubled=sum(found[name] > 1 for name in articles),
        faults=", ".join([*faults, *(f"left behind: {name}" for name in left)]),
        kills=kills,
        tried_again=tried_again,
    )

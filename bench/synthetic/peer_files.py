"""The same rows for the peers: a plain SQLite file with indexes and a full-text index, columns in JSON, and questions.

The SQLite file is laid out as somebody would who has no other use for it: the floor's view and Datasette answer from it
as fast as they can.
"""

from __future__ import annotations

import gzip
import json
import random
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.synthetic.names import Cast
from bench.synthetic.questions import Asked, Questions
from bench.synthetic.records import SEED, Article, Event

ACTORS_ASKED_FOR = 400
WORDS_ASKED_FOR = 400
EVENTS_ASKED_FOR = 400

_SCHEMA = """
CREATE TABLE event (
    id INTEGER PRIMARY KEY, public_id TEXT, title TEXT, kind TEXT, date TEXT, earliest TEXT, latest TEXT, place TEXT,
    actors TEXT, quote TEXT
);
CREATE TABLE participation (id INTEGER PRIMARY KEY, event_id INTEGER REFERENCES event(id), actor TEXT, earliest TEXT);
"""
_INDEXES = """
CREATE INDEX event_earliest ON event(earliest);
CREATE INDEX event_kind ON event(kind);
CREATE INDEX participation_actor ON participation(actor, earliest);
CREATE INDEX participation_event ON participation(event_id);
CREATE VIRTUAL TABLE event_fts USING fts5(
    title, actors, place, quote, content='event', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO event_fts(event_fts) VALUES ('rebuild');
"""


class PeerFiles:
    """Takes the articles as they pass by; `finish` writes what needs all of them."""

    def __init__(self, folder: Path, cast: Cast, events: int) -> None:
        self._folder, self._cast = folder, cast
        self._rows = sqlite3.connect(folder / "rows.sqlite3", isolation_level=None)
        self._rows.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000; BEGIN;")
        self._rows.executescript(_SCHEMA)
        self._columns = _Columns()
        self._acting: Counter[int] = Counter()
        self._events: list[str] = []
        self._every = max(events // (4 * EVENTS_ASKED_FOR), 1)

    def taking(self, articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            quotes = {passage.telling.event: passage.quote for passage in article.passages}
            for event in article.events:
                self._take(event, quotes[event.number])
            yield article

    def _take(self, event: Event, quote: str) -> None:
        cast, date = self._cast, event.date
        names = [cast.actors[actor].name for actor in event.actors]
        title = event.title_fr or f"{event.kind.capitalize()} : {', '.join(names)}"
        earliest, latest = (day.isoformat() if day else None for day in (date.earliest, date.latest))
        place = None if event.place is None else cast.places[event.place].name_fr
        self._rows.execute(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                event.number,
                event.public_id,
                title,
                event.kind,
                date.in_words("fr", short=True),
                earliest or latest,
                latest or earliest,
                place,
                ", ".join(names),
                quote,
            ),
        )
        self._rows.executemany(
            "INSERT INTO participation (event_id, actor, earliest) VALUES (?, ?, ?)",
            [(event.number, cast.actors[actor].slug, earliest or latest) for actor in event.actors],
        )
        self._columns.add(event, title)
        self._acting.update(event.actors)
        if event.number % self._every == 0:
            self._events.append(event.public_id)

    def finish(self) -> None:
        self._rows.executescript(_INDEXES + "ANALYZE; PRAGMA journal_mode=WAL;")
        self._rows.close()
        self._columns.write(self._folder / "events.json")
        self._write_questions()

    def _write_questions(self) -> None:
        """What the benches ask for; each list is without repetition and in an order that the seed gives."""
        chance = random.Random(SEED)
        frequent = [
            Asked(number, self._cast.actors[number].slug, count)
            for number, count in self._acting.most_common(ACTORS_ASKED_FOR)
        ]
        slugs = [actor.slug for actor in frequent]
        words = self._cast.matters[:WORDS_ASKED_FOR]
        events = chance.sample(self._events, min(len(self._events), EVENTS_ASKED_FOR))
        Questions(frequent[:20], chance.sample(slugs, len(slugs)), chance.sample(words, len(words)), events).write(
            self._folder
        )


class _Columns:
    """Days counted from 1 January 1970, as the axis does; an open end is as long as the other."""

    def __init__(self) -> None:
        self._first, self._last = array("i"), array("i")
        self._kinds: list[str] = []
        self._titles: list[str] = []
        self._actors: list[tuple[int, ...]] = []

    def add(self, event: Event, title: str) -> None:
        earliest = event.date.earliest or event.date.latest
        latest = event.date.latest or event.date.earliest
        assert earliest is not None, "only one end is open"
        assert latest is not None, "only one end is open"
        self._first.append(earliest.toordinal() - 719163)
        self._last.append(latest.toordinal() - 719163)
        self._kinds.append(event.kind)
        self._titles.append(title)
        self._actors.append(event.actors)

    def write(self, path: Path) -> None:
        """In order of time, plain and compressed."""
        order = sorted(range(len(self._first)), key=lambda place: (self._first[place], -self._last[place]))
        columns = {
            "first": [self._first[place] for place in order],
            "last": [self._last[place] for place in order],
            "kind": [self._kinds[place] for place in order],
            "title": [self._titles[place] for place in order],
            "actors": [self._actors[place] for place in order],
        }
        body = json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode()
        path.write_bytes(body)
        path.with_suffix(".json.gz").write_bytes(gzip.compress(body, 6, mtime=0))

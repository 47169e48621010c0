"""The text index of the database: FTS5 in SQLite, a GIN index over `tsvector` in PostgreSQL.

Both hold stems only and compare them as they are, so that the two find the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from timeline.search.stems import sought


@dataclass(frozen=True)
class Subject:
    """What is searched for: the table of its rows, and that of its index."""

    table: str

    @property
    def index(self) -> str:
        return f"{self.table}_text"

    @property
    def noted(self) -> str:
        """The table of what has changed since it was indexed."""
        return f"{self.table}_unindexed"


EVENTS = Subject("timeline_event")
ARTICLES = Subject("timeline_source")


def found(subject: Subject, text: str) -> list[int]:
    """The primary keys of the rows that hold every word of the text; where there are none, of those in which every
    word begins like that: « Gorbat » finds Gorbachev. A text without words finds nothing."""
    words = sought(text)
    if not words:
        return []
    return _matching(subject, words, whole=True) or _matching(subject, words, whole=False)


def _matching(subject: Subject, words: Sequence[frozenset[str]], *, whole: bool) -> list[int]:
    # Stems are letters and digits only: nothing that is typed can become syntax.
    mark = "" if whole else (":*" if _is_postgresql() else "*")
    quote = "" if _is_postgresql() else '"'
    alternatives = [[f"{quote}{stem}{quote}{mark}" for stem in sorted(word)] for word in words]
    either, both = (" | ", " & ") if _is_postgresql() else (" OR ", " AND ")
    query = both.join(f"({either.join(stems)})" for stems in alternatives)
    with connection.cursor() as cursor:
        if _is_postgresql():
            cursor.execute(f"SELECT id FROM {subject.index} WHERE stems @@ to_tsquery('simple', %s)", [query])
        else:
            cursor.execute(f"SELECT rowid FROM {subject.index} WHERE {subject.index} MATCH %s", [query])
        return [key for (key,) in cursor.fetchall()]


@transaction.atomic
def install() -> None:
    """Make the indexes that are missing, and note every row that there is for them: the site may be older than they."""
    with connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        for subject in (EVENTS, ARTICLES):
            if subject.index in there:
                continue
            cursor.execute(f"INSERT INTO {subject.noted} (row_id) SELECT id FROM {subject.table} {_unless_noted()}")
            if _is_postgresql():
                cursor.execute(
                    f"CREATE TABLE IF NOT EXISTS {subject.index} (id BIGINT PRIMARY KEY, stems TSVECTOR NOT NULL)"
                )
                cursor.execute(f"CREATE INDEX IF NOT EXISTS {subject.index}_gin ON {subject.index} USING GIN (stems)")
            else:
                cursor.execute(
                    f"CREATE VIRTUAL TABLE IF NOT EXISTS {subject.index} USING fts5(stems, detail=none, columnsize=0)"
                )


def store(subject: Subject, texts: Iterable[tuple[int, str]]) -> None:
    """Replace what is held of these rows, given by primary key, by these stems."""
    rows = list(texts)
    remove(subject, [key for key, _stems in rows])
    with connection.cursor() as cursor:
        if _is_postgresql():
            cursor.executemany(
                f"INSERT INTO {subject.index} VALUES (%s, array_to_tsvector(string_to_array(%s, ' ')))", rows
            )
        else:
            cursor.executemany(f"INSERT INTO {subject.index} (rowid, stems) VALUES (%s, %s)", rows)


def remove(subject: Subject, keys: Iterable[int]) -> None:
    key = "id" if _is_postgresql() else "rowid"
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {subject.index} WHERE {key} = %s", [(each,) for each in keys])


def take_noted(subject: Subject, most: int) -> list[int]:
    """The primary keys of up to so many rows that have changed; they are not noted any more. Inside a transaction."""
    noted = subject.noted
    skip = " FOR UPDATE SKIP LOCKED" if _is_postgresql() else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {noted} WHERE id IN (SELECT id FROM {noted} ORDER BY id LIMIT %s{skip}) RETURNING row_id",
            [most],
        )
        return sorted({key for (key,) in cursor.fetchall()})


def is_complete() -> bool:
    """Whether nothing waits to be indexed: what is found now is all that can be found."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT NOT EXISTS (SELECT 1 FROM {EVENTS.noted}) AND NOT EXISTS (SELECT 1 FROM {ARTICLES.noted})"
        )
        return bool(cursor.fetchone()[0])


def _unless_noted() -> str:
    # SQLite notes a row once; the WHERE tells its parser that ON belongs to no join.
    return "" if _is_postgresql() else "WHERE TRUE ON CONFLICT DO NOTHING"


def _is_postgresql() -> bool:
    return connection.vendor == "postgresql"

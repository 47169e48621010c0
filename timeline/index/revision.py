"""What tells that something has changed: triggers in the database, so that no way of writing is forgotten.

Whatever writes rows (the reader of articles, the desk, a command, a person with a SQL prompt) changes the *revision*
and notes the events and articles it touched as *unindexed*, in the same transaction: what is rolled back has changed
nothing, and what a crash cuts short is still noted. `timeline.search` takes the notes and brings its index up to date.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection, transaction

# For each table, the column of a changed row that leads to events, and the events that the change touches.
_EVENTS_TOUCHED = {
    "timeline_chronology": ("id", "SELECT changed.id FROM {changed} WHERE FALSE"),
    "timeline_event": ("id", "SELECT changed.id FROM {changed}"),
    "timeline_participation": ("event_id", "SELECT changed.event_id FROM {changed}"),
    "timeline_citation": ("event_id", "SELECT changed.event_id FROM {changed} WHERE changed.event_id IS NOT NULL"),
    "timeline_actor": ("id", "SELECT event_id FROM timeline_participation JOIN {changed} ON actor_id = changed.id"),
    "timeline_actorname": ("actor_id", "SELECT event_id FROM timeline_participation JOIN {changed} USING (actor_id)"),
    "timeline_place": ("id", "SELECT timeline_event.id FROM timeline_event JOIN {changed} ON place_id = changed.id"),
    "timeline_source": (
        "id",
        "SELECT event_id FROM timeline_citation JOIN {changed} ON source_id = changed.id WHERE event_id IS NOT NULL",
    ),
}

# An update touches what the row led to before and what it leads to now.
_CHANGES = (("INSERT", "NEW"), ("UPDATE", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))


def revision() -> tuple[object, ...]:
    """Compares equal as long as nothing that readers see has changed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), max(id), max(token) FROM timeline_revision")
        row: tuple[object, ...] = cursor.fetchone()
        return row


@transaction.atomic
def install() -> None:
    """Make the tables and triggers, after every migration: SQLite drops a table's triggers with the table. A change of
    the statements here needs a migration beside it, which may be empty."""
    with connection.cursor() as cursor:
        for statement in _statements():
            cursor.execute(statement)


@transaction.atomic
def uninstall() -> None:
    """Take the triggers away before migrations: SQLite refuses to make a table anew while a trigger of another one
    names it."""
    with connection.cursor() as cursor:
        for table, trigger in _triggers():
            of_table = f"ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger} {of_table}")


def is_installed() -> bool:
    """Whether no trigger is missing, as after a migration that was broken off."""
    catalogue = (
        "SELECT tgname FROM pg_trigger" if connection.vendor == "postgresql" else "SELECT name FROM sqlite_master"
    )
    with connection.cursor() as cursor:
        cursor.execute(catalogue)
        return {trigger for _table, trigger in _triggers()} <= {name for (name,) in cursor.fetchall()}


def _triggers() -> Iterator[tuple[str, str]]:
    """Tables and the names of their triggers."""
    return ((table, _trigger(table, action, row)) for table in _EVENTS_TOUCHED for action, row in _CHANGES)


def _statements() -> Iterator[str]:
    if connection.vendor == "postgresql":
        yield from _on_postgresql()
    else:
        yield from _on_sqlite()


def _on_sqlite() -> Iterator[str]:
    """One row that is overwritten: there is one writer at a time. A new one, for what happened while there were no
    triggers."""
    yield "CREATE TABLE IF NOT EXISTS timeline_revision (id INTEGER PRIMARY KEY, token TEXT NOT NULL)"
    yield "INSERT OR REPLACE INTO timeline_revision VALUES (1, hex(randomblob(8)))"
    for subject in ("event", "source"):
        yield f"""
            CREATE TABLE IF NOT EXISTS timeline_{subject}_unindexed (id INTEGER PRIMARY KEY, row_id INTEGER UNIQUE)"""
    for table, (column, touched) in _EVENTS_TOUCHED.items():
        for action, row in _CHANGES:
            events = touched.format(changed=f"(SELECT {row}.{column} AS {column}) AS changed")
            articles = f"INSERT OR IGNORE INTO timeline_source_unindexed (row_id) VALUES ({row}.id);"
            yield f"DROP TRIGGER IF EXISTS {_trigger(table, action, row)}"
            yield f"""
                CREATE TRIGGER {_trigger(table, action, row)} AFTER {action} ON {table} BEGIN
                    INSERT OR REPLACE INTO timeline_revision VALUES (1, hex(randomblob(8)));
                    INSERT OR IGNORE INTO timeline_event_unindexed (row_id) {events};
                    {articles if table == "timeline_source" else ""}
                END"""


def _on_postgresql() -> Iterator[str]:
    """Rows are only added, so that no writer waits for another; `forget_old_revisions` takes them away later. One more
    for what happened while there were no triggers."""
    yield "CREATE TABLE IF NOT EXISTS timeline_revision (id BIGSERIAL PRIMARY KEY, token TEXT NOT NULL DEFAULT '')"
    yield "INSERT INTO timeline_revision DEFAULT VALUES"
    for subject in ("event", "source"):
        yield f"""
            CREATE TABLE IF NOT EXISTS timeline_{subject}_unindexed (id BIGSERIAL PRIMARY KEY, row_id BIGINT)"""
    for table, (_column, touched) in _EVENTS_TOUCHED.items():
        articles = "INSERT INTO timeline_source_unindexed (row_id) SELECT id FROM changed;"
        yield f"""
            CREATE OR REPLACE FUNCTION {table}_revises() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                INSERT INTO timeline_revision DEFAULT VALUES;
                INSERT INTO timeline_event_unindexed (row_id) {touched.format(changed="changed")};
                {articles if table == "timeline_source" else ""}
                RETURN NULL;
            END $$"""
        for action, row in _CHANGES:
            yield f"""
                CREATE OR REPLACE TRIGGER {_trigger(table, action, row)} AFTER {action} ON {table}
                REFERENCING {row} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION {table}_revises()"""


def _trigger(table: str, action: str, row: str) -> str:
    return f"{table}_{action}_{row}".lower()


def forget_old_revisions() -> None:
    """Keep the newest only, from which it is told whether another is newer. SQLite has but one."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM timeline_revision WHERE id < (SELECT max(id) FROM timeline_revision) - 1000")

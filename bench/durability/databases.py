"""A database for each try: a file of SQLite, or one made in a PostgreSQL server and dropped afterwards."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg


@contextmanager
def new_database(server: str) -> Iterator[str]:
    """The URL of a new database in the server that a URL leads to; empty, for SQLite, where none is given."""
    if not server:
        yield ""
        return
    name = f"durability_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 LOCALE 'C.UTF-8'")
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def is_sound(file: Path) -> bool:
    """Whether SQLite finds its file in order; True where there is none."""
    if not file.exists():
        return True
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

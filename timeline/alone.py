"""One process at a time, where two would make the same row twice or overwrite what is newer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

from django.db import connection, transaction


class Doing(IntEnum):
    """The numbers by which PostgreSQL knows the locks."""

    WRITING_ARTICLES = 0x41494401
    """Articles, events, and the actors and places that they name."""
    INDEXING_WORDS = 0x41494402


@contextmanager
def alone(doing: Doing) -> Iterator[None]:
    """A transaction that waits until no other process does this. In SQLite every transaction that writes is alone;
    PostgreSQL is asked for a lock, which ends with the transaction."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [doing.value])
        yield

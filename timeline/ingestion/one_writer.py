"""One writer of articles and events at a time, so that two never make the same actor, place or event twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

WRITER = 0x41494445
"""The number by which PostgreSQL knows the lock: "AIDE"."""


@contextmanager
def one_writer() -> Iterator[None]:
    """A transaction that waits until it is alone. In SQLite every transaction is; PostgreSQL is asked for a lock, which
    ends with the transaction."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITER])
        yield

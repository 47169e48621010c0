"""Articles to import, and what an undisturbed import makes of them; on PostgreSQL where the tests run there."""

from __future__ import annotations

import os

import pytest

from bench.durability.articles import dispatches
from bench.durability.kills import Outcome, undisturbed


@pytest.fixture(scope="session")
def server() -> str:
    """The PostgreSQL server that DATABASE_URL names; empty for SQLite."""
    url = os.environ.get("DATABASE_URL", "")
    return url if url.startswith("postgres") else ""


@pytest.fixture(scope="session")
def articles() -> dict[str, bytes]:
    return dispatches(12)


@pytest.fixture(scope="session")
def wanted(articles: dict[str, bytes], server: str) -> Outcome:
    return undisturbed(articles, server)

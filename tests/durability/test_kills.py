"""A few kills of what `python -m bench.durability` does by the hundred."""

import os
import random

import pytest

from bench.durability.articles import dispatches
from bench.durability.kills import SEED, disturbed, undisturbed

pytestmark = pytest.mark.database

SERVER = url if (url := os.environ.get("DATABASE_URL", "")).startswith("postgres") else ""


def test_killed_import_loses_and_doubles_nothing_and_ends_as_if_nothing_had_happened():
    articles = dispatches(12)
    wanted = undisturbed(articles, SERVER)
    killed = disturbed(articles, SERVER, 3, random.Random(SEED))

    assert killed.kills.total() == 3
    assert (killed.lost, killed.doubled, killed.faults) == (0, 0, "")
    assert killed.export == wanted.export
    assert all(name in wanted.export for name in articles), "every article tells of an event"

"""A few kills of what `python -m bench.durability` does by the hundred."""

import random

import pytest

from bench.durability.kills import SEED, disturbed

pytestmark = pytest.mark.database


def test_killed_import_loses_and_doubles_nothing_and_ends_as_if_nothing_had_happened(articles, wanted, server):
    killed = disturbed(articles, server, 3, random.Random(SEED))

    assert killed.kills.total() == 3
    assert (killed.lost, killed.doubled, killed.faults) == (0, 0, "")
    assert killed.export == wanted.export
    assert all(name in wanted.export for name in articles), "every article tells of an event"

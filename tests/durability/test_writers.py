"""Many writers at the same time: none is told that the database is locked, and no change is lost."""

import pytest

from bench.durability.writers import write_together

pytestmark = pytest.mark.database


def test_eight_writers_keep_all_their_changes(server):
    done = write_together(server, writers=8, changes=10)

    assert (done.errors, done.lost, done.sound) == ([], 0, True)
    assert len(done.seconds) == 80

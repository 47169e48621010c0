"""Stems are the same whoever else is stemming at that moment."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest

from timeline.search.stems import stems

ENDINGS = ("ations", "issement", "euses", "amment", "ingly", "fulness", "aient", "iques")
WORDS = ["".join(parts) for parts in product("bcdfglmnpst", "aeiou", "r", "cdlmnst", ENDINGS)]


@pytest.fixture
def impatient_threads() -> Iterator[None]:
    """Which take turns within a word."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("impatient_threads")
def test_many_threads_stem_as_one_does():
    alone = [stems.__wrapped__(word) for word in WORDS]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(stems.__wrapped__, WORDS)) == alone

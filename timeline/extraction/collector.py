"""Lets Python's garbage collector rest while much is made and nothing of it is garbage yet.

It would look through all of it time and again: merging thousands of claims, a third of the time went there, and its
share grew with their number.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Also a decorator. The collector is as before afterwards, on or off."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

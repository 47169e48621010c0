"""The index of this process, as new as the database."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from functools import cached_property

from django.db import DatabaseError, connection

from timeline.index.columns import Columns
from timeline.index.loading import load_columns
from timeline.index.names import Articles, Names, names_of_actors, names_of_places
from timeline.index.revision import revision
from timeline.models import Chronology, Citation

logger = logging.getLogger(__name__)

MOST_CHRONOLOGIES = 8
"""Held at once in one process; a further one takes the place of the one loaded longest ago."""


@dataclass(frozen=True)
class Index:
    """A chronology's columns, and what else pages need of the same revision, loaded when first asked for."""

    revision: tuple[object, ...]
    columns: Columns
    seconds: float
    """How long it took to load."""
    loaded: float
    """When that was, by the monotonic clock."""

    @cached_property
    def actors(self) -> Names:
        return names_of_actors(set(self.columns.actors.keys.tolist()))

    @cached_property
    def articles(self) -> Articles:
        return Articles()

    @cached_property
    def undated(self) -> int:
        """How many claims of the articles no date could be found for."""
        return Citation.objects.undated_claims().count()

    @cached_property
    def others(self) -> list[Chronology]:
        """The chronologies beside that of the articles."""
        return list(Chronology.objects.all())

    @cached_property
    def places(self) -> Names:
        return names_of_places(set(self.columns.place_keys.tolist()))


MOST_AT_ONCE = 20_000
"""An index of more events, which takes half a second to load, is loaded aside while readers see the one before; while
articles are imported it is loaded anew for at most a tenth of the time."""
PAUSE = 10
"""As many times as long as it took to load, before it is loaded aside again."""

_held: dict[int | None, Index] = {}
_lock = threading.Lock()
_aside: dict[int | None, threading.Thread] = {}


def current_index(chronology: int | None = None) -> Index:
    """Loads it when anything has changed since the last time. A request should ask once, so that its list, its counts
    and its bins speak of the same events."""
    newest = revision()
    held = _held.get(chronology)
    if held and held.revision == newest:
        return held
    if held and held.columns.size > MOST_AT_ONCE:
        if time.monotonic() - held.loaded > PAUSE * held.seconds:
            _load_aside(chronology)
        return held
    return _load(chronology)


def _load(chronology: int | None) -> Index:
    with _lock:  # One thread loads, the others wait for it.
        newest = revision()
        held = _held.get(chronology)
        if not held or held.revision != newest:
            begin = time.monotonic()
            columns = load_columns(chronology)
            held = Index(newest, columns, seconds=time.monotonic() - begin, loaded=time.monotonic())
            _held.pop(chronology, None)
            _held[chronology] = held
            while len(_held) > MOST_CHRONOLOGIES:
                del _held[next(iter(_held))]
        return held


def _load_aside(chronology: int | None) -> None:
    """In a thread, unless one is at it."""
    running = _aside.get(chronology)
    if running is None or not running.is_alive():
        _aside[chronology] = threading.Thread(target=_load_in_thread, args=[chronology], name="index", daemon=True)
        _aside[chronology].start()


def _load_in_thread(chronology: int | None) -> None:
    try:
        _load(chronology)
    except DatabaseError:
        logger.exception("The index could not be loaded; readers see the one before until it can.")
    finally:
        connection.close()


def load_ahead() -> None:
    """Before anybody asks; with the names that every page needs. In a thread of its own, whose connection it closes."""
    try:
        index = current_index()
        _ = index.actors, index.places, index.others, index.undated
    except DatabaseError:
        logger.exception("The index could not be loaded ahead; the first page will load it.")
    finally:
        connection.close()

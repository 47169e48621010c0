"""The index of this process, as new as the database."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from functools import cached_property

from django.db import DatabaseError, connection

from timeline.index.columns import Columns
from timeline.index.loading import load_columns
from timeline.index.names import Names, names_of_actors, names_of_places
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

    @cached_property
    def actors(self) -> Names:
        return names_of_actors(set(self.columns.actors.keys.tolist()))

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


_held: dict[int | None, Index] = {}
_lock = threading.Lock()


def current_index(chronology: int | None = None) -> Index:
    """Loads it when anything has changed since the last time. A request should ask once, so that its list, its counts
    and its bins speak of the same events."""
    newest = revision()
    held = _held.get(chronology)
    if held and held.revision == newest:
        return held
    with _lock:  # One thread loads, the others wait for it.
        held = _held.get(chronology)
        if not held or held.revision != newest:
            held = Index(newest, load_columns(chronology))
            _held.pop(chronology, None)
            _held[chronology] = held
            while len(_held) > MOST_CHRONOLOGIES:
                del _held[next(iter(_held))]
        return held


def load_ahead() -> None:
    """Before anybody asks; with the names that every page needs. In a thread of its own, whose connection it closes."""
    try:
        index = current_index()
        _ = index.actors, index.places, index.others, index.undated
    except DatabaseError:
        logger.exception("The index could not be loaded ahead; the first page will load it.")
    finally:
        connection.close()

"""The events that a reader's conditions leave, and what each further condition would leave: all from the index."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, reduce

import numpy as np

from timeline import search
from timeline.dates import HistoricalDate
from timeline.index.columns import KINDS, OPEN_END, OPEN_START, Columns, Integers, Keys, Links, Mask, day_number
from timeline.index.current import current_index
from timeline.pages.conditions import Conditions
from timeline.search.stems import sought


class Selection:
    """The published events that match, in chronological order. All of a page should be read from one selection."""

    def __init__(self, conditions: Conditions) -> None:
        self.conditions = conditions
        self.index = current_index(conditions.chronology.pk if conditions.chronology else None)

    @property
    def columns(self) -> Columns:
        return self.index.columns

    @cached_property
    def mask(self) -> Mask:
        return self.leaving_out("")

    @cached_property
    def positions(self) -> Integers:
        """Where the events stand in the columns."""
        return np.flatnonzero(self.mask).astype(np.int32)

    @property
    def total(self) -> int:
        return len(self.positions)

    @property
    def keys(self) -> Keys:
        """The primary keys of the events."""
        return self.columns.keys[self.positions]

    def leaving_out(self, parameter: str) -> Mask:
        """The events without one condition, to count what its other values would give."""
        masks = [mask for name, mask in self._masks.items() if name != parameter]
        return reduce(np.logical_and, masks, self.columns.everything)

    @cached_property
    def _masks(self) -> dict[str, Mask]:
        """One for each condition that is set, by its parameter."""
        asked, columns = self.conditions, self.columns
        masks: dict[str, Mask] = {}
        if asked.actors:
            masks["actor"] = _linked(columns, columns.actors, (actor.pk for actor in asked.actors), asked.any_actor)
        if asked.span:
            masks["when"] = (certainly_in if asked.certainly else possibly_in)(columns, asked.span)
        if asked.kinds:
            masks["kind"] = np.isin(columns.kind, [KINDS.index(kind.value) for kind in asked.kinds])
        if asked.places:
            places = np.flatnonzero(np.isin(columns.place_keys, [place.pk for place in asked.places]))
            masks["place"] = np.isin(columns.place, places)
        if asked.sources:
            masks["source"] = _linked(columns, columns.articles, (source.pk for source in asked.sources), True)
        if sought(asked.text):
            masks["q"] = columns.with_keys(search.found(search.EVENTS, asked.text))
        return masks


def possibly_in(columns: Columns, span: HistoricalDate) -> Mask:
    """Whose dates share a day with the span."""
    first, last = _bounds(span)
    return (columns.first <= last) & (columns.last >= first)


def certainly_in(columns: Columns, span: HistoricalDate) -> Mask:
    """Whose every possible day lies in the span."""
    first, last = _bounds(span)
    return (columns.first >= first) & (columns.last <= last)


def _bounds(span: HistoricalDate) -> tuple[int, int]:
    first = OPEN_START if span.earliest is None else day_number(span.earliest)
    last = OPEN_END if span.latest is None else day_number(span.latest)
    return first, last


def _linked(columns: Columns, links: Links, keys: Iterable[int], any_of_them: bool) -> Mask:
    """The events of any, or of all, of these things."""
    masks = [columns.at(links.events_of(key)) for key in keys]
    return reduce(np.logical_or if any_of_them else np.logical_and, masks)

"""Events as arrays, one place per event, in chronological order (a column store with posting lists)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from timeline.dates import Precision
from timeline.models.kinds import Kind

Integers = NDArray[np.int32]
Keys = NDArray[np.int64]
Mask = NDArray[np.bool_]

EPOCH = dt.date(1970, 1, 1).toordinal()

OPEN_START: int = np.iinfo(np.int32).min
OPEN_END: int = np.iinfo(np.int32).max
"""Stand for an end that is open: before, and after, every day."""

KINDS: tuple[str, ...] = tuple(Kind.values)
PRECISIONS: tuple[str, ...] = tuple(precision.value for precision in Precision)
NO_PLACE = -1
FEW = 8
"""Where fewer than one event in so many is selected, it is quicker to go to each than to pass all by."""


class Positions:
    """Where keys stand in a list of distinct ones that need not be sorted."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._ascending = np.argsort(keys)
        self.size = len(keys)

    def of(self, wanted: Keys) -> Integers:
        """-1 for a key that is not in the list."""
        if not len(self._keys):
            return np.full(len(wanted), -1, dtype=np.int32)
        found = np.searchsorted(self._keys, wanted, sorter=self._ascending).clip(max=len(self._keys) - 1)
        places = self._ascending[found]
        return np.where(self._keys[places] == wanted, places, -1).astype(np.int32)


@dataclass(frozen=True)
class Links:
    """Which things (actors, articles) belong to which events, both ways.

    `keys` are the primary keys of the things, ascending; a thing is named by its place there. `events` and `things`
    are the pairs, sorted by event; `events_by_thing` has the events of the first thing, then those of the second …
    """

    keys: Keys
    events: Integers
    things: Integers
    _first_of_event: Integers
    events_by_thing: Integers
    _first_of_thing: Integers
    marked: Mask
    """Of each pair, in the order of `things`: what sets it apart, such as that an actor is only represented."""

    @classmethod
    def joining(cls, events: Integers, keys: Keys, marked: Mask, number_of_events: int) -> Links:
        """From pairs of an event's place and a thing's primary key, each pair once. The pairs of one event keep their
        order."""
        distinct, inverse = np.unique(keys, return_inverse=True)
        things: Integers = inverse.astype(np.int32)
        by_event = np.argsort(events, kind="stable")
        by_thing = np.lexsort((events, things))
        return cls(
            keys=distinct,
            events=events[by_event],
            things=things[by_event],
            _first_of_event=_starts(events, number_of_events),
            events_by_thing=events[by_thing],
            _first_of_thing=_starts(things, len(distinct)),
            marked=marked[by_event],
        )

    def events_of(self, key: int) -> Integers:
        """The places of a thing's events, ascending; none where it belongs to none."""
        place = int(np.searchsorted(self.keys, key))
        if place == len(self.keys) or self.keys[place] != key:
            return self.events_by_thing[:0]
        return self.events_by_thing[self._first_of_thing[place] : self._first_of_thing[place + 1]]

    def marked_for(self, keys: Iterable[int], selected: Mask) -> int:
        """How many of the selected events are joined to any of these things by a pair that is marked."""
        pairs = self.marked & np.isin(self.keys[self.things], np.fromiter(keys, dtype=np.int64))
        return int(np.count_nonzero(selected[np.unique(self.events[pairs])]))

    def unmarked_of(self, event: int) -> list[int]:
        """The primary keys of the things of one event that nothing sets apart, in the order in which they came."""
        pairs = slice(self._first_of_event[event], self._first_of_event[event + 1])
        keys: list[int] = self.keys[self.things[pairs][~self.marked[pairs]]].tolist()
        return keys

    def counted_in(self, selected: Mask) -> Integers:
        """For each thing, how many of the selected events it belongs to."""
        events = np.flatnonzero(selected)
        few = len(events) < len(selected) // FEW
        pairs = self._pairs_of(events) if few else selected[self.events]
        return np.bincount(self.things[pairs], minlength=len(self.keys)).astype(np.int32)

    def _pairs_of(self, events: NDArray[np.intp]) -> NDArray[np.intp]:
        """Where the pairs of these events stand: without looking at those of all others."""
        starts = self._first_of_event[events].astype(np.intp)
        sizes = self._first_of_event[events + 1] - starts
        before = np.cumsum(sizes) - sizes
        return np.repeat(starts - before, sizes) + np.arange(int(sizes.sum()))


@dataclass(frozen=True)
class Columns:
    """`first` and `last` are days counted from 1 January 1970; `kind` and `precision` are places in KINDS and
    PRECISIONS; `place` is a place in `place_keys`, or NO_PLACE."""

    keys: Keys
    first: Integers
    last: Integers
    precision: NDArray[np.int8]
    kind: NDArray[np.int8]
    place: Integers
    place_keys: Keys
    actors: Links
    """An actor that others represent is marked."""
    articles: Links
    """A reprint beside its original is marked."""
    public_ids: NDArray[np.bytes_]
    edtf: list[str]
    reviewed: Mask
    """Whether an editor has looked at it."""
    titles: dict[int, tuple[str, str]]
    """French and English, by the event's place; only of events to which an editor gave one."""

    @property
    def size(self) -> int:
        return len(self.keys)

    @cached_property
    def everything(self) -> Mask:
        return np.ones(self.size, dtype=bool)

    @cached_property
    def known_first(self) -> Integers:
        """The first day that is known of each event: its last one where the start is open."""
        return np.where(self.first == OPEN_START, self.last, self.first)

    @cached_property
    def known_last(self) -> Integers:
        return np.where(self.last == OPEN_END, self.first, self.last)

    @cached_property
    def _first_year(self) -> Integers:
        return years(self.known_first)

    @cached_property
    def _last_year(self) -> Integers:
        return years(self.known_last)

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.keys)

    def with_keys(self, keys: Iterable[int]) -> Mask:
        """The events with these primary keys; keys of other events are passed over."""
        found = self._positions.of(np.fromiter(keys, dtype=np.int64))
        return self.at(found[found >= 0])

    def years_of(self, keys: list[int]) -> list[int]:
        """The years under which these events stand."""
        years_: list[int] = self._first_year[self.positions_of(keys)].tolist()
        return years_

    def positions_of(self, keys: Sequence[int]) -> list[int]:
        """The places of the events with these primary keys, all of which are there."""
        places: list[int] = self._positions.of(np.array(keys, dtype=np.int64)).tolist()
        return places

    def key_beside(self, key: int, step: int) -> int | None:
        """The primary key of the event so many places after (or, below zero, before) the one with this key."""
        place = int(self._positions.of(np.array([key]))[0])
        wanted = place + step
        return int(self.keys[wanted]) if place >= 0 and 0 <= wanted < self.size else None

    def at(self, positions: Integers) -> Mask:
        mask = np.zeros(self.size, dtype=bool)
        mask[positions] = True
        return mask

    # -- counting ---------------------------------------------------------------------------------------------------

    def kinds_in(self, selected: Mask) -> dict[str, int]:
        counts = np.bincount(self.kind[np.flatnonzero(selected)], minlength=len(KINDS))
        return {kind: int(count) for kind, count in zip(KINDS, counts, strict=True) if count}

    def places_in(self, selected: Mask) -> Integers:
        """For each place, how many of the selected events happened there."""
        counts = np.bincount(self.place[np.flatnonzero(selected)] + 1, minlength=len(self.place_keys) + 1)
        return counts[1:].astype(np.int32)

    def counted_by_years(self, selected: Mask, length: int = 1) -> dict[int, int]:
        """For each year (or decade, with a length of 10: 198 is the 1980s) that any of them may lie in, how many may.
        An open end counts as one year."""
        events = np.flatnonzero(selected)
        first, last = self._first_year[events] // length, self._last_year[events] // length
        if not len(first):
            return {}
        start = int(first.min())
        steps = np.bincount(first - start, minlength=int(last.max()) - start + 2)
        steps -= np.bincount(last - start + 1, minlength=len(steps))
        counts = np.cumsum(steps)
        return {start + int(place): int(counts[place]) for place in np.flatnonzero(counts)}


def day_number(day: dt.date) -> int:
    """Days since 1 January 1970."""
    return day.toordinal() - EPOCH


def years(days: Integers) -> Integers:
    """The calendar years of days counted from 1 January 1970."""
    return days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int32) + 1970


def most_frequent(keys: Keys, counts: Integers, most: int) -> list[tuple[int, int]]:
    """The `most` keys with the highest counts above zero, and these counts; equal ones by key."""
    most = min(most, len(counts))
    if not most:
        return []
    threshold = np.partition(counts, len(counts) - most)[len(counts) - most]
    candidates = np.flatnonzero(counts >= max(threshold, 1))
    ordered = candidates[np.lexsort((keys[candidates], -counts[candidates]))][:most]
    return [(int(keys[place]), int(counts[place])) for place in ordered]


def _starts(places: Integers, number: int) -> Integers:
    """Where the stretch of each place begins once `places` are sorted; one more, the end of the last."""
    starts = np.zeros(number + 1, dtype=np.int32)
    np.cumsum(np.bincount(places, minlength=number), out=starts[1:])
    return starts

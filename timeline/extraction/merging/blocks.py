"""Which groups a claim is compared with at all: those that share an actor, or what an actor speaks for, and a time.

A claim of a day meets the groups of that day, a claim of a month those of the month. Claims come finest first, so
that each group stands under its days, months and years when a vaguer claim asks for it; under its months and years
only from then on, as most claims are of a day and ask for no more.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import Generic, Protocol, TypeVar

from timeline.dates import HistoricalDate
from timeline.extraction.merging.dating import OCCASION, Vagueness, vagueness
from timeline.extraction.merging.likeness import Circle
from timeline.extraction.records import PlaceRef

# A decade has ten blocks; what is longer is looked up by its ends, where it can meet its like.
LONGEST_BLOCKED_YEARS = 12

ANYONE, NOBODY = "anyone at ", "nobody at "


class Asking(Protocol):
    """What is looked up: a claim, or a group of claims by one of them."""

    @property
    def parties(self) -> frozenset[str]: ...
    @property
    def place(self) -> PlaceRef | None: ...


Group = TypeVar("Group")


class _Size(Enum):
    DAY = auto()
    MONTH = auto()
    YEAR = auto()


_Time = tuple[_Size, int]
"""A block's size and its number among those of its size."""
_Blocks = dict[tuple[str, int], dict[Group, None]]
"""The groups by an actor or a place and the number of a time."""


class Blocks(Generic[Group]):
    def __init__(self, circle: Circle) -> None:
        self._circle = circle
        self._added: list[tuple[Group, list[str], HistoricalDate]] = []
        self._blocks: dict[_Size, dict[tuple[str, int], dict[Group, None]]] = {
            size: defaultdict(dict) for size in _Size
        }
        self._sorted = dict.fromkeys(_Size, 0)
        """How many of those added stand in the blocks of each size."""

    def add(self, group: Group, told: Asking, date: HistoricalDate) -> None:
        """Let the group be found by whoever asks for the actors and the date of this claim of its."""
        names = [*self._names(told.parties)]
        if told.place is not None:
            names += [ANYONE + told.place.key] + ([] if told.parties else [NOBODY + told.place.key])
        self._added.append((group, names, date))

    def like(self, told: Asking, date: HistoricalDate, margin: dt.timedelta = dt.timedelta(0)) -> Iterator[Group]:
        """Each group once that may be about what this claim is about. `margin` widens a day."""
        names = [*self._names(told.parties)]
        if told.place is not None:
            names.append((NOBODY if told.parties else ANYONE) + told.place.key)
        found: dict[Group, None] = {}
        for size, number in _own_times(date, margin):
            blocks = self._of_size(size)
            for name in names:
                found |= blocks.get((name, number), {})
        return iter(found)

    def _of_size(self, size: _Size) -> _Blocks[Group]:
        """The blocks of the size, with all that was added."""
        blocks = self._blocks[size]
        for group, names, date in self._added[self._sorted[size] :]:
            for number in _numbers(date, size):
                for name in names:
                    blocks[name, number][group] = None
        self._sorted[size] = len(self._added)
        return blocks

    def _names(self, parties: frozenset[str]) -> list[str]:
        return sorted(self._circle.present(parties))


def _own_times(date: HistoricalDate, margin: dt.timedelta) -> Iterable[_Time]:
    """The blocks of as fine a size as the date is."""
    level = vagueness(date)
    if level <= Vagueness.SET:
        return _days(date, margin)
    return _months(date) if level <= Vagueness.SEASON else _years(date)


def _numbers(date: HistoricalDate, size: _Size) -> list[int]:
    """Its own blocks, if they are of the size or smaller."""
    level = vagueness(date)
    times: Iterable[_Time]
    if size is _Size.DAY:
        times = _days(date, dt.timedelta(0)) if level <= Vagueness.SET else ()
    elif size is _Size.MONTH:
        times = _months(date) if level <= Vagueness.SEASON else ()
    else:
        times = _years(date)
    return [number for its_size, number in times if its_size is size]


def _days(date: HistoricalDate, margin: dt.timedelta) -> Iterator[_Time]:
    """By their numbers, which go on where the calendar ends; of a longer option of a set its months."""
    for option in date.options:
        if option.earliest and option.latest and option.latest - option.earliest <= OCCASION:
            first, last = option.earliest.toordinal() - margin.days, option.latest.toordinal() + margin.days
            yield from ((_Size.DAY, number) for number in range(first, last + 1))
        else:
            yield from _months(option)


def _months(date: HistoricalDate) -> Iterable[_Time]:
    days = [day for option in date.options for day in (option.earliest, option.latest) if day]
    first, last = _month_number(min(days)), _month_number(max(days))
    return [(_Size.MONTH, number) for number in range(first, last + 1)]


def _month_number(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _years(date: HistoricalDate) -> Iterable[_Time]:
    years = [day.year for day in (date.earliest, date.latest) if day]
    if len(years) == 2 and years[1] - years[0] <= LONGEST_BLOCKED_YEARS:
        years = [*range(years[0], years[1] + 1)]
    return [(_Size.YEAR, year) for year in years]

"""Which groups a claim is compared with at all: those that share an actor, or what an actor speaks for, and a time.

A claim of a day meets the groups of that day, a claim of a month those of the month. Claims come finest first, so
that each group stands under its days, months and years when a vaguer claim asks for it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
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


class Blocks(Generic[Group]):
    def __init__(self, circle: Circle) -> None:
        self._circle = circle
        self._groups: dict[tuple[str, str], dict[Group, None]] = defaultdict(dict)

    def add(self, group: Group, told: Asking, date: HistoricalDate) -> None:
        """Let the group be found by whoever asks for the actors and the date of this claim of its."""
        names = [*self._names(told.parties)]
        if told.place is not None:
            names += [ANYONE + told.place.key] + ([] if told.parties else [NOBODY + told.place.key])
        for time in _all_times(date):
            for name in names:
                self._groups[name, time][group] = None

    def like(self, told: Asking, date: HistoricalDate, margin: dt.timedelta = dt.timedelta(0)) -> Iterator[Group]:
        """Each group once that may be about what this claim is about. `margin` widens a day."""
        names = [*self._names(told.parties)]
        if told.place is not None:
            names.append((NOBODY if told.parties else ANYONE) + told.place.key)
        found: dict[Group, None] = {}
        for time in _own_times(date, margin):
            for name in names:
                found |= self._groups.get((name, time), {})
        return iter(found)

    def _names(self, parties: frozenset[str]) -> list[str]:
        return sorted(self._circle.present(parties))


def _own_times(date: HistoricalDate, margin: dt.timedelta) -> Iterable[str]:
    """The blocks of as fine a size as the date is."""
    level = vagueness(date)
    if level <= Vagueness.SET:
        return _days(date, margin)
    return _months(date) if level <= Vagueness.SEASON else _years(date)


def _all_times(date: HistoricalDate) -> Iterable[str]:
    """Its own blocks and all larger ones."""
    level = vagueness(date)
    return [
        *(_days(date, dt.timedelta(0)) if level <= Vagueness.SET else ()),
        *(_months(date) if level <= Vagueness.SEASON else ()),
        *_years(date),
    ]


def _days(date: HistoricalDate, margin: dt.timedelta) -> Iterator[str]:
    """By their numbers, which go on where the calendar ends."""
    for option in date.options:
        if option.earliest and option.latest and option.latest - option.earliest <= OCCASION:
            first, last = option.earliest.toordinal() - margin.days, option.latest.toordinal() + margin.days
            yield from (f"day {number}" for number in range(first, last + 1))
        else:
            yield from _months(option)


def _months(date: HistoricalDate) -> Iterable[str]:
    days = [day for option in date.options for day in (option.earliest, option.latest) if day]
    return [
        f"{number // 12:04}-{number % 12 + 1:02}"
        for number in range(_month_number(min(days)), _month_number(max(days)) + 1)
    ]


def _month_number(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _years(date: HistoricalDate) -> Iterable[str]:
    years = [day.year for day in (date.earliest, date.latest) if day]
    if len(years) < 2:
        return [f"{year:04}" for year in years]
    first, last = years
    return [f"{year:04}" for year in (range(first, last + 1) if last - first <= LONGEST_BLOCKED_YEARS else years)]

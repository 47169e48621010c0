"""Counts of events per calendar unit, for a stretch that holds too many to be drawn one by one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.dates import Precision
from timeline.index.columns import PRECISIONS, Columns, Integers, Mask

MOST_BINS = 600

Span = tuple[int, int]
"""The first and the last day, both included, counted from 1 January 1970."""

_UNITS = ("day", "month", "year", "decade", "century")
_DAYS = (1, 30, 365, 3652, 36524)
_YEARS = {2: 1, 3: 10, 4: 100}
"""How many years a unit has, by its place in _UNITS."""

# The finest unit that a precision lets us know; an interval's bins stand at the year in which it begins.
_KNOWN_TO = np.array(
    [
        {
            Precision.DAY: 0,
            Precision.MONTH: 1,
            Precision.SEASON: 1,
            Precision.SET: 1,
            Precision.YEAR: 2,
            Precision.INTERVAL: 2,
            Precision.DECADE: 3,
        }[Precision(precision)]
        for precision in PRECISIONS
    ],
    dtype=np.int8,
)


@dataclass(frozen=True)
class Bins:
    """How many events begin in each stretch of days; empty stretches are left out."""

    unit: str
    first: list[int]
    last: list[int]
    count: list[int]


def bins(columns: Columns, selected: Mask, extent: Span) -> Bins:
    """At most MOST_BINS stretches of one unit, and coarser ones for what is known more coarsely: "2013" is counted over
    the whole year, never in its first month."""
    unit = _finest_unit(extent[1] - extent[0] + 1)
    start = columns.known_first[selected]
    units = np.maximum(_KNOWN_TO[columns.precision[selected]], unit)
    found: list[tuple[int, int, int]] = []
    for one in range(unit, len(_UNITS)):
        of_unit = start[units == one]
        if len(of_unit):
            found += _counted(of_unit, one)
    found = sorted(stretch for stretch in found if stretch[1] >= extent[0])
    return Bins(
        unit=_UNITS[unit],
        first=[first for first, _last, _count in found],
        last=[last for _first, last, _count in found],
        count=[count for _first, _last, count in found],
    )


def _finest_unit(days: int) -> int:
    for unit, length in enumerate(_DAYS):
        if days / length <= MOST_BINS:
            return unit
    return len(_DAYS) - 1


def _counted(days: Integers, unit: int) -> list[tuple[int, int, int]]:
    """First day, last day and count of each calendar unit in which any of the days lies."""
    numbers = _number_of(days, unit)
    lowest = int(numbers.min())
    counts = np.bincount(numbers - lowest)
    filled = np.flatnonzero(counts)
    firsts, nexts = _first_day(filled + lowest, unit), _first_day(filled + lowest + 1, unit)
    return list(zip(firsts.tolist(), (nexts - 1).tolist(), counts[filled].tolist(), strict=True))


def _number_of(days: Integers, unit: int) -> NDArray[np.int64]:
    if unit == 0:
        return days.astype(np.int64)
    dates = days.astype("datetime64[D]")
    if unit == 1:
        return dates.astype("datetime64[M]").astype(np.int64)
    return (dates.astype("datetime64[Y]").astype(np.int64) + 1970) // _YEARS[unit]


def _first_day(numbers: NDArray[np.int64], unit: int) -> NDArray[np.int64]:
    """Year 0 does not exist for the calendar filters, but it is where the first century begins: it gives year 1."""
    if unit == 0:
        return numbers
    if unit == 1:
        return numbers.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    calendar_years = np.maximum(numbers * _YEARS[unit], 1) - 1970
    return calendar_years.astype("datetime64[Y]").astype("datetime64[D]").astype(np.int64)

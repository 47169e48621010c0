"""Whether two dates can be of one happening, and what they say together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum

from timeline.dates import HistoricalDate, Precision

# An interval of days is one occasion (a visit, a conference); a longer one is a state such as a term of office.
OCCASION = timedelta(days=21)

# Sources that date one rare event differently are mostly a day apart: another time zone, a night session, a slip.
NEAR = timedelta(days=2)


class Vagueness(IntEnum):
    """How far a date leaves open which happening is meant; the finest first."""

    OCCASION = 0
    """A day, or the few days that something took."""
    SET = 1
    """One of several days."""
    MONTH = 2
    SEASON = 3
    YEAR = 4
    STATE = 5
    """A stretch of time that something lasted for."""
    DECADE = 6


_OF_POINTS = {
    Precision.DAY: Vagueness.OCCASION,
    Precision.SET: Vagueness.SET,
    Precision.MONTH: Vagueness.MONTH,
    Precision.SEASON: Vagueness.SEASON,
    Precision.YEAR: Vagueness.YEAR,
    Precision.DECADE: Vagueness.DECADE,
}


def vagueness(date: HistoricalDate) -> Vagueness:
    if date.precision is Precision.INTERVAL:
        return Vagueness.STATE if is_state(date) else Vagueness.OCCASION
    return _OF_POINTS[date.precision]


def is_state(date: HistoricalDate) -> bool:
    """Whether the date is a stretch of time that something lasted for, not an occasion."""
    if date.precision is not Precision.INTERVAL:
        return False
    return date.earliest is None or date.latest is None or date.latest - date.earliest > OCCASION


class Dates(IntEnum):
    """How two dates go together."""

    APART = 0
    NEAR = 1
    """Two days that cannot both be right, but are so close that one source may err."""
    DURING = 2
    """One lies within the stretch of time that the other gives."""
    BEGINNING = 3
    """One is the beginning of the stretch of time that the other gives."""
    COMPATIBLE = 4
    """Both can mean one day or period."""
    SAME = 5


@dataclass(frozen=True, slots=True)
class DateLikeness:
    grade: Dates
    together: HistoricalDate | None
    """What both say together; None where they exclude each other."""
    vagueness: Vagueness
    """That of the vaguer one."""


def compare_dates(one: HistoricalDate, other: HistoricalDate) -> DateLikeness:
    grade, together = _compare(one, other)
    return DateLikeness(grade, together, max(vagueness(one), vagueness(other)))


def common_date(one: HistoricalDate, other: HistoricalDate) -> HistoricalDate | None:
    """What both dates say together, or None where they cannot mean one happening."""
    return _compare(one, other)[1]


def _compare(one: HistoricalDate, other: HistoricalDate) -> tuple[Dates, HistoricalDate | None]:
    if one == other:
        return Dates.SAME, one
    if is_state(one) and is_state(other):
        return _of_two_states(one, other)
    if is_state(one) or is_state(other):
        return _of_state(one, other) if is_state(one) else _of_state(other, one)
    together = one.narrowed_by(other)
    if together is not None:
        return Dates.COMPATIBLE, together
    return (Dates.NEAR if _are_near(one, other) else Dates.APART), None


def _of_two_states(one: HistoricalDate, other: HistoricalDate) -> tuple[Dates, HistoricalDate | None]:
    ends = list(zip(one.ends, other.ends, strict=True))
    if all(_same_end(mine, theirs) for mine, theirs in ends):
        narrowed = [mine.narrowed_by(theirs) if mine and theirs else None for mine, theirs in ends]
        return Dates.COMPATIBLE, HistoricalDate.interval(*narrowed)
    if not (one.is_bounded and other.is_bounded):
        return Dates.APART, None
    together = one.narrowed_by(other)
    return (Dates.DURING, together) if together else (Dates.APART, None)


def _same_end(one: HistoricalDate | None, other: HistoricalDate | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.narrowed_by(other) is not None


def _of_state(state: HistoricalDate, point: HistoricalDate) -> tuple[Dates, HistoricalDate | None]:
    if state.certainly_within(point):
        return Dates.COMPATIBLE, state  # A year may name a state that lies within it.
    start, _end = state.ends
    if start is not None and (together := start.narrowed_by(point)) is not None and _is_told_by(start, point):
        return Dates.BEGINNING, together
    if state.is_bounded and point.certainly_within(state):
        return Dates.DURING, point
    return Dates.APART, None


def _is_told_by(start: HistoricalDate, point: HistoricalDate) -> bool:
    """Whether the time tells when it began: a day within the year in which something began need not."""
    return vagueness(start) <= Vagueness.MONTH or point.precision is start.precision


def _are_near(one: HistoricalDate, other: HistoricalDate) -> bool:
    if one.precision is not Precision.DAY or other.precision is not Precision.DAY:
        return False
    assert one.earliest is not None, "a day has no open end"
    assert other.earliest is not None, "a day has no open end"
    return abs(one.earliest - other.earliest) <= NEAR

"""The year of a month or day that is named without one: said after it, in force around it, or counted from the
publication in the direction of the clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.dates import HistoricalDate, InvalidDate
from timeline.extraction.records import Origin
from timeline.extraction.times.anchors import year_of
from timeline.extraction.times.counting import LAST, NEXT, first_day
from timeline.extraction.times.grammar import Match
from timeline.extraction.times.readings import Base
from timeline.extraction.times.setting import Setting
from timeline.extraction.times.tenses import Direction


@dataclass(frozen=True, slots=True)
class Partial:
    """A date without its year: `text` is what follows the year in EDTF, such as `11-02`, `06` or `21`."""

    text: str
    weekday: int | None = None
    nearby: str = ""
    """`last` or `next` where the words say so: « le 2 avril dernier »."""
    year_of: str = ""
    """`this`, `last`, `next`, `same`, `following` or `preceding` where the words point to a year."""

    def in_year(self, year: int) -> HistoricalDate | None:
        """The date in that year; None where the calendar has no such day."""
        try:
            return HistoricalDate.parse(f"{year:04}-{self.text}")
        except InvalidDate:
            return None


@dataclass(frozen=True, slots=True)
class Dated:
    date: HistoricalDate
    origin: Origin
    base: Base


def give_year(partial: Partial, match: Match, setting: Setting) -> Dated | None:
    """The partial date in the year that the words, the context, the publication or the text give it."""
    if partial.year_of:
        return _in_year_pointed_to(partial, setting)
    if setting.comes_round(match):
        return None
    direction = _direction(partial, match, setting)
    if not partial.nearby:
        shared = _in_year_of_next(partial, match, setting)
        if shared:
            return shared
        in_force = _in_year_in_force(partial, match, direction, setting)
        if in_force:
            return in_force
    if setting.reference is None:
        return _in_last_year(partial, setting)
    if setting.reference.kind == "text_bound":
        return _from_text_bound(partial, setting.reference)
    if setting.leads_up_to(match):
        # « avant l'élection de novembre »: still to come for what is told in the present, near for what is over.
        direction = Direction.PRESENT if direction is Direction.PAST else Direction.PLANNED
    return _from_publication(partial, direction, setting.reference)


def pointed_year(relation: str, setting: Setting) -> tuple[int, Base] | None:
    """The year of « cette année » (from the publication) or of « l'année suivante » (from the year spoken of)."""
    if relation in ("this", LAST, NEXT):
        base = setting.reference
        step = {"this": 0, LAST: -1, NEXT: 1}[relation]
    else:
        spoken = setting.stack.last_in_year()
        base = spoken.as_base() if spoken else setting.reference
        step = {"same": 0, "following": 1, "preceding": -1}[relation]
    if base is None:
        return None
    year = year_of(base.date)
    return None if year is None else (year + step, base)


def in_nearest_year(partial: Partial, reference: HistoricalDate) -> HistoricalDate | None:
    """The partial date as close to `reference` as the calendar has it."""
    return min(_around(partial, first_day(reference).year), key=lambda date: _days_apart(date, reference), default=None)


def _direction(partial: Partial, match: Match, setting: Setting) -> Direction:
    if partial.nearby:
        return Direction.PAST if partial.nearby == LAST else Direction.FUTURE
    return setting.direction(match)


def _in_year_pointed_to(partial: Partial, setting: Setting) -> Dated | None:
    pointed = pointed_year(partial.year_of, setting)
    date = partial.in_year(pointed[0]) if pointed else None
    if pointed is None or date is None:
        return None
    counted = partial.year_of in ("this", LAST, NEXT)
    return Dated(date, Origin.RELATIVE if counted else Origin.INHERITED, pointed[1])


def _in_year_of_next(partial: Partial, match: Match, setting: Setting) -> Dated | None:
    """« le 3 mai et le 5 juin 2018 »: the year stands once, after the last of several dates."""
    following = setting.joined_to(match)
    if following is None or not following.has("year") or not following.has("month"):
        return None
    date = partial.in_year(int(following.captures["year"]))
    if date is None:
        return None
    year = HistoricalDate.from_year(int(following.captures["year"]))
    return Dated(date, Origin.INHERITED, Base(year, "context", setting.words(following)))


def _in_year_in_force(partial: Partial, match: Match, direction: Direction, setting: Setting) -> Dated | None:
    of_before = setting.tells_of_before(match)
    spoken = setting.stack.year_in_force(setting.index, setting.sentence.paragraph, of_before=of_before)
    year = year_of(spoken.date) if spoken else None
    if spoken is None or year is None:
        return None
    published = setting.published
    date = partial.in_year(year)
    if date is None or (partial.weekday and first_day(date).isoweekday() != partial.weekday):
        return None
    if published is not None:
        # A story is told forwards: an earlier day than the one just spoken of goes back to the publication, unless
        # the pluperfect says that it was before, and so does one announced for later.
        earlier = first_day(date) < first_day(spoken.date)
        backwards = earlier and spoken.sentence != setting.index and not of_before
        if backwards or (direction.is_ahead and not spoken.ahead):
            return None
    return Dated(date, Origin.INHERITED, spoken.as_base())


def _in_last_year(partial: Partial, setting: Setting) -> Dated | None:
    spoken = setting.stack.last_in_year()
    year = year_of(spoken.date) if spoken else None
    date = partial.in_year(year) if year is not None else None
    return Dated(date, Origin.INHERITED, spoken.as_base()) if spoken and date else None


def _from_text_bound(partial: Partial, bound: Base) -> Dated | None:
    """The news falls at or soon after the latest past date that the article itself mentions; just before it, where the
    other choice is most of a year later."""
    floor = first_day(bound.date)
    after = [date for date in _around(partial, floor.year) if date.latest is not None and date.latest >= floor]
    before = [date for date in _around(partial, floor.year) if date.latest is not None and date.latest < floor]
    near = min(after[:1] + before[-1:], key=lambda date: _cost(date, bound.date, Direction.PLANNED), default=None)
    return Dated(near, Origin.INHERITED, bound) if near else None


def _from_publication(partial: Partial, direction: Direction, published: Base) -> Dated | None:
    reference = published.date
    candidates = list(_around(partial, first_day(reference).year))
    past = [date for date in candidates if _may_be_past(date, reference, partial.nearby)][-1:]
    future = [date for date in candidates if _may_be_future(date, reference, partial.nearby)][:1]
    if partial.nearby:
        past, future = (past, []) if direction is Direction.PAST else ([], future)
    chosen = min(past + future, key=lambda date: _cost(date, reference, direction), default=None)
    return Dated(chosen, Origin.INHERITED, published) if chosen else None


def _around(partial: Partial, year: int) -> Iterator[HistoricalDate]:
    """The partial date in the years around, in order; with a weekday, only where the calendar agrees."""
    # Eight years, so that 29 February has one on either side, and a Tuesday 16 June.
    reach = 8 if partial.weekday or partial.text == "02-29" else 1
    for candidate in range(max(1, year - reach), year + reach + 1):
        date = partial.in_year(candidate)
        if date and (not partial.weekday or first_day(date).isoweekday() == partial.weekday):
            yield date


def _may_be_past(date: HistoricalDate, reference: HistoricalDate, nearby: str) -> bool:
    assert date.earliest is not None, "a month or day is bounded"
    assert date.latest is not None, "a month or day is bounded"
    assert reference.latest is not None, "a publication date is bounded"
    return date.latest < reference.latest if nearby == LAST else date.earliest <= reference.latest


def _may_be_future(date: HistoricalDate, reference: HistoricalDate, nearby: str) -> bool:
    assert date.earliest is not None, "a month or day is bounded"
    assert date.latest is not None, "a month or day is bounded"
    assert reference.earliest is not None, "a publication date is bounded"
    return date.earliest > reference.earliest if nearby == NEXT else date.latest >= reference.earliest


# How much further away a day may be on the side to which its clause looks: a date most of a year off would have had
# its year named. Of two with nothing to tell them apart, articles speak of what was more than of what will be.
_AGAINST_PAST, _AGAINST_FUTURE, _AGAINST_PLAN, _AHEAD = 15, 40, 3, 2


def _cost(date: HistoricalDate, reference: HistoricalDate, direction: Direction) -> int:
    days = _days_apart(date, reference)
    ahead = first_day(date) > first_day(reference)
    if direction is Direction.PAST:
        return days * (_AGAINST_PAST if ahead else 1)
    if direction.is_ahead:
        against = _AGAINST_FUTURE if direction is Direction.FUTURE else _AGAINST_PLAN
        return days * (1 if ahead else against)
    if direction is Direction.PRESENT:
        return days
    return days * (_AHEAD if ahead else 1)


def _days_apart(date: HistoricalDate, reference: HistoricalDate) -> int:
    assert date.latest is not None, "a month or day is bounded"
    if date.latest < first_day(reference):
        return (first_day(reference) - date.latest).days
    return max(0, (first_day(date) - first_day(reference)).days)

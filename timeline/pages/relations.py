"""The relations page as a plain object: all contacts of two actors, how many of which kind and when, and how silent
they were between."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline.dates import HistoricalDate
from timeline.index.columns import KINDS, most_frequent
from timeline.models import Actor, Event
from timeline.models.kinds import Kind
from timeline.pages.cards import Year, cards_by_year
from timeline.pages.paging import Leaf, leaf_of
from timeline.pages.selection import selection_of
from timeline.pages.silence import Contact, Silence, longest_silence
from timeline.wording import join_names

MOST_EVENTS = 100
MOST_YEARS = 60
"""More years than that are told by decades."""
MET_PER_PAGE = 100
LEAST_SHARE = 2


@dataclass(frozen=True)
class Count:
    """A kind or a time, how many contacts it has, and the chronology of these alone."""

    words: str
    number: int
    share: int
    """Per cent of the largest; of those that are there at all never so little that it could not be seen."""
    query_string: str


@dataclass(frozen=True)
class Column:
    """A time as the chart draws it, in its coordinates: ten to the right for each, a hundred up for the most."""

    count: Count
    left: int

    @property
    def top(self) -> int:
        return 100 - self.count.share


class Relations:
    def __init__(self, one: Actor, other: Actor, chronology: str = "") -> None:
        self.one, self.other = one, other
        self.selection = selection_of((one, other), chronology)

    @property
    def names(self) -> str:
        return join_names([self.one.name, self.other.name])

    @property
    def query_string(self) -> str:
        """Of the chronology, filtered to both."""
        return self._query_string()

    @property
    def total(self) -> int:
        return len(self._contacts)

    @cached_property
    def represented(self) -> int:
        """In how many one of the two, a state or an organisation, takes part only through others."""
        return self.selection.columns.actors.marked_for((self.one.pk, self.other.pk), self.selection.mask)

    # -- how many, when ---------------------------------------------------------------------------------------------

    @cached_property
    def kinds(self) -> list[Count]:
        counts = Counter(kind for _key, _edtf, kind in self._rows).most_common()
        return [
            self._count(capfirst(str(Kind(kind).label)), number, counts[0][1], ("kind", kind))
            for kind, number in counts
        ]

    @cached_property
    def times(self) -> list[Count]:
        """Years, or decades where these would be too many, without a gap: those without contact count nought. A
        contact whose date spans several counts in each."""
        years = self._counted_by(1)
        if len(years) <= MOST_YEARS:
            return [self._time(str(year), f"{year:04}", number, years) for year, number in years.items()]
        decades = self._counted_by(10)
        return [
            self._time(_("%(year)ss") % {"year": year}, f"{year // 10:03}X", number, decades)
            for year, number in decades.items()
        ]

    @property
    def columns(self) -> list[Column]:
        return [Column(count, 10 * position) for position, count in enumerate(self.times)]

    @property
    def width(self) -> int:
        """Of the chart, in the coordinates of its columns."""
        return 10 * len(self.times)

    def _counted_by(self, step: int) -> dict[int, int]:
        """An open end counts as one year."""
        counts: Counter[int] = Counter()
        for contact in self._contacts:
            first, last = contact.date.earliest or contact.date.latest, contact.date.latest or contact.date.earliest
            if first and last:
                counts.update(range(first.year // step * step, last.year + 1, step))
        return {year: counts[year] for year in range(min(counts), max(counts) + 1, step)} if counts else {}

    def _time(self, words: str, edtf: str, number: int, counts: dict[int, int]) -> Count:
        return self._count(words, number, max(counts.values()), ("when", edtf))

    def _count(self, words: str, number: int, most: int, condition: tuple[str, str]) -> Count:
        share = max(100 * number // most, LEAST_SHARE) if number else 0
        return Count(words, number, share, self._query_string(condition))

    # -- which ------------------------------------------------------------------------------------------------------

    @property
    def first(self) -> Event | None:
        return self._notable.get(self._rows[0][0]) if self._rows else None

    @property
    def last(self) -> Event | None:
        """The one that the chronology has last."""
        return self._notable.get(self._rows[-1][0]) if self._rows else None

    @cached_property
    def silence(self) -> Silence | None:
        return longest_silence(self._contacts)

    @property
    def before_silence(self) -> Event | None:
        return self._notable.get(self.silence.before.key) if self.silence else None

    @property
    def after_silence(self) -> Event | None:
        return self._notable.get(self.silence.after.key) if self.silence else None

    @cached_property
    def years(self) -> list[Year]:
        """The first hundred; the chronology has the rest."""
        return cards_by_year(self.selection.index, self.selection.keys[:MOST_EVENTS].tolist())

    @property
    def has_more(self) -> bool:
        return self.total > MOST_EVENTS

    @cached_property
    def _notable(self) -> dict[int, Event]:
        keys = {self._rows[0][0], self._rows[-1][0]}
        if self.silence:
            keys |= {self.silence.before.key, self.silence.after.key}
        return Event.objects.with_evidence().in_bulk(list(keys))

    # -- what is asked ----------------------------------------------------------------------------------------------

    @cached_property
    def _rows(self) -> list[tuple[int, str, str]]:
        """Key, date and kind of every contact, in the order of the chronology. A state takes part in what its people
        did in its name: such participations are rows like any other."""
        columns = self.selection.columns
        return [
            (int(columns.keys[place]), columns.edtf[place], KINDS[columns.kind[place]])
            for place in self.selection.positions
        ]

    @cached_property
    def _contacts(self) -> list[Contact]:
        return [Contact(key, HistoricalDate.parse(edtf)) for key, edtf, _kind in self._rows]

    def _query_string(self, *further: tuple[str, str]) -> str:
        return urlencode([*self.selection.conditions.pairs(), *further])


class Acquaintances:
    """Whom an actor met, the most frequent first, with the way to the relations of the two."""

    def __init__(self, actor: Actor, page: str = "", chronology: str = "") -> None:
        self.actor = actor
        self.selection = selection_of((actor,), chronology)
        self._asked_page = page

    @cached_property
    def met(self) -> Leaf[tuple[int, int]]:
        """Primary keys with the number of events, page by page."""
        links = self.selection.columns.actors
        counted = most_frequent(links.keys, links.counted_in(self.selection.mask), len(links.keys))
        shown = self.selection.conditions.chronology
        others = [pair for pair in counted if pair[0] != self.actor.pk]
        return leaf_of(others, self._asked_page, MET_PER_PAGE, chronology=shown.slug if shown else "")

    @cached_property
    def others(self) -> list[Actor]:
        """Those of this page, each with its `count`."""
        found = Actor.objects.in_bulk([key for key, _count in self.met.rows])
        for key, count in self.met.rows:
            found[key].count = count
        return [found[key] for key, _count in self.met.rows]

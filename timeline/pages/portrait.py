"""The actor page as a plain object: names, offices, events, and with whom."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from timeline.index.columns import most_frequent
from timeline.models import Actor, ActorName, Tenure
from timeline.pages.cards import Year, cards_by_year
from timeline.pages.paging import Leaf, leaf_of
from timeline.pages.selection import Selection, selection_of

EVENTS_PER_PAGE = 50
MOST_COMPANIONS = 30
WIDTH = 1000
"""Of the drawing of the offices, in its own coordinates."""
LEAST_WIDTH = 8


@dataclass(frozen=True)
class Office:
    """A tenure, and where its bar lies between the first and the last year of all."""

    tenure: Tenure
    left: int
    width: int

    @property
    def is_drawn(self) -> bool:
        return self.width > 0

    @property
    def begins_open(self) -> bool:
        return self.tenure.earliest is None

    @property
    def ends_open(self) -> bool:
        return self.tenure.latest is None


class Portrait:
    def __init__(self, actor: Actor, page: str = "", chronology: str = "") -> None:
        self.actor = actor
        self._asked_page = page
        self._chronology = chronology

    @cached_property
    def names(self) -> list[tuple[str, list[ActorName]]]:
        """Spellings by language; those without a language last."""
        names = sorted(self.actor.names.all(), key=lambda name: (name.language or "~", name.name))
        return [(language, list(group)) for language, group in groupby(names, key=lambda name: name.language)]

    # -- offices ----------------------------------------------------------------------------------------------------

    @cached_property
    def offices(self) -> list[Office]:
        return [self._office(tenure) for tenure in self.actor.tenures.all()]

    @cached_property
    def span(self) -> tuple[dt.date, dt.date] | None:
        """From the first known day of an office to the last: the axis of the drawing; None where there is no stretch
        to draw."""
        days = [day for tenure in self.actor.tenures.all() for day in (tenure.earliest, tenure.latest) if day]
        return (min(days), max(days)) if days and min(days) < max(days) else None

    def _office(self, tenure: Tenure) -> Office:
        """An open end reaches to the edge, where the drawing lets it fade."""
        if self.span is None or not (tenure.earliest or tenure.latest):
            return Office(tenure, 0, 0)
        left = self._place(tenure.earliest) if tenure.earliest else 0
        right = self._place(tenure.latest) if tenure.latest else WIDTH
        width = max(right - left, LEAST_WIDTH)
        return Office(tenure, min(left, WIDTH - width), width)

    def _place(self, day: dt.date) -> int:
        assert self.span is not None, "only asked where there is an axis"
        first, last = self.span
        return round(WIDTH * ((day - first) / (last - first)))

    # -- events and company -----------------------------------------------------------------------------------------

    @cached_property
    def selection(self) -> Selection:
        return selection_of((self.actor,), self._chronology)

    @property
    def query_string(self) -> str:
        """Of the chronology, filtered to the actor."""
        return self.selection.conditions.query_string()

    @cached_property
    def leaf(self) -> Leaf[int]:
        """The primary keys of the events of this page."""
        shown = self.selection.conditions.chronology
        return leaf_of(
            self.selection.keys.tolist(), self._asked_page, EVENTS_PER_PAGE, chronology=shown.slug if shown else ""
        )

    @property
    def total(self) -> int:
        return self.selection.total

    @cached_property
    def years(self) -> list[Year]:
        return cards_by_year(self.selection.index, self.leaf.rows)

    @property
    def companions(self) -> list[Actor]:
        """The most frequent; the relations have the rest."""
        return self._met[:MOST_COMPANIONS]

    @property
    def has_more_companions(self) -> bool:
        return len(self._met) > MOST_COMPANIONS

    @cached_property
    def _met(self) -> list[Actor]:
        """Whom the actor met, and how often, the most frequent first; one more than are shown."""
        links = self.selection.columns.actors
        counts = links.counted_in(self.selection.mask)
        top = dict(most_frequent(links.keys, counts, MOST_COMPANIONS + 2))
        found = Actor.objects.in_bulk(top.keys() - {self.actor.pk})
        companions = [found[key] for key in top if key in found]
        for companion in companions:
            companion.count = top[companion.pk]
        return companions

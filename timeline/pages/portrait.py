"""The actor page as a plain object: names, offices, events, and with whom."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby

from timeline.index.columns import most_frequent
from timeline.models import Actor, ActorName, Tenure
from timeline.pages.cards import Year, cards_by_year
from timeline.pages.conditions import Conditions
from timeline.pages.selection import Selection

MOST_EVENTS = 50
MOST_COMPANIONS = 30


class Portrait:
    def __init__(self, actor: Actor) -> None:
        self.actor = actor

    @cached_property
    def names(self) -> list[tuple[str, list[ActorName]]]:
        """Spellings by language; those without a language last."""
        names = sorted(self.actor.names.all(), key=lambda name: (name.language or "~", name.name))
        return [(language, list(group)) for language, group in groupby(names, key=lambda name: name.language)]

    @property
    def tenures(self) -> list[Tenure]:
        return list(self.actor.tenures.all())

    @property
    def total(self) -> int:
        return self._selection.total

    @cached_property
    def years(self) -> list[Year]:
        return cards_by_year(self._selection.index, self._selection.keys[:MOST_EVENTS].tolist())

    @property
    def has_more(self) -> bool:
        return self.total > MOST_EVENTS

    @cached_property
    def companions(self) -> list[Actor]:
        """Whom the actor met, and how often, the most frequent first."""
        links = self._selection.columns.actors
        counts = links.counted_in(self._selection.mask)
        top = dict(most_frequent(links.keys, counts, MOST_COMPANIONS + 1))
        found = Actor.objects.in_bulk(top.keys() - {self.actor.pk})
        companions = [found[key] for key in top if key in found][:MOST_COMPANIONS]
        for companion in companions:
            companion.count = top[companion.pk]
        return companions

    @cached_property
    def _selection(self) -> Selection:
        return Selection(Conditions(actors=(self.actor,)))

"""The actor page as a plain object: names, offices, events, and with whom."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby

from timeline.models import Actor, ActorName, Event, Tenure
from timeline.models.events import EventQuerySet
from timeline.pages.chronology import Year, entries_by_year

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

    @cached_property
    def total(self) -> int:
        return self._events().count()

    @cached_property
    def years(self) -> list[Year]:
        return entries_by_year(self._events().in_order().with_evidence()[:MOST_EVENTS])

    @property
    def has_more(self) -> bool:
        return self.total > MOST_EVENTS

    @property
    def companions(self) -> list[Actor]:
        """The most frequent; the relations have the rest."""
        return self._met[:MOST_COMPANIONS]

    @property
    def has_more_companions(self) -> bool:
        return len(self._met) > MOST_COMPANIONS

    @cached_property
    def _met(self) -> list[Actor]:
        return list(Actor.objects.alongside(self.actor, Event.objects.published())[: MOST_COMPANIONS + 1])

    def _events(self) -> EventQuerySet:
        return Event.objects.published().involving(self.actor)

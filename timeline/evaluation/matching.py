"""Which predicted event is which annotated one, in one article: pairs, one to one.

A pair may be where the dates fit and, if the annotation names actors, one actor at least is shared. Of several
possible pairs the likeliest is taken first: quotes of one passage, then an exact date, then a required event, then the
kind, then the share of actors.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.evaluation.dates import DateRule, is_strictly
from timeline.evaluation.gold import GoldArticle, GoldEvent
from timeline.evaluation.names import NormalName, normal_name, same_actor
from timeline.evaluation.predictions import PredictedEvent
from timeline.evaluation.quotes import HALF, coverage


@dataclass(frozen=True, slots=True)
class Reading:
    """A predicted event as one article supports it."""

    number: int
    """Which of the predicted events it is."""
    event: PredictedEvent
    names: tuple[NormalName, ...]
    quotes: tuple[str, ...]
    """The passages of this article."""
    dates: tuple[str, ...]
    """What these passages say by themselves."""

    def has_date(self, rule: DateRule, expected: GoldEvent) -> bool:
        """An event's settled date may be what other articles support; what this article says must be its own."""
        return any(rule(date, expected.dates) for date in self.dates) or rule(
            self.event.date, expected.dates + expected.dates_elsewhere
        )

    def has_kind(self, expected: GoldEvent) -> bool:
        return self.event.kind in expected.kinds

    def falls_into_a_trap(self, article: GoldArticle) -> bool:
        return any(coverage(article.text, quote, trap) >= HALF for quote in self.quotes for trap in article.traps)


@dataclass(frozen=True, slots=True)
class Matching:
    """What became of the predicted events of one article."""

    pairs: tuple[tuple[Reading, GoldEvent], ...]
    """The likeliest first."""
    unmatched: tuple[Reading, ...]

    @property
    def found(self) -> int:
        return sum(not expected.optional for _, expected in self.pairs)


def readings_in(file: str, predictions: Sequence[PredictedEvent]) -> tuple[Reading, ...]:
    """The predicted events that cite the article."""
    found = []
    for number, event in enumerate(predictions):
        citations = [citation for citation in event.citations if citation.file == file]
        if citations:
            names = tuple(normal_name(actor) for actor in event.actors)
            dates = tuple(citation.date for citation in citations if citation.date)
            found.append(Reading(number, event, names, tuple(citation.quote for citation in citations), dates))
    return tuple(found)


def match(article: GoldArticle, readings: Sequence[Reading], rule: DateRule) -> Matching:
    """Pair the readings with the article's events. The order of the readings decides between equals."""
    likeliness: list[tuple[_Likeness, int, int]] = []
    for number, reading in enumerate(readings):
        for place, expected in enumerate(article.events):
            if likeness := _likeness(article, reading, expected, rule):
                # Between equals the first of the article, then the first reading.
                likeliness.append((likeness, -place, -number))
    free_readings, free_events = set(range(len(readings))), set(range(len(article.events)))
    pairs = []
    for _, place, number in sorted(likeliness, reverse=True):
        if -number in free_readings and -place in free_events:
            free_readings.remove(-number)
            free_events.remove(-place)
            pairs.append((readings[-number], article.events[-place]))
    return Matching(tuple(pairs), tuple(readings[number] for number in sorted(free_readings)))


def shared(names: Iterable[NormalName], among: Iterable[NormalName]) -> int:
    """How many of the names mean an actor among the others."""
    others = tuple(among)
    return sum(any(same_actor(name, other) for other in others) for name in names)


_Likeness = tuple[bool, bool, bool, bool, float, float]


def _likeness(article: GoldArticle, reading: Reading, expected: GoldEvent, rule: DateRule) -> _Likeness | None:
    """None for a pair that cannot be."""
    if not reading.has_date(rule, expected):
        return None
    actors = shared(expected.names, reading.names)
    if expected.names and not actors:
        return None
    covered = max(coverage(article.text, quote, expected.quote) for quote in reading.quotes)
    return (
        covered >= HALF,
        reading.has_date(is_strictly, expected),
        not expected.optional,
        reading.has_kind(expected),
        actors / max(1, len(expected.names)),
        covered,
    )

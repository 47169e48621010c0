"""The score of predicted events against annotated articles: how many are found, and how well.

A predicted event counts once in every article that it cites. Counts are of articles' mentions of events, so an event
that three articles report counts three times. Optional events are never missed, and a prediction matched to one is
neither right nor wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.evaluation.dates import is_loosely, is_strictly
from timeline.evaluation.gold import GoldArticle, GoldEvent
from timeline.evaluation.matching import Matching, Reading, match, readings_in, shared
from timeline.evaluation.merges import MergeScore, score_merges
from timeline.evaluation.names import NormalName, place_names
from timeline.evaluation.predictions import PredictedEvent


@dataclass(frozen=True, slots=True)
class Count:
    """Events found, found wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        return harmonic_mean(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class ArticleScore:
    article: GoldArticle
    predicted: int
    strict: Count
    relaxed: Count
    matching: Matching
    """By relaxed dates."""
    traps: tuple[Reading, ...]
    """False events whose passage is one of those that must not become an event."""


@dataclass(frozen=True, slots=True)
class Quality:
    """How well the found events are told: points out of a number of events, over found required events."""

    events: int
    dates: int
    kinds: int
    with_place: int
    """Events whose annotation has a place."""
    places: int
    with_actors: int
    actors: float
    """Sum of the F1 of the actors of each event."""

    @property
    def date(self) -> float:
        return _share(self.dates, self.events)

    @property
    def kind(self) -> float:
        return _share(self.kinds, self.events)

    @property
    def place(self) -> float:
        return _share(self.places, self.with_place)

    @property
    def actor_f1(self) -> float:
        return _share(self.actors, self.with_actors)


@dataclass(frozen=True, slots=True)
class EventScore:
    articles: tuple[ArticleScore, ...]
    strict: Count
    relaxed: Count
    quality: Quality
    merging: MergeScore
    optional_found: int

    @property
    def macro_f1(self) -> float:
        """Mean of the articles that have events, by relaxed dates."""
        with_events = [score.relaxed.f1 for score in self.articles if score.article.required]
        return _share(sum(with_events), len(with_events))

    @property
    def traps(self) -> int:
        return sum(len(score.traps) for score in self.articles)

    @property
    def wrong_without_events(self) -> int:
        """False events in articles that have none at all."""
        return sum(score.relaxed.wrong for score in self.articles if not score.article.events)


def score_events(gold: Sequence[GoldArticle], predictions: Sequence[PredictedEvent]) -> EventScore:
    """Citations of articles that are not in `gold` do not count."""
    scores = tuple(_score_article(article, readings_in(article.file, predictions)) for article in gold)
    matchings = {score.article.file: score.matching for score in scores}
    return EventScore(
        articles=scores,
        strict=total(score.strict for score in scores),
        relaxed=total(score.relaxed for score in scores),
        quality=_quality(gold, matchings),
        merging=score_merges(gold, matchings),
        optional_found=sum(expected.optional for matching in matchings.values() for _, expected in matching.pairs),
    )


def harmonic_mean(precision: float, recall: float) -> float:
    return _share(2 * precision * recall, precision + recall)


def total(counts: Iterable[Count]) -> Count:
    each = tuple(counts)
    return Count(
        sum(count.right for count in each), sum(count.wrong for count in each), sum(count.missed for count in each)
    )


def _score_article(article: GoldArticle, readings: Sequence[Reading]) -> ArticleScore:
    relaxed = match(article, readings, is_loosely)
    return ArticleScore(
        article=article,
        predicted=len(readings),
        strict=_count(article, match(article, readings, is_strictly)),
        relaxed=_count(article, relaxed),
        matching=relaxed,
        traps=tuple(reading for reading in relaxed.unmatched if reading.falls_into_a_trap(article)),
    )


def _count(article: GoldArticle, matching: Matching) -> Count:
    return Count(matching.found, len(matching.unmatched), article.required - matching.found)


@dataclass(frozen=True, slots=True)
class Everywhere:
    """What all articles of the set say of each event: a prediction may know it from another article."""

    names: Mapping[str, tuple[NormalName, ...]]
    places: Mapping[str, frozenset[str]]


def everywhere(gold: Iterable[GoldArticle]) -> Everywhere:
    names: dict[str, tuple[NormalName, ...]] = defaultdict(tuple)
    places: dict[str, frozenset[str]] = defaultdict(frozenset)
    for article in gold:
        for event in article.events:
            names[event.id] += event.names
            places[event.id] |= place_names(event.place)
    return Everywhere(names, places)


def actor_f1(reading: Reading, expected: GoldEvent, known: Everywhere) -> float:
    """Recall against the actors that this article names, precision against those that any article names."""
    recall = _share(shared(expected.names, reading.names), len(expected.names))
    precision = _share(shared(reading.names, known.names[expected.id]), len(reading.names))
    return harmonic_mean(precision, recall)


def has_place(reading: Reading, expected: GoldEvent, known: Everywhere) -> bool:
    return not known.places[expected.id].isdisjoint(place_names(reading.event.place))


def _quality(gold: Sequence[GoldArticle], matchings: Mapping[str, Matching]) -> Quality:
    known = everywhere(gold)
    pairs = [pair for matching in matchings.values() for pair in matching.pairs if not pair[1].optional]
    placed = [has_place(*pair, known) for pair in pairs if pair[1].place]
    actors = [actor_f1(*pair, known) for pair in pairs if pair[1].names]
    return Quality(
        events=len(pairs),
        dates=sum(reading.has_date(is_strictly, expected) for reading, expected in pairs),
        kinds=sum(reading.has_kind(expected) for reading, expected in pairs),
        with_place=len(placed),
        places=sum(placed),
        with_actors=len(actors),
        actors=sum(actors),
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0

"""The score of merging: of the pairs of articles that report one event, how many does one predicted event cite?

Only required events count, and only pairs in different articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from timeline.evaluation.gold import GoldArticle
from timeline.evaluation.matching import Matching

Pair = tuple[tuple[str, str], tuple[str, str]]
"""Two mentions, each an article's file and the id of an event, in order of file."""


@dataclass(frozen=True, slots=True)
class MergeScore:
    expected: frozenset[Pair]
    """Mentions of one event."""
    predicted: tuple[Pair, ...]
    """Mentions that one predicted event holds."""
    both_found: frozenset[Pair]
    """Expected pairs of which each mention was found, in whichever event."""

    @property
    def right(self) -> frozenset[Pair]:
        return self.expected.intersection(self.predicted)

    @property
    def precision(self) -> float:
        if self.predicted:
            return len(self.right) / len(self.predicted)
        return 0.0 if self.expected else 1.0

    @property
    def recall(self) -> float:
        return len(self.right) / len(self.expected) if self.expected else 1.0

    @property
    def recall_of_found(self) -> float:
        return len(self.right) / len(self.both_found) if self.both_found else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_merges(gold: Sequence[GoldArticle], matchings: Mapping[str, Matching]) -> MergeScore:
    """`matchings` by file, of relaxed dates."""
    mentions = ((article.file, event.id) for article in gold for event in article.events if not event.optional)
    by_event: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for file, event_id in mentions:
        by_event[event_id].add((file, event_id))
    held: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for file, matching in matchings.items():
        for reading, event in matching.pairs:
            if not event.optional:
                held[reading.number].append((file, event.id))
    expected = frozenset(pair for group in by_event.values() for pair in _pairs(group))
    predicted = tuple(pair for group in held.values() for pair in _pairs(group))
    found = {mention for group in held.values() for mention in group}
    return MergeScore(expected, predicted, frozenset(pair for pair in expected if found.issuperset(pair)))


def _pairs(mentions: Iterable[tuple[str, str]]) -> list[Pair]:
    return [(one, other) for one, other in combinations(sorted(mentions), 2) if one[0] != other[0]]

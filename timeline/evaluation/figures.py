"""The figures of an evaluation: what the report prints, docs/accuracy.md and the site publish, and CI guards.

The site imports this module, so it imports nothing of the extractor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

ALL = "all"
"""The set as a whole, beside its languages."""
TOLERANCE = 0.01
"""How far a figure may fall before it counts as a loss."""

Rates = dict[str, float]
Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of all articles, or of those in one language."""

    counts: Counts
    rates: Rates
    """Between 0 and 1."""


@dataclass(frozen=True, slots=True)
class ArticleFigures:
    file: str
    language: str
    counts: Counts
    rates: Rates


@dataclass(frozen=True, slots=True)
class TimexFigures:
    """One corpus of time expressions. The figures keep the commit and the day on which they were measured: the corpora
    are no part of the project, so not every evaluation measures them."""

    name: str
    language: str
    commit: str
    day: str
    calendar: Group
    all_types: Group


@dataclass(frozen=True, slots=True)
class Accuracy:
    corpus: str
    commit: str
    """Abbreviated id of the commit that was measured, with `-dirty` if there were changes besides; or empty."""
    day: str
    """ISO 8601."""
    groups: Mapping[str, Group]
    """`all`, then each language."""
    articles: tuple[ArticleFigures, ...] = ()
    timex: tuple[TimexFigures, ...] = ()

    def as_json(self) -> dict[str, object]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Loss:
    figure: str
    before: float
    now: float


def losses(before: Accuracy, now: Accuracy) -> tuple[Loss, ...]:
    """The rates that fell by more than TOLERANCE, those of time expressions where both have them. Of a single language
    only the two F1 of events count: one event more or less moves its other rates by more than that."""
    pairs: list[tuple[str, Rates, Rates]] = []
    for name, group in before.groups.items():
        if name in now.groups:
            guarded = group.rates if name == ALL else {key: group.rates[key] for key in ("strict_f1", "relaxed_f1")}
            pairs.append((name, guarded, now.groups[name].rates))
    measured = {timex.name: timex for timex in now.timex}
    for timex in before.timex:
        if timex.name in measured:
            after = measured[timex.name]
            pairs.append((f"{timex.name} calendar", timex.calendar.rates, after.calendar.rates))
            pairs.append((f"{timex.name} all types", timex.all_types.rates, after.all_types.rates))
    return tuple(
        Loss(f"{name} {figure}", rate, after.get(figure, 0.0))
        for name, rates, after in pairs
        for figure, rate in rates.items()
        # Rounded as it is published; a fall of exactly one point is none.
        if round(rate - after.get(figure, 0.0), 6) > TOLERANCE
    )


def with_earlier_timex(now: Accuracy, before: Accuracy | None) -> Accuracy:
    """With the figures of the corpora of time expressions that were not measured this time, by name of corpus."""
    measured = {timex.name for timex in now.timex}
    kept = tuple(timex for timex in (before.timex if before else ()) if timex.name not in measured)
    return replace(now, timex=tuple(sorted(now.timex + kept, key=lambda timex: timex.name)))

"""The accuracy section of the Method page: the published figures, in the reader's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import pgettext_lazy

from timeline.evaluation.accuracy_file import read_accuracy
from timeline.evaluation.figures import ALL, Accuracy

_COLUMNS = {
    ALL: pgettext_lazy("articles", "All"),
    "fr": pgettext_lazy("articles", "French"),
    "en": pgettext_lazy("articles", "English"),
}
# Short, so that four columns stand side by side on a telephone; the page explains them.
_ROWS = (
    ("relaxed_precision", pgettext_lazy("figure", "Precision")),
    ("relaxed_recall", pgettext_lazy("figure", "Recall")),
    ("relaxed_f1", pgettext_lazy("figure", "F1")),
    ("strict_f1", pgettext_lazy("figure", "F1, exact date")),
    ("date", pgettext_lazy("figure", "Date")),
    ("kind", pgettext_lazy("figure", "Kind")),
    ("place", pgettext_lazy("figure", "Place")),
    ("actor_f1", pgettext_lazy("figure", "Actors, F1")),
    ("merging_f1", pgettext_lazy("figure", "Merging, F1")),
)


@dataclass(frozen=True, slots=True)
class MeasuredTimes:
    """How well expressions of time are read in one corpus; per cent."""

    name: str
    count: int
    found: float
    value: float


class MeasuredAccuracy:
    def __init__(self, accuracy: Accuracy) -> None:
        self._accuracy = accuracy
        self._groups = {name: group for name, group in accuracy.groups.items() if name in _COLUMNS}
        counts = accuracy.groups[ALL].counts
        self.articles, self.events = counts["articles"], counts["expected"]
        self.day = dt.date.fromisoformat(accuracy.day)
        self.commit = accuracy.commit

    @property
    def columns(self) -> list[str]:
        return [str(_COLUMNS[name]) for name in self._groups]

    @property
    def rows(self) -> Iterator[tuple[str, Sequence[float]]]:
        """Label, and per cent for each column."""
        for figure, label in _ROWS:
            yield str(label), [100 * group.rates[figure] for group in self._groups.values()]

    @property
    def timex(self) -> list[MeasuredTimes]:
        return [
            MeasuredTimes(
                corpus.name,
                corpus.calendar.counts["expected"],
                100 * corpus.calendar.rates["relaxed_f1"],
                100 * corpus.calendar.rates["value_f1"],
            )
            for corpus in self._accuracy.timex
        ]


@lru_cache(maxsize=1)
def measured() -> MeasuredAccuracy | None:
    """None where nothing has been published. The file is part of the program: it is read once."""
    accuracy = read_accuracy()
    return MeasuredAccuracy(accuracy) if accuracy else None

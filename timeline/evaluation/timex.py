"""The score of time expressions against annotated texts, as in TempEval-3: spans that overlap, and TIMEX3 values.

Days are compared without a time of day, and spans without a leading article or preposition: corpora differ on both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.evaluation.events import harmonic_mean
from timeline.evaluation.timex_texts import AnnotatedText
from timeline.extraction.times import Timex

_LEAD = re.compile(
    r"(?:(?:le|la|les|l['’]|du|de|des|d['’]|en|au|aux|ce|cet|cette|ces|the|this|in|on|of)\s*)+", re.IGNORECASE
)
_CALENDAR_VALUE = re.compile(r"(\d{4}|\d{3}X?|\d{2}(XX)?)(-|T|$)")
_TIME_OF_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TimexScore:
    expected: int
    predicted: int
    relaxed: int
    """Pairs of an expected and a predicted expression that overlap."""
    strict: int
    """Of these, how many have the same bounds; and so on."""
    types: int
    values: int
    strict_values: int

    def precision(self, right: int) -> float:
        return right / self.predicted if self.predicted else 0.0

    def recall(self, right: int) -> float:
        return right / self.expected if self.expected else 0.0

    def f1(self, right: int) -> float:
        return harmonic_mean(self.precision(right), self.recall(right))

    @property
    def value_accuracy(self) -> float:
        return self.values / max(1, self.relaxed)


def score_timexes(
    texts: Sequence[AnnotatedText], predicted: Sequence[tuple[Timex, ...]], *, only_calendar: bool = False
) -> TimexScore:
    """`predicted` holds the expressions of each text. `only_calendar` leaves out all whose value is no calendar date:
    durations, sets, `PRESENT_REF`."""
    sides = [
        (_comparable(text.timexes, only_calendar), _comparable(found, only_calendar))
        for text, found in zip(texts, predicted, strict=True)
    ]
    pairs = [pair for expected, found in sides for pair in _pairs(expected, found)]
    return TimexScore(
        expected=sum(len(expected) for expected, _ in sides),
        predicted=sum(len(found) for _, found in sides),
        relaxed=len(pairs),
        strict=sum(_bounds(one) == _bounds(other) for one, other in pairs),
        types=sum(one.timex_type == other.timex_type for one, other in pairs),
        values=sum(one.value == other.value for one, other in pairs),
        strict_values=sum((*_bounds(one), one.value) == (*_bounds(other), other.value) for one, other in pairs),
    )


def _comparable(timexes: Iterable[Timex], only_calendar: bool) -> list[Timex]:
    plain = [_plain(timex) for timex in timexes]
    return [timex for timex in plain if not only_calendar or _CALENDAR_VALUE.match(timex.value)]


def _plain(timex: Timex) -> Timex:
    value = _TIME_OF_DAY.sub(r"\1", timex.value.strip().upper())
    lead = _LEAD.match(timex.text)
    cut = lead.end() if lead and lead.end() < len(timex.text) else 0
    timex_type = "DATE" if timex.timex_type == "TIME" else timex.timex_type
    return Timex(timex.start + cut, timex.end, timex.text[cut:], timex_type, value)


def _pairs(expected: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """One to one: the same bounds first, then the largest overlap, then the first."""
    candidates = []
    for place, one in enumerate(expected):
        for number, other in enumerate(found):
            common = min(one.end, other.end) - max(one.start, other.start)
            if common > 0:
                candidates.append((_bounds(one) != _bounds(other), -common, place, number))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, place, number in sorted(candidates):
        if place not in pairs and number not in taken:
            pairs[place] = number
            taken.add(number)
    return [(expected[place], found[number]) for place, number in pairs.items()]


def _bounds(timex: Timex) -> tuple[int, int]:
    return timex.start, timex.end

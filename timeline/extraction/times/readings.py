"""What the resolvers hand to one another: the base that a date is counted from, the date spoken of, and the reading."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dates import HistoricalDate
from timeline.extraction.records import Derivation, Origin


@dataclass(frozen=True, slots=True)
class Base:
    """The date that another one is counted from, or takes its year from."""

    date: HistoricalDate
    kind: str
    """`published`, `context` or `text_bound`."""
    wording: str


@dataclass(frozen=True, slots=True)
class Part:
    """One end of a range, which TIMEX3 annotates as an expression of its own; offsets into the sentence."""

    start: int
    end: int
    value: str
    date: HistoricalDate


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means."""

    date: HistoricalDate | None
    origin: Origin
    base: Base | None = None
    timex_type: str = "DATE"
    timex_value: str = ""
    parts: tuple[Part, ...] = ()
    apart: bool = False
    """Whether the parts are dates of their own: « en 1967 et 1973 » is no time from 1967 to 1973."""

    def derivation(self, rule: str) -> Derivation:
        if self.base is None:
            return Derivation(self.origin, rule)
        return Derivation(self.origin, rule, self.base.date, self.base.kind, self.base.wording)

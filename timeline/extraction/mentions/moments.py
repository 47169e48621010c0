"""When a sentence plays, for asking who held an office then: its own dates, those before it, or the publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dates import HistoricalDate, Precision
from timeline.extraction.records import Sentence, TimeExpression


@dataclass(frozen=True, slots=True)
class Moment:
    own: tuple[HistoricalDate, ...]
    """Dates in the sentence itself, none later than the publication: who will hold an office then is not known."""
    before: HistoricalDate | None
    """The last date of the nearest dated sentence before it in the same paragraph."""
    published: HistoricalDate | None
    is_past: bool
    """Whether its verbs are all in a past tense: it goes on with a story rather than with today's news."""


def moments_of(
    sentences: Sequence[Sentence], times: Sequence[tuple[TimeExpression, ...]], published: HistoricalDate | None
) -> list[Moment]:
    """One for each sentence."""
    moments: list[Moment] = []
    before: HistoricalDate | None = None
    paragraph = None
    for sentence, its_times in zip(sentences, times, strict=True):
        if sentence.paragraph != paragraph:
            paragraph, before = sentence.paragraph, None
        own = _own_dates(its_times, published)
        moments.append(Moment(own, before, published, _is_past(sentence)))
        before = own[-1] if own else before
    return moments


def _own_dates(times: Sequence[TimeExpression], published: HistoricalDate | None) -> tuple[HistoricalDate, ...]:
    """Without « depuis 2015 », which bounds a time on one side only."""
    dates = (time.date for time in times if time.date is not None and time.date.is_bounded)
    return tuple(dict.fromkeys(_no_later(date, published) for date in dates))


def _no_later(date: HistoricalDate, published: HistoricalDate | None) -> HistoricalDate:
    """The date, or the publication where it is finer or the date still to come."""
    if published is None or published.earliest is None or date.earliest is None:
        return date
    to_come = date.earliest > published.earliest
    inside = published.precision in (Precision.DAY, Precision.MONTH) and published.certainly_within(date)
    return published if to_come or inside else date


def _is_past(sentence: Sentence) -> bool:
    verbs = [token for token in sentence.tokens if token.pos in ("VERB", "AUX")]
    finite = [verb.morph for verb in verbs if "VerbForm=Fin" in verb.morph]
    # « a signé » has a present auxiliary.
    perfect = any("Tense=Past" in verb.morph and "VerbForm=Part" in verb.morph for verb in verbs)
    return bool(finite) and all("Tense=Pres" not in morph or perfect for morph in finite)

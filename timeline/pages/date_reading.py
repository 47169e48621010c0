"""How a typed date is read, before it is saved: in itself, or from the day on which an article was published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from timeline.dates import HistoricalDate, InvalidDate
from timeline.extraction.records import Sentence, TimeExpression
from timeline.extraction.times import Anchors, find_times
from timeline.languages import readers_language
from timeline.models import Source
from timeline.pages.sentences import paragraph_bounds, sentence_bounds
from timeline.typed_dates import LONGEST, read_date
from timeline.wording import date_words, of_date, precision_words, quoted

REACH = 20_000
"""Characters before a passage that are read to understand its dates."""


@dataclass(frozen=True)
class DateReading:
    """What was typed, and the date that it is read as; None where it is no date, or nothing was typed."""

    typed: str
    date: HistoricalDate | None = None
    base: HistoricalDate | None = None
    """The publication date that it was counted from, if it says no date by itself."""

    @property
    def edtf(self) -> str:
        return self.date.edtf if self.date else ""

    @property
    def words(self) -> str:
        """« juin 2021 (2021-06), connue au mois près »"""
        if self.date is None:
            return ""
        said = f"{date_words(self.date)} ({self.date.edtf}), {precision_words(self.date)}"
        if self.base is None:
            return said
        return _("%(reading)s; %(words)s in an article dated %(base)s") % {
            "reading": said,
            "words": quoted(self.typed),
            "base": of_date(self.base),
        }

    @property
    def fault(self) -> str:
        """Why it is no date; empty where it is one, or nothing was typed."""
        if self.date or not self.typed:
            return ""
        return _("“%(text)s” cannot be read as a date. Write it with its year in four digits, as in the examples.") % {
            "text": self.typed if len(self.typed) <= LONGEST else self.typed[: LONGEST - 1] + "…"
        }


def read_typed(typed: str, published: HistoricalDate | None = None) -> DateReading:
    """The date that was typed; of words that need one, such as « mardi », counted from the day of publication."""
    typed = " ".join(typed.split())
    try:
        return DateReading(typed, read_date(typed))
    except InvalidDate:
        counted = _counted_from(typed, published) if published and len(typed) <= LONGEST else None
        return DateReading(typed, counted, published if counted else None)


def _counted_from(typed: str, published: HistoricalDate) -> HistoricalDate | None:
    """What a grammar reads the words as, if it reads them all; that of the reader's language first."""
    languages = sorted(("fr", "en"), key=lambda language: language != readers_language())
    for language in languages:
        found = find_times([Sentence(0, len(typed), typed, language, 0, ())], Anchors(published))[0]
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(typed)) and found[0].date:
            return found[0].date
    return None


def times_in(source: Source, start: int, end: int) -> list[TimeExpression]:
    """The dates that the passage names, read in their article: those before it tell what « la veille » means."""
    text = source.text
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraph_bounds(text[:end] + _rest_of_sentence(text, end))):
        if paragraph[1] < start - REACH or _is_furniture(source, paragraph):
            continue
        for first, last in sentence_bounds(text, paragraph):
            if first < end:
                sentences.append(Sentence(first, last, text[first:last], source.language, number, ()))
    found = find_times(sentences, Anchors(source.date, source.wording))
    return [time for times in found for time in times if start <= time.start and time.end <= end and time.date]


def _rest_of_sentence(text: str, end: int) -> str:
    """The grammar looks a little behind a date too."""
    return text[end : end + 200].split("\n", 1)[0]


def _is_furniture(source: Source, stretch: Sequence[int]) -> bool:
    return any(first <= stretch[0] and stretch[1] <= last for first, last in source.furniture)

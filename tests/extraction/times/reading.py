"""Builds what `find_times` needs from a few sentences, as the sentence splitter would."""

import re

from timeline.dates import HistoricalDate
from timeline.extraction.records import Sentence, TimeExpression
from timeline.extraction.times import Anchors, find_times

_SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s+[A-ZÀ-Ý«])|$|(?=\n))", re.MULTILINE)


def sentences_of(text: str, language: str = "fr") -> list[Sentence]:
    """One sentence per full stop followed by a capital, one paragraph per line."""
    return [
        Sentence(found.start(), found.end(), found[0], language, text.count("\n", 0, found.start()), ())
        for found in _SENTENCE.finditer(text)
    ]


def times_in(text: str, language: str = "fr", published: str = "") -> list[TimeExpression]:
    anchors = Anchors(HistoricalDate.parse(published) if published else None, published)
    return [time for of_sentence in find_times(sentences_of(text, language), anchors) for time in of_sentence]


def dates_in(text: str, language: str = "fr", published: str = "") -> list[str]:
    """EDTF of the expressions that give a date."""
    return [time.date.edtf for time in times_in(text, language, published) if time.date]

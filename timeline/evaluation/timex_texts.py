"""Texts with annotated time expressions, one JSON object a line:

{"id": name, "lang": "fr" or "en", "dct": publication date, "text": text,
 "timexes": [{"start": offset, "end": offset, "text": words, "type": TIMEX3 type, "value": TIMEX3 value}]}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from timeline.dates import HistoricalDate, InvalidDate
from timeline.evaluation.json_rows import BadAnnotation, Row, read_rows
from timeline.extraction.records import Document, Span
from timeline.extraction.sentences import split_sentences
from timeline.extraction.times import Anchors, Timex, find_timexes

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    id: str
    language: str
    published: HistoricalDate | None
    text: str
    timexes: tuple[Timex, ...]


def read_timex_texts(path: Path) -> tuple[AnnotatedText, ...]:
    """Raises BadAnnotation, which names file and line."""
    texts = tuple(_text(row) for row in read_rows(path))
    if not texts:
        raise BadAnnotation(f"{path} has no annotated text.")
    return texts


def predict_timexes(
    texts: Iterable[AnnotatedText], on_text: Callable[[], object] = lambda: None
) -> list[tuple[Timex, ...]]:
    """What the grammar finds in each text. Every line is taken for a paragraph of the author's."""
    predicted = []
    for text in texts:
        paragraphs = tuple(Span(line.start(), line.end()) for line in re.finditer(r"\S[^\n]*", text.text))
        sentences = split_sentences(Document(text.id, "", text.text, text.language, paragraphs))
        found = find_timexes(sentences, Anchors(text.published))
        predicted.append(tuple(timex for of_sentence in found for timex in of_sentence))
        on_text()
    return predicted


def _text(row: Row) -> AnnotatedText:
    language = row.text("lang")
    if language not in LANGUAGES:
        raise BadAnnotation(f"{row.where}: the language must be fr or en.")
    timexes = tuple(_timex(timex) for timex in row.rows("timexes", required=True))
    return AnnotatedText(row.text("id"), language, _date(row), row.text("text"), timexes)


def _date(row: Row) -> HistoricalDate | None:
    """None also where what stands there is no EDTF: published corpora have slips."""
    try:
        return HistoricalDate.parse(row.text_or_none("dct") or "")
    except InvalidDate:
        return None


def _timex(row: Row) -> Timex:
    return Timex(
        row.number("start"), row.number("end"), row.text("text"), row.text("type"), row.text_or_none("value") or ""
    )

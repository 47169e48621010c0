"""Annotated articles: `NAME.gold.json` beside `NAME.txt` says which events a careful reader finds in the article.

tests/corpus/README.md describes the format.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.evaluation.dates import is_date
from timeline.evaluation.json_rows import BadAnnotation, Row, read_row, read_text
from timeline.evaluation.names import NormalName, normal_name
from timeline.evaluation.quotes import squeezed, stands_in
from timeline.extraction.reading.language import LANGUAGES
from timeline.extraction.reading.paragraphs import paragraphs
from timeline.extraction.records import EventKind

GOLD_ENDING = ".gold.json"


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event as an article reports it."""

    id: str
    """The same in every article that reports the event."""
    dates: tuple[str, ...]
    """EDTF; what this article alone supports, the preferred reading first."""
    dates_elsewhere: tuple[str, ...]
    """What the articles of the set that report the event support, each for itself or together."""
    kinds: tuple[str, ...]
    """The accepted ones, the preferred first."""
    actors: tuple[str, ...]
    names: tuple[NormalName, ...]
    """The actors, for comparison."""
    place: str | None
    quote: str
    """Words that locate it in the article."""
    optional: bool
    """Whether careful readers would differ on it: then it is neither missed nor found wrongly."""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    file: str
    path: Path
    language: str
    text: str
    """With blanks squeezed."""
    paragraphs: tuple[int, ...]
    """Where in `text` its paragraphs begin."""
    events: tuple[GoldEvent, ...]
    traps: tuple[str, ...]
    """Quotes of what must not become an event."""

    @property
    def required(self) -> int:
        return sum(not event.optional for event in self.events)


def read_gold(folder: Path) -> tuple[GoldArticle, ...]:
    """The annotated articles of a folder, by name of file. Raises BadAnnotation."""
    if not folder.is_dir():
        raise BadAnnotation(f"There is no folder {folder}.")
    paths = sorted(folder.glob(f"*{GOLD_ENDING}"))
    if not paths:
        raise BadAnnotation(f"{folder} has no annotated article: no file ends in {GOLD_ENDING}.")
    rows = [read_row(path) for path in paths]
    dates = _dates_by_event(rows)
    return tuple(_article(path, row, dates) for path, row in zip(paths, rows, strict=True))


def _dates_by_event(articles: Iterable[Row]) -> Mapping[str, tuple[str, ...]]:
    dates: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        told: set[str] = set()
        for event in article.rows("events", required=True):
            name = event.text("id")
            if name in told:
                raise BadAnnotation(f"{event.where}: the event “{name}” stands twice in one article.")
            told.add(name)
            together = event.text_or_none("together")
            dates[name] += [*_dates(event), *([_date(event, together)] if together is not None else [])]
    return {event: tuple(found) for event, found in dates.items()}


def _dates(event: Row) -> tuple[str, ...]:
    return tuple(_date(event, date) for date in (event.text("date"), *event.texts("date_ok")))


def _date(event: Row, edtf: str) -> str:
    if not is_date(edtf):
        raise BadAnnotation(f"{event.where}: “{edtf[:50]}” is no date in EDTF.")
    return edtf


def _article(path: Path, row: Row, dates: Mapping[str, tuple[str, ...]]) -> GoldArticle:
    text_path = path.with_name(path.name.removesuffix(GOLD_ENDING) + ".txt")
    if not text_path.is_file():
        raise BadAnnotation(f"{path}: its article, {text_path.name}, is missing.")
    language = row.text("lang")
    if language not in LANGUAGES:
        raise BadAnnotation(f"{path}: the language must be {' or '.join(LANGUAGES)}, not “{language[:50]}”.")
    text = read_text(text_path)
    plain = squeezed(text)
    return GoldArticle(
        file=text_path.name,
        path=text_path,
        language=language,
        text=plain,
        paragraphs=tuple(len(squeezed(f"{text[: span.start]}.")) - 1 for span in paragraphs(text)),
        events=tuple(_event(event, dates, plain) for event in row.rows("events")),
        traps=tuple(_quote(trap, plain) for trap in row.rows("not_events")),
    )


def _event(row: Row, dates: Mapping[str, tuple[str, ...]], text: str) -> GoldEvent:
    actors = row.texts("actors")
    return GoldEvent(
        id=row.text("id"),
        dates=_dates(row),
        dates_elsewhere=dates[row.text("id")],
        kinds=tuple(_kind(row, kind) for kind in (row.text("type"), *row.texts("type_ok"))),
        actors=actors,
        names=tuple(normal_name(actor) for actor in actors),
        place=row.text_or_none("place"),
        quote=_quote(row, text),
        optional=row.flag("optional"),
    )


def _kind(row: Row, kind: str) -> str:
    if kind not in list(EventKind):
        raise BadAnnotation(f"{row.where}: “{kind[:50]}” is no kind of event. There are: {', '.join(EventKind)}.")
    return kind


def _quote(row: Row, text: str) -> str:
    quote = row.text("quote")
    if not stands_in(text, quote):
        raise BadAnnotation(f"{row.where}: the quote “{quote[:100]}” does not stand in the article.")
    return quote

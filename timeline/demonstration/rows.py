"""The rows of the data files, and the articles that are made of them: one for each kind of journey and decade.

An article is the stretch of a data file that holds a decade, byte for byte under the file's header, so that a passage
is the very row that an event comes from.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from timeline.dates import HistoricalDate

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Journey:
    """One row: who was where, and the offsets of the row and of its dates in the article."""

    number: str
    person: str
    title: str
    """Of a visitor, such as King; empty for a traveller."""
    country: str
    code: str
    """ISO 3166-1 alpha-2; empty where the country has none any more."""
    locale: str
    date: HistoricalDate
    start: int
    end: int
    date_start: int
    date_end: int


@dataclass(frozen=True)
class Article:
    name: str
    decade: int
    text: str
    journeys: tuple[Journey, ...]

    @property
    def are_visits(self) -> bool:
        return self.name.startswith("visits")


def articles() -> Iterator[Article]:
    for file in ("visits.csv", "travels.csv"):
        header, *lines = (FOLDER / file).read_text(encoding="utf-8").splitlines(keepends=True)
        columns = next(csv.reader([header]))
        start = columns.index("start")
        for decade, of_decade in groupby(lines, key=lambda line: int(next(csv.reader([line]))[start][:3]) * 10):
            yield _article(f"{file.removesuffix('.csv')}-{decade}s.csv", decade, header, list(of_decade), columns)


def _article(name: str, decade: int, header: str, lines: list[str], columns: list[str]) -> Article:
    offset = len(header)
    journeys = []
    for line in lines:
        values = dict(zip(columns, next(csv.reader([line])), strict=True))
        journeys.append(_journey(values, line.rstrip("\n"), offset))
        offset += len(line)
    return Article(name, decade, header + "".join(lines), tuple(journeys))


def _journey(values: dict[str, str], line: str, offset: int) -> Journey:
    start, end = (HistoricalDate.parse(values[which]) for which in ("start", "end"))
    dates = f"{values['start']},{values['end']}"
    date_start = offset + line.index(dates)
    return Journey(
        number=values["id"],
        person=values.get("person") or values.get("traveller", ""),
        title=values.get("title", ""),
        country=values["country"],
        code=values["iso_country"],
        locale=values.get("locale", ""),
        date=start if start == end else HistoricalDate.interval(start, end),
        start=offset,
        end=offset + len(line),
        date_start=date_start,
        date_end=date_start + len(dates),
    )

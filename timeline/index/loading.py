"""Rows of the database → columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from timeline.index.columns import (
    KINDS,
    NO_PLACE,
    OPEN_END,
    OPEN_START,
    PRECISIONS,
    Columns,
    Keys,
    Links,
    Positions,
    day_number,
)
from timeline.models import Citation, Event, Participation

_KIND = {kind: number for number, kind in enumerate(KINDS)}
_PRECISION = {precision: number for number, precision in enumerate(PRECISIONS)}


def load_columns(chronology: int | None) -> Columns:
    """The published events of a chronology (None: of the articles read here), in chronological order."""
    rows, edtf, titles = _event_rows(chronology)
    start = np.where(rows["first"] == OPEN_START, rows["last"], rows["first"])
    order = np.lexsort((rows["public_id"], rows["sequence"], -rows["last"].astype(np.int64), start))
    rows = rows[order]
    keys = rows["key"].copy()
    positions = Positions(keys)
    place_keys, place = _places(rows["place"])
    return Columns(
        keys=keys,
        first=rows["first"].copy(),
        last=rows["last"].copy(),
        precision=rows["precision"].copy(),
        kind=rows["kind"].copy(),
        place=place,
        place_keys=place_keys,
        actors=_links(positions, _parts(chronology)),
        articles=_links(positions, _told(chronology)),
        public_ids=rows["public_id"].copy(),
        reviewed=rows["reviewed"].copy(),
        edtf=[edtf[number] for number in order],
        titles={place: titles[number] for place, number in enumerate(order) if number in titles},
    )


_ROW = np.dtype(
    [
        ("key", np.int64),
        ("first", np.int32),
        ("last", np.int32),
        ("precision", np.int8),
        ("kind", np.int8),
        ("place", np.int64),
        ("sequence", np.int32),
        ("reviewed", np.bool_),
        ("public_id", "S16"),
    ]
)


def _event_rows(chronology: int | None) -> tuple[NDArray[np.void], list[str], dict[int, tuple[str, str]]]:
    """The numbers of each event, its date in EDTF, and the titles of those that have one."""
    dated = Event.objects.published().filter(chronology=chronology).exclude(precision="").order_by()
    fields = ("pk", "earliest", "latest", "precision", "kind", "place_id", "sequence", "reviewed", "public_id")
    dates: list[str] = []
    titles: dict[int, tuple[str, str]] = {}
    same: dict[str, str] = {}  # One text for equal dates: there are far fewer days than events.

    def numbers() -> Iterator[tuple[object, ...]]:
        rows = dated.values_list(*fields, "edtf", "title_fr", "title_en").iterator(20_000)
        for *values, edtf, french, english in rows:
            if french or english:
                titles[len(dates)] = (french, english)
            dates.append(same.setdefault(edtf, edtf))
            yield _as_numbers(*values)

    # Row by row into the array: as a list they would take ten times the room for a moment.
    return np.fromiter(numbers(), dtype=_ROW), dates, titles


def _as_numbers(
    key: int,
    earliest: dt.date | None,
    latest: dt.date | None,
    precision: str,
    kind: str,
    place: int | None,
    sequence: int,
    reviewed: bool,
    public_id: str,
) -> tuple[object, ...]:
    return (
        key,
        OPEN_START if earliest is None else day_number(earliest),
        OPEN_END if latest is None else day_number(latest),
        _PRECISION[precision],
        _KIND[kind],
        NO_PLACE if place is None else place,
        sequence,
        reviewed,
        public_id.encode(),
    )


def _parts(chronology: int | None) -> Iterable[tuple[int, int, bool]]:
    taking_part = Participation.objects.filter(
        event__status=Event.Status.PUBLISHED, event__chronology=chronology
    ).order_by("pk")
    for event, actor, role in taking_part.values_list("event_id", "actor_id", "role").iterator(20_000):
        yield event, actor, role == Participation.Role.REPRESENTED


def _told(chronology: int | None) -> Iterable[tuple[int, int, bool]]:
    """Each article once for each event; a reprint of an article that tells of the event too is marked."""
    standing = (
        Citation.objects.standing()
        .filter(event__status=Event.Status.PUBLISHED, event__chronology=chronology)
        .order_by()
    )
    rows = standing.values_list("event_id", "source_id", "source__reprint_of").distinct().iterator(20_000)
    originals: set[tuple[int, int]] = set()
    for event, article, reprinted in sorted(rows, key=lambda row: (row[2] is not None, row[:2])):
        original = (event, reprinted or article)
        yield event, article, original in originals
        originals.add(original)


def _places(keys: Keys) -> tuple[Keys, NDArray[np.int32]]:
    distinct, place = np.unique(keys[keys != NO_PLACE], return_inverse=True)
    places = np.full(len(keys), NO_PLACE, dtype=np.int32)
    places[keys != NO_PLACE] = place
    return distinct, places


def _links(positions: Positions, rows: Iterable[tuple[int, int, bool]]) -> Links:
    pairs = np.fromiter(rows, dtype=[("event", np.int64), ("thing", np.int64), ("marked", np.bool_)])
    places = positions.of(pairs["event"])
    known = places >= 0
    return Links.joining(places[known], pairs["thing"][known], pairs["marked"][known], positions.size)

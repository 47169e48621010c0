"""What the chronology axis draws, as compact columns in the reader's language.

A window with up to `MOST_EVENTS` is sent event by event. A larger one is sent as counts per calendar unit, and the
axis asks again for the window that the reader has zoomed into. Days are numbered from 1 January 1970, as in scripts.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
from django.urls import reverse

from timeline.dates import HistoricalDate, InvalidDate, Precision
from timeline.index.columns import Columns, Mask, day_number
from timeline.languages import readers_language
from timeline.pages.axis_bins import Bins, Span, bins
from timeline.pages.axis_events import EventColumns, event_columns
from timeline.pages.axis_words import axis_words
from timeline.pages.selection import Selection

MOST_EVENTS = 300
"""More than a screen can tell apart, and few enough to be sent and laid out within one frame."""


class InvalidWindow(ValueError):
    """The window is not an interval of two days, such as 2021-01-01/2021-12-31."""


@dataclass(frozen=True)
class AxisData:
    language: str
    total: int
    extent: Span | None
    window: Span | None
    events: EventColumns | None
    bins: Bins | None
    actors: list[str]
    """The names of all who took part in the events that are sent one by one."""
    words: dict[str, object] | None
    """Sent with the whole only: the axis has them when it asks for a window."""
    address: str
    """Of an event's page, with {id} in the place of its public id."""

    def as_json(self) -> bytes:
        parts = {"events": self.events and vars(self.events), "bins": self.bins and vars(self.bins)}
        return json.dumps(vars(self) | parts, ensure_ascii=False, separators=(",", ":")).encode()


def axis_data(selection: Selection, window: HistoricalDate | None = None) -> AxisData:
    """The selection, or the part of it that is drawn in the window: events where they are few, counts where many."""
    columns, mask = selection.columns, selection.mask
    bounds = _bounds(window) if window else None
    if bounds:
        mask = mask & _drawn_in(columns, bounds)
    positions = np.flatnonzero(mask)
    extent = _extent(columns, mask) if len(positions) else None
    few = len(positions) <= MOST_EVENTS
    events, actors = event_columns(selection.index, positions) if few else (None, [])
    return AxisData(
        language=readers_language(),
        total=len(positions),
        extent=extent,
        window=bounds,
        events=events,
        bins=None if few or extent is None else bins(columns, mask, _clipped(extent, bounds)),
        actors=actors,
        words=None if window else axis_words(),
        address=reverse("event", args=["ID"]).replace("ID", "{id}"),
    )


def parse_window(text: str) -> HistoricalDate:
    """Two days joined by a slash. Raises InvalidWindow."""
    try:
        window = HistoricalDate.parse(text)
    except InvalidDate as error:
        raise InvalidWindow(str(error)) from error
    if window.precision is not Precision.INTERVAL or not window.is_bounded:
        raise InvalidWindow(f"not an interval of two days: {text!r}")
    return window


def _drawn_in(columns: Columns, window: Span) -> Mask:
    """Those whose known days reach into the window. An open end is drawn as a fade where it is known to begin only, so
    that "since 1958" does not follow the reader through every year after it."""
    return (columns.known_last >= window[0]) & (columns.known_first <= window[1])


def _extent(columns: Columns, mask: Mask) -> Span:
    """The first and last day that any of them lets us know."""
    return int(columns.known_first[mask].min()), int(columns.known_last[mask].max())


def _bounds(window: HistoricalDate) -> Span:
    assert window.earliest is not None, "a window is bounded"
    assert window.latest is not None, "a window is bounded"
    return day_number(window.earliest), day_number(window.latest)


def _clipped(extent: Span, window: Span | None) -> Span:
    return (max(extent[0], window[0]), min(extent[1], window[1])) if window else extent

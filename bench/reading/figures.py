"""Rounds summed up: the median of each figure, how far the rounds lie apart, ratios, and how a cell shows them."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence

from bench.report import percentile

LONG_FRAME = 25.0
"""Milliseconds between two frames at 60 Hz from which a reader has missed one."""

Figures = Mapping[str, float | None]
"""One round: a name and its value; None where it could not be reached."""


def medians(rounds: Sequence[Figures]) -> dict[str, float | None]:
    """A figure that failed in any round has failed."""
    names = dict.fromkeys(name for figures in rounds for name in figures)
    return {name: _median([figures.get(name) for figures in rounds]) for name in names}


def _median(values: Sequence[float | None]) -> float | None:
    reached = [value for value in values if value is not None]
    return statistics.median(reached) if len(reached) == len(values) else None


def frame_figures(name: str, gaps: Sequence[float]) -> dict[str, float | None]:
    """Of the milliseconds between the frames of a gesture: p95, worst, and the share of its time in long ones."""
    if len(gaps) < 2:
        return {f"{name} p95": None, f"{name} worst": None, f"{name} long": None}
    return {
        f"{name} p95": percentile(gaps, 95),
        f"{name} worst": max(gaps),
        f"{name} long": 100 * sum(gap for gap in gaps if gap > LONG_FRAME) / sum(gaps),
    }


def ratio(ours: float | None, theirs: float | None) -> float | None:
    """How many times as much ours is; None without both."""
    return ours / theirs if ours is not None and theirs else None


def cell(value: float | None) -> str:
    """Three digits that matter; what could not be measured is a dash."""
    if value is None:
        return "–"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def times(value: float | None) -> str:
    return "–" if value is None else f"{cell(value)}×"

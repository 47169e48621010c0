"""The tables of docs/performance.md: ratios first, then the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.reading.asking import KINDS
from bench.reading.figures import cell, ratio, times
from bench.reading.results import Sizes
from bench.reading.subjects import OURS
from bench.report import table

_SIGHTS = {
    "first": "first marks ms",
    "heap": "heap MB",
    "sent": "kB sent",
    "elements": "elements",
    "pan p95": "pan p95 ms",
    "pan worst": "worst",
    "pan long": "% long",
    "pan main": "main ms a step",
    "pan script": "script ms a step",
    "zoom p95": "zoom p95 ms",
    "zoom worst": "worst",
    "zoom long": "% long",
    "zoom main": "main ms a step",
    "zoom script": "script ms a step",
    "filter": "filter ms",
    "slow first": "4× slower: first ms",
    "slow pan p95": "pan p95 ms",
}
_COMPARED = (
    "first",
    "heap",
    "sent",
    "elements",
    "pan main",
    "pan script",
    "zoom main",
    "zoom script",
    "filter",
    "slow first",
)
_COMPARED_WORDS = {
    "pan main": "pan, main thread",
    "pan script": "pan, script",
    "zoom main": "zoom, main thread",
    "zoom script": "zoom, script",
}
"""Where the figure stands without its neighbours."""
_WAITS = {"p50 at 1": "p50 ms", "p95 at 1": "p95", "p95 at 8": "p95 of 8 clients", "kB": "kB"}
_POINTS = ("performance", "accessibility", "best-practices", "seo", "layout-shift", "LCP ms", "TBT ms")
_FLAT = (1_000, 1_000_000)


def browser(sizes: Sizes) -> str:
    ratios = [
        [f"{size:,}", row, *(times(ratio(measured.medians[OURS].get(name), theirs.get(name))) for name in _COMPARED)]
        for size, measured in sorted(sizes.items())
        for row, theirs in measured.medians.items()
        if row != OURS
    ]
    figures = [
        [f"{size:,}", row, *(cell(found.get(name)) for name in _SIGHTS), measured.remarks.get(row, "")]
        for size, measured in sorted(sizes.items())
        for row, found in measured.medians.items()
    ]
    compared = table(
        ["events", "ours ÷ theirs", *(_COMPARED_WORDS.get(name, _SIGHTS[name]) for name in _COMPARED)], ratios
    )
    shown = table(["events", "page", *_SIGHTS.values(), "keyboard"], figures)
    parts = [compared] if ratios else []
    return "\n\n".join([*parts, *_flatness(sizes), shown, *_only_ours(sizes)])


def _flatness(sizes: Sizes) -> Iterator[str]:
    """What a thousand times as many events cost us."""
    few, many = (sizes.get(size) for size in _FLAT)
    if few and many:
        found = {name: ratio(many.medians[OURS].get(name), few.medians[OURS].get(name)) for name in _COMPARED}
        words = ", ".join(f"{_COMPARED_WORDS.get(name, _SIGHTS[name])} {times(value)}" for name, value in found.items())
        yield f"Ours at {_FLAT[1]:,} events ÷ ours at {_FLAT[0]:,}: {words}."


def _only_ours(sizes: Sizes) -> Iterator[str]:
    """What the peers have nothing beside: list and counts filtered with the axis, windows, layout shift."""
    rows = [
        [f"{size:,}", *(cell(measured.medians[OURS].get(name)) for name in ("filter page", "window", "shift"))]
        for size, measured in sorted(sizes.items())
    ]
    yield table(["events, ours", "filter with list and counts ms", "kB a window", "layout shift"], rows)


def servers(sizes: Sizes) -> str:
    beside = any(row.startswith(("floor", "Datasette")) for measured in sizes.values() for row in measured.rows)
    parts = [_compared(sizes)] if beside else []
    figures = [
        [f"{size:,}", row, *(cell(found.get(name)) for name in _WAITS)]
        for size, measured in sorted(sizes.items())
        for row, found in sorted(measured.medians.items(), key=lambda item: _in_order_asked(item[0]))
    ]
    return "\n\n".join([*parts, table(["events", "server: question", *_WAITS.values()], figures)])


def _compared(sizes: Sizes) -> str:
    rows = []
    for size, measured in sorted(sizes.items()):
        found = measured.medians
        for kind in KINDS:
            mine, bare, theirs = (found.get(f"{server}: {kind.name}", {}) for server in ("ours", "floor", "Datasette"))
            if bare or theirs:
                over = [times(ratio(mine.get(name), bare.get(name))) for name in ("p50 at 1", "p95 at 8")]
                under = [times(ratio(theirs.get(name), mine.get(name))) for name in ("p50 at 1", "p95 at 8")]
                rows.append([f"{size:,}", kind.name, *over, *under])
    head = ["events", "question", "ours ÷ floor, p50", "p95 of 8", "Datasette ÷ ours, p50", "p95 of 8"]
    return table(head, rows)


def _in_order_asked(row: str) -> tuple[int, str]:
    server, question = row.split(": ", 1)
    return [kind.name for kind in KINDS].index(question), server


def lighthouse(sizes: Sizes) -> str:
    rows: list[Sequence[object]] = [
        [f"{page}, {size:,} events", *(cell(found.get(name)) for name in _POINTS), measured.remarks.get(page, "")]
        for size, measured in sorted(sizes.items())
        for page, found in measured.medians.items()
    ]
    return table(["page", *_POINTS, "not passed"], rows)

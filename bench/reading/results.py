"""What was measured, as JSON: one file for each part, in it one entry for each size, with its circumstances."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bench.reading.figures import Figures, medians
from bench.report import LOAD_BEFORE, PROJECT
from bench.synthetic.cache import CACHE

PUBLISHED = PROJECT / "bench" / "results"
"""Beside the tables of docs/performance.md."""
TRIED = CACHE / "results"
"""Of runs that are not published."""


@dataclass
class Measured:
    """Of one size: every round of every row, and what could not be counted."""

    rows: dict[str, list[Figures]] = field(default_factory=dict)
    """By the row's name: the subject, or server and question."""
    remarks: dict[str, str] = field(default_factory=dict)
    circumstances: Mapping[str, object] = field(default_factory=lambda: _circumstances())

    def add(self, row: str, figures: Figures) -> None:
        self.rows.setdefault(row, []).append(figures)

    @property
    def medians(self) -> dict[str, dict[str, float | None]]:
        return {row: medians(rounds) for row, rounds in self.rows.items()}


Sizes = dict[int, Measured]


def kept(part: str, *, published: bool) -> Sizes:
    """What earlier runs measured at their sizes."""
    path = _path(part, published=published)
    if not path.exists():
        return {}
    found = json.loads(path.read_text(encoding="utf-8"))
    return {
        int(size): Measured(entry["rows"], entry["remarks"], entry["circumstances"]) for size, entry in found.items()
    }


def keep(part: str, sizes: Sizes, *, published: bool) -> Path:
    path = _path(part, published=published)
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = {str(size): {"medians": sizes[size].medians, **asdict(sizes[size])} for size in sorted(sizes)}
    path.write_text(json.dumps(_rounded(entries), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _path(part: str, *, published: bool) -> Path:
    return (PUBLISHED if published else TRIED) / f"{part}.json"


def _rounded(value: object) -> object:
    """No more digits than a clock is good for."""
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, Mapping):
        return {name: _rounded(part) for name, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_rounded(part) for part in value]
    return value


def _circumstances() -> Mapping[str, object]:
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load before": LOAD_BEFORE,
    }

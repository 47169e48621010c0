"""What is looked at in the browser: our chronology page and the peers' pages with the same events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bench.synthetic.cache import CACHE, Made

OURS = "ours"
MOST_FOR_DOM = 10_000
"""Events beyond which a page that makes elements of all of them is not worth waiting for."""


@dataclass(frozen=True)
class Subject:
    name: str
    address: str
    zooms_by: Literal["wheel", "ctrl wheel", "buttons"]

    @property
    def is_ours(self) -> bool:
        return self.name == OURS


@dataclass(frozen=True)
class _Peer:
    name: str
    page: str
    zooms_by: Literal["wheel", "buttons"] = "wheel"
    most: int | None = None


_PEERS = (
    _Peer("vis-timeline, windowed by hand", "vis-timeline.html?windowed&"),
    _Peer("vis-timeline", "vis-timeline.html?", most=MOST_FOR_DOM),
    _Peer("TimelineJS", "timelinejs.html?", zooms_by="buttons", most=MOST_FOR_DOM),
    _Peer("ECharts custom series", "echarts.html?"),
)


def ours(site: str) -> Subject:
    return Subject(OURS, f"{site}/", "ctrl wheel")


def peers(pages: str, made: Made) -> Sequence[Subject]:
    """Those that can be given so many events."""
    events = f"events=/made/{_below_cache(made.columns)}"
    fitting = [peer for peer in _PEERS if peer.most is None or made.events <= peer.most]
    return [Subject(peer.name, f"{pages}/{peer.page}{events}", peer.zooms_by) for peer in fitting]


def _below_cache(path: Path) -> str:
    return path.relative_to(CACHE).as_posix()

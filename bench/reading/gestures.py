"""Zooming and panning by the mouse, sixty small steps a second, the same for every page, and what the frames did."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import CDPSession, Page

from bench.reading.figures import frame_figures
from bench.reading.subjects import Subject

STEP = 1 / 60
"""Seconds between two steps."""
PATIENCE = 10.0
"""Seconds after which a gesture is broken off; its frames count as far as they came."""
AFTERWARDS = 0.4
"""Seconds that still belong to a gesture: what it set off is drawn then."""
ZOOM_STEPS, PAN_STEPS = 20, 40
WHEEL, DRAG = 100, 8
"""Pixels of a step."""
_CTRL = 2

Figures = dict[str, float | None]
_Box = dict[str, float]


class Hand:
    """Moves the mouse over the page's timeline."""

    def __init__(self, page: Page, subject: Subject) -> None:
        self._page, self._subject = page, subject
        self._protocol: CDPSession = page.context.new_cdp_session(page)
        self._protocol.send("Performance.enable")
        self._steps = 0
        # Looked up once: asking for a place makes the page lay itself out, which would count as a part of the gesture.
        self._box: _Box = page.evaluate("bench.box()")
        self._buttons: list[_Box] = page.evaluate("bench.buttons?.()") or []

    def zoom(self) -> Figures:
        """In to a few days and out again, at the middle."""
        with self._measured("zoom") as figures:
            self._repeat(ZOOM_STEPS, lambda _step: self._zoom_step(inwards=True))
            self._page.wait_for_timeout(AFTERWARDS * 1000)
            self._repeat(ZOOM_STEPS, lambda _step: self._zoom_step(inwards=False))
        return figures

    def zoom_in_to_pan(self) -> None:
        self._repeat(ZOOM_STEPS // 3, lambda _step: self._zoom_step(inwards=True))
        self._page.wait_for_timeout(1000)

    def pan(self) -> Figures:
        """Dragged to the left, then to the right."""
        with self._measured("pan") as figures:
            self._drag(-DRAG)
            self._drag(DRAG)
        return figures

    @contextmanager
    def _measured(self, name: str) -> Iterator[Figures]:
        figures: Figures = {}
        self._steps = 0
        before = self._seconds_spent()
        self._page.evaluate("instruments.startFrames()")
        yield figures
        self._page.wait_for_timeout(AFTERWARDS * 1000)
        gaps: list[float] = self._page.evaluate("instruments.stopFrames()")
        spent = {kind: seconds - before[kind] for kind, seconds in self._seconds_spent().items()}
        figures |= frame_figures(name, gaps)
        figures |= {f"{name} {kind}": 1000 * seconds / max(self._steps, 1) for kind, seconds in spent.items()}

    def _drag(self, pixels: int) -> None:
        box = self._box
        x, y = box["x"] + box["width"] * (0.8 if pixels < 0 else 0.2), box["y"] + box["height"] * 0.3
        self._mouse("mouseMoved", x, y)
        self._mouse("mousePressed", x, y, button="left", buttons=1, clickCount=1)
        self._repeat(
            PAN_STEPS,
            lambda step: self._mouse("mouseMoved", x + pixels * (step + 1), y, button="left", buttons=1),
        )
        self._mouse("mouseReleased", x + pixels * PAN_STEPS, y, button="left", clickCount=1)

    def _zoom_step(self, *, inwards: bool) -> None:
        if self._subject.zooms_by == "buttons":
            x, y = _middle(self._buttons[0 if inwards else 1])
            self._mouse("mousePressed", x, y, button="left", buttons=1, clickCount=1)
            self._mouse("mouseReleased", x, y, button="left", clickCount=1)
            return
        x, y = _middle(self._box)
        modifiers = _CTRL if self._subject.zooms_by == "ctrl wheel" else 0
        self._mouse("mouseWheel", x, y, deltaX=0, deltaY=-WHEEL if inwards else WHEEL, modifiers=modifiers)

    def _repeat(self, steps: int, step: Callable[[int], None]) -> None:
        begin = time.monotonic()
        for number in range(steps):
            step(number)
            self._steps += 1
            spent = time.monotonic() - begin
            if spent > PATIENCE:
                return
            time.sleep(max((number + 1) * STEP - spent, 0))

    def _mouse(self, kind: str, x: float, y: float, **details: object) -> None:
        self._protocol.send("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": y, **details})

    def _seconds_spent(self) -> dict[str, float]:
        """Of the main thread: with all that it did, and with the page's own scripts, styles and layout."""
        found = self._protocol.send("Performance.getMetrics")["metrics"]
        seconds = {metric["name"]: float(metric["value"]) for metric in found}
        own = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")
        return {"main": seconds["TaskDuration"], "script": sum(seconds[name] for name in own)}


def _middle(box: _Box) -> tuple[float, float]:
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

"""One visit of a page in Chromium: until its first marks are there, what they cost, then zoomed, panned, filtered."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, CDPSession, Error, Page, Playwright

from bench.reading.gestures import Figures, Hand
from bench.reading.serving import PEERS
from bench.reading.subjects import Subject
from bench.synthetic.questions import Asked
from tests.browser.visits import CHROMIUM

PATIENCE = 90
"""Seconds that the first marks may take."""
MOST_TABS = 120
TAB_PATIENCE = 30
"""Seconds of pressing Tab."""
SLOWER = 4


def launch(playwright: Playwright) -> Browser:
    """Peers that would fetch fonts or icons from elsewhere do without, so that no network is part of their figures."""
    alone = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    # Without its sandbox, since benches often run as root, where Chromium refuses to start with it.
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", alone])


def visit(browser: Browser, subject: Subject) -> Figures:
    """Every figure of one visit with an empty cache; None where the page did not get so far."""
    with _opened(browser, subject) as (page, received):
        figures: Figures = {"first": _first_marks(page)}
        if figures["first"] is None:
            return figures
        _wait_until_quiet(page)
        figures |= {
            "heap": _heap(received.protocol),
            "sent": received.kilobytes(),
            "elements": page.evaluate("instruments.elements"),
            "shift": page.evaluate("instruments.layoutShift"),
        }
        hand = Hand(page, subject)
        try:
            figures |= hand.zoom()
            hand.zoom_in_to_pan()
            figures |= hand.pan()
            if subject.is_ours:
                figures["window"] = received.kilobytes_each("window=")
        except Error as error:
            print(f"  {subject.name}: {str(error).splitlines()[0]}")
            return figures
        return figures


def filtering(browser: Browser, subject: Subject, actor: Asked) -> Figures:
    """Milliseconds from the wish to see one actor until that is painted."""
    figures: Figures = {}
    for name, call in (("filter", "filter"), ("filter page", "filterPage")):
        if name == "filter page" and not subject.is_ours:
            continue
        with _opened(browser, subject) as (page, _received):
            if _first_marks(page) is None:
                return {**figures, name: None}
            _wait_until_quiet(page)
            asked = {"number": actor.number, "slug": actor.slug}
            figures[name] = page.evaluate(f"actor => instruments.timed(() => bench.{call}(actor))", asked)
    return figures


def slow_visit(browser: Browser, subject: Subject) -> Figures:
    """On a processor slowed four times."""
    with _opened(browser, subject, slower=SLOWER) as (page, _received):
        first = _first_marks(page)
        if first is None:
            return {"slow first": None}
        _wait_until_quiet(page)
        hand = Hand(page, subject)
        hand.zoom_in_to_pan()
        return {"slow first": first, **{f"slow {name}": value for name, value in hand.pan().items()}}


def reached_by_tab(browser: Browser, subject: Subject) -> bool:
    """Whether the keyboard comes to an event at all."""
    with _opened(browser, subject) as (page, _received):
        if _first_marks(page) is None:
            return False
        _wait_until_quiet(page)
        deadline = time.monotonic() + TAB_PATIENCE
        for _ in range(MOST_TABS):
            if time.monotonic() > deadline:
                break
            page.keyboard.press("Tab")
            if page.evaluate("Boolean(document.activeElement?.closest(bench.item))"):
                return True
    return False


@dataclass
class _Received:
    """What came over the wire, as Chromium counts it: headers and compressed bodies."""

    protocol: CDPSession
    addresses: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def follow(self) -> None:
        self.protocol.send("Network.enable")
        self.protocol.on(
            "Network.requestWillBeSent",
            lambda event: self.addresses.update({event["requestId"]: event["request"]["url"]}),
        )
        self.protocol.on(
            "Network.loadingFinished",
            lambda event: self.sizes.update({event["requestId"]: int(event["encodedDataLength"])}),
        )

    def kilobytes(self) -> float:
        return sum(self.sizes.values()) / 1000

    def kilobytes_each(self, part: str) -> float | None:
        """Of an answer whose address has that part."""
        found = [
            self.sizes[request]
            for request, address in self.addresses.items()
            if part in address and request in self.sizes
        ]
        return sum(found) / len(found) / 1000 if found else None


@contextmanager
def _opened(browser: Browser, subject: Subject, slower: int = 1) -> Iterator[tuple[Page, _Received]]:
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 800})
    context.add_init_script(path=PEERS / "instruments.js")
    if subject.is_ours:
        context.add_init_script(path=PEERS / "ours.js")
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    received = _Received(context.new_cdp_session(page))
    received.follow()
    if slower > 1:
        received.protocol.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    try:
        page.goto(subject.address, wait_until="commit")
        yield page, received
    finally:
        context.close()


def _first_marks(page: Page) -> float | None:
    """Milliseconds from navigation until they were painted."""
    patience = f"new Promise(resolve => setTimeout(() => resolve(null), {PATIENCE * 1000}))"
    found: float | None = page.evaluate(f"Promise.race([instruments.first, {patience}])")
    return found


def _wait_until_quiet(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)


def _heap(protocol: CDPSession) -> float:
    """MB that scripts hold after collecting garbage."""
    protocol.send("HeapProfiler.collectGarbage")
    return float(protocol.send("Runtime.getHeapUsage")["usedSize"]) / 1e6

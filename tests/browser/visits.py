"""What a browser receives on a first visit."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass

from playwright.sync_api import Browser, Playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")


def launch_chromium(playwright: Playwright) -> Browser:
    # Without its sandbox, since tests often run as root, where Chromium refuses to start with it.
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])


@dataclass(frozen=True)
class Received:
    address: str
    kind: str
    """As Chromium calls it: Document, Stylesheet, Script, Fetch, …"""
    size: int
    """Bytes over the wire: headers and compressed body."""


@dataclass(frozen=True)
class Visit:
    files: tuple[Received, ...]

    @property
    def kilobytes(self) -> float:
        return sum(file.size for file in self.files) / 1000

    @property
    def kilobytes_of_page(self) -> float:
        """HTML, styles and scripts: what must be there before the page is complete."""
        return sum(file.size for file in self.files if file.kind in {"Document", "Stylesheet", "Script"}) / 1000


def first_visit(browser: Browser, address: str) -> Visit:
    """Open the page with an empty cache and add up what comes over the wire."""
    context = browser.new_context(locale="fr-FR")
    page = context.new_page()
    answers: dict[str, tuple[str, str]] = {}
    sizes: dict[str, int] = {}
    protocol = context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.on(
        "Network.responseReceived",
        lambda event: answers.update({event["requestId"]: (event["response"]["url"], event["type"])}),
    )
    protocol.on(
        "Network.loadingFinished", lambda event: sizes.update({event["requestId"]: int(event["encodedDataLength"])})
    )
    page.goto(address, wait_until="networkidle")
    context.close()
    return Visit(tuple(Received(*answers[request], size) for request, size in sizes.items()))

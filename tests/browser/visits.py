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
class Visit:
    bytes_by_address: dict[str, int]

    @property
    def requests(self) -> int:
        return len(self.bytes_by_address)

    @property
    def kilobytes(self) -> float:
        return sum(self.bytes_by_address.values()) / 1000


def first_visit(browser: Browser, address: str) -> Visit:
    """Open the page with an empty cache and add up what came over the wire, headers and compressed bodies."""
    context = browser.new_context(locale="fr-FR")
    page = context.new_page()
    addresses: dict[str, str] = {}
    received: dict[str, int] = {}
    protocol = context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.on(
        "Network.requestWillBeSent", lambda event: addresses.update({event["requestId"]: event["request"]["url"]})
    )
    protocol.on(
        "Network.loadingFinished", lambda event: received.update({event["requestId"]: int(event["encodedDataLength"])})
    )
    page.goto(address, wait_until="networkidle")
    context.close()
    return Visit({addresses[request]: size for request, size in received.items()})

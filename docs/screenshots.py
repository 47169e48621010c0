"""Take the pictures of the README: `make screenshots` serves the seed articles and photographs the pages."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from tests.browser.server import running_site  # noqa: E402  # The project is no installed package.
from tests.browser.visits import launch_chromium  # noqa: E402

IMAGES = PROJECT / "docs" / "images"


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        running_site(Path(folder) / "data", Path(folder) / "log.txt") as address,
        sync_playwright() as playwright,
    ):
        browser = launch_chromium(playwright)
        page = browser.new_context(
            base_url=address, locale="en-GB", reduced_motion="reduce", viewport={"width": 1280, "height": 860}
        ).new_page()

        page.goto("/", wait_until="networkidle")
        _take(page, "chronology")
        page.goto("/?when=2+November+2021", wait_until="networkidle")
        page.locator(".event__title a", has_text="Burns").first.click()
        page.wait_for_load_state("networkidle")
        _take(page, "event")
        page.locator(".claim__source a").first.click()
        page.wait_for_load_state("networkidle")
        page.evaluate("scrollTo(0, 0)")
        _take(page, "source")
        browser.close()


def _take(page: Page, name: str) -> None:
    target = IMAGES / f"{name}.png"
    page.screenshot(path=target)
    print(f"{target.relative_to(PROJECT)}: {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()

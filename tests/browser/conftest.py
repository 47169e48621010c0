"""A real Chromium before the real site; a page that logs an error or asks another host fails its test."""

from __future__ import annotations

import json
import os
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.axis import draw
from tests.browser.server import running_site
from tests.browser.visits import CHROMIUM, launch_chromium


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder and put them last: Playwright's event loop would disturb those after them."""
    here = Path(__file__).parent
    ours = [item for item in items if here in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.browser)
        if not CHROMIUM and not os.environ.get("CI"):
            item.add_marker(pytest.mark.skip(reason="no Chromium: on Debian, `sudo apt install chromium`"))
    items.sort(key=lambda item: here in item.path.parents)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that shows the seed articles. Tests read it; none changes its data."""
    folder = tmp_path_factory.mktemp("site")
    with running_site(folder / "data", folder / "log.txt") as address:
        yield address


@pytest.fixture(scope="session")
def static_urls(site: str) -> dict[str, str]:
    """Where the site has `js/theme.js` and the rest: their names carry hashes."""
    with urllib.request.urlopen(f"{site}/static/staticfiles.json") as answer:
        hashed = json.load(answer)["paths"]
    return {path: f"/static/{name}" for path, name in hashed.items()}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        yield browser
        browser.close()


@dataclass
class Watch:
    """What a browser context met that no page of ours may cause."""

    site: str
    problems: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()

    def follow(self, page: Page) -> None:
        page.on("console", lambda message: self._on_console(message))
        page.on("pageerror", lambda error: self.problems.append(f"script error on {page.url}: {error}"))
        page.on("request", lambda request: self._on_request(request.url))

    def _on_console(self, message: Any) -> None:
        if message.type in {"error", "warning"} and not any(part in message.text for part in self.expected):
            self.problems.append(f"console {message.type} on {message.page.url}: {message.text}")

    def _on_request(self, url: str) -> None:
        if urlsplit(url).scheme in {"http", "https", "ws", "wss"} and not url.startswith(f"{self.site}/"):
            self.problems.append(f"request to another host: {url}")


OpenContext = Callable[..., BrowserContext]


@pytest.fixture
def watch(site: str) -> Iterator[Watch]:
    """Fails the test at its end if a page logged an error, broke the content policy or asked another host."""
    watch = Watch(site)
    yield watch
    assert watch.problems == []


@pytest.fixture
def new_context(browser: Browser, site: str, watch: Watch) -> Iterator[OpenContext]:
    """Opens a watched browser context: `new_context(locale="en", java_script_enabled=False)`."""
    opened: list[BrowserContext] = []

    def open_context(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"base_url": site, "locale": "fr-FR", "reduced_motion": "reduce", **options})
        context.set_default_timeout(10_000)
        context.on("page", watch.follow)
        opened.append(context)
        return context

    yield open_context
    for context in opened:
        context.close()


@pytest.fixture
def page(new_context: OpenContext) -> Page:
    """A page in French, 1280 × 800, with JavaScript."""
    return new_context(viewport={"width": 1280, "height": 800}).new_page()


@pytest.fixture
def axis(page: Page) -> Page:
    """The chronology with its axis drawn."""
    return draw(page)

"""What holds on every page: accessible in both themes and languages, steady, narrow enough, and from this host only."""

from __future__ import annotations

import re
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.visits import first_visit

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = [
    "chronology",
    "filtered",
    "nothing matches",
    "not understood",
    "undated",
    "embedded",
    "event",
    "actors",
    "actors found",
    "nobody found",
    "actor",
    "relations",
    "never met",
    "acquaintances",
    "sources",
    "no source found",
    "source",
    "passage",
    "method",
    "login",
    "not found",
]


@pytest.fixture(scope="session")
def paths(site) -> dict[str, str]:
    """Where each kind of page is; one event, actor and source stand for all."""
    with urllib.request.urlopen(f"{site}/") as answer:
        chronology = answer.read().decode()
    with urllib.request.urlopen(f"{site}/actors/") as answer:
        actors = answer.read().decode()
    return {
        "chronology": "/",
        "filtered": "/?when=2021&q=Moscou",
        "nothing matches": "/?when=1815",
        "not understood": "/?when=whenever&kind=nonsense",
        "undated": "/undated/",
        "embedded": "/embed/",
        "event": _first_link("events", chronology),
        "actors": "/actors/",
        "actors found": "/actors/?q=burns",
        "nobody found": "/actors/?q=nobody",
        "actor": _first_link("actors", actors),
        "relations": "/relations/joe-biden/vladimir-putin/",
        "never met": "/relations/joe-biden/john-kerry/",
        "acquaintances": "/relations/william-burns/",
        "sources": "/sources/",
        "no source found": "/sources/?q=nothing",
        "source": _first_link("sources", chronology),
        "passage": f"{_first_link('sources', chronology)}?passage=2",
        "method": "/method/",
        "login": "/admin/login/",
        "not found": "/no-such-page/",
    }


@pytest.fixture(params=PAGES)
def path(request, paths, watch) -> str:
    if request.param == "not found":
        watch.expected = ("status of 404",)
    return paths[request.param]


@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_violation(new_context, path, theme, locale):
    page = new_context(locale=locale, color_scheme=theme).new_page()
    page.goto(path, wait_until="networkidle")
    _open_everything(page)

    result = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_while_the_page_loads(new_context, path, width):
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto(path, wait_until="networkidle")

    shift = page.evaluate(
        """() => new Promise(resolve => {
            let sum = 0;
            new PerformanceObserver(list => {
                for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
            }).observe({type: "layout-shift", buffered: true});
            setTimeout(() => resolve(sum), 100);
        })"""
    )
    assert shift <= 0.01


def test_nothing_scrolls_sideways_on_a_narrow_screen(new_context, path):
    page = new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True).new_page()
    page.goto(path, wait_until="networkidle")
    _open_everything(page)

    wide = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
            .filter(element => element.getBoundingClientRect().right > 320.5)
            .slice(0, 3).map(element => element.outerHTML.slice(0, 200))"""
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, wide


def test_targets_are_large_enough_to_be_hit(new_context, path):
    page = new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True).new_page()
    page.goto(path, wait_until="networkidle")

    result = Axe().run(page, options={"runOnly": {"type": "rule", "values": ["target-size"]}})
    assert result.violations_count == 0, result.generate_report()


def test_keys_of_the_page_open_accessibly(new_context, path):
    page = new_context(color_scheme="dark").new_page()
    page.goto(path, wait_until="networkidle")
    if page.locator("#keys").count() == 0:
        return
    page.evaluate("document.getElementById('keys').showModal()")

    result = Axe().run(page, context="#keys", options={"runOnly": {"type": "tag", "values": RULES}})
    assert result.violations_count == 0, result.generate_report()


def test_static_files_carry_a_hash_so_that_browsers_keep_them(browser, site, path):
    visit = first_visit(browser, f"{site}{path}")

    files = [file.address for file in visit.files if "/static/" in file.address]
    assert files
    assert [address for address in files if not re.search(r"\.[0-9a-f]{12}\.\w+$", address)] == []


def test_static_files_are_kept_for_ever_and_are_what_their_type_says(site, static_urls):
    with urllib.request.urlopen(f"{site}{static_urls['css/site.css']}") as answer:
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_first_visit_of_the_chronology_fits_in_60_kilobytes(browser, site):
    visit = first_visit(browser, f"{site}/")

    assert visit.kilobytes_of_page <= 60, sorted((file.size, file.address) for file in visit.files)


def _first_link(kind: str, html: str) -> str:
    match = re.search(rf'href="(/{kind}/[\w-]+/)', html)
    assert match, f"no link to /{kind}/…"
    return match[1]


def _open_everything(page: Page) -> None:
    """What is folded in is part of the page too."""
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")

"""The whole way from the chronology into an article and back, without ever touching the mouse."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect


def tab_to(page: Page, selector: str, *, presses: int = 120) -> None:
    """Press Tab until the element that matches has the focus, and see that the focus is drawn."""
    for _ in range(presses):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            assert _focus_is_drawn(page), f"no visible focus on {selector}"
            return
    raise AssertionError(f"{selector} cannot be reached by {presses} presses of Tab on {page.url}")


def test_skip_link_is_first_and_leads_to_the_content(page):
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.skip')")

    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_filter_open_read_and_return(page):
    page.goto("/")
    tab_to(page, ".filters > summary")
    page.keyboard.press("Enter")
    tab_to(page, "#when")
    page.keyboard.type("2021")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("when=2021"))
    expect(page.locator(".year__number")).to_have_text(["2021"])

    tab_to(page, ".event__title a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/events/"))
    event = page.url

    tab_to(page, ".claim__source a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/sources/.+#c-"))

    tab_to(page, f'a.passage__number[href^="{_path(event)}"]')
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"^{re.escape(event)}#c-"))


def test_choosing_a_filter_keeps_the_focus_where_it_was(page):
    page.goto("/")
    tab_to(page, ".filters > summary")
    page.keyboard.press("Enter")
    tab_to(page, "#filters input[name=actor]")
    chosen = page.evaluate("document.activeElement.id")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("actor="))
    expect(page.locator(".chip")).to_have_count(1)

    assert page.evaluate("document.activeElement.id") == chosen


def _focus_is_drawn(page: Page) -> bool:
    return page.evaluate(
        """() => {
            const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(document.activeElement);
            return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
        }"""
    )


def _path(address: str) -> str:
    return "/" + address.split("/", 3)[3]

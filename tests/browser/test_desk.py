"""The editors' desk in a real browser: usable, and nothing of it breaks the content policy or asks another host."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

NOUNS = ["event", "actor", "place", "source", "citation", "judgement", "import", "importedfile"]


@pytest.fixture(scope="session")
def password(site: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Of the editor, whom the first start of the site creates: its output tells it once."""
    log = (tmp_path_factory.getbasetemp() / "site0" / "log.txt").read_text()
    match = re.search(r"password “(.+?)”", log)
    assert match is not None, log
    return match[1]


@pytest.fixture(params=["fr-FR", "en-GB"])
def desk(request, new_context, password: str) -> Page:
    page = new_context(locale=request.param, viewport={"width": 1280, "height": 900}).new_page()
    page.goto("/admin/")
    page.fill("#id_login", "editor")
    page.fill("#id_password", password)
    page.press("#id_password", "Enter")
    page.wait_for_selector("#user-tools")
    return page


def test_every_list_and_form_opens_without_a_broken_policy(desk: Page) -> None:
    for noun in NOUNS:
        desk.goto(f"/admin/timeline/{noun}/")
        first = desk.locator("#result_list tbody th a").first
        if first.count():
            first.click()
            desk.wait_for_selector("#content .form-row")


def test_actor_is_found_while_typing(desk: Page) -> None:
    desk.goto("/admin/timeline/event/?q=Burns")
    desk.locator("#result_list tbody th a").first.click()
    desk.click("#participations-group .add-row a")
    desk.locator("#participations-group .field-actor .select2-selection >> visible=true").last.click()
    desk.keyboard.type("Patr")
    expect(desk.locator(".select2-results__option--highlighted")).to_contain_text("Patr")


def test_publishing_asks_before_it_acts(desk: Page) -> None:
    desk.goto("/admin/timeline/event/")
    desk.locator("input.action-select").first.check()
    desk.select_option("select[name=action]", "reject")
    desk.click("button[name=index]")
    expect(desk.locator("ul.desk-rows li")).to_have_count(1)
    desk.click("a.cancel-link")
    desk.wait_for_selector("#result_list")


def test_passage_of_an_event_leads_to_its_place_in_the_article(desk: Page) -> None:
    desk.goto("/admin/timeline/event/?q=Burns")
    desk.locator("#result_list tbody th a").first.click()
    quote = desk.locator("blockquote.passage mark").first.inner_text()
    desk.locator("blockquote.passage + a").first.click()
    marked = desk.locator(":target")
    assert marked.inner_text().split()[0] == quote.split()[0]


@pytest.mark.parametrize("width", [1280, 1000, 768, 360, 320])
def test_header_keeps_its_parts_together(desk: Page, width: int) -> None:
    """Also for editors, who see more in it than readers."""
    desk.goto("/method/")
    desk.set_viewport_size({"width": width, "height": 800})
    parts = ("wordmark", "language", "theme", *(("sections", "search") if width >= 1000 else ()))
    boxes = [desk.locator(f".header__{part}").bounding_box() for part in parts]
    assert all(boxes)
    tops, bottoms = [box["y"] for box in boxes], [box["y"] + box["height"] for box in boxes]
    assert max(tops) < min(bottoms), dict(zip(parts, boxes, strict=True))
    assert desk.evaluate("document.documentElement.scrollWidth") <= width

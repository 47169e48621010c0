"""The keys of each page: what they do, when they keep still, and where they are told."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def event(page) -> Page:
    """The page of an event that has one before and one after it."""
    page.goto("/?when=2021-06-16")
    page.locator(".event__title a").first.click()
    expect(page.locator(".neighbours a")).to_have_count(2)
    return page


@pytest.fixture
def article(page) -> Page:
    page.goto("/sources/")
    page.locator(".listing__title a").first.click()
    page.wait_for_url("**/sources/*/")  # Until it has loaded: before, nothing listens to keys.
    expect(page.locator(".stepper__count")).to_contain_text("– /")
    return page


def focused(page: Page, attribute: str) -> str | None:
    return page.evaluate("name => document.activeElement.getAttribute(name)", attribute)


@pytest.mark.parametrize("path", ["/", "/actors/", "/sources/", "/undated/", "/method/"])
def test_question_mark_lists_the_keys(page, path):
    page.goto(path)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_link_at_the_foot_opens_the_same_list(page):
    page.goto("/method/")
    page.get_by_role("contentinfo").get_by_role("link", name="Clavier").click()
    expect(page.get_by_role("dialog", name="Clavier")).to_be_visible()
    page.get_by_role("button", name="Fermer").click()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_without_javascript_the_link_leads_to_the_method_page(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/")
    page.get_by_role("contentinfo").get_by_role("link", name="Clavier").click()
    expect(page).to_have_url(re.compile(r"/method/#keyboard$"))


def test_axis_with_the_focus_answers_the_question_mark_alone(page):
    page.goto("/", wait_until="networkidle")
    page.locator("chronology-axis [tabindex='0']").first.focus()
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_have_count(1)
    expect(page.locator("dialog#keys")).to_be_hidden()


def test_slash_goes_to_the_search_and_types_nothing(page):
    page.goto("/actors/")
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    expect(page.locator("#search")).to_have_value("")


@pytest.mark.parametrize(("there", "back"), [("ArrowRight", "ArrowLeft"), ("j", "k")])
def test_keys_lead_to_the_event_after_and_before(event, there, back):
    start = event.url
    event.keyboard.press(there)
    expect(event).not_to_have_url(start)
    event.keyboard.press(back)
    expect(event).to_have_url(start)


@pytest.mark.parametrize("keys", ["Control+ArrowRight", "Alt+j", "Meta+j", "Control+k"])
def test_keys_with_modifiers_are_left_to_the_browser(event, keys):
    start = event.url
    event.evaluate("addEventListener('keydown', event => event.preventDefault())")
    event.keyboard.press(keys)
    event.wait_for_timeout(100)
    assert event.url == start


def test_keys_typed_into_a_field_are_text(event):
    start = event.url
    event.locator("#search").focus()
    event.keyboard.type("jk?/")
    expect(event.locator("#search")).to_have_value("jk?/")
    expect(event.locator("dialog#keys")).to_be_hidden()
    assert event.url == start


def test_keys_can_be_switched_off_and_stay_off(event):
    start = event.url
    event.keyboard.press("?")
    event.get_by_label("Touches actives").uncheck()
    event.keyboard.press("Escape")
    event.reload()
    for key in ("?", "j", "/"):
        event.keyboard.press(key)

    expect(event.locator("dialog#keys")).to_be_hidden()
    expect(event.locator("#search")).not_to_be_focused()
    assert event.url == start


@pytest.mark.parametrize(("there", "back"), [("n", "p"), ("j", "k")])
def test_keys_step_through_the_passages(article, there, back):
    count = article.locator(".stepper__count")
    article.keyboard.press(there)
    expect(count).to_contain_text("1 /")
    article.keyboard.press(there)
    expect(count).to_contain_text("2 /")

    assert focused(article, "data-number") == "2"
    expect(article.locator(".passage--current").first).to_be_in_viewport()
    expect(article.locator('.source__events [aria-current="true"] a').first).to_have_attribute("data-number", "2")
    article.keyboard.press(back)
    expect(count).to_contain_text("1 /")
    assert focused(article, "data-number") == "1"


def test_passage_that_takes_the_focus_says_which_it_is_and_opens_its_event(article):
    article.keyboard.press("n")
    last = article.locator(".passage__number").count()
    expect(article.get_by_role("link", name=re.compile(rf"^Passage 1 sur {last} ?: "))).to_be_focused()
    article.keyboard.press("Enter")
    expect(article).to_have_url(re.compile(r"/events/.+#c-"))


def test_stepping_ends_at_both_ends(article):
    article.keyboard.press("p")
    expect(article.locator(".stepper__count")).to_contain_text("– /")
    last = article.locator(".passage__number").count()
    for _ in range(last + 2):
        article.keyboard.press("n")
    expect(article.locator(".stepper__count")).to_contain_text(f"{last} / {last}")
    expect(article.locator(".stepper [rel=next]")).not_to_have_attribute("href", re.compile(""))


def test_citation_of_an_event_arrives_at_its_passage(event):
    event.locator(".claim__source a").first.click()
    key = event.url.split("#")[1]
    number = event.locator(f'a.passage__number[href$="#{key}"]').get_attribute("data-number")
    expect(event.locator("[data-current]")).to_have_text(number)


def test_without_javascript_links_step_through_the_passages(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/sources/")
    page.locator(".listing__title a").first.click()
    for number in ("1", "2"):
        page.locator(".stepper [rel=next]").click()
        expect(page.locator("[data-current]")).to_have_text(number)
        expect(page.locator(".passage--current").first).to_be_in_viewport()
    page.locator(".stepper [rel=prev]").click()
    expect(page.locator("[data-current]")).to_have_text("1")

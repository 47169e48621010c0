"""What a reader does: narrow the chronology down, open an event, follow a citation into its article and back.

Each journey is made with JavaScript and without: without it the same links and forms go the long way round.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def reader(request, new_context) -> Page:
    page = new_context(java_script_enabled=request.param, viewport={"width": 1280, "height": 900}).new_page()
    page.goto("/")
    return page


def events(page: Page) -> Locator:
    return page.locator("#events article.event")


def actor_box(page: Page, name: str) -> Locator:
    return page.locator("#filters input[name=actor]").and_(page.get_by_label(name))


def choose_actor(page: Page, name: str) -> None:
    page.locator(".filters > summary").click()
    actor_box(page, name).check()
    _send(page)
    expect(page).to_have_url(re.compile(r"[?&]actor="))


def type_span(page: Page, words: str) -> None:
    page.locator(".filters > summary").click()
    page.locator("#when").fill(words)
    page.locator("#when").press("Enter")
    expect(page).to_have_url(re.compile(r"[?&]when="))


def test_the_chronology_shows_the_landmarks_of_both_articles(reader):
    text = reader.locator("#events").inner_text()

    for year in ("2005", "2013", "2021"):
        assert year in text


def test_filter_by_actor_leaves_only_events_with_that_actor(reader):
    everything = events(reader).count()
    choose_actor(reader, "William Burns")

    expect(reader.locator(".chip")).to_have_count(1)
    chosen = events(reader)
    assert 0 < chosen.count() < everything
    for text in chosen.all_inner_texts():
        assert "Burns" in text


def test_filter_can_be_undone_with_one_click(reader):
    everything = events(reader).count()
    choose_actor(reader, "William Burns")
    reader.locator(".chip").click()

    expect(reader.locator(".chip")).to_have_count(0)
    expect(events(reader)).to_have_count(everything)


def test_filter_by_year_leaves_only_events_of_that_year(reader):
    everything = events(reader).count()
    type_span(reader, "2013")

    expect(reader.locator(".year__number")).to_have_text(["2013"])
    assert 0 < events(reader).count() < everything


def test_a_year_of_the_list_of_years_filters_too(reader):
    reader.locator(".filters > summary").click()
    reader.locator(".filters__periods a").filter(has_text="2014").click()

    expect(reader.locator(".year__number")).to_have_text(["2014"])


def test_filters_survive_back_and_reload(reader):
    everything = events(reader).count()
    choose_actor(reader, "William Burns")
    expect(reader.locator(".chip")).to_have_count(1)
    chosen = events(reader).count()

    reader.reload()
    expect(events(reader)).to_have_count(chosen)
    reader.go_back()
    expect(events(reader)).to_have_count(everything)


def test_a_span_that_is_not_understood_says_so_and_loses_nothing(reader):
    everything = events(reader).count()
    reader.goto("/?when=the+day+of+reckoning")

    expect(reader.locator(".notice")).to_be_visible()
    expect(events(reader)).to_have_count(everything)


def test_nothing_matches_is_said_in_words(reader):
    reader.goto("/?when=1815")

    expect(events(reader)).to_have_count(0)
    expect(reader.locator("#events")).not_to_be_empty()


def test_the_meeting_of_november_2021_explains_its_day_from_both_articles(reader):
    open_meeting(reader)

    expect(reader.locator(".dossier__date")).to_contain_text("2")
    expect(reader.locator(".claim")).to_have_count(2)
    how = reader.locator(".dossier__how").inner_text()
    assert "mardi" in how
    assert "2 novembre" in how


def test_citation_leads_to_its_highlighted_passage_and_back(reader):
    open_meeting(reader)
    event = reader.url
    claim = reader.locator(".claim").first
    quoted = "".join(claim.locator("mark").all_inner_texts())
    key = claim.get_attribute("id")

    claim.locator(".claim__source a").click()
    expect(reader).to_have_url(re.compile(rf"/sources/[0-9a-f]+/#{key}$"))
    passage = reader.locator(f'[id="{key}"]')
    expect(passage).to_be_in_viewport()
    assert _words(passage.inner_text()) in _words(quoted)

    reader.locator(f'a.passage__number[href$="#{key}"]').click()
    expect(reader).to_have_url(re.compile(rf"^{re.escape(event)}#{key}$"))
    expect(reader.locator(f'[id="{key}"]')).to_be_in_viewport()


def test_language_can_be_switched_and_stays(reader):
    expect(reader.locator("html")).to_have_attribute("lang", "fr")
    reader.get_by_role("button", name="English").click()

    expect(reader.locator("html")).to_have_attribute("lang", "en")
    reader.locator(".event__title a").first.click()
    expect(reader.locator("html")).to_have_attribute("lang", "en")


def open_meeting(page: Page) -> None:
    """The meeting that both articles report."""
    page.goto("/?when=2+novembre+2021")
    page.locator(".event__title a").filter(has_text="Burns").first.click()
    expect(page).to_have_url(re.compile(r"/events/[\w-]+/$"))


def _send(page: Page) -> None:
    """Without JavaScript a form is sent by its button; with it, a change is enough."""
    if page.evaluate("() => !window.htmx"):
        page.locator("#filters button[type=submit]").click()


def _words(text: str) -> str:
    return " ".join(text.split())


def test_filter_stays_on_the_line_of_the_count_when_words_are_searched_for(reader):
    reader.goto("/?q=Burns")
    count, button = reader.locator("#count").bounding_box(), reader.locator(".filters > summary").bounding_box()
    elsewhere = reader.locator(".view__elsewhere").bounding_box()
    assert button["y"] < count["y"] + count["height"] < elsewhere["y"] + elsewhere["height"]
    assert elsewhere["y"] >= button["y"] + button["height"] - 8

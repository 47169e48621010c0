"""On paper: notes with numbers, whole events, black on white, and nothing that can only be clicked."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader


@pytest.fixture
def printed(new_context) -> Page:
    """A page as the printer gets it, for a reader who prefers dark screens."""
    page = new_context(color_scheme="dark", viewport={"width": 673, "height": 1000}).new_page()
    page.emulate_media(media="print")
    return page


def on_paper(page: Page, path: str) -> str:
    page.goto(path, wait_until="networkidle")
    pages = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def test_every_passage_of_the_chronology_has_a_note_with_its_place(printed):
    text = on_paper(printed, "/")
    passages = printed.locator("#events .quote")

    for number in range(passages.count()):
        expect(passages.nth(number).locator("p")).to_be_visible()
    for footer in printed.locator("#events .quote footer").all():
        place = f"{footer.get_attribute('data-article')}, caractères {footer.get_attribute('data-at')}."
        assert place.replace(" ", "") in text.replace(" ", "")  # Lines may break within it.


def test_notes_stand_below_all_passages_of_their_event(printed):
    printed.goto("/?when=2+novembre+2021")
    event = printed.locator(".event").filter(has=printed.locator(".event__notes")).first
    passages = [quote.bounding_box() for quote in event.locator(".quote p").all()]
    notes = [note.bounding_box() for note in event.locator(".quote footer").all()]

    assert len(notes) == 2
    assert max(box["y"] + box["height"] for box in passages) <= min(box["y"] for box in notes)
    assert notes[0]["y"] < notes[1]["y"]


@pytest.mark.parametrize("path", ["/", "/?when=2021", "/method/", "/actors/", "/sources/", "/undated/"])
def test_paper_is_white_and_has_no_controls(printed, path):
    printed.goto(path, wait_until="networkidle")

    assert printed.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert printed.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    for control in printed.locator("header.header, chronology-axis, .filters, .pages, .stepper, main button").all():
        expect(control).to_be_hidden()
    assert printed.evaluate("document.documentElement.scrollWidth") <= 673


def test_printed_event_shows_the_chain_and_where_each_passage_stands(printed):
    printed.goto("/?when=2+novembre+2021")
    path = printed.locator(".event__title a").filter(has_text="William Burns et Nikolaï").first.get_attribute("href")
    text = on_paper(printed, path)

    assert "Compté à partir de" in text
    assert "caractères" in text
    assert "Imprimé de" in text
    assert "#c-" not in text


def test_printed_article_keeps_its_numbers_and_their_events(printed):
    printed.goto("/sources/")
    path = printed.locator(".listing__title a").first.get_attribute("href")
    text = on_paper(printed, path)

    assert "Événements dans cet article" in text
    assert "SHA-256" in text
    assert "ouvrir l’événement" not in text

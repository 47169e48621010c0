"""The hint of the first visit: until the axis has been used once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axis import SAVE, STAGE, ZOOM_IN, button, draw, enter

HINT = ".axis__hint"


def test_first_visit_has_a_hint(axis):
    expect(axis.locator(HINT)).to_have_text(re.compile("^Glisser pour se déplacer, Ctrl"))


@pytest.mark.parametrize("use", ["drag", "wheel", "key", "button", "dismiss"])
def test_hint_goes_for_good_when_the_axis_is_used(axis, use):
    if use == "drag":
        axis.locator(STAGE).hover(position={"x": 500, "y": 250})
        axis.mouse.down()
        axis.mouse.move(300, 400, steps=3)
        axis.mouse.up()
    elif use == "wheel":
        axis.locator(STAGE).hover()
        axis.keyboard.down("Control")
        axis.mouse.wheel(0, -100)
        axis.keyboard.up("Control")
    elif use == "key":
        enter(axis)
        axis.keyboard.press("ArrowRight")
    elif use == "button":
        button(axis, ZOOM_IN).click()
    else:
        axis.locator(f"{HINT} button").click()
    expect(axis.locator(HINT)).to_be_hidden()

    axis.goto("/")
    expect(axis.locator(".axis__event").first).to_be_attached()
    expect(axis.locator(HINT)).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 700, 320])
def test_hint_covers_nothing_that_is_written(axis, width):
    axis.set_viewport_size({"width": width, "height": 900})
    hint, whole, below = (
        axis.locator(part).bounding_box() for part in (HINT, "chronology-axis", ".year__number >> nth=0")
    )

    assert whole["y"] + whole["height"] <= hint["y"]
    assert hint["y"] + hint["height"] <= below["y"]


def test_hint_comes_and_goes_without_moving_anything(axis):
    where = "[...document.querySelectorAll('.axis__bar *, .axis__stage, .events')].map((part) => part.offsetTop).join()"
    before = axis.evaluate(where)
    axis.locator(f"{HINT} button").click()

    assert axis.evaluate(where) == before


def test_hint_can_be_dismissed_by_key_and_finger(axis):
    box = axis.locator(f"{HINT} button").bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    axis.locator(f"{HINT} button").focus()
    axis.keyboard.press("Enter")
    expect(axis.locator(HINT)).to_be_hidden()


def test_fingers_have_words_of_their_own(new_context):
    page = new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800}).new_page()
    draw(page)
    expect(page.locator(HINT)).to_have_text(re.compile("pincer pour zoomer"))


def test_browser_that_keeps_nothing_shows_it_once_a_page(page):
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });"
    )
    draw(page)
    page.locator(f"{HINT} button").click()
    expect(page.locator(HINT)).to_be_hidden()
    page.locator(".axis__lanes").select_option("kind")
    expect(page.locator("chronology-axis.has-lanes")).to_be_attached()


def test_controls_are_large_enough_for_fingers(axis):
    axis.locator(f"{SAVE} summary").click()
    for control in axis.locator(".axis__bar button, .axis__bar select, .axis__bar summary").all():
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24

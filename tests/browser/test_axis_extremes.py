"""The axis at the ends of what can come: dates, numbers, names, rooms, networks, fingers and directions."""

from __future__ import annotations

import json
import re
import time
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axis import (
    COUNTS,
    EVENTS,
    FIT,
    STAGE,
    ZOOM_IN,
    ZOOM_OUT,
    answer,
    button,
    counted,
    draw,
    enter,
    eventually,
    gathering,
    serve,
    view,
)

FIRST, LAST = -719_162, 2_932_896
"""1 January of year 1 and 31 December 9999."""

YEAR_MINUS_9999 = -4_371_587


def scale(page: Page) -> dict[str, float]:
    found: dict[str, float] = page.evaluate(
        "(({ start, end, pxPerDay }) => ({ start, end, pxPerDay }))("
        "document.querySelector('chronology-axis').stage.scale)"
    )
    return found


def spanning(first: int, last: int, **changes: object) -> dict[str, Any]:
    data = answer(2, extent=[first, last])
    data["events"] |= {"first": [first, last], "last": [first, last], **changes}
    return data


# -- dates ----------------------------------------------------------------------------------------------------------


def test_window_stays_at_the_calendar_however_far_the_reader_zooms_and_pans(page):
    draw(page, spanning(FIRST, LAST))
    whole = LAST - FIRST
    for _ in range(12):
        button(page, ZOOM_OUT).click()
    page.evaluate(
        "document.querySelector('chronology-axis').stage.move(document.querySelector('chronology-axis').stage.scale.pannedBy(1e9))"
    )
    page.wait_for_timeout(300)
    now = scale(page)

    assert now["end"] - now["start"] <= 4 * whole
    assert now["start"] <= FIRST + 1 <= now["end"]
    assert view(page)["from"] == "0001-01-01"
    page.evaluate(
        "document.querySelector('chronology-axis').stage.move(document.querySelector('chronology-axis').stage.scale.pannedBy(-1e9))"
    )
    assert view(page)["to"] == "9999-12-31"


@pytest.mark.parametrize(
    ("first", "last"),
    [(YEAR_MINUS_9999, 0), (0, 9_000_000), (-1e300, 1e300), (YEAR_MINUS_9999, YEAR_MINUS_9999)],
    ids=["year -9999", "year 26000", "no calendar", "all before year 1"],
)
def test_days_that_no_calendar_reaches_are_drawn_at_its_edge(page, first, last):
    draw(page, spanning(first, last))
    now = scale(page)

    assert now["pxPerDay"] > 0
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", view(page)["from"])
    for _ in range(3):
        button(page, ZOOM_IN).click()
    enter(page)
    page.keyboard.press("Home")
    expect(page.locator(f"{EVENTS}:focus, {COUNTS}:focus, {STAGE}:focus").first).to_be_attached()


def test_interval_of_a_thousand_years_is_one_bar_that_keeps_its_name_in_view(page):
    data = answer(1, extent=[-365_250, 0])
    data["events"] |= {"first": [-365_250], "last": [0], "precision": ["interval"], "title": ["Mille ans"]}
    draw(page, data)
    for _ in range(8):
        button(page, ZOOM_IN).click()
    box = page.locator(EVENTS).bounding_box()
    stage = page.locator(STAGE).bounding_box()

    assert box is not None
    assert stage is not None
    assert (box["x"], box["width"]) == pytest.approx((stage["x"], stage["width"]), abs=3)
    label = page.evaluate(
        "() => { let x = null; const { stage } = document.querySelector('chronology-axis');"
        " const spy = { fillText: (text, left) => { if (text === 'Mille ans') x = left; } };"
        " stage.drawOn(new Proxy({}, { get: (_, name) => spy[name] ?? (() => {}), set: () => true }), { family: {} });"
        " return x; }"
    )
    assert 0 <= label < stage["width"]


def test_all_events_of_one_day_are_reached_by_keyboard(page):
    draw(page, answer(40))
    enter(page)
    page.keyboard.press("Home")
    for _ in range(39):
        page.keyboard.press("ArrowRight")

    assert page.evaluate("document.activeElement.getAttribute('href')") == "/events/e39/"


# -- numbers and names ----------------------------------------------------------------------------------------------


def test_twenty_thousand_events_of_one_actor_are_counts_within_a_second(page):
    draw(page, counted(500))
    begun = time.monotonic()
    button(page, ZOOM_IN).click()
    button(page, FIT).click()

    assert time.monotonic() - begun < 5
    assert page.locator(f"{STAGE} li").count() <= 250


@pytest.mark.parametrize("width", [320, 1280])
def test_title_of_two_hundred_letters_widens_nothing(new_context, width):
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    data = answer(1)
    data["events"]["title"] = ["A" * 200]
    draw(page, data)
    page.locator(EVENTS).focus()
    card = page.locator(".axis__card").bounding_box()

    assert card is not None
    assert card["x"] >= 0
    assert card["x"] + card["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_filter_that_matches_nothing_leaves_a_calm_page(page):
    page.goto("/?when=1815")

    expect(page.locator("chronology-axis")).to_be_hidden()
    expect(page.locator(".empty")).to_be_visible()


def test_nothing_to_draw_offers_nothing_that_fails(page):
    serve(page, answer(0, extent=None))
    page.goto("/")
    expect(page.locator(".axis__status")).to_have_text("Rien à dessiner.")
    for place in (ZOOM_IN, ZOOM_OUT):
        button(page, place).click()
    page.locator(STAGE).focus()
    for key in ("Home", "End", "ArrowRight", "+", "0", "PageDown"):
        page.keyboard.press(key)
    page.locator(".axis__lanes").select_option("kind")
    expect(page.locator(".axis__status")).to_be_visible()


# -- rooms ----------------------------------------------------------------------------------------------------------


def test_axis_that_was_hidden_from_the_start_is_drawn_when_shown(page):
    page.add_init_script(
        "const style = new CSSStyleSheet(); style.replaceSync('chronology-axis { display: none !important; }');"
        " document.adoptedStyleSheets = [style];"
    )
    serve(page, gathering(6))
    with page.expect_response("**/axis.json*"):
        page.goto("/")
    page.wait_for_timeout(200)
    page.evaluate("document.adoptedStyleSheets = []")

    expect(page.locator(EVENTS)).to_have_count(6)
    stage = page.locator(STAGE).bounding_box()
    assert stage is not None
    for link in page.locator(EVENTS).all():
        box = link.bounding_box()
        assert box is not None
        assert stage["x"] <= box["x"] <= stage["x"] + stage["width"]


def test_lanes_survive_a_turn_of_the_screen(page):
    draw(page, gathering(12))
    page.locator(".axis__lanes").select_option("kind")
    for width in (400, 0, 1280):
        page.evaluate(f"document.querySelector('chronology-axis').style.width = '{width}px'")
        page.wait_for_timeout(200)

    expect(page.locator(EVENTS).first).to_be_attached()
    assert scale(page)["pxPerDay"] > 0


# -- networks -------------------------------------------------------------------------------------------------------


def test_answer_that_breaks_off_is_said_and_can_be_asked_for_again(page):
    whole = json.dumps(gathering(6))
    cut = [True]
    page.route(
        "**/axis.json*",
        lambda route: route.fulfill(body=whole[: len(whole) // 2] if cut else whole, content_type="application/json"),
    )
    page.goto("/")
    expect(page.locator(".axis__status")).to_contain_text("ne contient pas")
    expect(page.locator(".event__title").first).to_be_visible()
    cut.clear()
    page.locator(".axis__status button").click()

    expect(page.locator(EVENTS)).to_have_count(6)


def test_scripts_that_do_not_load_leave_the_list_and_no_hole(page, watch):
    watch.expected = ("Failed to load resource",)
    page.route("**/js/axis/chronology-axis*.js", lambda route: route.abort())
    page.goto("/", wait_until="load")

    expect(page.locator("chronology-axis")).to_be_hidden()
    expect(page.locator(".event__title").first).to_be_visible()


def test_scripts_that_break_leave_the_list_and_no_hole(page, watch):
    page.route("**/js/axis/chronology-axis*.js", lambda route: route.fulfill(body="?", content_type="text/javascript"))
    page.goto("/", wait_until="load")

    expect(page.locator("chronology-axis")).to_be_hidden()
    assert any("script error" in problem for problem in watch.problems)
    watch.problems.clear()


def test_no_scripts_leave_no_hole(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/")

    expect(page.locator("chronology-axis")).to_be_hidden()
    expect(page.locator(".event__title").first).to_be_visible()


def test_page_without_an_axis_loses_nothing(page):
    page.goto("/method/", wait_until="load")

    expect(page.locator("main h1")).to_be_visible()


# -- fingers --------------------------------------------------------------------------------------------------------


@pytest.fixture
def touched(new_context) -> Page:
    page = new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800}).new_page()
    return draw(page, gathering(30))


def touch(page: Page, path: list[list[tuple[float, float]]]) -> None:
    """Fingers from place to place; each step has one point for each finger, from the corner of the stage."""
    box = page.locator(STAGE).bounding_box()
    assert box is not None
    session = page.context.new_cdp_session(page)
    for step, points in enumerate(path):
        fingers = [{"x": box["x"] + x, "y": box["y"] + y, "id": place} for place, (x, y) in enumerate(points)]
        kind = "touchStart" if step == 0 else "touchMove"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_finger_pans(touched):
    button(touched, ZOOM_IN).click()
    before = view(touched)
    touch(touched, [[(300 - 20 * step, 180)] for step in range(10)])

    eventually(touched, lambda: view(touched)["from"] > before["from"])
    assert touched.url.endswith("/")


def test_finger_that_goes_up_scrolls_the_page_and_leaves_the_axis(touched):
    before = view(touched)
    touch(touched, [[(180, 200 - 15 * step)] for step in range(10)])

    eventually(touched, lambda: touched.evaluate("scrollY") > 0)
    assert view(touched) == before


def test_two_fingers_pinch_around_the_day_between_them(touched):
    middle = "document.querySelector('chronology-axis').stage.scale.day(200)"
    day = touched.evaluate(middle)
    wide = scale(touched)
    touch(touched, [[(200 - 30 - 10 * step, 150), (200 + 30 + 10 * step, 150)] for step in range(8)])
    eventually(touched, lambda: scale(touched)["pxPerDay"] > 2 * wide["pxPerDay"])
    assert touched.evaluate(middle) == pytest.approx(day, abs=12)

    near = scale(touched)
    touch(touched, [[(200 - 110 + 10 * step, 150), (200 + 110 - 10 * step, 150)] for step in range(8)])
    eventually(touched, lambda: scale(touched)["pxPerDay"] < near["pxPerDay"])


def test_lifting_one_of_two_fingers_goes_on_panning(touched):
    touch(touched, [[(150, 150), (250, 150)], [(100, 150), (300, 150)], [(90, 150), (310, 150)]])
    before = view(touched)
    touch(touched, [[(250 - 20 * step, 150)] for step in range(8)])

    eventually(touched, lambda: view(touched)["from"] > before["from"])


def test_tap_opens_the_event(touched, watch):
    watch.expected = ("status of 404",)
    for _ in range(3):
        button(touched, ZOOM_IN).click()
    touched.locator(EVENTS).first.tap()

    expect(touched).to_have_url(re.compile("/events/"))


# -- directions -----------------------------------------------------------------------------------------------------


@pytest.fixture
def mirrored(new_context) -> Page:
    """The page as a language written from right to left would have it; time still runs to the right."""
    page = new_context(viewport={"width": 800, "height": 800}).new_page()
    page.add_init_script(
        "new MutationObserver((_, observer) => { if (!document.documentElement) return;"
        " document.documentElement.dir = 'rtl'; observer.disconnect(); }).observe(document, { childList: true });"
    )
    page = draw(page, gathering(12))
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    return page


def test_mirrored_page_zooms_at_the_pointer(mirrored):
    box = mirrored.locator(STAGE).bounding_box()
    assert box is not None
    day = "document.querySelector('chronology-axis').stage.scale.day(200)"
    before = mirrored.evaluate(day)
    mirrored.mouse.move(box["x"] + 200, box["y"] + 200)
    mirrored.keyboard.down("Control")
    mirrored.mouse.wheel(0, -200)
    mirrored.keyboard.up("Control")
    mirrored.wait_for_timeout(300)

    assert mirrored.evaluate(day) == pytest.approx(before, abs=0.5)


def test_mirrored_page_has_marks_under_their_links_and_the_bar_mirrored(mirrored):
    lefts = [link.evaluate("(link) => link.getBoundingClientRect().left") for link in mirrored.locator(EVENTS).all()]
    marks = mirrored.evaluate(
        "(() => { const { stage } = document.querySelector('chronology-axis');"
        " return stage.data.events.first.map((day) => stage.scale.x(day)); })()"
    )
    edge = mirrored.locator(STAGE).evaluate("(stage) => stage.getBoundingClientRect().left")
    assert all(abs(left - edge - x) < 20 or left - edge < x for left, x in zip(lefts, marks, strict=True))
    assert lefts[0] < lefts[6] < lefts[-1]
    help_box = mirrored.locator(".axis__bar > .axis__button").last.bounding_box()
    range_box = mirrored.locator(".axis__range").bounding_box()
    assert help_box is not None
    assert range_box is not None
    assert help_box["x"] < range_box["x"]
    assert mirrored.evaluate("document.documentElement.scrollWidth") == 800


def test_mirrored_page_shows_cards_menu_and_brush_inside(mirrored):
    mirrored.locator(EVENTS).first.hover()
    mirrored.locator(".axis__save summary").click()
    for part in (".axis__card", ".axis__menu", ".axis__brush", ".axis__hint"):
        box = mirrored.locator(part).bounding_box()
        if box is None:
            continue
        assert box["x"] >= 0, part
        assert box["x"] + box["width"] <= 800, part


def test_mirrored_arrows_follow_time(mirrored):
    enter(mirrored)
    mirrored.keyboard.press("Home")
    mirrored.keyboard.press("ArrowRight")

    assert mirrored.evaluate("document.activeElement.getAttribute('aria-label')") == "1e événement"

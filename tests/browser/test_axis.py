"""The chronology axis as readers use it: by mouse, fingers and keyboard, and when its data fail or are hostile."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.axis import (
    COUNTS,
    EVENTS,
    FILTER,
    FIT,
    STAGE,
    ZOOM_IN,
    answer,
    button,
    enter,
    eventually,
    focused,
    serve,
    view,
)

# -- what is there --------------------------------------------------------------------------------------------------


def test_every_mark_is_a_named_link_to_its_event(axis):
    for link in axis.locator(EVENTS).all():
        assert re.match(r"/events/[\w-]+/$", link.get_attribute("href") or "")
        assert re.search(r"\d{4}.*, \d+ source", link.get_attribute("aria-label") or "")


def test_marks_are_one_stop_of_the_tab_key(axis):
    assert axis.locator(f"{STAGE} [tabindex='0']").count() == 1


def test_axis_moves_nothing_when_it_is_drawn(page):
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries())"
        " window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto("/")
    expect(page.locator(EVENTS).first).to_be_attached()
    page.wait_for_timeout(200)
    assert page.evaluate("window.shift") <= 0.01


def test_canvas_is_as_fine_as_the_screen(new_context):
    page = new_context(device_scale_factor=2).new_page()
    page.goto("/")
    expect(page.locator(EVENTS).first).to_be_attached()
    assert page.locator(".axis__canvas").first.evaluate("(canvas) => canvas.width / canvas.clientWidth") == 2


def test_theme_change_redraws_in_other_colours(axis):
    light = axis.evaluate("document.querySelector('.axis__canvas').toDataURL()")
    axis.emulate_media(color_scheme="dark")
    eventually(axis, lambda: axis.evaluate("document.querySelector('.axis__canvas').toDataURL()") != light)


# -- mouse and fingers ----------------------------------------------------------------------------------------------


def test_buttons_zoom_and_show_everything_again(axis):
    whole = view(axis)
    button(axis, ZOOM_IN).click()
    near = view(axis)
    assert near["from"] > whole["from"]
    assert near["to"] < whole["to"]

    button(axis, FIT).click()
    assert view(axis) == whole


def test_plain_wheel_scrolls_the_page_and_leaves_the_axis(axis):
    whole = view(axis)
    axis.locator(STAGE).hover()
    axis.mouse.wheel(0, 200)
    eventually(axis, lambda: axis.evaluate("scrollY") > 0)
    assert view(axis) == whole


def test_wheel_with_control_zooms(axis):
    whole = view(axis)
    axis.locator(STAGE).hover()
    axis.keyboard.down("Control")
    axis.mouse.wheel(0, -200)
    axis.keyboard.up("Control")
    eventually(axis, lambda: view(axis)["from"] > whole["from"])


def test_dragging_pans_and_opens_nothing(axis):
    button(axis, ZOOM_IN).click()
    before = view(axis)
    box = axis.locator(EVENTS).first.bounding_box() or axis.locator(STAGE).bounding_box()
    assert box is not None
    axis.mouse.move(box["x"] + 5, box["y"] + 5)
    axis.mouse.down()
    axis.mouse.move(box["x"] + 155, box["y"] + 5, steps=5)
    axis.mouse.up()
    eventually(axis, lambda: view(axis)["from"] < before["from"])
    assert axis.url.endswith("/")


def test_click_on_a_mark_opens_its_event(axis):
    axis.locator(EVENTS).last.click()
    expect(axis).to_have_url(re.compile(r"/events/"))


def test_pointer_on_a_mark_shows_its_card(axis):
    axis.locator(EVENTS).last.hover()
    expect(axis.locator(".axis__card")).to_be_visible()
    expect(axis.locator(".axis__card")).to_contain_text("source")


def test_two_fingers_zoom(new_context):
    page = new_context(has_touch=True, viewport={"width": 390, "height": 800}).new_page()
    page.goto("/")
    expect(page.locator(EVENTS).first).to_be_attached()
    whole = view(page)
    box = page.locator(STAGE).bounding_box()
    assert box is not None
    session = page.context.new_cdp_session(page)
    for kind, spread in [("touchStart", 30), ("touchMove", 60), ("touchMove", 110), ("touchEnd", None)]:
        sides = [] if spread is None else [-spread, spread]
        fingers = [{"x": box["x"] + 180 + side, "y": box["y"] + 20} for side in sides]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})
    eventually(page, lambda: view(page)["from"] > whole["from"] and view(page)["to"] < whole["to"])


def test_nothing_but_the_axis_is_wider_than_a_phone(new_context):
    page = new_context(viewport={"width": 320, "height": 700}).new_page()
    page.goto("/")
    expect(page.locator(EVENTS).first).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


# -- keyboard -------------------------------------------------------------------------------------------------------


def test_arrows_go_from_event_to_event_in_order_of_time(axis):
    enter(axis)
    axis.keyboard.press("Home")
    heard = [focused(axis)]
    total = axis.evaluate("document.querySelector('chronology-axis').stage.data.events.size")
    for _ in range(total - 1):
        axis.keyboard.press("ArrowRight")
        heard.append(focused(axis))
    labels = axis.evaluate("document.querySelector('chronology-axis').stage.data.events.label")
    assert heard == labels

    axis.keyboard.press("ArrowLeft")
    assert focused(axis) == labels[-2]


def test_end_goes_to_the_last_event_even_when_zoomed_in(axis):
    enter(axis)
    axis.keyboard.press("Home")
    for _ in range(6):
        axis.keyboard.press("+")
    axis.keyboard.press("End")
    labels = axis.evaluate("document.querySelector('chronology-axis').stage.data.events.label")
    assert focused(axis) == labels[-1]


def test_enter_opens_the_focused_event(axis):
    enter(axis)
    axis.keyboard.press("End")
    href = axis.evaluate("document.activeElement.getAttribute('href')")
    axis.keyboard.press("Enter")
    expect(axis).to_have_url(re.compile(re.escape(href)))


def test_escape_closes_the_card_then_leaves_the_axis(axis):
    enter(axis)
    expect(axis.locator(".axis__card")).to_be_visible()
    axis.keyboard.press("Escape")
    expect(axis.locator(".axis__card")).to_be_hidden()
    axis.keyboard.press("Escape")
    assert focused(axis) == "BODY"


def test_question_mark_shows_help_and_closing_returns(axis):
    enter(axis)
    before = focused(axis)
    axis.keyboard.press("?")
    expect(axis.locator(".axis__help")).to_be_visible()
    axis.keyboard.press("Escape")
    expect(axis.locator(".axis__help")).to_be_hidden()
    assert focused(axis) == before


# -- the page around it ---------------------------------------------------------------------------------------------


def test_window_becomes_the_filter_of_the_list(axis):
    button(axis, ZOOM_IN).click()
    window = view(axis)
    button(axis, FILTER).click()
    expect(axis).to_have_url(re.compile(rf"when={window['from']}(%2F|/){window['to']}"))


def test_page_may_take_the_span_for_itself(axis):
    axis.evaluate(
        "document.addEventListener('axis:span', (event) => { event.preventDefault(); window.span = event.detail; })"
    )
    button(axis, ZOOM_IN).click()
    window = view(axis)
    button(axis, FILTER).click()
    assert axis.evaluate("window.span") == window
    assert axis.url.endswith("/")


def test_new_source_is_loaded_and_shown(axis):
    axis.evaluate("document.querySelector('chronology-axis').dataset.src = '/axis.json?when=2005'")
    expect(axis.locator(EVENTS)).to_have_count(1)


def test_removed_element_leaves_nothing_behind_and_can_return(axis):
    before = axis.locator(EVENTS).count()
    axis.evaluate(
        "(() => { const axis = document.querySelector('chronology-axis'); const place = axis.parentNode;"
        " axis.remove(); window.left = axis.childNodes.length; place.append(axis); })()"
    )
    assert axis.evaluate("window.left") == 0
    expect(axis.locator(EVENTS)).to_have_count(before)


# -- when things go wrong -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "body"),
    [(500, "<h1>Server error</h1>"), (200, "<p>garbage"), (200, '{"total": 3}'), (400, '{"reason": "Too curious."}')],
    ids=["server error", "no JSON", "other JSON", "refusal"],
)
def test_failure_is_said_in_the_axis_and_the_list_stays(page, watch, status, body):
    watch.expected = ("status of",)
    page.route("**/axis.json*", lambda route: route.fulfill(status=status, body=body))
    page.goto("/")
    expect(page.locator(".axis__status")).to_be_visible()
    if "reason" in body:
        expect(page.locator(".axis__status")).to_contain_text("Too curious.")
    expect(page.locator(".event__title").first).to_be_visible()

    page.unroute("**/axis.json*")
    page.locator(".axis__status button").click()
    expect(page.locator(EVENTS).first).to_be_attached()
    expect(page.locator(".axis__status")).to_be_hidden()


def test_unreachable_server_is_said(page, watch):
    watch.expected = ("Failed to load resource",)
    page.route("**/axis.json*", lambda route: route.abort())
    page.goto("/")
    expect(page.locator(".axis__status")).to_be_visible()


def test_slow_server_is_waited_for(page):
    held: list[Any] = []
    page.route("**/axis.json*", lambda route: held.append(route))
    page.goto("/")
    expect(page.locator(".axis__status")).to_be_visible()
    expect(page.locator(".event__title").first).to_be_visible()
    held[0].continue_()
    expect(page.locator(EVENTS).first).to_be_attached()
    expect(page.locator(".axis__status")).to_be_hidden()


def test_no_events_is_said(page):
    serve(page, answer(0, extent=None))
    page.goto("/")
    expect(page.locator(".axis__status")).to_have_text("Rien à dessiner.")


def test_twenty_thousand_events_of_one_day_are_a_count_that_filters(page):
    serve(page, answer(20_000))
    page.goto("/")
    expect(page.locator(COUNTS)).to_have_attribute("aria-label", re.compile(r"\d\d.\d\d\d événements"))
    assert page.locator(f"{STAGE} li").count() < 20
    page.evaluate(
        "document.addEventListener('axis:span', (event) => { event.preventDefault(); window.span = event.detail; })"
    )
    page.locator(COUNTS).click()
    assert page.evaluate("window.span") == {"from": "1970-01-01", "to": "1970-01-01"}


def test_whole_calendar_is_drawn_from_year_1_to_9999(page):
    data = answer(2, extent=[-719162, 2932896])
    data["events"] |= {"first": [-719162, 2932896], "last": [-719162, 2932896]}
    serve(page, data)
    page.goto("/")
    expect(page.locator(EVENTS)).to_have_count(2)
    enter(page)
    page.keyboard.press("Home")
    for _ in range(14):
        page.keyboard.press("+")
    expect(page.locator(EVENTS)).to_have_count(1)


def test_long_title_stays_inside_the_window(page):
    serve(page, answer(1))
    page.goto("/")
    page.locator(EVENTS).hover()
    card = page.locator(".axis__card").bounding_box()
    assert card is not None
    assert card["x"] >= 0
    assert card["x"] + card["width"] <= 1280


def test_axis_without_room_draws_again_when_it_has_some(axis):
    axis.evaluate("document.querySelector('chronology-axis').style.width = '0px'")
    axis.wait_for_timeout(250)
    axis.evaluate("document.querySelector('chronology-axis').style.width = ''")
    axis.wait_for_timeout(400)
    expect(axis.locator(EVENTS).first).to_be_attached()
    assert axis.evaluate("Number.isFinite(document.querySelector('chronology-axis').stage.scale.start)")

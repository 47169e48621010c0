"""Lanes of the axis: one for each family of kinds or for each of the busiest actors."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axis import COUNTS, EVENTS, LANES, STAGE, ZOOM_IN, button, counted, draw, enter, focused, gathering


def names(page: Page) -> list[str]:
    """The lanes that are drawn, from top to bottom."""
    drawn: list[str] = page.evaluate(
        "() => { const names = []; const { stage } = document.querySelector('chronology-axis');"
        " const spy = { fillText: (text) => names.push(text) };"
        " const context = new Proxy({}, { get: (_, name) => spy[name] ?? (() => {}), set: () => true });"
        " stage.drawOn(context, { family: {} }); return names; }"
    )
    return drawn


def sort(page: Page, mode: str) -> None:
    page.locator(LANES).select_option(mode)
    if mode == "one":
        expect(page.locator("chronology-axis.has-lanes")).to_have_count(0)
    else:
        expect(page.locator("chronology-axis.has-lanes")).to_be_attached()


def test_lanes_by_kind_hold_every_event_once(page):
    draw(page, gathering(12))
    labels = {link.get_attribute("aria-label") for link in page.locator(EVENTS).all()}
    sort(page, "kind")

    assert [name for name in names(page) if name in {"Rencontres", "Visites", "Paroles", "Accords"}] == [
        "Rencontres",
        "Visites",
        "Paroles",
        "Accords",
    ]
    assert labels <= {link.get_attribute("aria-label") for link in page.locator(EVENTS).all()}


def test_events_of_one_lane_stand_at_one_height(page):
    draw(page, gathering(4))
    sort(page, "kind")

    tops = [link.evaluate("(link) => link.getBoundingClientRect().top") for link in page.locator(EVENTS).all()]
    assert tops == sorted(tops)
    assert len(set(tops)) == 4


def test_lanes_by_actor_are_the_busiest_and_the_others(page):
    draw(page, gathering(40))
    sort(page, "actor")
    drawn = names(page)

    lanes = [name for name in drawn if name.startswith("Acteur") or name == "Autres"]
    assert set(lanes[:2]) == {"Acteur 0", "Acteur 1"}
    assert lanes[-1] == "Autres"
    assert len(lanes) == 8


def test_event_of_two_actors_stands_twice_and_is_one_stop_of_the_keyboard(page):
    data = gathering(3)
    data["events"]["actors"] = [[0, 1], [0, 1], [1]]
    draw(page, data)
    sort(page, "actor")

    assert page.locator(EVENTS).count() == 5
    assert page.locator(f"{STAGE} li[aria-hidden] a").count() == 2
    enter(page)
    page.keyboard.press("Home")
    heard = [focused(page)]
    for _ in range(2):
        page.keyboard.press("ArrowRight")
        heard.append(focused(page))
    assert heard == data["events"]["label"]


def test_second_mark_of_an_event_opens_it_too(page):
    data = gathering(2)
    data["events"]["actors"] = [[0, 1], [0]]
    draw(page, data)
    sort(page, "actor")
    page.locator(f"{STAGE} li[aria-hidden] a").hover()
    expect(page.locator(".axis__card")).to_contain_text("Événement 0")
    assert page.locator(f"{STAGE} li[aria-hidden] a").get_attribute("href") == "/events/e0/"


def test_names_of_lanes_stay_while_panning(page):
    draw(page, gathering(12))
    sort(page, "kind")
    button(page, ZOOM_IN).click()
    box = page.locator(STAGE).bounding_box()
    assert box is not None

    def gutter() -> Any:
        return page.evaluate(
            "() => { const canvas = document.querySelector('.axis__stage canvas');"
            " const copy = new OffscreenCanvas(140, canvas.height - 44); const context = copy.getContext('2d');"
            " context.drawImage(canvas, 0, 0);"
            " return [...context.getImageData(0, 0, 140, copy.height).data].join(); }"
        )

    before = gutter()
    page.mouse.move(box["x"] + 600, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 400, box["y"] + 5, steps=4)
    page.wait_for_timeout(50)
    assert gutter() == before
    page.mouse.up()


def test_choice_of_lanes_lasts_for_the_visit_and_can_be_taken_back(page):
    draw(page, gathering(12))
    sort(page, "kind")
    plain = page.locator(STAGE).bounding_box()
    page.reload()
    expect(page.locator("chronology-axis.has-lanes")).to_be_attached()
    expect(page.locator(LANES)).to_have_value("kind")

    sort(page, "one")
    assert page.evaluate("sessionStorage.getItem('axis-lanes')") == "one"
    now = page.locator(STAGE).bounding_box()
    assert now is not None
    assert plain is not None
    assert now["height"] <= plain["height"]


def test_attribute_chooses_lanes(page):
    draw(page, gathering(12))
    page.evaluate("document.querySelector('chronology-axis').dataset.lanes = 'kind'")
    expect(page.locator("chronology-axis.has-lanes")).to_be_attached()


def test_lanes_need_room_and_the_axis_grows(page):
    draw(page, gathering(200))
    before = page.locator("chronology-axis").bounding_box()
    sort(page, "actor")
    after = page.locator("chronology-axis").bounding_box()

    assert before is not None
    assert after is not None
    assert before["height"] < after["height"] < 900


def test_counts_of_a_lane_say_their_lane(page):
    draw(page, gathering(300))
    sort(page, "kind")
    labels = [str(count.get_attribute("aria-label")) for count in page.locator(COUNTS).all()]

    assert any(label.startswith("Rencontres, ") for label in labels)


def test_nothing_is_lost_in_lanes_however_many_events(page):
    draw(page, gathering(300))
    sort(page, "kind")
    total = page.evaluate(
        "(() => { const { entries } = document.querySelector('chronology-axis').navigation;"
        " return entries.reduce((sum, { count }) => sum + (count ? count.count : 1), 0); })()"
    )
    assert total == 300


def test_counts_cannot_be_sorted_and_say_why(page):
    draw(page, counted(400))

    expect(page.locator(LANES)).to_have_attribute("aria-disabled", "true")
    expect(page.locator(LANES)).to_have_attribute("title", "Trop d’événements.")
    expect(page.locator(f"{LANES} option[value=kind]")).to_be_disabled()


def test_lanes_by_actor_are_not_offered_where_nobody_is_named(page):
    data = gathering(6)
    del data["actors"]
    draw(page, data)

    expect(page.locator(f"{LANES} option[value=actor]")).to_be_disabled()
    expect(page.locator(f"{LANES} option[value=kind]")).to_be_enabled()


@pytest.mark.parametrize("places", [[[99]] * 6, ["x"] * 6, [[0]]], ids=["beyond", "no list", "too few"])
def test_nonsense_about_actors_leaves_the_rest(page, places):
    data = gathering(6)
    data["events"]["actors"] = places
    draw(page, data)

    expect(page.locator(f"{LANES} option[value=actor]")).to_be_disabled()


@pytest.mark.parametrize("width", [320, 1280])
def test_name_of_two_hundred_letters_stays_in_its_place(new_context, width):
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    data = gathering(6)
    data["actors"][0] = "Organisation du traité de l’Atlantique nord " * 5
    draw(page, data)
    sort(page, "actor")

    written = [name for name in names(page) if name.startswith("Organisation")]
    assert written
    assert all(len(name) < 60 for name in written)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_focused_event_in_a_count_is_shown_in_its_lane(page):
    data = gathering(60)
    data["events"] |= {"first": [18_628] * 60, "last": [18_628] * 60}
    draw(page, {**data, "extent": [18_628, 18_628]})
    sort(page, "kind")
    enter(page)
    page.evaluate("document.querySelector('chronology-axis').navigation.stepTo(0)")
    expect(page.locator(f"{EVENTS}:focus")).to_be_attached()
    box = page.locator(f"{EVENTS}:focus").bounding_box()
    stage = page.locator(STAGE).bounding_box()
    assert box is not None
    assert stage is not None
    assert box["y"] < stage["y"] + stage["height"] / 2

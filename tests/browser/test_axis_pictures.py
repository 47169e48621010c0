"""The current view saved as a picture: what is drawn is what is saved."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axis import LANES, SAVE, ZOOM_IN, answer, button, counted, draw, gathering, view

SVG = "{http://www.w3.org/2000/svg}"


def saved(page: Page, kind: str, folder: Path) -> Path:
    page.locator(f"{SAVE} summary").click()
    with page.expect_download() as download:
        page.locator(f"{SAVE} button").nth(0 if kind == "svg" else 1).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def texts(path: Path) -> list[str]:
    return ["".join(element.itertext()) for element in ET.parse(path).iter(f"{SVG}text")]


def test_svg_holds_the_labels_as_text_each_once(page, tmp_path):
    draw(page, gathering(3))
    written = texts(saved(page, "svg", tmp_path))

    assert [written.count(f"Événement {place}") for place in range(3)] == [1, 1, 1]


def test_svg_has_title_and_description(axis, tmp_path):
    root = ET.parse(saved(axis, "svg", tmp_path)).getroot()

    assert root.get("role") == "img"
    assert re.search(r"\d{4}", root.findtext(f"{SVG}title") or "")
    assert axis.url in (root.findtext(f"{SVG}desc") or "")


def test_file_name_says_the_span(axis, tmp_path):
    button(axis, ZOOM_IN).click()
    window = view(axis)

    assert saved(axis, "svg", tmp_path).name == f"chronologie-{window['from']}--{window['to']}.svg"


def test_svg_draws_with_the_calls_of_the_canvas(page, tmp_path):
    """Every call of the drawing is known to the writer: nothing throws for any kind of mark."""
    data = gathering(6)
    data["events"] |= {
        "precision": ["day", "month", "interval", "interval", "set", "year"],
        "qualifier": ["~", "", "", "", "", "~"],
        "last": [18_628, 18_665, 18_700, None, 18_690, 19_021],
        "options": {"4": [[18_656, 18_656], [18_690, 18_690]]},
        "core": {"2": [18_650, 18_680]},
    }
    draw(page, data)
    root = ET.parse(saved(page, "svg", tmp_path)).getroot()

    assert root.findall(f".//{SVG}pattern")
    assert [element for element in root.iter(f"{SVG}path") if element.get("stroke-dasharray")]
    assert "NaN" not in ET.tostring(root, "unicode")
    assert "undefined" not in ET.tostring(root, "unicode")


def test_picture_has_the_colours_of_paper_in_the_dark_too(new_context, tmp_path):
    page = new_context(color_scheme="dark").new_page()
    draw(page, gathering(3))
    root = ET.parse(saved(page, "svg", tmp_path)).getroot()

    assert root.find(f"{SVG}rect").get("fill") == "rgb(255, 255, 255)"
    titles = [text for text in root.iter(f"{SVG}text") if text.text == "Événement 1"]
    assert titles[0].get("fill") == "rgb(0, 0, 0)"
    assert page.locator("chronology-axis.is-printing").count() == 0


def test_fonts_end_in_a_generic_family(axis, tmp_path):
    families = {text.get("font-family") for text in ET.parse(saved(axis, "svg", tmp_path)).iter(f"{SVG}text")}

    assert {family.rsplit(",")[-1].strip() for family in families} == {"serif", "sans-serif"}


def test_lanes_are_in_the_picture(page, tmp_path):
    draw(page, gathering(8))
    page.locator(LANES).select_option("kind")
    expect(page.locator("chronology-axis.has-lanes")).to_be_attached()

    assert {"Rencontres", "Visites", "Paroles", "Accords"} <= set(texts(saved(page, "svg", tmp_path)))


def test_counts_are_in_the_picture(page, tmp_path):
    draw(page, counted(400))

    assert [text for text in texts(saved(page, "svg", tmp_path)) if re.fullmatch(r"[\d\s]+", text)]


def test_hostile_words_stay_words(page, tmp_path):
    data = answer(1)
    data["events"]["title"] = ['<script>alert("1")</script> & \u0007\ud83d\ude00']
    draw(page, data)
    path = saved(page, "svg", tmp_path)

    assert ET.parse(path).getroot().findall(f".//{SVG}script") == []
    assert any(text.startswith("<script>") for text in texts(path))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_png_is_twice_as_fine_on_paper(new_context, tmp_path, scheme):
    page = new_context(color_scheme=scheme).new_page()
    draw(page)
    content = saved(page, "png", tmp_path).read_bytes()

    assert content.startswith(b"\x89PNG")
    width = int.from_bytes(content[16:20], "big")
    assert width == 2 * page.locator(".axis__stage").evaluate("(stage) => stage.clientWidth")
    corner = page.evaluate(
        "async (bytes) => { const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));"
        " const canvas = new OffscreenCanvas(image.width, image.height); const context = canvas.getContext('2d');"
        " context.drawImage(image, 0, 0); return [...context.getImageData(1, 1, 1, 1).data]; }",
        list(content),
    )
    assert corner == [255, 255, 255, 255]


def test_svg_looks_like_the_screen(new_context, tmp_path):
    """Drawn again by the browser, the picture has the marks where the canvas has them."""
    page = new_context(viewport={"width": 900, "height": 800}).new_page()
    draw(page)
    png = saved(page, "png", tmp_path).read_bytes()
    svg = saved(page, "svg", tmp_path).read_text()
    differing = page.evaluate(
        """async ({ png, svg }) => {
            const left = await createImageBitmap(new Blob([new Uint8Array(png)]));
            const image = new Image();
            image.src = "data:image/svg+xml," + encodeURIComponent(svg);
            await image.decode();
            const pixels = (source) => {
                const canvas = new OffscreenCanvas(left.width, left.height);
                const context = canvas.getContext("2d");
                context.drawImage(source, 0, 0, left.width, left.height);
                return context.getImageData(0, 0, left.width, left.height).data;
            };
            const [one, other] = [pixels(left), pixels(image)];
            let differing = 0;
            for (let place = 0; place < one.length; place += 4) {
                if (Math.abs(one[place] - other[place]) > 90) differing += 1;
            }
            return differing / (one.length / 4);
        }""",
        {"png": list(png), "svg": svg},
    )
    assert differing < 0.01


def test_menu_closes_with_escape_and_outside(axis):
    summary = axis.locator(f"{SAVE} summary")
    summary.click()
    expect(axis.locator(f"{SAVE} button").first).to_be_visible()
    axis.keyboard.press("Escape")
    expect(axis.locator(f"{SAVE} button").first).to_be_hidden()
    assert axis.evaluate("document.activeElement.tagName") == "SUMMARY"

    summary.click()
    axis.locator("h1, .view__count").last.click()
    expect(axis.locator(f"{SAVE} button").first).to_be_hidden()

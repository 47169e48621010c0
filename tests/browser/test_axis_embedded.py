"""The axis in a frame of somebody else's page, and the lines that put it there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect

from tests.browser.axis import COUNTS, EVENTS, LANES, SAVE, answer, draw, serve


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """Another site: whatever is asked of it, it frames the address after the question mark."""

    class Framing(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # Before it, the end of an answer is the end of the connection.

        def do_GET(self) -> None:
            head = '<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,">'
            html = f'{head}<iframe src="{self.path[2:]}" width="700" height="560">'.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(html)))
            self.end_headers()
            self.wfile.write(html)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Framing)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_axis_works_in_a_frame_of_another_site(page, site, watch, elsewhere):
    watch.site = "http:/"
    watch.expected = ("favicon", "status of")
    page.goto(f"{elsewhere}/?{site}/embed/")

    expect(page.frame_locator("iframe").locator(EVENTS).first).to_be_attached()


@pytest.mark.parametrize("path", ["/", "/method/", "/accounts/login/"])
def test_other_pages_refuse_to_be_framed(page, site, watch, elsewhere, path):
    watch.site = "http:/"
    watch.expected = ("frame", "Framing", "status of")
    with page.expect_response(f"{site}{path}") as answer:
        page.goto(f"{elsewhere}/?{site}{path}")
    assert answer.value.status == 200
    page.wait_for_timeout(300)

    assert page.frames[1].url.startswith("chrome-error:")


def test_event_opens_in_a_tab_of_its_own(page):
    draw(page, path="/embed/")
    with page.expect_popup() as opened:
        page.locator(EVENTS).last.click()
    expect(opened.value).to_have_url(re.compile("/events/"))
    assert page.url.endswith("/embed/")


def test_count_that_cannot_be_parted_opens_the_full_chronology(page):
    serve(page, answer(1000))
    page.goto("/embed/?kind=summit")
    with page.expect_popup() as opened:
        page.locator(COUNTS).click()
    expect(opened.value).to_have_url(re.compile(r"/\?kind=summit&when=1970-01-01(%2F|/)1970-01-01"))


def test_list_is_there_without_scripts(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/embed/")

    expect(page.locator(".embed__list a").first).to_be_visible()
    expect(page.locator("chronology-axis")).to_be_hidden()


def test_list_is_there_when_the_data_fail(page, watch):
    watch.expected = ("status of",)
    page.route("**/axis.json*", lambda route: route.fulfill(status=500, body="no"))
    page.goto("/embed/")

    expect(page.locator(".axis__status")).to_be_visible()
    expect(page.locator(".embed__list a").first).to_be_visible()


def test_list_hides_behind_the_axis(page):
    draw(page, path="/embed/")

    expect(page.locator(".embed__list")).to_be_hidden()


def test_snippet_frames_what_is_shown(page, site):
    draw(page, path="/?when=2021")
    page.locator(LANES).select_option("kind")
    page.locator(f"{SAVE} summary").click()
    page.locator(f"{SAVE} button").last.click()
    code = page.locator("dialog textarea").input_value()

    assert f'src="{site}/embed/?when=2021&amp;lanes=kind"' in code
    assert re.fullmatch(r'<iframe [^>]*title="[^"]+"[^>]*></iframe>', code)
    page.locator("dialog button").first.click()
    expect(page.locator("dialog textarea")).to_have_count(0)


def test_snippet_is_copied(new_context):
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = draw(context.new_page())
    page.locator(f"{SAVE} summary").click()
    page.locator(f"{SAVE} button").last.click()
    code = page.locator("dialog textarea").input_value()
    page.locator("dialog p button").click()

    expect(page.locator("dialog [role=status]")).to_have_text("Copié")
    assert page.evaluate("navigator.clipboard.readText()") == code


def test_snippet_is_copied_where_the_clipboard_is_closed(page):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    draw(page)
    page.locator(f"{SAVE} summary").click()
    page.locator(f"{SAVE} button").last.click()
    page.locator("dialog p button").click()

    expect(page.locator("dialog [role=status]")).to_have_text("Copié")


def test_embedded_axis_offers_no_snippet(page):
    draw(page, path="/embed/")
    page.locator(f"{SAVE} summary").click()

    expect(page.locator(f"{SAVE} button")).to_have_count(2)

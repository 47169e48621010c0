"""The review in a real browser: by keyboard alone, a key for a decision, accessible in both themes and languages."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import PROJECT, running_site, whereabouts
from tests.browser.test_every_page import RULES

PROPOSALS = 110

# Runs within the site's own settings: proposals as the pipeline would leave them, and somebody who may decide.
FILL = """
import django
django.setup()
from django.contrib.auth.models import User
from tests import chronicle
from timeline import search
from timeline.models import Event
from timeline.reviewing.grading import rank_new_events
from timeline.serving.accounts import Role, give_role

for number in range({proposals}):
    made = chronicle.event(
        f"{{1900 + number}}-05-{{1 + number % 28:02}}", "Ronald Reagan", "Mikhail Gorbachev",
        at="Reykjavik", public_id=f"p{{number}}",
    )
    made.citations.update(derivation={{"origin": "explicit"}})
    if number % 10 == 0:
        text = f"Le sommet numéro {{number}}, vu d’ailleurs, a eu lieu."
        article = chronicle.source(text, name=f"autre-{{number}}.txt", title=f"Autre dépêche {{number}}")
        explicit = {{"origin": "explicit"}}
        chronicle.citation(article, text, edtf=made.edtf, event=made, kind="summit", derivation=explicit)
text = "Ronald Reagan a rencontré George Shultz un jour."
article = chronicle.source(text, name="undated.txt", title="Sans date")
chronicle.citation(article, text, refusal="undated")
chronicle.citation(article, text, refusal="quoted", kind="statement")
old = chronicle.source("Une version ancienne.", name="old.txt", title="Ancienne", state="superseded")
chronicle.citation(old, "Une version", event=Event.objects.first(), kind="visit")
chronicle.source("Une version nouvelle.", name="old.txt", title="Nouvelle", supersedes=old)
rank_new_events()
search.refresh()
give_role(User.objects.create_user("keys", password="{password}"), Role.EDITOR)
"""
PASSWORD = "a long enough password"


@dataclass(frozen=True)
class Desk:
    address: str
    cookies: list[dict[str, object]]
    """Of an editor who has signed in."""


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("review")
    with running_site(folder / "data", folder / "log.txt") as address:
        environment = {**os.environ, **whereabouts(folder / "data"), "DJANGO_SETTINGS_MODULE": "timeline.settings"}
        script = FILL.format(proposals=PROPOSALS, password=PASSWORD)
        subprocess.run([sys.executable, "-c", script], cwd=PROJECT, env=environment, check=True)
        context = browser.new_context(base_url=address, locale="en-GB")
        page = context.new_page()
        page.goto("/admin/login/?next=/review/")
        page.fill("#id_login", "keys")
        page.fill("#id_password", PASSWORD)
        page.press("#id_password", "Enter")
        page.wait_for_url("**/review/")
        cookies = context.cookies()
        context.close()
        yield Desk(address, cookies)


@pytest.fixture
def open_review(browser: Browser, desk: Desk) -> Iterator[object]:
    """Opens a page of the review; fails at its end if a script failed or the content policy was broken."""
    problems: list[str] = []
    contexts = []

    def opened(path: str = "/review/", *, failing: bool = False, **options: object) -> Page:
        settings = {"base_url": desk.address, "locale": "en-GB", "reduced_motion": "reduce"}
        context = browser.new_context(**settings | options)
        context.add_cookies(desk.cookies)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda said: said.type == "error" and not failing and problems.append(said.text))
        page.goto(path, wait_until="networkidle")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert problems == []


PATHS = {
    "proposal": "/review/",
    "contradicted": "/review/events/p0/",
    "nothing found": "/review/events/p10/?find=nothing",
    "nothing left": "/review/?when=1815",
    "filter not understood": "/review/?when=whenever",
    "many at once": "/review/accept/",
    "undated": "/review/undated/",
    "refused": "/review/refused/",
    "orphans": "/review/orphans/",
}


@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_axe_finds_no_violation(open_review, path: str, theme: str, locale: str) -> None:
    page = open_review(path, color_scheme=theme, locale=locale)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    result = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_nothing_scrolls_sideways_on_a_narrow_screen(open_review, path: str) -> None:
    page = open_review(path, viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    result = Axe().run(page, options={"runOnly": {"type": "rule", "values": ["target-size"]}})
    assert result.violations_count == 0, result.generate_report()


def test_decision_moves_the_focus_to_the_next_proposal_and_is_told(open_review) -> None:
    page = open_review()
    title = page.locator("#proposal-title")
    before = page.url, page.locator("[name=version]").first.input_value(), page.locator(".dossier__date").inner_text()
    page.keyboard.press("r")
    expect(page.locator(".dossier__date")).not_to_have_text(before[2])
    expect(title).to_be_focused()
    expect(page.locator("#announcement")).to_contain_text("Refused:")
    page.keyboard.press("u")
    expect(page.locator(".dossier__date")).to_have_text(before[2])
    expect(page.locator("#announcement")).to_contain_text("Undone:")


def test_keys_lead_on_and_back_without_deciding(open_review) -> None:
    page = open_review()
    date = page.locator(".dossier__date")
    first = date.inner_text()
    page.keyboard.press("s")
    expect(date).not_to_have_text(first)
    page.keyboard.press("k")
    expect(date).to_have_text(first)
    page.keyboard.press("j")
    expect(date).not_to_have_text(first)
    page.go_back()
    expect(date).to_have_text(first)


def test_correcting_begins_in_its_first_field_and_escape_leaves_it(open_review) -> None:
    page = open_review()
    page.keyboard.press("c")
    expect(page.locator("#correct-kind")).to_be_focused()
    page.fill("#correct-date", "juin 1986")
    expect(page.locator(".correction__read")).to_contain_text("June 1986")
    page.keyboard.press("Escape")
    expect(page.locator("#proposal-title")).to_be_focused()


def test_x_begins_the_split_space_ticks_and_enter_splits(open_review) -> None:
    page = open_review("/review/events/p10/")
    page.keyboard.press("x")
    tick = page.get_by_label("tells of another event").first
    expect(tick).to_be_focused()
    page.keyboard.press("Space")
    expect(tick).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator("#announcement")).to_contain_text("Split off:")
    expect(page.locator("#proposal-title")).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator("#announcement")).to_contain_text("Undone:")


def test_question_mark_lists_the_keys_of_the_review(open_review) -> None:
    page = open_review()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("refuse")


def test_enter_on_a_link_follows_it_and_decides_nothing(open_review) -> None:
    page = open_review()
    date = page.locator(".dossier__date").inner_text()
    page.locator(".claim__source a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/**")
    page.go_back()
    page.reload()
    expect(page.locator(".dossier__date")).to_have_text(date)


def test_decision_that_does_not_arrive_is_told(open_review) -> None:
    page = open_review(failing=True)
    page.route("**/decide/**", lambda route: route.abort())
    date = page.locator(".dossier__date").inner_text()
    with page.expect_event("requestfailed"):
        page.keyboard.press("a")
    expect(page.locator("#problem")).to_contain_text("did not arrive")
    expect(page.locator(".dossier__date")).to_have_text(date)


@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_list_of_judgements_shows_what_was_decided(open_review, locale: str) -> None:
    page = open_review(viewport={"width": 1200, "height": 800}, locale=locale)
    page.keyboard.press("c")
    page.select_option("#correct-kind", "statement")
    page.press("#correct-kind", "Escape")
    page.locator("[name=decision][value=correct]").evaluate("button => button.click()")
    expect(page.locator("#announcement")).not_to_be_empty()
    page.goto("/admin/timeline/judgement/")
    column = page.locator("#result_list tbody .field-decision").first.bounding_box()
    seen = page.locator("#changelist .results").bounding_box()
    assert column
    assert seen
    assert seen["x"] <= column["x"]
    assert column["x"] + column["width"] <= seen["x"] + seen["width"]
    page.goto("/review/")
    page.keyboard.press("u")
    expect(page.locator("#announcement")).not_to_be_empty()


def test_hundred_right_proposals_take_hardly_more_than_hundred_keys(open_review) -> None:
    """Runs last: it leaves few to decide."""
    page = open_review()
    pressed = 0
    for _ in range(100):
        date = page.locator(".dossier__date").inner_text()
        page.keyboard.press("a" if pressed % 2 else "Enter")
        pressed += 1
        expect(page.locator(".dossier__date")).not_to_have_text(date)
    assert pressed <= 110
    expect(page.locator(".review__progress")).to_contain_text("100 decided today")

"""Events from passages that are selected in a real browser: exact to the character, by mouse and by keyboard alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import PROJECT, running_site, whereabouts
from tests.browser.test_every_page import RULES

PASSWORD = "a password for this test"
TEXT = (
    "🕊️ Le 3 juin 1961, à Vienne, John Kennedy a rencontré Nikita Khrouchtchev.\r\n"
    "Une poignée de main 🤝 fut échangée devant les photographes.\r\n\r\n"
    "« Nous avons parlé », a dit le président américain. Les deux hommes ne se sont jamais revus.\r\n"
)
HANDSHAKE = "Une poignée de main 🤝 fut échangée"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of its own, since events are made here, with an article of emojis and of line ends of two characters."""
    folder = tmp_path_factory.mktemp("by_hand")
    (folder / "articles").mkdir()
    (folder / "articles" / "vienne.txt").write_text(TEXT, "utf-8", newline="")
    with running_site(folder / "data", folder / "log.txt") as address:
        _manage(folder / "data", "ingest", str(folder / "articles"))
        _manage(folder / "data", "createsuperuser", "--noinput", "--username", "ada", "--email", "ada@example.org")
        yield address


def _manage(data: Path, *arguments: str) -> None:
    environment = {**os.environ, **whereabouts(data), "DJANGO_SUPERUSER_PASSWORD": PASSWORD}
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=PROJECT, env=environment, check=True)


@pytest.fixture(scope="module")
def cookies(browser: Browser, site: str) -> list[dict[str, object]]:
    """Of an editor who has logged in."""
    context = browser.new_context(base_url=site, locale="en-GB")
    page = context.new_page()
    page.goto("/admin/login/")
    page.fill("#id_login", "ada")
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url(lambda address: "login" not in address)
    cookies = context.cookies()
    context.close()
    return cookies


@pytest.fixture
def open_article(new_context, cookies) -> Callable[..., Page]:
    """Opens the article before the editor, in a window of its own."""

    def opened(**options: object) -> Page:
        context = new_context(**{"locale": "en-GB", "viewport": {"width": 1280, "height": 800}, **options})
        context.add_cookies(cookies)
        page = context.new_page()
        page.goto("/sources/?q=photographes")
        page.click(".listing__title a")
        page.wait_for_url("**/sources/*/")  # Until it has loaded: before, nothing listens to keys.
        return page

    return opened


@pytest.fixture
def article(open_article) -> Page:
    """The article, open before an editor."""
    return open_article()


def taken(address: str) -> str:
    """The characters that stand between the offsets of the address."""
    given = parse_qs(urlsplit(address).query)
    return TEXT[int(given["start"][0]) : int(given["end"][0])]


def point(page: Page, words: str, *, at_end: bool = False) -> tuple[float, float]:
    """Where in the window these words of the article begin or end; they stand within one stretch of text."""
    x, y = page.evaluate(
        """([words, atEnd]) => {
            const walker = document.createTreeWalker(document.getElementById("article"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const place = walker.currentNode.data.indexOf(words);
                if (place < 0) continue;
                const range = document.createRange();
                range.setStart(walker.currentNode, place);
                range.setEnd(walker.currentNode, place + words.length);
                const boxes = range.getClientRects();
                const box = atEnd ? boxes[boxes.length - 1] : boxes[0];
                return [atEnd ? box.right : box.left, (box.top + box.bottom) / 2];
            }
        }""",
        [words, at_end],
    )
    return x, y


def drag(page: Page, words: str) -> None:
    page.mouse.move(*point(page, words))
    page.mouse.down()
    page.mouse.move(*point(page, words, at_end=True), steps=5)
    page.mouse.up()


def test_bar_comes_with_a_selection_in_the_article_and_goes_with_it(article):
    expect(article.locator("#take")).to_be_hidden()
    drag(article, HANDSHAKE)
    expect(article.locator("#take")).to_be_visible()
    article.mouse.click(5, 300)
    expect(article.locator("#take")).to_be_hidden()


def test_event_is_made_from_a_mouse_selection_behind_an_emoji(article):
    drag(article, HANDSHAKE)
    article.click("#take .button")
    assert taken(article.url) == HANDSHAKE
    expect(article.locator(".taken mark")).to_have_text(HANDSHAKE)
    article.select_option("#id_kind", "meeting")
    article.fill("#id_date", "mi-juin 1961")
    expect(article.locator("#reading")).to_contain_text("June 1961 (1961-06)")
    article.fill("input[name=actor-0]", "John F. Kennedy")
    article.click("button[value=publish]")
    article.wait_for_url(re.compile(r"/events/[0-9a-f]{10}/$"))
    expect(article.locator(".claim mark")).to_have_text(HANDSHAKE)
    expect(article.locator(".dossier__date")).to_have_text("June 1961")
    expect(article.locator(".dossier__how")).to_contain_text("An editor typed “mi-juin 1961”")
    article.click(".claim__source a")
    expect(article.locator(":target")).to_have_text(HANDSHAKE)


def test_selection_across_marks_and_paragraphs_is_exact(article):
    """The numbers of the passages stand in the page and not in the article."""
    assert article.locator("#article .passage__number").count() > 0
    article.mouse.move(*point(article, "John Kennedy"))
    article.mouse.down()
    article.mouse.move(*point(article, "« Nous avons parlé »", at_end=True), steps=8)
    article.mouse.up()
    article.click("#take .button")
    start, end = TEXT.index("John Kennedy"), TEXT.index(" », a dit") + 2
    assert taken(article.url) == TEXT[start:end]


def test_what_is_selected_outside_the_article_is_no_passage(article):
    article.evaluate("getSelection().selectAllChildren(document.querySelector('.source__side'))")
    expect(article.locator("#take")).to_be_hidden()
    article.evaluate("getSelection().selectAllChildren(document.querySelector('main'))")
    article.click("#take .button")
    assert taken(article.url).strip() == TEXT.strip()
    expect(article.locator(".taken mark")).to_contain_text("jamais revus.")


def test_event_is_made_by_keyboard_alone(article):
    article.keyboard.press("e")
    said = article.locator("#take-said")
    expect(said).to_have_text(re.compile("^Sentence 1 of 4: 🕊️ Le 3 juin 1961"))
    article.keyboard.press("ArrowDown")
    article.keyboard.press("ArrowDown")
    expect(said).to_have_text("Sentence 3 of 4: « Nous avons parlé », a dit le président américain.")
    article.keyboard.press("Shift+ArrowDown")
    expect(said).to_have_text(re.compile("^2 sentences, from 3 of 4: .*jamais revus.$"))
    article.keyboard.press("Shift+ArrowUp")
    article.keyboard.press("ArrowUp")
    article.keyboard.press("Enter")
    article.wait_for_url("**/events/new/**")
    assert taken(article.url) == "Une poignée de main 🤝 fut échangée devant les photographes."
    article.focus("#id_kind")
    article.keyboard.type("Meeting")
    article.keyboard.press("Tab")
    article.keyboard.type("4 juin 1961")
    expect(article.locator("#reading")).to_contain_text("4 June 1961")
    for _ in range(30):
        article.keyboard.press("Tab")
        if article.evaluate("document.activeElement.value === 'draft'"):
            break
    article.keyboard.press("Enter")
    article.wait_for_url(re.compile(r"/events/[0-9a-f]{10}/$"))
    expect(article.locator(".dossier__draft")).to_contain_text("Draft: readers do not see it.")


def test_sentence_is_marked_as_the_selection_and_escape_gives_the_focus_back(article):
    article.keyboard.press("e")
    assert article.evaluate("getSelection().toString()").startswith("🕊️ Le 3 juin 1961")
    article.keyboard.press("Escape")
    expect(article.locator("#take")).to_be_hidden()
    assert article.evaluate("document.activeElement.matches('[data-takes-passage]')")
    assert article.evaluate("getSelection().isCollapsed")


def test_buttons_do_what_the_keys_do(article):
    article.click("[data-takes-passage]")
    article.click("[data-step=after]")
    article.click("[data-step=longer]")
    expect(article.locator("#take-said")).to_have_text(re.compile("^2 sentences, from 2 of 4"))
    article.click("[data-step=shorter]")
    article.click("[data-step=before]")
    expect(article.locator("#take-said")).to_have_text(re.compile("^Sentence 1 of 4"))


def test_key_stands_in_the_list_of_keys(article):
    article.keyboard.press("?")
    expect(article.locator("#keys")).to_contain_text("choose its passage sentence by sentence")


def test_passage_is_cited_for_an_event_that_is_near(article):
    drag(article, "Le 3 juin 1961, à Vienne")
    article.click(".take__cite")
    article.fill("#q", "Moscow")
    article.press("#q", "Enter")
    article.locator(".taken__events a").first.click()
    expect(article.locator("h1")).to_have_text("What this passage says of it")
    expect(article.locator("#id_date")).to_have_value("3 June 1961")


def test_names_are_suggested_while_they_are_typed(article):
    article.goto("/events/new/")
    article.locator("input[name=actor-0]").press_sequentially("khrou")
    expect(article.locator("#actors-known option")).to_have_attribute("value", "Nikita Khrushchev")


def test_without_a_script_the_link_leads_to_a_field_for_the_words(open_article):
    page = open_article(java_script_enabled=False)
    page.click("[data-takes-passage]")
    page.fill("#words", HANDSHAKE)
    page.click(".by-hand button")
    assert taken(page.url) == HANDSHAKE


STAGES = ["article", "form", "faults", "words", "choice", "drafts", "draft"]


def at(page: Page, stage: str) -> None:
    """Bring the page to that stage of the work."""
    opener = page.locator("[data-takes-passage]").get_attribute("href")
    if stage == "article":
        page.keyboard.press("e")
    elif stage == "words":
        page.goto(f"{opener}&words=nowhere")
    elif stage in ("drafts", "draft"):
        page.goto("/events/new/")
        page.select_option("#id_kind", "visit")
        page.click("button[value=draft]")
        page.wait_for_selector(".dossier__draft")
        if stage == "drafts":
            page.goto("/events/drafts/")
    else:
        route = f"{opener}&start=0&end=76"
        page.goto(route.replace("/new/", "/cite/") if stage == "choice" else route)
    if stage == "faults":
        page.fill("#id_date", "one fine day")
        page.fill("input[name=actor-2]", "Zorglub")
        page.fill("#id_place", "Nullepart")
        page.click("button[value=draft]")
        page.wait_for_selector(".field__fault")


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize(("locale", "theme"), [("fr-FR", "light"), ("en-GB", "dark")])
def test_axe_finds_no_violation(open_article, stage, locale, theme):
    page = open_article(locale=locale, color_scheme=theme)
    at(page, stage)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    result = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("stage", STAGES)
def test_nothing_scrolls_sideways_on_a_narrow_screen(open_article, stage):
    page = open_article(locale="fr-FR", viewport={"width": 320, "height": 640}, is_mobile=True, has_touch=True)
    at(page, stage)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

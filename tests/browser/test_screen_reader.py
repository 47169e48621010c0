"""What a screen reader makes of the pages: the accessibility tree as Chromium hands it on, read from top to bottom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import pytest
from playwright.sync_api import Page

LANDMARKS = {"banner", "navigation", "search", "main", "complementary", "contentinfo", "region"}


@dataclass(frozen=True)
class Node:
    role: str
    name: str
    level: int = 0


def tree(page: Page) -> list[Node]:
    """Everything that is not ignored, in the order in which it is read."""
    protocol = page.context.new_cdp_session(page)
    answer = protocol.send("Accessibility.getFullAXTree")
    by_id = {node["nodeId"]: node for node in answer["nodes"]}
    found: list[Node] = []

    def walk(node: dict) -> None:
        if not node.get("ignored"):
            levels = [p["value"]["value"] for p in node.get("properties", ()) if p["name"] == "level"]
            name = " ".join(str(node.get("name", {}).get("value", "")).split())
            found.append(Node(node["role"]["value"], name, *levels[:1]))
        for child in node.get("childIds", ()):
            if child in by_id:
                walk(by_id[child])

    walk(answer["nodes"][0])
    return found


def of(nodes: list[Node], *roles: str) -> list[Node]:
    return [node for node in nodes if node.role in roles]


@pytest.fixture
def chronology(page) -> Page:
    page.goto("/", wait_until="networkidle")
    return page


@pytest.fixture
def event(page) -> Page:
    """The meeting that both articles report."""
    page.goto("/?when=2+novembre+2021")
    page.locator(".event__title a").filter(has_text="William Burns et Nikolaï").first.click()
    page.wait_for_load_state("networkidle")
    return page


@pytest.fixture
def article(page) -> Page:
    page.goto("/sources/")
    page.locator(".listing__title a").first.click()
    page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize("kind", ["chronology", "event", "article"])
class TestEveryPage:
    @pytest.fixture
    def nodes(self, kind, request) -> list[Node]:
        return tree(request.getfixturevalue(kind))

    def test_landmarks_come_in_the_order_of_the_page(self, nodes):
        landmarks = [node.role for node in of(nodes, "banner", "main", "contentinfo")]
        assert landmarks == ["banner", "main", "contentinfo"]

    def test_landmarks_of_one_kind_have_names_of_their_own(self, nodes):
        for role in LANDMARKS:
            names = [node.name for node in of(nodes, role)]
            assert len(names) == len(set(names)), (role, names)

    def test_headings_begin_with_one_and_skip_no_level(self, nodes):
        levels = [node.level for node in of(nodes, "heading")]

        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), levels

    def test_all_that_can_be_operated_has_a_name(self, nodes):
        roles = {"link", "button", "textbox", "searchbox", "checkbox", "radio", "combobox", "DisclosureTriangle"}
        assert [node for node in of(nodes, *roles) if not node.name] == []


def test_chronology_reads_date_title_and_passage_of_each_event(chronology):
    nodes = tree(chronology)
    titles = [node.name for node in of(nodes, "heading") if node.level == 3]
    articles = of(nodes, "article")

    assert titles == [" ".join(text.split()) for text in chronology.locator(".event__title").all_inner_texts()]
    assert len(articles) == len(titles)
    assert len(of(nodes, "blockquote")) >= len(titles)


def test_event_reads_its_derivation_before_what_the_sources_say(event):
    names = [node.name for node in tree(event) if node.role in {"heading", "StaticText"}]

    order = [
        names.index("Comment la date a été établie"),
        next(position for position, name in enumerate(names) if "mardi" in name),
        next(position for position, name in enumerate(names) if name.startswith("Recoupées")),
        names.index("Ce que dit chaque source"),
        names.index("Qui y a pris part"),
    ]
    assert order == sorted(order)


def test_chain_is_a_list_in_a_list_and_its_arrows_are_silent(event):
    nodes = tree(event)
    texts = [node.name for node in of(nodes, "StaticText")]

    assert "Compté à partir de" in texts
    assert not [text for text in texts if text in {"→", "↓"}]
    assert event.get_by_role("list").filter(has_text="Compté à partir de").count() >= 2


def test_claims_are_regions_named_after_their_sources(event):
    regions = [node.name for node in of(tree(event), "region")]
    sources = [" ".join(text.split()) for text in event.locator(".claim__source").all_inner_texts()]
    assert set(sources) <= set(regions)


def test_article_reads_each_passage_before_its_numbered_link(article):
    nodes = tree(article)
    links = [node.name for node in of(nodes, "link") if re.match(r"Passage \d+ sur \d+", node.name)]
    numbers = [int(re.findall(r"\d+", name)[0]) for name in links]

    assert numbers == sorted(numbers)
    assert len(numbers) == article.locator(".passage__number").count()
    assert [node.role for node in nodes].index("mark") < [node.name for node in nodes].index(links[0])


def test_stepping_moves_the_reading_position_to_the_passage(article):
    article.keyboard.press("n")
    article.keyboard.press("n")
    protocol = article.context.new_cdp_session(article)
    nodes = protocol.send("Accessibility.getFullAXTree")["nodes"]
    focused = [
        node["name"]["value"]
        for node in nodes
        for held in node.get("properties", ())
        if held["name"] == "focused" and held["value"]["value"] and node["role"]["value"] == "link"
    ]
    assert len(focused) == 1
    assert " ".join(focused[0].split()).startswith("Passage 2 sur ")

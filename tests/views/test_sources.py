"""The articles' pages."""

import re

import pytest

from tests import chronicle

pytestmark = pytest.mark.django_db

TEXT = "MOSCOU | Ils se sont vus à Reykjavik.\n\n• À lire aussi: la météo\n\nIls n’ont rien signé."


@pytest.fixture
def article():
    return chronicle.source(TEXT, published="1986-10", title="Sans accord", furniture=[[39, 63]])


def page(client, address: str) -> str:
    response = client.get(address, headers={"accept-language": "en"})
    assert response.status_code == 200
    return response.content.decode()


def test_cited_passage_is_marked_and_linked_to_its_event_both_ways(client, article):
    event = chronicle.event("1986-10-11", "Ronald Reagan", public_id="reykjavik")
    citation = chronicle.citation(article, "se sont vus", event=event, edtf="1986-10")
    html = page(client, article.get_absolute_url())

    assert f'<mark id="c-{citation.key}" class="passage" data-passages="1">se sont vus</mark>' in html
    assert f'href="/events/reykjavik/#c-{citation.key}"' in html
    assert f'href="?passage=1#c-{citation.key}"' in html


@pytest.fixture
def three_passages(article):
    event = chronicle.event("1986-10-11", "Ronald Reagan", public_id="reykjavik")
    quotes = ("se sont vus", "Reykjavik", "n’ont rien signé")
    return [chronicle.citation(article, quote, event=event, edtf="1986-10").key for quote in quotes]


@pytest.mark.parametrize(
    ("asked", "count", "before", "after"),
    [
        ("", "–", None, 1),
        ("?passage=1", "1", None, 2),
        ("?passage=2", "2", 1, 3),
        ("?passage=3", "3", 2, None),
        ("?passage=4", "–", None, 1),
        ("?passage=0", "–", None, 1),
        ("?passage=-1", "–", None, 1),
        ("?passage=%C2%B2", "–", None, 1),
        ("?passage=drop", "–", None, 1),
    ],
)
def test_passages_can_be_stepped_through_by_links(client, article, three_passages, asked, count, before, after):
    html = page(client, article.get_absolute_url() + asked)
    stepper = html[html.index('class="stepper"') : html.index("</nav>", html.index('class="stepper"'))]

    assert f"<span data-current>{count}</span> / 3" in stepper
    for relation, number in (("prev", before), ("next", after)):
        address = f' href="?passage={number}#c-{three_passages[number - 1]}"' if number else ""
        assert re.search(rf'rel="{relation}" data-keys="\w \w"{re.escape(address)}>', stepper)


def test_passage_that_the_reader_asked_for_is_the_marked_one(client, article, three_passages):
    html = page(client, article.get_absolute_url() + "?passage=2")
    assert html.count("passage--current") == 1
    assert 'passage--current" data-passages="2">Reykjavik<' in html
    assert '<li value="2" aria-current="true">' in html


def test_number_of_a_passage_says_where_it_leads(client, article, three_passages):
    html = page(client, article.get_absolute_url())
    link = html[html.index('data-number="2"') :]
    words = re.sub(r"<[^>]+>", "", link[link.index(">") + 1 : link.index("</a>")])
    assert " ".join(words.split()) == "Passage 2 of 3: Summit: Ronald Reagan, 11 October 1986"


def test_article_without_passages_has_no_stepper(client, article):
    assert "stepper__count" not in page(client, article.get_absolute_url())


def test_two_passages_that_begin_together_both_have_an_anchor(client, article):
    event = chronicle.event("1986-10-11", "Ronald Reagan")
    keys = [
        chronicle.citation(article, quote, event=event, edtf="1986-10").key
        for quote in ("Ils se sont vus", "Ils se sont vus à Reykjavik")
    ]
    html = page(client, article.get_absolute_url())
    assert all(html.count(f'id="c-{key}"') == 1 for key in keys)


def test_article_says_its_date_its_hash_and_what_is_furniture(client, article):
    html = page(client, article.get_absolute_url())

    assert "October 1986 and no more precisely" in html
    assert article.sha256 in html
    assert '<p data-start="39" class="furniture">• À lire aussi: la météo</p>' in html


def test_versions_of_an_article_link_to_each_other(client, article):
    newer = chronicle.source(TEXT + " Rien.", title="Sans accord", supersedes=article)
    article.state = "superseded"
    article.save()

    assert newer.get_absolute_url() in page(client, article.get_absolute_url())
    assert article.get_absolute_url() in page(client, newer.get_absolute_url())
    assert article.get_absolute_url() not in page(client, "/sources/")


def test_list_of_sources_counts_cited_passages(client, article):
    assert "no passage cited" in page(client, "/sources/")
    chronicle.citation(article, "se sont vus", event=chronicle.event("1986", "Ronald Reagan"), edtf="1986")
    assert "1 passage cited" in page(client, "/sources/")


def test_full_hash_leads_to_the_short_address(client, article):
    assert client.get(f"/sources/{article.sha256}/").url == article.get_absolute_url()


@pytest.mark.parametrize("address", ["0" * 12, "abc", "0" * 64, "not-a-hash-at-all"])
def test_unknown_address_is_not_found(client, article, address):
    assert client.get(f"/sources/{address}/").status_code == 404

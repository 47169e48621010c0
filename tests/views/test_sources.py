"""The articles' pages."""

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

    assert f'<mark id="c-{citation.key}" class="passage">se sont vus</mark>' in html
    assert f'href="/events/reykjavik/#c-{citation.key}"' in html
    assert f'href="#c-{citation.key}"' in html


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
    assert '<p class="furniture">• À lire aussi: la météo</p>' in html


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

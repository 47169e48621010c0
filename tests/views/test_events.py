"""The page of an event."""

import pytest

from tests import chronicle
from timeline.index.current import current_index

pytestmark = pytest.mark.django_db


@pytest.fixture
def reykjavik():
    chronicle.cold_war()
    return chronicle.Event.objects.get(public_id="reykjavik")


def page(client, address: str) -> str:
    response = client.get(address, headers={"accept-language": "en"})
    assert response.status_code == 200
    return response.content.decode()


def test_event_shows_each_sources_claim_and_links_to_its_passage(client, reykjavik):
    article = chronicle.source("Le 11 octobre 1986, ils se voient en Islande.", title="Mémoires")
    citation = chronicle.citation(
        article,
        "Le 11 octobre 1986, ils se voient",
        edtf="1986-10-11",
        words="Le 11 octobre 1986",
        event=reykjavik,
        attribution="la Maison-Blanche",
    )
    html = page(client, "/events/reykjavik/")

    assert "2 sources agree" in html
    assert f'href="/sources/{article.sha256[:12]}/#c-{citation.key}"' in html
    assert "<mark><b>Le 11 octobre 1986</b></mark><mark>, ils se voient</mark> en Islande." in html
    assert "la Maison-Blanche" in html


def test_event_shows_offices_held_on_the_day_and_no_others(client, reykjavik):
    chronicle.tenure("Ronald Reagan", "1981-01-20/1989-01-20", "President of the United States", "président")
    chronicle.tenure("Ronald Reagan", "1967/1975", "Governor of California", "gouverneur")
    html = page(client, "/events/reykjavik/")

    assert "President of the United States" in html
    assert "Governor" not in html


def test_office_that_began_within_the_dates_span_is_not_claimed(client):
    chronicle.event("1986", "Ronald Reagan", public_id="vague")
    chronicle.tenure("Ronald Reagan", "1986-06-01/1990", "Honorary chairman", "président d’honneur")
    assert "Honorary" not in page(client, "/events/vague/")


def test_event_names_its_neighbours_in_time(client, reykjavik):
    html = page(client, "/events/reykjavik/")
    assert 'rel="prev" href="/events/geneva/"' in html
    assert 'rel="next" href="/events/inf/"' in html


def test_event_can_be_cited(client, reykjavik, settings):
    html = page(client, "/events/reykjavik/")
    assert "Summit: Ronald Reagan and Mikhail Gorbachev, Reykjavik, 11" in html
    assert f"Aide-mémoire, {settings.SITE_URL}/events/reykjavik/" in html


def test_key_of_a_passage_leads_to_its_event(client, reykjavik):
    key = reykjavik.citations.get().key
    assert client.get(f"/events/{key}/").url == "/events/reykjavik/"


@pytest.mark.parametrize("status", ["draft", "rejected"])
def test_event_that_is_not_published_is_not_found(client, reykjavik, status):
    chronicle.Event.objects.filter(public_id="reykjavik").update(status=status)
    key = reykjavik.citations.get().key

    assert client.get("/events/reykjavik/").status_code == 404
    assert client.get(f"/events/{key}/").status_code == 404


def test_markup_in_an_article_stays_text(client, reykjavik):
    article = chronicle.source("Ils <script>alert(1)</script> se voient.", title="<b>Titre</b>")
    chronicle.citation(article, "<script>alert(1)</script> se voient", event=reykjavik, edtf="1986")
    html = page(client, "/events/reykjavik/")

    assert "<script>alert" not in html
    assert "<b>Titre" not in html


def test_event_costs_a_bounded_number_of_queries(client, reykjavik, django_assert_max_num_queries):
    for number in range(10):
        article = chronicle.source("Ils se voient.", name=f"{number}.txt")
        chronicle.citation(article, "Ils se voient", event=reykjavik, edtf="1986")
    current_index()  # Loaded once after a change, not for each page.
    with django_assert_max_num_queries(16):
        client.get("/events/reykjavik/")

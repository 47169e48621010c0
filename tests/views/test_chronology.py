"""The chronology's page, its fragments for htmx, and the list of undated claims."""

import re

import pytest

from tests import chronicle

pytestmark = pytest.mark.django_db


def page(client, address: str, **headers: str) -> str:
    response = client.get(address, headers={"accept-language": "en", **headers})
    assert response.status_code == 200
    return response.content.decode()


def titles(html: str) -> list[str]:
    return re.findall(r'class="event__title"><a href="[^"]+">([^<]+)<', html)


def test_page_shows_events_with_their_passages(client):
    chronicle.cold_war()
    html = page(client, "/")

    assert "4 events" in html
    assert titles(html)[1] == "Summit: Ronald Reagan and Mikhail Gorbachev"
    assert "11–12 Oct 1986" in html.replace("\u2009", "")
    assert 'data-src="/axis.json"' in html


def test_page_and_fragment_show_the_same_list(client):
    chronicle.cold_war()
    fragment = page(client, "/?kind=summit", **{"HX-Request": "true"})

    assert "<html" not in fragment
    assert titles(fragment) == titles(page(client, "/?kind=summit"))
    assert 'data-axis-src="/axis.json?kind=summit"' in fragment


def test_fragment_brings_the_filter_line_along_and_the_clean_address(client):
    chronicle.cold_war()
    response = client.get("/?kind=summit&q=&when=", headers={"HX-Request": "true"})

    assert response["HX-Push-Url"] == "/?kind=summit"
    html = response.content.decode()
    assert 'id="view"' in html
    assert "hx-swap-oob" in html


def test_cache_keeps_page_and_fragment_apart(client):
    assert "HX-Request" in client.get("/")["Vary"]


def test_history_restore_gets_the_whole_page(client):
    html = page(client, "/", **{"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" in html


def test_words_find_the_kind_of_an_event_in_either_language(client):
    chronicle.cold_war()
    assert (
        titles(page(client, "/?q=summit"))
        == titles(page(client, "/?q=sommets"))
        == titles(page(client, "/?kind=summit"))
    )


def test_nonsense_is_named_and_the_rest_applies(client):
    chronicle.cold_war()
    html = page(client, "/?kind=summit&when=someday&actor=<script>&page=99")

    assert len(titles(html)) == 2
    for field in ("When", "Actors", "Page"):
        assert f"<li>{field}:" in html
    assert "<script>&" not in html
    assert "&lt;script&gt;" in html


def test_nothing_matches_offers_to_take_each_condition_back(client):
    chronicle.cold_war()
    html = page(client, "/?kind=summit&when=1815")

    assert "Nothing matches" in html
    assert 'href="/?when=1815">without Summit' in html
    assert 'href="/?kind=summit">without 1815' in html


def test_empty_database_says_how_to_add_articles(client):
    html = page(client, "/")
    assert "No article yet" in html
    assert "manage.py ingest" in html


def test_canonical_address_leaves_out_what_says_nothing(client, settings):
    chronicle.cold_war()
    html = page(client, "/?q=&utm_source=x&kind=summit")
    assert f'<link rel="canonical" href="{settings.SITE_URL}/?kind=summit">' in html


def test_page_speaks_the_readers_language(client):
    chronicle.cold_war()
    assert '<html lang="fr">' in client.get("/").content.decode()
    assert '<html lang="en">' in page(client, "/")

    client.post("/language/setlang/", {"language": "fr", "next": "/"})
    assert '<html lang="fr">' in page(client, "/")


def test_undated_claims_are_listed_with_quote_source_and_reason(client):
    article = chronicle.source("Burns a été ambassadeur en Jordanie.", title="Portrait")
    claim = chronicle.citation(article, "Burns a été ambassadeur", kind="tenure", refusal="undated")
    claim.actors.add(chronicle.actor("William Burns"))

    html = page(client, "/undated/")
    for part in ("William Burns", "Burns a été ambassadeur", "Portrait", "No date can be worked out"):
        assert part in html
    assert f"#c-{claim.key}" in html


def test_chronology_counts_the_undated(client):
    chronicle.cold_war()
    chronicle.citation(chronicle.source("Un jour."), "Un jour", refusal="undated")
    assert "1 claim</a>" in page(client, "/")


def test_page_costs_a_bounded_number_of_queries(client, django_assert_max_num_queries):
    for year in range(1950, 1980):
        chronicle.event(str(year), "Andrei Gromyko", "Dean Rusk", kind="meeting", at="Geneva")
    with django_assert_max_num_queries(16):
        client.get("/?actor=dean-rusk")


@pytest.mark.parametrize("parameter", ["actor", "match", "when", "certainty", "kind", "place", "source", "q", "page"])
@pytest.mark.parametrize(
    "value",
    [
        "\x00",
        "9" * 5000,
        "x" * 10_000,
        "after 9999",
        "before 0001",
        "2021-13",
        "[2021,2020]",
        "%",
        "'\"<>",
        "(",
        "\\",
        "٣",
    ],
    ids=lambda value: ascii(value[:12]),
)
def test_no_value_of_any_parameter_breaks_the_page(client, parameter, value):
    chronicle.event("1986-10-11", "Ronald Reagan")
    for headers in ({}, {"HX-Request": "true"}):
        assert client.get("/", {parameter: value}, headers=headers).status_code == 200

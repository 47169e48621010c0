"""The chronology's page, its fragments for htmx, and the list of undated claims."""

import re

import pytest

from tests import chronicle
from timeline import search
from timeline.models import Event

pytestmark = pytest.mark.django_db


def page(client, address: str, **headers: str) -> str:
    response = client.get(address, headers={"accept-language": "en", **headers})
    assert response.status_code == 200
    return response.content.decode()


def titles(html: str) -> list[str]:
    """Of the events shown, without the marks of a search."""
    return re.findall(r'class="event__title"><a href="[^"]+">([^<]+)<', re.sub(r"</?mark>", "", html))


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
    with django_assert_max_num_queries(18):
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


# -- all values of a filter -----------------------------------------------------------------------------------------


@pytest.fixture
def _many_actors():
    for number in range(12):
        chronicle.event(f"19{number + 60}", "Andrei Gromyko", f"Délégué {number:02}", public_id=f"e{number}")
    search.refresh()


@pytest.mark.usefixtures("_many_actors")
def test_panel_offers_few_values_and_leads_to_all(client):
    html = page(client, "/")
    assert html.count('name="actor"') == 8
    assert 'href="/filter/actor/?' in html
    assert "all 13" in html


@pytest.mark.usefixtures("_many_actors")
@pytest.mark.parametrize(
    ("typed", "found"),
    [("", 13), ("andrei", 1), ("DELE", 12), ("07 del", 1), ("elegue", 0), ("%", 13)],
)
def test_values_are_found_by_the_beginnings_of_their_words(client, typed, found):
    html = page(client, f"/filter/actor/?find={typed}", **{"HX-Request": "true"})
    assert "<html" not in html
    assert html.count('name="actor"') == found


@pytest.mark.usefixtures("_many_actors")
def test_page_of_values_links_to_each_as_a_filter_and_keeps_the_others(client):
    html = page(client, "/filter/actor/?when=1960-1965&actor=andrei-gromyko")
    assert 'href="/?when=1960-1965"' in html, "the chosen one is taken back"
    assert "actor=andrei-gromyko&amp;when=1960-1965&amp;actor=d%C3%A9l%C3%A9gu%C3%A9-00" in html


@pytest.mark.usefixtures("_many_actors")
@pytest.mark.parametrize("parameter", ["kind", "place", "source"])
def test_every_facet_has_such_a_page(client, parameter):
    assert "<h1>" in page(client, f"/filter/{parameter}/?find=e")


def test_there_is_no_such_page_for_anything_else(client):
    assert client.get("/filter/when/").status_code == 404


@pytest.mark.parametrize(("language", "written"), [("fr", "1\u202f200 événements"), ("en", "1,200 events")])
def test_thousands_are_told_apart_in_counts_and_not_in_years(client, language, written):
    chronicle.event("2021", public_id="e0")
    one = Event.objects.get()
    Event.objects.bulk_create(
        Event(public_id=f"e{number}", kind=one.kind, status=one.status, edtf=one.edtf, precision=one.precision)
        for number in range(1, 1200)
    )
    Event.objects.update(earliest=one.earliest, latest=one.latest)
    html = page(client, "/", **{"accept-language": language})

    assert f">{written}</strong>" in html
    assert f'<span class="filters__count">{written[:5]}</span>' in html
    assert ">2021<" in html


# -- more than one chronology ---------------------------------------------------------------------------------------


def test_other_chronology_is_chosen_filtered_and_left(client):
    chronicle.cold_war()
    assert 'class="chooser"' not in page(client, "/")
    other = chronicle.event("1986", "Anwar Sadat", public_id="other")
    other.chronology = chronicle.chronology("visits")
    other.save()

    html = page(client, "/?chronology=visits")
    assert titles(html) == ["Summit: Anwar Sadat"]
    assert 'name="chronology" value="visits"' in html
    assert 'data-src="/axis.json?chronology=visits"' in html
    assert titles(page(client, "/?chronology=visits&when=1987")) == []
    assert len(titles(page(client, "/"))) == 4
    assert "is not known here" in page(client, "/?chronology=nowhere")


@pytest.mark.parametrize(
    "address",
    [
        "/?chronology=visits",
        "/?chronology=visits&kind=summit",
        "/filter/actor/?chronology=visits",
        "/events/camp-david/",
        "/actors/anwar-sadat/",
        "/relations/anwar-sadat/menachem-begin/",
    ],
)
def test_search_in_the_header_stays_in_the_chronology(client, address):
    chronicle.cold_war()
    event = chronicle.event("1978-09", "Anwar Sadat", "Menachem Begin", public_id="camp-david")
    event.chronology = chronicle.chronology("visits")
    event.save()

    header = re.search('<form class="header__search".*?</form>', page(client, address), re.DOTALL)[0]
    assert '<input type="hidden" name="chronology" value="visits">' in header


@pytest.mark.parametrize("address", ["/", "/?chronology=nowhere", "/events/inf/", "/actors/"])
def test_search_in_the_header_is_otherwise_among_the_articles(client, address):
    chronicle.cold_war()
    assert 'name="chronology"' not in page(client, address)


# -- what a search found --------------------------------------------------------------------------------------------


def test_words_found_are_marked_in_titles_and_passages_and_nowhere_else(client):
    chronicle.cold_war()
    html = page(client, "/?q=gorbachevs")
    assert html.count("<mark>Gorbachev</mark>") == 2 * len(titles(html)) == 6
    assert "<mark>" not in page(client, "/")


def test_what_is_typed_is_never_markup(client):
    chronicle.event("1985", "<b>Reagan</b> & Co", public_id="odd")
    search.refresh()
    html = page(client, "/?q=b+amp+lt+Reagan")
    assert "<b>Reagan" not in html
    assert "&lt;" in page(client, "/?q=reagan")

"""Long lists: narrowed by words, in pages, and in an order that readers expect."""

import re

import pytest

from tests import chronicle
from timeline import search
from timeline.models import Actor, ActorName, Citation, Event, Participation, Source
from timeline.pages.directory import CLAIMS_PER_PAGE, PER_PAGE, SOURCES_PER_PAGE
from timeline.pages.portrait import EVENTS_PER_PAGE

pytestmark = pytest.mark.django_db


def page(client, address: str, language: str = "en") -> str:
    response = client.get(address, headers={"accept-language": language})
    assert response.status_code == 200
    return response.content.decode()


def listed(html: str, kind: str) -> list[str]:
    main = html[html.index("<main") : html.index("</main>")]
    return re.findall(rf'<a href="/{kind}/[\w-]+/"[^>]*>([^<]+)</a>', main)


@pytest.fixture
def crowd():
    """A conference of more actors than fit on two pages, all called Delegate."""
    event = chronicle.event("1975-08-01", kind="conference", public_id="helsinki")
    names = [f"Délégué {number:03}" for number in range(2 * PER_PAGE + 5)]
    actors = [
        Actor(key=f"person:{number}", slug=f"d{number}", kind="person", name_fr=name, name_en=name)
        for number, name in enumerate(names)
    ]
    Actor.objects.bulk_create(actors)
    ActorName.objects.bulk_create(ActorName(actor=actor, name=actor.name_fr) for actor in actors)
    Participation.objects.bulk_create(Participation(event=event, actor=actor) for actor in actors)
    return event


class TestActors:
    def test_a_hundred_stand_on_a_page(self, client, crowd):
        pages = [page(client, f"/actors/?page={number}") for number in (1, 2, 3)]

        assert [len(listed(html, "actors")) for html in pages] == [PER_PAGE, PER_PAGE, 5]
        assert 'rel="next" href="/actors/?page=2"' in pages[0]
        assert 'rel="prev" href="/actors/?"' in pages[1]
        assert 'rel="next"' not in pages[2]

    @pytest.mark.parametrize("number", ["0", "-1", "99", "last", "²"])
    def test_page_that_does_not_exist_gives_the_nearest(self, client, crowd, number):
        assert listed(page(client, f"/actors/?page={number}"), "actors")

    def test_words_narrow_the_list_and_forgive_accents(self, client, crowd):
        html = page(client, "/actors/?q=delegue+204")

        assert listed(html, "actors") == ["Délégué 204"]
        assert 'value="delegue 204"' in html

    def test_words_stay_when_the_page_is_turned(self, client, crowd):
        assert 'href="/actors/?q=delegue&amp;page=2"' in page(client, "/actors/?q=delegue")

    def test_name_in_the_other_language_is_found(self, client):
        chronicle.cold_war()
        assert listed(page(client, "/actors/?q=gorbatchev"), "actors") == ["Mikhail Gorbachev"]

    def test_nobody_of_that_name_is_said_and_leads_on(self, client, crowd):
        html = page(client, "/actors/?q=%3Cb%3ENobody")

        assert "Nobody of that name" in html
        assert 'href="/?q=%3Cb%3ENobody"' in html
        assert "<b>Nobody" not in html

    def test_without_any_article_the_page_says_how_to_begin(self, client):
        html = page(client, "/actors/")
        assert "No article yet" in html
        assert "list-search" not in html

    def test_accents_do_not_put_a_name_behind_the_z(self, client):
        event = chronicle.event("1986", public_id="e")
        for name_fr, name_en in (("Russie", "Russia"), ("États-Unis", "United States"), ("Iran", "Iran")):
            state = Actor.objects.create(
                key=f"state:{name_en}", slug=name_en.lower()[:4], kind="state", name_fr=name_fr, name_en=name_en
            )
            Participation.objects.create(event=event, actor=state)
        assert listed(page(client, "/actors/", "fr"), "actors") == ["États-Unis", "Iran", "Russie"]

    def test_unpublished_events_do_not_count(self, client, crowd):
        chronicle.event("1986", "Ronald Reagan", "Délégué", public_id="draft")
        Event.objects.filter(public_id="draft").update(status="draft")
        assert listed(page(client, "/actors/?q=reagan"), "actors") == []

    def test_list_costs_the_same_however_long(self, client, crowd, django_assert_max_num_queries):
        client.get("/actors/?q=delegue")  # The index and the names are loaded once after a change.
        with django_assert_max_num_queries(4):
            client.get("/actors/?q=delegue&page=2")


class TestPortrait:
    def test_events_are_paged(self, client):
        actor = chronicle.actor("Dean Rusk")
        events = [
            Event(
                public_id=f"e{number}",
                kind="call",
                status="published",
                edtf="1962",
                earliest="1962-01-01",
                latest="1962-12-31",
                precision="year",
            )
            for number in range(EVENTS_PER_PAGE + 1)
        ]
        Event.objects.bulk_create(events)
        Participation.objects.bulk_create(Participation(event=event, actor=actor) for event in events)

        first, second = (page(client, f"/actors/dean-rusk/?page={number}") for number in (1, 2))
        assert (first.count('<article class="event'), second.count('<article class="event')) == (EVENTS_PER_PAGE, 1)
        assert 'rel="next" href="/actors/dean-rusk/?page=2"' in first

    def test_offices_are_drawn_to_scale_and_said_in_words(self, client):
        chronicle.tenure("Dean Rusk", "1950-01-01/1952-01-01", "Assistant Secretary", "secrétaire adjoint")
        chronicle.tenure("Dean Rusk", "1952-01-01/1958-01-01", "Foundation president", "président")
        chronicle.tenure("Dean Rusk", "1955/..", "Professor", "professeur")
        html = page(client, "/actors/dean-rusk/")

        assert '<rect x="0" width="250" height="10"/>' in html
        assert '<rect x="250" width="750" height="10"/>' in html
        assert html.count("tenures__axis--after") == 1
        assert "since 1955" in html

    def test_a_single_open_office_is_said_and_not_drawn(self, client):
        chronicle.tenure("Dean Rusk", "1955/..", "Professor", "professeur")
        html = page(client, "/actors/dean-rusk/")
        assert "Professor" in html
        assert "tenures__axis" not in html


class TestSources:
    def test_articles_are_paged_and_found(self, client, django_assert_max_num_queries):
        for number in range(SOURCES_PER_PAGE + 1):
            chronicle.source("Texte.", name=f"{number:03}.txt", title=f"Dépêche {number:03}", publisher="Agence")
        search.refresh()
        with django_assert_max_num_queries(4):
            html = page(client, "/sources/?q=agence")
        assert len(listed(html, "sources")) == SOURCES_PER_PAGE
        assert 'href="/sources/?q=agence&amp;page=2"' in html
        assert listed(page(client, "/sources/?q=depeche+050"), "sources") == ["Dépêche 050"]

    def test_no_such_article_is_said(self, client):
        chronicle.source("Texte.", title="Dépêche")
        assert "No such article" in page(client, "/sources/?q=gazette")


class TestUndatedClaims:
    @pytest.fixture
    def claims(self) -> list[Citation]:
        made = []
        for name in ("b.txt", "a.txt"):
            article = chronicle.source("Ils se sont vus. " * (CLAIMS_PER_PAGE // 2 + 1), name=name, title=name)
            first = chronicle.citation(article, "se sont vus", refusal="undated")
            made.append(first)
            for number in range(1, CLAIMS_PER_PAGE // 2 + 1):
                first.pk, first.key = None, f"{name[0]}{number:015}"
                first.start, first.end = 17 * number + 4, 17 * number + 15
                first._state.adding = True
                first.save()
        return made

    def test_claims_stand_under_their_article_in_pages(self, client, claims, django_assert_max_num_queries):
        with django_assert_max_num_queries(6):
            html = page(client, "/undated/")
        assert html.count('class="claims__claim"') == CLAIMS_PER_PAGE
        assert html.index(">a.txt<") < html.index(">b.txt<")
        assert page(client, "/undated/?page=2").count('class="claims__claim"') == 2

    def test_article_leads_to_its_own_undated_claims_and_back(self, client, claims):
        source = Source.objects.get(name="b.txt")
        article = page(client, source.get_absolute_url())
        claim = source.citations.order_by("start").first()
        address = f"/undated/?source={source.sha256[:12]}"

        assert f'href="{address}#c-{claim.key}"' in article
        html = page(client, address)
        assert f'id="c-{claim.key}"' in html
        assert ">a.txt<" not in html
        assert f'href="{source.get_absolute_url()}#c-{claim.key}"' in html

    @pytest.mark.parametrize("address", ["nothing", "0" * 12, "%"])
    def test_unknown_article_is_not_found(self, client, claims, address):
        assert client.get("/undated/", {"source": address}).status_code == 404


def test_page_that_is_not_there_offers_the_search(client):
    html = client.get("/nowhere/", headers={"accept-language": "en"}).content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    assert '<input id="words" name="q"' in main

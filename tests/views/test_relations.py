"""Two actors and all that brought them together."""

import pytest

from tests import chronicle
from timeline.index.current import current_index
from timeline.models import Actor, Event, Participation
from timeline.pages.relations import MOST_EVENTS, Relations

pytestmark = pytest.mark.django_db

SUPERPOWERS = "/relations/mikhail-gorbachev/ronald-reagan/"


@pytest.fixture
def cold_war():
    chronicle.cold_war()


def page(client, address: str) -> str:
    response = client.get(address, headers={"accept-language": "en"})
    assert response.status_code == 200
    return response.content.decode()


def relations(one: str, other: str) -> Relations:
    return Relations(Actor.objects.get(slug=one), Actor.objects.get(slug=other))


def test_relations_show_every_contact_of_the_two_and_no_other(client, cold_war):
    html = page(client, SUPERPOWERS)

    assert "<h1>Mikhail Gorbachev and Ronald Reagan</h1>" in html
    assert [f"/events/{name}/" in html for name in ("geneva", "reykjavik", "inf", "talks")] == [True, True, True, False]
    assert "actor=mikhail-gorbachev&amp;actor=ronald-reagan" in html


def test_relations_count_kinds_and_years(cold_war):
    found = relations("mikhail-gorbachev", "ronald-reagan")

    assert [(count.words, count.number, count.share) for count in found.kinds] == [
        ("Summit", 2, 100),
        ("Agreement", 1, 50),
    ]
    assert [(count.words, count.number) for count in found.times] == [("1985", 1), ("1986", 1), ("1987", 1)]


def test_years_without_contact_are_told_too():
    chronicle.event("1986-10-11", "Andrei Gromyko", "Dean Rusk")
    chronicle.event("1983", "Andrei Gromyko", "Dean Rusk")
    times = relations("andrei-gromyko", "dean-rusk").times
    assert [(count.words, count.number) for count in times] == [("1983", 1), ("1984", 0), ("1985", 0), ("1986", 1)]


def test_centuries_are_told_by_decades():
    chronicle.event("1814-11", "Andrei Gromyko", "Dean Rusk")
    chronicle.event("1991/..", "Andrei Gromyko", "Dean Rusk")
    times = relations("andrei-gromyko", "dean-rusk").times

    assert (times[0].words, times[-1].words, len(times)) == ("1810s", "1990s", 19)
    assert "when=181X" in times[0].query_string


def test_longest_silence_between_known_days_is_counted(client, cold_war):
    html = page(client, SUPERPOWERS)

    assert "<strong>1 year and 1 month</strong> (422 days)" in html
    assert "at least" not in html


def test_silence_between_vague_dates_is_only_at_least_so_long(client, cold_war):
    chronicle.event("1990", "Ronald Reagan", "Mikhail Gorbachev", kind="meeting")
    html = page(client, SUPERPOWERS)

    assert "<strong>at least 2 years</strong>" in html
    assert "the silence may have been longer" in html
    assert "1 January" not in html


def test_state_whose_people_met_in_its_name_had_a_contact(client):
    event = chronicle.event("1962-10-18", "Andrei Gromyko", public_id="oval")
    for name in ("Soviet Union", "United States"):
        state = chronicle.actor(name, "state")
        Participation.objects.create(event=event, actor=state, role=Participation.Role.REPRESENTED)
    html = page(client, "/relations/soviet-union/united-states/")

    assert "/events/oval/" in html
    assert "in 1 of them one of the two takes part through others" in html


def test_two_actors_have_one_address(client, cold_war):
    response = client.get("/relations/ronald-reagan/mikhail-gorbachev/")
    assert (response.status_code, response.url) == (301, SUPERPOWERS)


def test_one_actor_alone_leads_to_those_met(client, cold_war):
    assert client.get("/relations/ronald-reagan/ronald-reagan/").url == "/relations/ronald-reagan/"
    html = page(client, "/relations/ronald-reagan/")
    assert f'<a href="{SUPERPOWERS}">Mikhail Gorbachev</a> <span class="count">3 times</span>' in html


@pytest.mark.parametrize(
    "address", ["/relations/nobody/", "/relations/nobody/ronald-reagan/", "/relations/nobody/noone/"]
)
def test_unknown_actor_is_not_found(client, cold_war, address):
    assert client.get(address).status_code == 404


def test_two_who_never_met_are_told_so(client, cold_war):
    html = page(client, "/relations/george-shultz/ronald-reagan/")
    assert "No contact yet" in html
    assert 'href="/relations/george-shultz/"' in html


def test_actor_and_event_lead_to_the_relations(client, cold_war):
    assert f'href="{SUPERPOWERS}"' in page(client, "/actors/ronald-reagan/")
    assert f'href="{SUPERPOWERS}"' in page(client, "/events/reykjavik/")


def test_thousands_of_contacts_cost_no_more_queries_than_a_few(client, cold_war, django_assert_max_num_queries):
    event = Event.objects.get(public_id="geneva")
    events = [
        Event(
            public_id=f"e{number}",
            kind="call",
            status="published",
            edtf="1986",
            earliest="1986-01-01",
            latest="1986-12-31",
            precision="year",
        )
        for number in range(MOST_EVENTS + 50)
    ]
    Event.objects.bulk_create(events)
    Participation.objects.bulk_create(
        Participation(event=one, actor=actor) for one in events for actor in event.actors.all()
    )
    current_index()  # Loaded once after a change, not for each page.
    with django_assert_max_num_queries(12):
        html = page(client, SUPERPOWERS)
    assert html.count('<article class="event') == MOST_EVENTS
    assert f"All {MOST_EVENTS + 53} in the chronology" in html

"""The actors' pages."""

import pytest

from tests import chronicle
from timeline.index.current import current_index

pytestmark = pytest.mark.django_db


def page(client, address: str) -> str:
    response = client.get(address, headers={"accept-language": "en"})
    assert response.status_code == 200
    return response.content.decode()


def test_list_counts_published_events_by_kind_of_actor(client):
    chronicle.cold_war()
    chronicle.actor("NATO", "organisation")
    html = page(client, "/actors/")

    assert '<a href="/actors/ronald-reagan/">Ronald Reagan</a> <span class="count">3</span>' in html
    assert "Persons</h2>" in html
    assert "NATO" not in html


def test_actor_shows_names_offices_events_and_companions(client):
    chronicle.cold_war()
    chronicle.tenure("Mikhail Gorbachev", "1985-03-11/1991-12-25", "Leader of the Soviet Union", "dirigeant")
    html = page(client, "/actors/mikhail-gorbachev/")

    assert "3 events in the chronology" in html
    assert "Mikhaïl Gorbatchev" in html
    assert "Leader of the Soviet Union" in html
    assert "/relations/mikhail-gorbachev/ronald-reagan/" in html
    assert "3 times" in html
    assert "George Shultz" not in html


def test_actor_without_events_says_so(client):
    chronicle.actor("Henry Kissinger")
    assert "No published event names this actor." in page(client, "/actors/henry-kissinger/")


def test_unknown_actor_is_not_found(client):
    assert client.get("/actors/nobody/").status_code == 404


def test_actor_costs_a_bounded_number_of_queries(client, django_assert_max_num_queries):
    for year in range(1950, 1980):
        chronicle.event(str(year), "Andrei Gromyko", "Dean Rusk", kind="meeting", at="Geneva")
    current_index()  # Loaded once after a change, not for each page.
    with django_assert_max_num_queries(12):
        client.get("/actors/dean-rusk/")

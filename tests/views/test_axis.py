"""The axis data over HTTP: the page's filters, the reader's language, a cache that asks first, reasons for refusals."""

import pytest

from tests import chronicle

pytestmark = pytest.mark.django_db


def test_axis_answers_to_the_filters_of_the_page(client):
    chronicle.cold_war()

    assert client.get("/axis.json?kind=agreement").json()["events"]["id"] == ["inf"]


def test_axis_speaks_the_readers_language(client):
    chronicle.cold_war()
    english = client.get("/axis.json", headers={"accept-language": "en"})
    french = client.get("/axis.json", headers={"accept-language": "fr"})

    assert english.json()["events"]["title"][-1] == "Ronald Reagan and Mikhail Gorbachev"
    assert "Mikhaïl Gorbatchev" in french.json()["events"]["title"][-1]
    assert "Accept-Language" in french["Vary"]
    assert english["ETag"] != french["ETag"]


def test_same_content_is_not_sent_twice(client):
    chronicle.cold_war()
    first = client.get("/axis.json")
    again = client.get("/axis.json", headers={"if-none-match": first["ETag"]})

    assert first["Cache-Control"] == "private, max-age=0, must-revalidate"
    assert (again.status_code, again.content) == (304, b"")


def test_address_of_an_event_is_a_pattern_for_its_id(client):
    assert client.get("/axis.json").json()["address"] == "/events/{id}/"


@pytest.mark.parametrize(
    "query", ["window=tomorrow", "window=1987", "window=", "when=never+ever", "kind=party", "actor=nobody"]
)
def test_nonsense_is_refused_with_a_reason(client, query):
    chronicle.cold_war()
    response = client.get(f"/axis.json?{query}")

    assert response.status_code == 400
    assert response.json()["reason"]


def test_axis_is_only_read(client):
    assert client.post("/axis.json").status_code == 405

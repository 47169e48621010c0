"""The page for frames: it alone may be framed, shows what its filter says, and leads back to the whole."""

import pytest

from tests import chronicle

pytestmark = pytest.mark.django_db


def policy(response) -> dict[str, str]:
    return dict(part.strip().partition(" ")[::2] for part in response["Content-Security-Policy"].split(";"))


def test_any_page_may_frame_it(client):
    response = client.get("/embed/")

    assert policy(response)["frame-ancestors"] == "*"
    assert "X-Frame-Options" not in response
    assert policy(response)["default-src"] == "'self'"


@pytest.mark.parametrize(
    "address",
    ["/", "/?when=1987", "/undated/", "/actors/", "/sources/", "/method/", "/admin/login/", "/axis.json", "/no/"],
)
def test_no_other_page_may_be_framed(client, address):
    response = client.get(address)

    assert policy(response)["frame-ancestors"] == "'none'"
    assert response["X-Frame-Options"] == "DENY"


def test_it_shows_what_the_filter_says(client):
    chronicle.cold_war()
    html = client.get("/embed/?kind=agreement", headers={"accept-language": "en"}).content.decode()

    assert html.count("<li>") == 1
    assert 'data-src="/axis.json?kind=agreement"' in html
    assert '<a href="/?kind=agreement" rel="noopener">Full chronology' in html


def test_every_link_leaves_the_frame(client):
    chronicle.cold_war()
    html = client.get("/embed/").content.decode()

    assert '<base target="_blank">' in html
    assert "<form" not in html


def test_lanes_can_be_asked_for_by_their_names_only(client):
    assert 'data-lanes="actor"' in client.get("/embed/?lanes=actor").content.decode()
    assert "data-lanes" not in client.get("/embed/?lanes=%22%3E%3Cscript%3E").content.decode()


def test_it_is_only_read(client):
    assert client.post("/embed/").status_code == 405

"""What is kept for the next reader: the same for all, nobody's own, and gone as soon as something changes."""

import gzip

import pytest
from django.urls import reverse

from tests import chronicle
from timeline import search
from timeline.models import Event
from timeline.views import kept

pytestmark = pytest.mark.django_db

PAGES = ["/", "/?kind=summit", "/axis.json", "/embed/", "/filter/actor/"]


@pytest.fixture
def chronology():
    chronicle.cold_war()


@pytest.fixture
def rendered(monkeypatch):
    """How many answers have been made, and not taken from those that are kept."""
    made = []
    make = kept.Answer.of
    monkeypatch.setattr(kept.Answer, "of", lambda response: made.append(1) or make(response))
    return made


@pytest.mark.usefixtures("chronology")
@pytest.mark.parametrize("path", PAGES)
def test_a_second_reader_gets_the_same_without_its_being_made_again(client, rendered, path):
    first, second = client.get(path), client.get(path)

    assert second.content == first.content
    assert {**second.headers} == {**first.headers}
    assert len(rendered) == 1


@pytest.mark.usefixtures("chronology")
@pytest.mark.parametrize("path", PAGES)
def test_a_reader_who_holds_the_page_receives_nothing_but_that_it_still_holds(client, path):
    again = client.get(path, headers={"if-none-match": client.get(path)["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.usefixtures("chronology")
@pytest.mark.parametrize("path", PAGES)
def test_pages_of_readers_set_no_cookie(client, path):
    assert not client.get(path).cookies


@pytest.mark.usefixtures("chronology")
@pytest.mark.parametrize("path", ["/", "/?q=sommet", "/axis.json", "/embed/"])
def test_what_an_editor_changes_is_seen_at_the_next_request(client, path):
    before = client.get(path)
    event = Event.objects.get(public_id="reykjavik")
    event.title_fr = "Sommet sans accord"
    event.save()

    after = client.get(path)
    assert "sans accord" not in before.content.decode()
    assert "sans accord" in after.content.decode()
    assert client.get(path, headers={"if-none-match": before["ETag"]}).status_code == 200


@pytest.mark.usefixtures("chronology")
def test_what_is_not_indexed_yet_is_not_missing_from_searches_for_good(client):
    event = Event.objects.get(public_id="reykjavik")
    event.title_fr = "Rencontre de Saint-Malo"
    event.save()
    assert "e-reykjavik" not in client.get("/?q=malo").content.decode()

    search.refresh()
    assert "e-reykjavik" in client.get("/?q=malo").content.decode()


@pytest.mark.usefixtures("chronology")
def test_languages_are_kept_apart(client):
    french = client.get("/", headers={"accept-language": "fr"}).content.decode()
    english = client.get("/", headers={"accept-language": "en"}).content.decode()
    client.post(reverse("set_language"), {"language": "fr", "next": "/"})
    chosen = client.get("/", headers={"accept-language": "en"}).content.decode()

    assert '<html lang="fr">' in french
    assert '<html lang="en">' in english
    assert chosen == french


@pytest.mark.usefixtures("chronology")
def test_pages_and_their_fragments_are_kept_apart(client):
    page = client.get("/?kind=summit")
    fragment = client.get("/?kind=summit", headers={"hx-request": "true"})
    restored = client.get("/?kind=summit", headers={"hx-request": "true", "hx-history-restore-request": "true"})

    assert b"<html" in page.content
    assert b"<html" not in fragment.content
    assert restored.content == page.content
    assert fragment["HX-Push-Url"] == "/?kind=summit"
    assert "HX-Push-Url" not in page
    assert page["ETag"] != fragment["ETag"]
    assert {"HX-Request", "Cookie", "Accept-Language", "Accept-Encoding"} <= set(page["Vary"].split(", "))


@pytest.mark.usefixtures("chronology")
def test_chronologies_are_kept_apart(client):
    chronicle.event("1975-08-01", "Gerald Ford", public_id="helsinki", chronology=chronicle.chronology("visits"))
    addresses = ("/", "/?chronology=visits")
    articles, visits = (client.get(address).content.decode() for address in addresses)

    assert ("e-helsinki" in articles, "e-helsinki" in visits) == (False, True)
    assert [client.get(address).content.decode() for address in addresses] == [articles, visits]


@pytest.mark.usefixtures("chronology")
def test_an_editor_gets_pages_of_their_own_and_leaves_nothing_behind(client, admin_client, rendered):
    client.get("/")
    assert "ETag" not in admin_client.get("/?kind=summit")
    admin_client.get("/")

    assert len(rendered) == 1


@pytest.mark.usefixtures("chronology")
def test_compressed_and_plain_are_the_same(client):
    plain = client.get("/")
    compressed = client.get("/", headers={"accept-encoding": "gzip, br"})

    assert compressed["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain
    assert gzip.decompress(compressed.content) == plain.content
    assert int(compressed["Content-Length"]) == len(compressed.content)


@pytest.mark.usefixtures("chronology")
def test_the_frame_stays_the_only_page_that_others_may_frame(client):
    for _time in range(2):
        assert "frame-ancestors *" in client.get("/embed/")["Content-Security-Policy"]
        assert "X-Frame-Options" not in client.get("/embed/")
        assert "frame-ancestors 'none'" in client.get("/")["Content-Security-Policy"]
        assert client.get("/")["X-Frame-Options"] == "DENY"


@pytest.mark.usefixtures("chronology")
def test_refusals_and_what_is_not_there_are_not_kept(client, rendered):
    assert client.get("/axis.json?window=0").status_code == 400
    assert client.get("/filter/colour/").status_code == 404
    assert not rendered


@pytest.mark.usefixtures("chronology")
def test_no_more_is_kept_than_there_is_room_for(client, rendered, monkeypatch):
    size = len(client.get("/", headers={"accept-encoding": "gzip"}).content)
    monkeypatch.setattr(kept, "MOST_BYTES", size + size // 2)
    for path in ("/?when=1985", "/", "/"):
        client.get(path)

    assert len(rendered) == 3


@pytest.mark.usefixtures("chronology")
def test_an_answer_that_is_kept_asks_the_database_for_the_revision_alone(client, django_assert_num_queries):
    client.get("/")
    with django_assert_num_queries(1) as asked:
        client.get("/")
    assert "timeline_revision" in asked.captured_queries[0]["sql"]

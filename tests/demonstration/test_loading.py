"""The demonstration: every row an event, every event its row, and nothing of it among the articles."""

from io import StringIO

import pytest
from django.core.management import call_command

from tests import chronicle
from timeline.demonstration import loading
from timeline.demonstration.rows import FOLDER, articles
from timeline.ingestion.settlement import settle_events
from timeline.models import Actor, Chronology, Citation, Event, Source

pytestmark = pytest.mark.django_db


def demo(*arguments: str) -> str:
    out = StringIO()
    call_command("demo", *arguments, stdout=out)
    return out.getvalue()


def test_articles_hold_the_rows_of_the_files_byte_for_byte() -> None:
    found = list(articles())
    for kind in ("visits", "travels"):
        lines = (FOLDER / f"{kind}.csv").read_bytes().decode().splitlines(keepends=True)
        texts = [article.text for article in found if article.name.startswith(kind)]
        assert "".join(text.removeprefix(lines[0]) for text in texts) == "".join(lines[1:])
    assert sum(len(article.journeys) for article in found) == 7533


@pytest.fixture(scope="module")
def _few_rows(tmp_path_factory):
    """The files, cut to a few decades, so that the tests stay quick."""
    with pytest.MonkeyPatch.context() as patch:
        few = [article for article in articles() if article.decade in (1860, 1870, 1980)]
        patch.setattr(loading, "articles", lambda: iter(few))
        yield


@pytest.mark.usefixtures("_few_rows")
class TestLoaded:
    def test_every_event_is_published_dated_and_cites_its_row(self) -> None:
        demo()
        events = Event.objects.filter(chronology__slug=loading.SLUG).with_evidence(with_texts=True)
        assert len(events) == sum(len(article.journeys) for article in loading.articles())
        for event in events:
            (citation,) = event.citations.all()
            assert citation.matches_its_source
            assert citation.source.text[citation.time_start : citation.time_end] == citation.wording
            assert event.status == Event.Status.PUBLISHED
            assert event.earliest.isoformat() in citation.wording

    def test_known_persons_and_states_are_those_of_the_articles(self) -> None:
        demo()
        reagan = Actor.objects.get(key="person:ronald-reagan")
        assert reagan.participations.filter(event__chronology__slug=loading.SLUG).count() >= 20
        assert Actor.objects.get(key="state:GB").name_fr == "Royaume-Uni"

    def test_two_monarchs_of_one_name_are_two_persons(self) -> None:
        demo()
        single = Actor.objects.filter(kind="person").exclude(name_en__contains=" ")
        assert not single.exists()

    def test_second_time_changes_nothing(self) -> None:
        demo()
        before = Event.objects.count()
        assert "already" in demo()
        assert Event.objects.count() == before

    def test_settling_the_articles_leaves_it_alone(self) -> None:
        demo()
        before = list(Event.objects.order_by("pk").values_list("pk", "version", "edtf"))
        settle_events()
        assert list(Event.objects.order_by("pk").values_list("pk", "version", "edtf")) == before

    def test_removing_leaves_the_articles_alone(self) -> None:
        chronicle.cold_war()
        demo()
        demo("--remove")
        assert Event.objects.count() == Citation.objects.count() == Source.objects.count() == 4
        assert not Chronology.objects.exists()

    def test_first_page_offers_it_and_keeps_it_apart(self, client) -> None:
        chronicle.cold_war()
        demo()
        html = client.get("/", headers={"accept-language": "en"}).content.decode()
        assert f'href="/?chronology={loading.SLUG}"' in html
        assert "4 events" in html

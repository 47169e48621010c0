"""Search forgives accents and inflection in both languages, marks what it found, and follows every change."""

import pytest
from django.db import connection

from tests import chronicle
from timeline import search
from timeline.models import Actor, Citation, Event
from timeline.search.marking import excerpt_around, marks
from timeline.search.stems import sought

pytestmark = pytest.mark.django_db

TEXT = "Les négociateurs français se sont réunis à Genève ; l’accord sur les missiles fut signé."


@pytest.fixture
def _told() -> None:
    event = chronicle.event("1985", "Mikhail Gorbachev", kind="agreement", at="Geneva", public_id="geneva")
    chronicle.citation(chronicle.source(TEXT, title="Le dégel", name="degel.txt"), TEXT, event=event)
    chronicle.event("1986", "George Shultz", kind="visit", public_id="other")
    search.refresh()


def events(text: str) -> list[str]:
    return sorted(Event.objects.filter(pk__in=search.found(search.EVENTS, text)).values_list("public_id", flat=True))


@pytest.mark.usefixtures("_told")
@pytest.mark.parametrize(
    "text",
    [
        "négociateur",
        "negociateurs",
        "réuni",
        "REUNIS",
        "missile",
        "l'accord",
        "gorbatchev",
        "Gorbachev",
        "geneve",
        "Geneva",
        "agreements",
        "Gorb",
        "signés missiles Genève",
    ],
)
def test_word_is_found_however_it_is_written(text: str) -> None:
    assert events(text) == ["geneva"]


@pytest.mark.usefixtures("_told")
@pytest.mark.parametrize("text", ["missile Shultz", "Budapest", "", "…", '"', "NEAR(", "a* OR b", "stems:geneva x9"])
def test_every_word_counts_and_nothing_typed_is_syntax(text: str) -> None:
    assert events(text) == []


@pytest.mark.usefixtures("_told")
def test_whole_words_come_before_mere_beginnings() -> None:
    chronicle.event("1987", "Eduard Shultzman", public_id="longer")
    search.refresh()
    assert events("Shultz") == ["other"]
    assert events("Shultzm") == ["longer"]


@pytest.mark.usefixtures("_told")
def test_articles_are_found_by_their_texts_and_titles() -> None:
    assert len(search.found(search.ARTICLES, "degel missiles")) == 1
    assert search.found(search.ARTICLES, "degel Shultz") == []


@pytest.mark.usefixtures("_told")
@pytest.mark.parametrize(
    ("change", "text"),
    [
        pytest.param(lambda: Event.objects.update(title_en="Thaw"), "thaw", id="title"),
        pytest.param(lambda: Actor.objects.update(name_fr="Andropov"), "andropov", id="renamed"),
        pytest.param(lambda: chronicle.actor("George Shultz").names.create(name="Chultz"), "chultz", id="spelling"),
    ],
)
def test_change_is_found_after_a_refresh(change, text: str) -> None:
    assert events(text) == []
    change()
    assert search.refresh()
    assert events(text)
    assert search.refresh() == 0


@pytest.mark.usefixtures("_told")
def test_what_is_taken_away_is_found_no_more() -> None:
    Citation.objects.filter(quote=TEXT).update(state="rejected")
    search.refresh()
    assert events("missiles") == []
    Citation.objects.all().delete()
    Event.objects.all().delete()
    search.refresh()
    assert search.found(search.EVENTS, "Gorbatchev") == []


@pytest.mark.usefixtures("_told")
def test_site_that_is_older_than_its_search_is_found_after_the_upgrade() -> None:
    with connection.cursor() as cursor:
        for subject in (search.EVENTS, search.ARTICLES):
            cursor.execute(f"DROP TABLE {subject.index}")
    search.install()
    search.refresh()
    assert events("missiles") == ["geneva"]
    assert search.found(search.ARTICLES, "missiles")


def test_index_is_refreshed_once_a_change_is_committed(django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        chronicle.event("1985", "Mikhail Gorbachev", public_id="geneva")
    assert len(callbacks) == 1
    assert events("Gorbatchev") == ["geneva"]


# -- words ----------------------------------------------------------------------------------------------------------


def test_search_has_few_words_and_short_ones_only_alone() -> None:
    assert len(sought(" ".join(f"mot{number}" for number in range(50)))) == 8
    assert sought("à Genève") == sought("Genève")
    assert sought("G7")
    assert sought("x" * 10_000)


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Ils se sont réunis.", "réunion", []),
        ("Ils se sont réunis.", "reuni", ["réunis"]),
        ("L’accord et les accords", "accord", ["accord", "accords"]),
        ("Mikhaïl Gorbatchev", "gorb", ["Gorbatchev"]),
        ("accord, accordéon", "accord", ["accord"]),
        ("Rien.", "", []),
    ],
)
def test_marks_are_the_words_that_answer(text: str, typed: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in marks(text, typed)] == found


def test_excerpt_begins_near_the_first_mark_at_a_word() -> None:
    text = "mot " * 200 + "missile" + " mot" * 200
    start, end = excerpt_around(text, marks(text, "missiles"), 120)
    assert "missile" in text[start:end]
    assert end - start <= 130
    assert text[start - 1] == text[end] == " "

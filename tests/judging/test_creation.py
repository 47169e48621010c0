"""Events that a person makes: recorded, undone on request, and left alone by whatever reads articles again."""

from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.utils import translation

from tests import chronicle
from tests.desk import make_actor, make_editor, make_place, make_publisher
from timeline import judging, search
from timeline.dates import HistoricalDate
from timeline.exports.json_events import events_as_json
from timeline.ingestion.ingest import ingest
from timeline.ingestion.settlement import is_settlement_due, settle_events
from timeline.integrity.checking import faults
from timeline.judging.evidence import Evidence, find
from timeline.models import Citation, Event, Judgement, Source
from timeline.pages.agreement import agreement
from timeline.pages.explanation import explain_citation, explain_event
from timeline.serving.accounts import Role
from timeline.typed_dates import read_date

pytestmark = pytest.mark.django_db

ARTICLE = (
    "Les 11 et 12 octobre 1986, Ronald Reagan et Mikhaïl Gorbatchev se sont rencontrés à Reykjavik. "
    "La maison Höfdi, près de la mer, passait pour hantée, et les deux hommes y parlèrent longtemps sans témoins.\n\n"
    "Le 8 décembre 1987, Ronald Reagan et Mikhaïl Gorbatchev ont signé un traité à Washington.\n"
)
HAUNTED = "les deux hommes y parlèrent longtemps sans témoins"


def stated(typed: str = "mi-octobre 1986", kind: str = "meeting", **more) -> judging.Stated:
    return judging.Stated(kind, read_date(typed) if typed else None, typed, **more)


def passage(article: Source, words: str = HAUNTED) -> Evidence:
    return find(article, words)[0]


@pytest.fixture
def article() -> Source:
    return chronicle.source(ARTICLE, title="Reykjavik")


def only_citation(event: Event) -> Citation:
    return event.citations.select_related("source").get()


# -- making one -----------------------------------------------------------------------------------------------------


def test_event_from_a_passage_is_published_with_what_was_typed(article):
    reagan, place = make_actor("person:ronald-reagan", "Ronald Reagan"), make_place("city:1", "Reykjavik", "Reykjavik")
    said = stated(actors=[reagan], place=place, titles={"title_fr": "À Höfdi"})
    event = judging.create(said, make_publisher("grace"), passage(article), publish=True)
    event.refresh_from_db()
    assert (event.status, event.reviewed, event.edtf, event.kind) == ("published", True, "1986-10", "meeting")
    assert (event.place, list(event.actors.all()), event.title_fr) == (place, [reagan], "À Höfdi")
    assert event.locked == ["date", "kind", "participations", "place", "status", "title_fr"]


def test_passage_is_a_citation_with_the_editors_reading_and_no_claim(article):
    citation = only_citation(judging.create(stated(), make_publisher("grace"), passage(article)))
    assert (citation.quote, citation.matches_its_source) == (HAUNTED, True)
    assert (citation.state, citation.claim, citation.is_by_hand) == ("accepted", {}, True)
    assert (citation.edtf, citation.derivation["origin"]) == ("1986-10", "editor")


def test_making_an_event_is_recorded_with_who_and_on_which_passage(article):
    grace = make_publisher("grace")
    event = judging.create(stated(), grace, passage(article), reason="nobody else tells of it")
    judgement = event.judgements.get()
    assert (judgement.verdict, judgement.decided_by) == ("create", grace)
    assert judgement.passages == [only_citation(event).key]
    assert judgement.detail["after"]["date"]["edtf"] == "1986-10"


@pytest.mark.parametrize("missing", ["passage", "date"])
def test_event_without_passage_or_date_stays_a_draft_and_is_not_published(article, missing):
    said = stated("" if missing == "date" else "1986")
    evidence = None if missing == "passage" else passage(article)
    with pytest.raises(ValidationError), transaction.atomic():
        judging.create(said, make_publisher("grace"), evidence, publish=True)
    assert not Event.objects.exists()
    assert not Judgement.objects.exists()
    draft = judging.create(said, make_editor(), evidence)
    with pytest.raises(ValidationError):
        draft.publish()


def test_what_a_contributor_makes_is_a_proposal(article):
    event = judging.create(stated(), make_editor("carl", Role.CONTRIBUTOR), passage(article))
    assert (event.status, event.reviewed, only_citation(event).state) == ("draft", False, "proposed")


def test_the_same_passage_may_tell_of_two_events(article):
    grace = make_publisher("grace")
    one = judging.create(stated("1986"), grace, passage(article))
    other = judging.create(stated("1987"), grace, passage(article))
    assert only_citation(one).key != only_citation(other).key


# -- a passage for an event that there is -----------------------------------------------------------------------------


def test_passage_is_added_to_an_event_and_can_be_taken_back(article):
    event = chronicle.event("1986-10", "Ronald Reagan", public_id="reykjavik")
    citation = judging.cite(event, stated(), make_editor(), passage(article))
    assert citation in event.citations.standing()
    judging.undo(event.judgements.get(verdict="cite"))
    assert citation not in event.citations.standing()
    assert Citation.objects.filter(pk=citation.pk).exists()


def test_passage_supports_an_event_once(article):
    event = chronicle.event("1986-10", "Ronald Reagan")
    ada = make_editor()
    judging.cite(event, stated(), ada, passage(article))
    with pytest.raises(ValidationError):
        judging.cite(event, stated(), ada, passage(article))
    assert event.citations.by_hand().count() == 1


def test_passage_of_another_chronology_is_refused(article):
    event = chronicle.event("1986-10", "Ronald Reagan", chronology=chronicle.chronology("visits"))
    with pytest.raises(ValidationError, match="chronologies"):
        judging.cite(event, stated(), make_editor(), passage(article))


# -- taking it back -------------------------------------------------------------------------------------------------


def test_undone_event_is_rejected_with_its_passage_and_nothing_is_deleted(article):
    event = judging.create(stated(), make_publisher("grace"), passage(article), publish=True)
    undone = judging.undo(event.judgements.get())
    event.refresh_from_db()
    assert (set(undone.restored), undone.kept) == ({"passage", "status"}, ())
    assert (event.status, only_citation(event).state) == ("rejected", "rejected")


def test_event_that_others_have_supported_since_outlives_its_undone_making(article):
    event = judging.create(stated(), make_publisher("grace"), passage(article), publish=True)
    judging.cite(event, stated(), make_editor(), passage(article, "se sont rencontrés à Reykjavik"))
    undone = judging.undo(event.judgements.get(verdict="create"))
    event.refresh_from_db()
    assert (undone.restored, undone.kept) == (("passage",), ("status",))
    assert event.status == "published"
    assert event.citations.standing().count() == 1


# -- what reads articles again ----------------------------------------------------------------------------------------


@pytest.fixture
def read(tmp_path):
    """Reads the article as it stands, or with other words, under one name."""

    def again(text: str = ARTICLE) -> Source:
        (tmp_path / "reykjavik.txt").write_text(text, "utf-8")
        ingest([tmp_path])
        return Source.objects.current().get()

    return again


def state_of(event: Event) -> tuple[object, ...]:
    fresh = Event.objects.get(pk=event.pk)
    rows = fresh.citations.by_hand().order_by("key").values()
    return fresh.status, fresh.edtf, fresh.kind, fresh.locked, fresh.version, list(rows)


def test_settlement_and_reading_again_leave_it_as_it_is(read, monkeypatch):
    event = judging.create(stated(), make_publisher("grace"), passage(read()), publish=True)
    before = state_of(event)
    assert not is_settlement_due()
    settle_events()
    assert state_of(event) == before
    for module in ("articles", "article_reader"):
        monkeypatch.setattr(f"timeline.ingestion.{module}.extractor_version", lambda: "a newer one", raising=False)
    read()
    assert Source.objects.get().extractor == "a newer one"
    assert state_of(event) == before


def test_passage_that_the_program_finds_too_stands_beside_that_of_the_editor(read, monkeypatch):
    article = read()
    found = Citation.objects.filter(event__edtf__startswith="1987").get()
    event = found.event
    Citation.objects.filter(pk=found.pk).delete()
    judging.cite(event, stated("1987-12-08", "agreement"), make_editor(), Evidence(article, found.start, found.end))
    found.pk = None
    found.save()
    settle_events()
    assert event.citations.standing().count() == 2


def test_what_was_typed_outlives_a_merge_with_an_event_of_the_program(read):
    article = read()
    grace = make_publisher("grace")
    event = judging.create(stated("mi-octobre 1986", "visit"), grace, passage(article), publish=True)
    theirs = Event.objects.get(edtf__startswith="1986-10-11")
    judging.merge([event, theirs], event, grace)
    settle_events()
    event.refresh_from_db()
    assert (event.status, event.edtf, event.kind) == ("published", "1986-10", "visit")
    assert event.citations.standing().count() == 2


def test_newer_version_of_the_article_sets_no_editors_passage_aside(read):
    old = read()
    event = judging.create(stated(), make_publisher("grace"), passage(old), publish=True)
    new = read(ARTICLE.replace("sans témoins", "devant des témoins"))
    assert new.supersedes == old
    assert [citation.quote for citation in event.citations.standing()] == [HAUNTED]
    assert list(faults()) == []


def test_versions_of_one_article_are_one_source(read):
    old = read()
    event = Event.objects.get(edtf__startswith="1986-10-11")
    judging.cite(event, stated(), make_editor(), passage(old))
    new = read(ARTICLE.replace("sans témoins", "devant des témoins"))
    new.citations.filter(edtf__startswith="1986-10-11").update(event=event)
    citations = list(event.citations.standing().select_related("source"))
    assert {citation.source.state for citation in citations} == {"current", "superseded"}
    assert agreement(citations).sources == 1


def test_article_and_its_reprint_are_one_source(article):
    reprint = chronicle.source(ARTICLE, name="reprint.txt", reprint_of=article)
    event = judging.create(stated(), make_publisher("grace"), passage(article))
    judging.cite(event, stated(), make_editor(), passage(reprint))
    assert agreement(event.citations.standing().select_related("source")).sources == 1


def test_event_of_the_program_stays_with_an_editors_passage_when_its_own_is_found_no_more(read):
    article = read()
    event = Event.objects.get(edtf__startswith="1987")
    judging.cite(event, stated("1987"), make_editor(), passage(article))
    event.citations.exclude(extractor=Citation.BY_HAND).delete()
    settle_events()
    assert Event.objects.published().filter(pk=event.pk).exists()


# -- what is told of it -----------------------------------------------------------------------------------------------


def test_check_finds_it_sound_and_search_finds_its_words(article):
    event = judging.create(stated(), make_publisher("grace"), passage(article), publish=True)
    search.refresh()
    assert list(faults()) == []
    assert search.found(search.EVENTS, "témoins") == [event.pk]


def test_export_tells_its_date_and_passage(article):
    event = judging.create(stated(), make_publisher("grace"), passage(article), publish=True)
    exported = events_as_json(Event.objects.filter(pk=event.pk).with_evidence())
    assert HAUNTED in exported
    assert '"date": "1986-10"' in exported


def test_backup_brings_it_back_as_it_was(article, tmp_path, settings):
    settings.UPLOADS_DIR = tmp_path / "uploads"
    event = judging.create(stated(), make_publisher("grace"), passage(article), publish=True)
    before = state_of(event)
    call_command("backup", tmp_path / "backup.zip", stdout=StringIO())
    Judgement.objects.all().delete()
    for model in (Citation, Event, Source):
        model.objects.all().delete()
    call_command("restore", tmp_path / "backup.zip", stdout=StringIO())
    assert state_of(event) == before


def test_page_tells_what_the_editor_typed(article):
    event = judging.create(stated(), make_publisher("grace"), passage(article))
    said = "An editor typed “mi-octobre 1986”, which is read as October 1986."
    with translation.override("en"):
        assert explain_event(event, []).conclusion == said
        assert explain_citation(only_citation(event)) == said


def test_date_that_reads_as_it_was_typed_is_not_told_twice(article):
    event = judging.create(stated("1986-10"), make_publisher("grace"), passage(article))
    with translation.override("en"):
        assert explain_event(event, []).conclusion == "An editor set this date: October 1986."
    assert event.date == HistoricalDate.parse("1986-10")

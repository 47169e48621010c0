"""Which passages are one event: what a person merged or split stays so, whatever the extractor thinks of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from tests import chronicle
from tests.claims_stored import Article
from tests.desk import make_editor, make_event, make_publisher
from timeline import judging
from timeline.dates import HistoricalDate
from timeline.extraction.records import EventKind
from timeline.ingestion.claims import claim_key
from timeline.ingestion.settlement import settle_events
from timeline.judging.enforcement import standing_on
from timeline.judging.fields import snapshot
from timeline.judging.rulings import Rulings
from timeline.models import Citation, Event, Judgement, Source

pytestmark = pytest.mark.django_db

GENEVA = ("1985-11-19", "Ronald Reagan", "Mikhail Gorbachev")
REYKJAVIK = ("1986-10-11", "Ronald Reagan", "Mikhail Gorbachev")


def two_events() -> tuple[Article, Article]:
    """An article tells of Geneva, another of Reykjavik: two events, as the program sees it."""
    articles = Article("geneva.txt").tell(*GENEVA), Article("reykjavik.txt").tell(*REYKJAVIK)
    for article in articles:
        article.store()
    settle_events()
    assert Event.objects.count() == 2
    return articles


def one_event() -> tuple[Article, Article]:
    """Two articles tell of Geneva: one event."""
    articles = Article("gazette.txt").tell(*GENEVA), Article("herald.txt").tell(*GENEVA)
    for article in articles:
        article.store()
    settle_events()
    assert Event.objects.count() == 1
    return articles


def event_of(article: Article) -> Event:
    event = article.citation().event
    assert event is not None
    return event


def anew(*articles: Article, **how: int) -> None:
    """Lose every event and every passage, and read the articles again."""
    Event.objects.all().delete()
    Citation.objects.all().delete()
    for article in articles:
        article.store(**how)
    settle_events()


def correct(event: Event, **values: object) -> Judgement:
    before = snapshot(event)
    for name, value in values.items():
        setattr(event, name, value)
    event.save()
    judgement = judging.correct(event, before, make_editor(f"editor {Judgement.objects.count()}"))
    assert judgement is not None
    return judgement


# -- merging ----------------------------------------------------------------------------------------------------------


def test_merged_events_are_one_with_the_passages_of_both() -> None:
    one, other = two_events()
    judgement = judging.merge([event_of(one), event_of(other)], event_of(one), make_editor(), "one summit")
    assert event_of(one) == event_of(other) == judgement.event
    assert (judgement.verdict, judgement.reason) == ("merge", "one summit")
    assert sorted(judgement.passages) == sorted([one.citation().key, other.citation().key])
    assert event_of(one).merge_reasons == ["editor"]


def test_address_of_a_merged_event_leads_to_the_survivor() -> None:
    one, other = two_events()
    gone, survivor = event_of(other), event_of(one)
    judging.merge([gone], survivor, make_editor())
    answer = Client().get(gone.get_absolute_url())
    assert (answer.status_code, answer["Location"]) == (302, survivor.get_absolute_url())
    assert not Event.objects.published().filter(pk=gone.pk).exists()


def test_merged_events_stay_one_when_everything_is_read_again_in_another_order() -> None:
    one, other = two_events()
    judging.merge([event_of(one), event_of(other)], event_of(one), make_editor())
    anew(other, one)
    assert event_of(one) == event_of(other)


def test_merged_events_stay_one_when_a_newer_extractor_draws_the_bounds_otherwise() -> None:
    one, other = two_events()
    judging.merge([event_of(one), event_of(other)], event_of(one), make_editor())
    anew(one, other, shorter_by=3)
    assert one.citation(shorter_by=3).event == other.citation(shorter_by=3).event


def test_fields_that_people_set_of_the_survivor_stay_and_those_of_the_others_join_them() -> None:
    one, other = two_events()
    correct(event_of(one), title_fr="Genève")
    correct(event_of(other), title_fr="Reykjavik", title_en="Reykjavik")
    judging.merge([event_of(other)], event_of(one), make_editor())
    for _round in range(2):
        assert (event_of(one).title_fr, event_of(one).title_en) == ("Genève", "Reykjavik")
        assert event_of(one).locked == ["title_en", "title_fr"]
        anew(other, one)


def test_rejected_event_that_is_merged_into_a_published_one_does_not_hide_it() -> None:
    one, other = two_events()
    judging.reject(event_of(other), make_editor())
    judging.merge([event_of(other)], event_of(one), make_editor("grace"))
    settle_events()
    assert event_of(one).status == Event.Status.PUBLISHED
    assert event_of(other) == event_of(one)


def test_undone_merge_gives_both_back_as_they_were() -> None:
    one, other = two_events()
    correct(event_of(other), title_fr="Reykjavik")
    before = {article: (event_of(article).public_id, snapshot(event_of(article))) for article in (one, other)}
    locked = event_of(other).locked
    judgement = judging.merge([event_of(other)], event_of(one), make_editor())
    assert judging.undo(judgement).kept == ()
    for _round in range(2):
        assert {a: (event_of(a).public_id, snapshot(event_of(a))) for a in (one, other)} == before
        assert event_of(other).locked == locked
        settle_events()


def test_undo_leaves_a_merge_that_was_merged_again_since() -> None:
    one, other = two_events()
    third = Article("inf.txt").tell("1987-12-08", *GENEVA[1:])
    third.store()
    settle_events()
    first = judging.merge([event_of(other)], event_of(one), make_editor())
    judging.merge([event_of(third)], event_of(one), make_editor("grace"))
    assert judging.undo(first).kept == ("passages",)
    settle_events()
    assert event_of(one) == event_of(other) == event_of(third)


def test_passages_of_one_quote_may_be_merged() -> None:
    article = Article("signing.txt").tell("1987-12-08", *GENEVA[1:], kind="agreement")
    other = Article("other.txt").tell("1987-12-10", *GENEVA[1:])
    article.store()
    other.store()
    twin = article.citation()
    claim = replace(article.claims()[0], kind=EventKind.CALL)
    twin.pk, twin.key, twin.kind = None, claim_key(claim), "call"
    twin.save()
    settle_events()
    events = list(Event.objects.published())
    judging.merge(events, event_of(article), make_editor())
    assert event_of(article).citations.count() == Citation.objects.count() == 3


@pytest.mark.parametrize("public_ids", [[], ["reykjavik"]], ids=["nothing", "itself"])
def test_one_event_cannot_be_merged(public_ids: list[str]) -> None:
    event = make_event("a")
    with pytest.raises(ValidationError):
        judging.merge(list(Event.objects.filter(public_id__in=public_ids)), event, make_editor())
    assert not Judgement.objects.exists()


def test_events_of_editors_can_be_merged_though_the_program_knows_nothing_of_their_passages() -> None:
    one, other = make_event("a", public_id="one"), make_event("b", public_id="other")
    before = snapshot(one)
    judging.merge([other], one, make_editor())
    one.refresh_from_db()
    assert sorted(one.citations.values_list("key", flat=True)) == ["a", "b"]
    assert snapshot(one) == before | {"reviewed": True}


# -- splitting --------------------------------------------------------------------------------------------------------


def test_split_passages_are_an_event_of_their_own() -> None:
    one, other = one_event()
    event = event_of(one)
    judgement = judging.split(event, [other.citation()], make_editor(), "two days")
    assert judgement.event == event_of(other) != event
    assert event_of(one) == event
    assert (event_of(other).edtf, event_of(other).status) == ("1985-11-19", "published")
    assert set(event_of(other).actors.values_list("key", flat=True)) == {
        "person:mikhail-gorbachev",
        "person:ronald-reagan",
    }


@pytest.mark.parametrize("shorter_by", [0, 3])
def test_split_passages_stay_apart_when_everything_is_read_again(shorter_by: int) -> None:
    one, other = one_event()
    judging.split(event_of(one), [other.citation()], make_editor())
    anew(other, one, shorter_by=shorter_by)
    assert one.citation(shorter_by=shorter_by).event != other.citation(shorter_by=shorter_by).event


def test_title_of_a_split_event_stays_with_the_passages_that_stayed() -> None:
    one, other = one_event()
    correct(event_of(one), title_fr="Genève")
    judging.split(event_of(one), [other.citation()], make_editor())
    for _round in range(2):
        assert (event_of(one).title_fr, event_of(other).title_fr) == ("Genève", "")
        anew(other, one)


def test_undone_split_gives_the_passages_back() -> None:
    one, other = one_event()
    event, before = event_of(one), snapshot(event_of(one))
    judgement = judging.split(event, [other.citation()], make_editor())
    made = judgement.event
    judging.undo(judgement)
    assert event_of(other) == event_of(one) == event
    assert snapshot(event_of(one)) == before
    assert made is not None
    assert Client().get(made.get_absolute_url())["Location"] == event.get_absolute_url()
    settle_events()
    assert event_of(other) == event_of(one)


def test_latest_of_contradicting_decisions_counts() -> None:
    one, other = one_event()
    ada = make_editor()
    judging.split(event_of(one), [other.citation()], ada)
    judging.merge([event_of(other)], event_of(one), ada)
    anew(one, other)
    assert event_of(one) == event_of(other)
    judging.split(event_of(one), [other.citation()], ada)
    anew(one, other)
    assert event_of(one) != event_of(other)


@pytest.mark.parametrize("which", ["none", "all", "another event’s"])
def test_impossible_split_is_refused_in_words(which: str) -> None:
    one, other = two_events()
    passages = {"none": [], "all": [one.citation()], "another event’s": [other.citation()]}[which]
    with pytest.raises(ValidationError) as refused:
        judging.split(event_of(one), passages, make_editor())
    assert refused.value.messages[0]
    assert not Judgement.objects.exists()


# -- handing back -----------------------------------------------------------------------------------------------------


def test_field_that_is_handed_back_is_what_the_program_says() -> None:
    article, _other = one_event()
    event = event_of(article)
    correct(event, date=HistoricalDate.parse("1985"), kind="summit", title_fr="Genève")
    judgement = judging.hand_back(event, ["date", "title_fr"], make_editor())
    for _round in range(2):
        event = event_of(article)
        assert (event.edtf, event.title_fr, event.kind, event.locked) == ("1985-11-19", "", "summit", ["kind"])
        anew(article)
    assert judgement.verdict == "hand_back"
    assert judgement.detail["before"]["date"]["edtf"] == "1985"


def test_undone_handing_back_returns_what_the_person_set() -> None:
    article, _other = one_event()
    event = event_of(article)
    correct(event, date=HistoricalDate.parse("1985"))
    undone = judging.undo(judging.hand_back(event, ["date"], make_editor()))
    assert undone.restored == ("date",)
    for _round in range(2):
        assert (event_of(article).edtf, event_of(article).locked) == ("1985", ["date"])
        anew(article)


def test_field_that_nobody_set_cannot_be_handed_back() -> None:
    article, _other = one_event()
    with pytest.raises(ValidationError):
        judging.hand_back(event_of(article), ["date"], make_editor())


def test_rejected_status_that_is_handed_back_is_published_again() -> None:
    article, _other = one_event()
    ada = make_editor()
    judging.reject(event_of(article), ada)
    with pytest.raises(PermissionDenied):
        judging.hand_back(event_of(article), ["status"], ada)
    judging.hand_back(event_of(article), ["status"], make_publisher("grace"))
    for _round in range(2):
        assert (event_of(article).status, event_of(article).locked) == ("published", [])
        anew(article)


# -- what a newer extractor does --------------------------------------------------------------------------------------


def test_rejected_passage_stays_rejected_when_its_bounds_move() -> None:
    one, other = one_event()
    judging.judge_passage(one.citation(), Citation.State.REJECTED, make_editor())
    one.store(shorter_by=3)
    settle_events()
    assert one.citation(shorter_by=3).state == Citation.State.REJECTED
    assert event_of(other).citations.standing().count() == 1


def test_rejected_event_stays_rejected_when_its_bounds_move() -> None:
    one, other = one_event()
    judging.reject(event_of(one), make_editor())
    anew(one, other, shorter_by=3)
    event = one.citation(shorter_by=3).event
    assert event is not None
    assert event.status == Event.Status.REJECTED


def test_passage_that_a_person_relied_on_stays_when_the_extractor_finds_it_no_more() -> None:
    article, _other = one_event()
    judging.publish(event_of(article), make_editor())
    key = article.citation().key
    empty = Article(article.name)
    empty.text = article.text
    empty.store()
    settle_events()
    assert Citation.objects.get(key=key).event is not None


def test_passage_that_a_person_relied_on_counts_though_a_newer_extractor_refuses_it() -> None:
    article, _other = one_event()
    judging.publish(event_of(article), make_editor())
    Citation.objects.update(refusal="planned")
    Event.objects.all().delete()
    settle_events()
    assert event_of(article).status == Event.Status.PUBLISHED


def test_rejection_outlives_an_edit_of_the_article_that_left_the_passage_as_it_was() -> None:
    article, other = one_event()
    judging.reject(event_of(article), make_editor())
    for before in (article, other):
        edited = Article(before.name).tell(*GENEVA)
        edited.text += "Corrigé."
        newer = edited.store()
        Source.objects.filter(pk=newer.pk).update(supersedes=Source.objects.get(sha256=before.document.sha256))
        Source.objects.filter(sha256=before.document.sha256).update(state=Source.State.SUPERSEDED)
    settle_events()
    assert event_of(edited).status == Event.Status.REJECTED
    event = event_of(edited)
    standing = standing_on(event, Rulings.about(event))
    assert standing.status == Event.Status.REJECTED, "the judgement names the versions before"


def test_judgements_on_other_events_are_not_read_for_one() -> None:
    article, other = one_event()
    judging.publish(event_of(article), make_editor("bob"))
    elsewhere = chronicle.event("1986-10", "Ronald Reagan", public_id="elsewhere")
    judging.publish(elsewhere, make_editor("eve"))
    told = set(elsewhere.citations.values_list("key", flat=True))
    assert told
    assert Rulings.load().upheld() == {article.citation().key, other.citation().key} | told
    assert Rulings.about(event_of(article)).upheld() == {article.citation().key, other.citation().key}
    assert Rulings.about(elsewhere).upheld() == told

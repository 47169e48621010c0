"""Editors win: what they decide is recorded, can be undone, and stands when the articles are read again."""

import pytest
from django.core.exceptions import ValidationError

from tests.desk import make_actor, make_citation, make_editor, make_event, make_publisher
from timeline import judging
from timeline.dates import HistoricalDate
from timeline.judging.fields import snapshot
from timeline.models import Citation, Event, Judgement, Participation, Place

pytestmark = pytest.mark.django_db


def made_anew(event: Event) -> Event:
    """The event as the extractor would make it again from the same passages, had its row been lost."""
    keys = list(event.citations.values_list("key", flat=True))
    Judgement.objects.filter(event=event).update(event=None)
    Citation.objects.filter(event=event).delete()
    event.delete()
    return make_event(*keys, status="published", public_id="again")


def correct_date(event: Event, edtf: str) -> Judgement:
    before = snapshot(event)
    event.date = HistoricalDate.parse(edtf)
    event.save()
    judgement = judging.correct(event, before, make_editor(f"for {edtf}"))
    assert judgement is not None
    return judgement


def test_publishing_is_recorded_with_who_and_on_which_passages() -> None:
    ada, event = make_publisher(), make_event("a", "b")
    judgement = judging.publish(event, ada, "both articles say so")
    event.refresh_from_db()
    assert (event.status, event.reviewed, event.locked, event.version) == ("published", True, ["status"], 2)
    assert (judgement.verdict, judgement.decided_by, judgement.passages) == ("publish", ada, ["a", "b"])
    assert judgement.reason == "both articles say so"
    assert judgement.detail["before"]["status"] == "draft"
    assert judgement.detail["after"]["status"] == "published"


@pytest.mark.parametrize(("passages", "edtf"), [([], "1986-10"), (["a"], "")], ids=["no citation", "no date"])
def test_unsupported_event_is_not_published_and_nothing_is_recorded(passages: list[str], edtf: str) -> None:
    event = make_event(*passages, edtf=edtf)
    with pytest.raises(ValidationError):
        judging.publish(event, make_publisher())
    event.refresh_from_db()
    assert event.status == "draft"
    assert not Judgement.objects.exists()


def test_correction_locks_what_changed_and_only_that() -> None:
    event = make_event("a")
    judgement = correct_date(event, "1986-10-11/1986-10-12")
    event.refresh_from_db()
    assert event.locked == ["date"]
    assert event.reviewed
    assert event.version == 2
    assert judgement.detail["before"]["date"]["edtf"] == "1986-10"
    assert judgement.detail["after"]["date"]["edtf"] == "1986-10-11/1986-10-12"


def test_looking_at_a_reviewed_event_leaves_no_trace() -> None:
    event = make_event("a")
    ada = make_editor()
    assert judging.correct(event, snapshot(event), ada) is not None
    assert judging.correct(event, snapshot(event), ada) is None
    assert event.locked == []


def test_rejected_event_stays_rejected_when_its_row_is_made_anew() -> None:
    event = make_event("a", "b", status="published")
    judging.reject(event, make_editor())
    again = made_anew(event)
    assert judging.replay([again]) == [again]
    again.refresh_from_db()
    assert (again.status, again.reviewed, again.locked) == ("rejected", True, ["status"])


def test_corrected_fields_return_when_the_row_is_made_anew() -> None:
    event = make_event("a", "b")
    before = snapshot(event)
    event.title_fr, event.place, event.kind = "Reykjavik", None, "negotiation"
    event.date = HistoricalDate.parse("1986-10-11/1986-10-12")
    event.save()
    event.participations.all().delete()
    Participation.objects.create(event=event, actor=make_actor("state:US", "United States"), role="initiator")
    judging.correct(event, before, make_editor())
    wanted = snapshot(event)
    again = made_anew(event)
    judging.replay([again])
    again.refresh_from_db()
    assert snapshot(again) | {"status": None} == wanted | {"status": None}
    assert again.locked == ["date", "kind", "participations", "place", "title_fr"]


def test_replaying_twice_changes_nothing_more() -> None:
    event = make_event("a")
    judging.reject(event, make_editor())
    again = made_anew(event)
    judging.replay([again])
    version = again.version
    assert judging.replay([Event.objects.get(pk=again.pk)]) == []
    assert Event.objects.get(pk=again.pk).version == version


def test_field_whose_actor_is_gone_is_left_to_the_program() -> None:
    event = make_event("a")
    before = snapshot(event)
    Participation.objects.create(event=event, actor=make_actor("person:edvard", "Edvard"))
    judging.correct(event, before, make_editor())
    again = made_anew(event)
    Participation.objects.filter(actor__key="person:edvard").delete()
    make_actor("person:edvard", "Edvard").delete()
    judging.replay([again])
    again.refresh_from_db()
    assert again.locked == []
    assert again.actors.count() == 2


def test_undone_rejection_gives_the_event_back() -> None:
    event = make_event("a", status="published")
    judgement = judging.reject(event, make_editor())
    undone = judging.undo(judgement)
    event.refresh_from_db()
    judgement.refresh_from_db()
    assert undone.restored == ("status", "reviewed")
    assert (event.status, event.locked, event.reviewed) == ("published", [], False)
    assert judgement.undone is not None
    assert judging.standing_verdict(["a"]).status == ""


def test_judgement_is_undone_once() -> None:
    judgement = judging.reject(make_event("a"), make_editor())
    judging.undo(judgement)
    with pytest.raises(ValidationError):
        judging.undo(judgement)


def test_undo_leaves_what_was_changed_again_since() -> None:
    event = make_event("a")
    first = correct_date(event, "1986-10-11")
    correct_date(event, "1986-10-12")
    undone = judging.undo(first)
    event.refresh_from_db()
    assert "date" in undone.kept
    assert event.edtf == "1986-10-12"
    assert event.locked == ["date"]


def test_undo_of_a_correction_returns_date_place_and_actors() -> None:
    event = make_event("a")
    before = snapshot(event)
    event.date, event.place = HistoricalDate.parse("1986"), None
    event.save()
    event.participations.first().delete()
    judgement = judging.correct(event, before, make_editor())
    assert judgement is not None
    judging.undo(judgement)
    event.refresh_from_db()
    assert snapshot(event) == before
    assert event.place == Place.objects.get()


def test_undo_does_not_publish_what_lost_its_support() -> None:
    event = make_event("a", status="published")
    judgement = judging.reject(event, make_editor())
    Citation.objects.update(state="rejected")
    assert "status" in judging.undo(judgement).kept
    event.refresh_from_db()
    assert event.status == "rejected"


def test_event_that_loses_its_last_passage_is_taken_back_from_readers() -> None:
    event = make_event("a", "b", status="published")
    ada = make_editor()
    one, other = event.citations.all()
    judging.judge_passage(one, Citation.State.REJECTED, ada)
    event.refresh_from_db()
    assert event.status == "published"
    judging.judge_passage(other, Citation.State.REJECTED, ada)
    event.refresh_from_db()
    assert event.status == "draft"


def test_rejected_passage_stays_rejected_when_it_is_found_again() -> None:
    event = make_event("a", "b")
    judging.judge_passage(event.citations.get(key="a"), Citation.State.REJECTED, make_editor())
    again = made_anew(event)
    judging.replay([again])
    assert again.citations.get(key="a").state == "rejected"
    assert again.citations.get(key="b").state == "proposed"


def test_same_decision_on_a_passage_is_recorded_once() -> None:
    citation = make_citation(None, "a")
    ada = make_editor()
    assert judging.judge_passage(citation, Citation.State.ACCEPTED, ada) is not None
    assert judging.judge_passage(citation, Citation.State.ACCEPTED, ada) is None


def test_undone_decision_on_a_passage_makes_it_a_proposal_again() -> None:
    citation = make_citation(make_event("b"), "a")
    judgement = judging.judge_passage(citation, Citation.State.REJECTED, make_editor())
    assert judgement is not None
    assert judging.undo(judgement).restored == ("passage",)
    citation.refresh_from_db()
    assert citation.state == "proposed"

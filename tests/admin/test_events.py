"""The form of an event: what a person sets is recorded, locked, and never written over unseen."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import address, filled_in, messages_on
from tests.desk import make_actor, make_event
from timeline.models import Citation, Event, Judgement, Participation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("11–12 octobre 1986", "1986-10-11/1986-10-12"),
        ("mid-October 1986", "1986-10"),
        ("avant 1991", "../1990"),
        ("1986-10-11", "1986-10-11"),
        ("", ""),
    ],
)
def test_date_is_typed_as_people_write_it(save, typed: str, edtf: str) -> None:
    event = make_event("a", edtf="1986")
    save(event, edtf=typed)
    event.refresh_from_db()
    assert event.edtf == edtf
    assert event.wording == typed
    assert event.derivation["origin"] == "editor"


def test_reading_of_the_date_is_shown_back(save) -> None:
    page = save(make_event("a"), edtf="le samedi 11 octobre 1986")
    assert "The date was read as: 11 October 1986 (1986-10-11)." in messages_on(page)


def test_unreadable_date_is_refused_and_stays_as_it_was_typed(save) -> None:
    event = make_event("a")
    page = save(event, edtf="the day after the summit")
    assert b"cannot be read as a date" in page.content
    assert b'value="the day after the summit"' in page.content
    event.refresh_from_db()
    assert event.edtf == "1986-10"


def test_saving_locks_what_changed_and_records_who_changed_what(save, ada) -> None:
    event = make_event("a", "b")
    save(event, title_fr="Le sommet de Reykjavik", edtf="11 octobre 1986", reason="see both articles")
    event.refresh_from_db()
    judgement = Judgement.objects.get()
    assert event.locked == ["date", "title_fr"]
    assert event.reviewed
    assert event.version == 2
    assert (judgement.verdict, judgement.decided_by, judgement.passages) == ("correct", ada, ["a", "b"])
    assert judgement.reason == "see both articles"
    assert set(judgement.detail["after"]) == {"date", "title_fr", "reviewed"}


def test_saving_unchanged_marks_it_as_seen_and_locks_nothing(save) -> None:
    event = make_event("a")
    save(event)
    event.refresh_from_db()
    assert (event.reviewed, event.locked) == (True, [])
    save(event)
    assert Judgement.objects.count() == 1


def test_actor_is_added_and_taken_out_as_a_correction(save) -> None:
    event = make_event("a")
    shultz = make_actor("person:george-shultz", "George Shultz")
    save(
        event,
        **{
            "participations-0-DELETE": "on",
            "participations-TOTAL_FORMS": "3",
            "participations-2-actor": shultz.pk,
            "participations-2-role": "participant",
            "participations-2-event": event.pk,
        },
    )
    event.refresh_from_db()
    assert [actor.name_en for actor in event.actors.order_by("name_en")] == ["George Shultz", "Mikhail Gorbachev"]
    assert event.locked == ["participations"]
    assert Judgement.objects.get().verdict == "correct"


def test_same_actor_twice_is_an_error_on_the_form(save) -> None:
    event = make_event("a")
    reagan = event.actors.get(key="person:ronald-reagan")
    page = save(event, **{"participations-1-actor": reagan.pk})
    assert b"Please correct" in page.content
    assert Participation.objects.count() == 2


@pytest.mark.parametrize(
    ("status", "verdict"), [("published", "publish"), ("rejected", "reject")], ids=["published", "rejected"]
)
def test_status_set_on_the_form_is_a_judgement(save, status: str, verdict: str) -> None:
    event = make_event("a")
    save(event, status=status)
    event.refresh_from_db()
    assert (event.status, event.locked) == (status, ["status"])
    assert Judgement.objects.get().verdict == verdict


@pytest.mark.parametrize(
    ("passages", "edtf", "words"),
    [([], "1986", b"needs a citation"), (["a"], "", b"needs a date")],
    ids=["without a passage", "without a date"],
)
def test_unsupported_event_cannot_be_published_on_the_form(save, passages, edtf, words) -> None:
    event = make_event(*passages)
    page = save(event, status="published", edtf=edtf)
    assert words in page.content
    event.refresh_from_db()
    assert event.status == "draft"


def test_rejecting_the_last_passage_takes_the_event_back_from_readers(save) -> None:
    event = make_event("a", status="published")
    page = save(event, **{"citations-0-state": "rejected"})
    event.refresh_from_db()
    assert event.status == "draft"
    assert event.locked == []
    assert any("No passage supports this event" in message for message in messages_on(page))
    assert Citation.objects.get().state == "rejected"


def test_event_made_by_hand_is_a_draft_of_that_editor(desk: Client, ada) -> None:
    values = filled_in(desk.get(reverse("admin:timeline_event_add")))
    desk.post(reverse("admin:timeline_event_add"), values | {"kind": "meeting", "edtf": "17 Sept. 1978"})
    event = Event.objects.get()
    assert (event.status, event.edtf, event.reviewed) == ("draft", "1978-09-17", True)
    assert event.public_id
    assert Judgement.objects.get().decided_by == ada


def test_quote_stands_in_its_context_with_the_way_to_its_page(desk: Client) -> None:
    event = make_event("a")
    page = desk.get(address(event)).content.decode()
    assert "Reagan et Gorbatchev se sont rencontrés <mark>à Reykjavik</mark> les 11 et 12 octobre 1986" in page
    assert event.citations.get().source.get_absolute_url() in page

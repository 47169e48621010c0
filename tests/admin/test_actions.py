"""Deciding on several rows at once: the desk asks first, then tells how many were decided and why others were not."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import messages_on
from tests.desk import make_citation, make_event
from timeline import judging
from timeline.models import Citation, Event, Judgement

pytestmark = pytest.mark.django_db


def choose(desk: Client, action: str, *rows: Any) -> Any:
    """The confirmation page for these rows."""
    address = reverse(f"admin:timeline_{rows[0]._meta.model_name}_changelist")
    return desk.post(address, {"action": action, "_selected_action": [row.pk for row in rows]})


def confirm(desk: Client, page: Any, reason: str = "") -> Any:
    """What the button of the confirmation page sends."""
    context = page.context
    values = {
        "action": context["question"].action,
        "_selected_action": [row.pk for row, _aside, _stamp in context["possible"]],
        "stamp": [stamp for _row, _aside, stamp in context["possible"]],
        "confirmed": "yes",
        "reason": reason,
    }
    return desk.post(reverse(f"admin:timeline_{context['opts'].model_name}_changelist"), values, follow=True)


def statuses() -> dict[str, str]:
    return dict(Event.objects.values_list("public_id", "status"))


def test_publishing_asks_first_and_says_how_many_and_which(desk: Client) -> None:
    ready = make_event("a", public_id="ready")
    bare, undated = make_event(public_id="bare"), make_event("b", edtf="", public_id="undated")
    page = choose(desk, "publish", ready, bare, undated)
    text = page.content.decode()
    assert "Publish 1 event?" in text
    assert "Left as they are" in text
    assert "An event needs a citation before it can be published." in text
    assert "An event needs a date before it can be published." in text
    assert statuses() == {"ready": "draft", "bare": "draft", "undated": "draft"}


def test_confirmed_publishing_publishes_records_and_counts(desk: Client, ada) -> None:
    events = [make_event("a", public_id="one"), make_event("b", public_id="two")]
    page = confirm(desk, choose(desk, "publish", *events), reason="both are sourced")
    assert messages_on(page) == ["2 events published."]
    assert statuses() == {"one": "published", "two": "published"}
    assert {(j.verdict, j.decided_by, j.reason) for j in Judgement.objects.all()} == {
        ("publish", ada, "both are sourced")
    }


def test_event_that_lost_its_support_meanwhile_is_left_and_named(desk: Client) -> None:
    event = make_event("a")
    page = choose(desk, "publish", event)
    Citation.objects.update(state="rejected")
    assert messages_on(confirm(desk, page)) == [
        "1 left as it is (Summit: Ronald Reagan and Mikhail Gorbachev): "
        "An event needs a citation before it can be published.",
        "0 events published.",
    ]
    assert statuses() == {"reykjavik": "draft"}


def test_event_that_another_editor_changed_meanwhile_is_left_and_named(desk: Client, ada) -> None:
    event = make_event("a")
    page = choose(desk, "publish", event)
    judging.reject(event, ada)
    told = messages_on(confirm(desk, page))
    assert any("Somebody changed it while you were deciding" in message for message in told)
    assert statuses() == {"reykjavik": "rejected"}


def test_confirmation_that_was_never_shown_decides_nothing(desk: Client) -> None:
    event = make_event("a")
    address = reverse("admin:timeline_event_changelist")
    desk.post(address, {"action": "publish", "_selected_action": [event.pk], "confirmed": "yes"})
    assert statuses() == {"reykjavik": "draft"}


def test_rejecting_takes_events_from_readers(desk: Client) -> None:
    event = make_event("a", status="published")
    page = confirm(desk, choose(desk, "reject", event))
    assert messages_on(page) == ["1 event rejected."]
    assert Event.objects.published().count() == 0


def test_marking_as_reviewed_leaves_those_that_were(desk: Client) -> None:
    event = make_event("a")
    assert messages_on(confirm(desk, choose(desk, "mark_reviewed", event))) == ["1 event marked as reviewed."]
    event.refresh_from_db()
    assert (event.reviewed, event.locked) == (True, [])
    assert "None of the chosen ones" in choose(desk, "mark_reviewed", event).content.decode()


def test_too_many_rows_at_once_are_refused(desk: Client, monkeypatch) -> None:
    monkeypatch.setattr("timeline.admin.confirmation.MOST", 1)
    events = [make_event("a", public_id="one"), make_event("b", public_id="two")]
    address = reverse("admin:timeline_event_changelist")
    chosen = {"action": "publish", "_selected_action": [event.pk for event in events]}
    assert messages_on(desk.post(address, chosen, follow=True)) == ["2 were chosen. Choose at most 1 at a time."]


def test_passages_are_rejected_and_accepted_with_a_record(desk: Client) -> None:
    citation = make_citation(make_event("b"), "a")
    assert messages_on(confirm(desk, choose(desk, "reject", citation))) == ["1 passage rejected."]
    citation.refresh_from_db()
    assert citation.state == "rejected"
    confirm(desk, choose(desk, "accept", citation))
    citation.refresh_from_db()
    assert citation.state == "accepted"
    assert Judgement.objects.count() == 2


def test_judgement_is_undone_from_the_history(desk: Client, ada) -> None:
    event = make_event("a", status="published")
    judgement = judging.reject(event, ada)
    page = choose(desk, "undo", judgement)
    assert "Status: published → rejected" in page.content.decode()
    assert messages_on(confirm(desk, page)) == ["1 judgement undone."]
    assert statuses() == {"reykjavik": "published"}


def test_undo_names_what_it_could_not_give_back(desk: Client, ada) -> None:
    event = make_event("a", status="published")
    judgement = judging.reject(event, ada)
    judging.publish(event, ada)
    told = messages_on(confirm(desk, choose(desk, "undo", judgement)))
    assert any("left as it is" in message and "Status" in message for message in told)
    assert statuses() == {"reykjavik": "published"}


@pytest.mark.parametrize("key", ["", "one", "\0", "-1", "9" * 30], ids=["none", "word", "nul", "negative", "huge"])
def test_row_of_no_possible_key_is_a_bad_request_and_nothing_is_done(desk: Client, key: str) -> None:
    desk.raise_request_exception = False
    event = make_event("a")
    sent = {"action": "publish", "_selected_action": [event.pk, key], "confirmed": "yes", "stamp": [f"{event.pk}:1"]}
    assert desk.post(reverse("admin:timeline_event_changelist"), sent).status_code == 400
    assert statuses() == {"reykjavik": "draft"}


def test_row_that_is_no_more_is_passed_over(desk: Client) -> None:
    event = make_event("a")
    sent = {"action": "publish", "_selected_action": [event.pk, 10**17]}
    assert desk.post(reverse("admin:timeline_event_changelist"), sent).status_code == 200


@pytest.mark.parametrize("year", ["-1", "0", "10000", "9" * 26, "soon"])
@pytest.mark.parametrize("asked", ["judgement decided__year", "event earliest__year"])
def test_list_of_no_possible_year_is_a_bad_request(desk: Client, asked: str, year: str) -> None:
    desk.raise_request_exception = False
    noun, parameter = asked.split()
    address = reverse(f"admin:timeline_{noun}_changelist")
    assert desk.get(address, {parameter: year}).status_code == 400
    assert desk.get(address, {parameter: "1986"}).status_code == 200

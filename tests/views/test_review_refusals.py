"""What the review does not do, whatever is sent to it; and what is taken back twice, too late or by somebody else."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from tests import chronicle
from tests.desk import make_editor, make_publisher
from timeline import judging
from timeline.dates import HistoricalDate
from timeline.judging.batches import publish_all
from timeline.judging.claims import raise_claim
from timeline.judging.fields import snapshot
from timeline.models import Citation, Event, Judgement
from timeline.serving.accounts import Role, give_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def bob() -> Client:
    """An editor."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(make_editor("bob"))
    return client


def decide(client: Client, event: Event, **answers: object) -> str:
    event.refresh_from_db()
    sent = {"version": event.version, **answers}
    return html.unescape(client.post(reverse("decide", args=[event.public_id]), sent, follow=True).content.decode())


@pytest.mark.parametrize("kind", ["jousting", "-1", None], ids=["unknown", "number", "none sent"])
def test_kind_that_there_is_not_refuses_no_event(bob: Client, kind: str | None) -> None:
    event = chronicle.event("1986-10-11", "Ronald Reagan", public_id="reykjavik")
    text = decide(bob, event, decision="kind", **({} if kind is None else {"kind": kind}))
    assert "is not known here" in text
    event.refresh_from_db()
    assert (event.status, event.reviewed, Judgement.objects.exists()) == ("published", False, False)


@pytest.mark.parametrize("decision", ["accept", "refuse", "correct", "kind", "merge", "split"])
def test_event_that_was_merged_into_another_is_not_decided_about(bob: Client, decision: str) -> None:
    gone = chronicle.event("1986-10-11", "Ronald Reagan", public_id="reykjavik")
    into = chronicle.event("1986-10-12", "Ronald Reagan", public_id="hofdi")
    judging.merge([gone], into, make_editor("ada"))
    text = decide(bob, gone, decision=decision, kind="", into="hofdi")
    assert "This event has been merged into another" in text
    assert [judgement.verdict for judgement in Judgement.objects.all()] == ["merge"]


# -- a claim that became an event -------------------------------------------------------------------------------------


def claim() -> Citation:
    text = "George Shultz a rencontré Ronald Reagan un jour."
    return chronicle.citation(chronicle.source(text), text, refusal="undated")


def test_claim_is_a_claim_again_when_its_event_is_undone_in_the_history() -> None:
    found, ada = claim(), make_publisher("ada")
    judgement = raise_claim(found, HistoricalDate.parse("1983-06"), "June 1983", ada)
    desk = Client()
    desk.force_login(ada)
    chosen = {"action": "undo", "_selected_action": judgement.pk, "confirmed": "1", "stamp": f"{judgement.pk}:standing"}
    assert desk.post(reverse("admin:timeline_judgement_changelist"), chosen).status_code == 302
    found.refresh_from_db()
    assert found.event is None
    assert not Event.objects.exists()


def test_event_that_somebody_corrected_since_outlives_the_undoing() -> None:
    found, ada = claim(), make_publisher("ada")
    judgement = raise_claim(found, HistoricalDate.parse("1983-06"), "June 1983", ada)
    event = Event.objects.get()
    before = snapshot(event)
    event.title_en = "Shultz reports"
    event.save()
    judging.correct(event, before, make_editor("grace"))
    assert judging.undo(judgement, ada).restored == ()
    event = Event.objects.get()
    assert (event.title_en, event.edtf, event.status) == ("Shultz reports", "1983-06", "published")
    assert event.citations.get() == found


# -- rights that were lost since --------------------------------------------------------------------------------------


@pytest.mark.parametrize("many", [True, False], ids=["many at once", "a claim"])
def test_publisher_no_more_takes_back_no_publishing(many: bool) -> None:
    ada = make_publisher("ada")
    if many:
        draft = chronicle.event("1986-10-11", "Ronald Reagan")
        Event.objects.update(status="draft")
        draft.refresh_from_db()
        publish_all([draft], ada)
    else:
        raise_claim(claim(), HistoricalDate.parse("1983-06"), "June 1983", ada)
    give_role(ada, Role.EDITOR)
    client = Client(headers={"accept-language": "en"})
    client.force_login(ada)
    text = client.post(reverse("undo"), follow=True).content.decode()
    assert "Only publishers take back" in text
    assert Event.objects.get().status == "published"


# -- what a filter leaves ---------------------------------------------------------------------------------------------


def test_page_of_a_filter_that_leaves_nothing_says_of_what_nothing_waits(bob: Client) -> None:
    chronicle.event("1986-10-11", "Ronald Reagan", kind="summit")
    text = " ".join(bob.get(reverse("review"), {"kind": "visit"}).content.decode().split())
    assert re.search("Nothing waits</strong> <span[^>]*>of these: Visit<", text)

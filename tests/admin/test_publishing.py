"""Whether readers see an event is the publishers' to say, by whatever way it is said; all else is the editors'."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import address, filled_in, messages_on
from tests.admin.test_actions import choose, confirm
from tests.desk import make_editor, make_event
from timeline import judging
from timeline.judging.fields import snapshot
from timeline.models import Event, Judgement

pytestmark = pytest.mark.django_db


@pytest.fixture
def grace() -> User:
    return make_editor("grace")


@pytest.fixture
def browser(grace: User) -> Client:
    """That of the editor Grace, who does not publish."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(grace)
    return client


def status() -> str:
    return Event.objects.get().status


@pytest.mark.parametrize(
    ("before", "offered"),
    [
        ("draft", ["draft", "rejected"]),
        ("rejected", ["draft", "rejected"]),
        ("published", ["published", "rejected"]),
    ],
)
def test_form_offers_an_editor_what_they_may_decide(browser: Client, before: str, offered: list[str]) -> None:
    page = browser.get(address(make_event("a", status=before)))
    assert [value for value, _label in page.context["adminform"].form.fields["status"].choices] == offered


@pytest.mark.parametrize(
    ("before", "after"), [("draft", "published"), ("published", "draft"), ("rejected", "published")]
)
def test_crafted_status_of_an_editor_is_refused(
    browser: Client, save: Callable[..., Any], before: str, after: str
) -> None:
    page = save(make_event("a", status=before), browser, status=after)
    assert "status" in page.context["adminform"].form.errors
    assert status() == before
    assert not Judgement.objects.exists()


@pytest.mark.parametrize("action", ["publish", "take_back"])
def test_action_is_neither_offered_to_an_editor_nor_done_for_them(browser: Client, action: str) -> None:
    event = make_event("a", status="draft" if action == "publish" else "published")
    listed = reverse("admin:timeline_event_changelist")
    assert f'value="{action}"' not in browser.get(listed).content.decode()
    crafted = {"action": action, "_selected_action": [event.pk], "stamp": [f"{event.pk}:1"], "confirmed": "yes"}
    browser.post(listed, crafted)
    assert status() == event.status


@pytest.mark.parametrize(
    "decide", [judging.publish, judging.take_back], ids=["showing to readers", "taking back from readers"]
)
def test_judging_itself_refuses_who_may_not(grace: User, decide: Callable[..., object]) -> None:
    event = make_event("a", status="draft" if decide is judging.publish else "published")
    before = event.status
    with pytest.raises(PermissionDenied):
        decide(event, grace)
    assert status() == before
    assert not Judgement.objects.exists()


def test_editor_accepts_and_corrects_what_the_program_published(browser: Client, save: Callable[..., Any]) -> None:
    save(make_event("a", status="published"), browser, title_en="Reykjavik Summit")
    event = Event.objects.get()
    assert (event.status, event.reviewed, event.title_en) == ("published", True, "Reykjavik Summit")


def test_editor_refuses_what_readers_see_and_undoes_that_alone(browser: Client, grace: User) -> None:
    event = make_event("a", status="published")
    confirm(browser, choose(browser, "reject", event))
    assert status() == "rejected"
    confirm(browser, choose(browser, "undo", Judgement.objects.get()))
    assert status() == "published"


@pytest.mark.parametrize("decide", [judging.publish, judging.take_back])
def test_editor_does_not_undo_what_a_publisher_decided(browser: Client, ada: User, decide: Callable[..., Any]) -> None:
    judgement = decide(make_event("a", status="draft" if decide is judging.publish else "published"), ada)
    decided = status()
    page = choose(browser, "undo", judgement)
    assert "Only publishers take back what a publisher decided." in page.content.decode()
    with pytest.raises(PermissionDenied):
        judging.undo(judgement, make_editor("another"))
    assert status() == decided


def test_publisher_takes_events_back_with_a_record(desk: Client, ada: User) -> None:
    event = make_event("a", status="published")
    assert messages_on(confirm(desk, choose(desk, "take_back", event), reason="wrong date")) == ["1 event taken back."]
    assert status() == "draft"
    judgement = Judgement.objects.get()
    assert (judgement.decided_by, judgement.reason) == (ada, "wrong date")
    assert judgement.detail["after"]["status"] == "draft"


def test_publisher_deletes_an_event(desk: Client) -> None:
    event = make_event()
    desk.post(reverse("admin:timeline_event_delete", args=[event.pk]), {"post": "yes"})
    assert not Event.objects.exists()


def test_event_that_loses_its_last_passage_to_an_editor_leaves_the_readers(browser: Client) -> None:
    """A consequence of reviewing a passage, which is the editors' to do."""
    event = make_event("a", status="published")
    values = filled_in(browser.get(address(event))) | {"citations-0-state": "rejected"}
    browser.post(address(event), values)
    assert status() == "draft"


def test_snapshot_alone_is_never_a_way_to_publish(grace: User) -> None:
    event = make_event("a")
    before = snapshot(event)
    event.status = "published"
    event.save()
    with pytest.raises(PermissionDenied):
        judging.correct(event, before, grace)

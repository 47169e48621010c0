"""A NUL that was pasted or crafted is left out, so that no database refuses what is said beside it."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import chronicle
from tests.desk import make_actor, make_publisher
from timeline.models import Actor, Event, Judgement

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(make_publisher("ada"))
    return client


def test_reason_is_kept_without_it(ada: Client) -> None:
    event = chronicle.event("1986-10-11", "Ronald Reagan", public_id="reykjavik")
    sent = {"decision": "refuse", "version": event.version, "reason": "as the\0 cable says"}
    assert ada.post(reverse("decide", args=["reykjavik"]), sent).status_code == 302
    assert Judgement.objects.get().reason == "as the cable says"


def test_event_by_hand_is_made_without_it(ada: Client) -> None:
    sent = {
        "do": "draft",
        "kind": "sum\0mit",
        "title_en": "Reyk\0javik",
        "actor-0": "Eduard\0 Shevardnadze",
        "actor-0-kind": "person",
        "place": "\0",
    }
    assert ada.post(reverse("new_event"), sent).status_code == 302
    assert Event.objects.get().title_en == "Reykjavik"
    assert Actor.objects.get().name_en == "Eduard Shevardnadze"


def test_names_and_events_are_looked_for_without_it(ada: Client) -> None:
    event = chronicle.event("1986-10-11", "Ronald Reagan", public_id="reykjavik")
    named = ada.get(reverse("names", args=["actors"]), {"actor-0": "Rona\0ld"}).content.decode()
    assert "Ronald Reagan" in named
    assert ada.get(reverse("proposal", args=[event.public_id]), {"find": "\0"}).status_code == 200


def test_actor_of_nothing_else_is_not_found(ada: Client) -> None:
    make_actor("person:ronald-reagan", "Ronald Reagan")
    sent = {"one": "\0", "other": "ronald-reagan", "verdict": "same"}
    assert ada.post(reverse("likely_same"), sent).status_code == 404


def test_several_values_of_one_name_stay_several(ada: Client) -> None:
    events = [chronicle.event(f"198{n}", "Ronald Reagan", public_id=f"talks-{n}") for n in range(3)]
    chosen = {"action": "publish", "_selected_action": [event.pk for event in events], "reason": "\0"}
    page = ada.post(reverse("admin:timeline_event_changelist"), chosen)
    assert page.status_code == 200
    assert all(f"198{n}" in page.content.decode() for n in range(3))

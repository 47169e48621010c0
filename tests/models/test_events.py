"""Events are ordered by what their dates allow, and nothing is published without support."""

import pytest
from django.core.exceptions import ValidationError

from tests import chronicle
from timeline.models import Citation, Event, Participation

pytestmark = pytest.mark.django_db


def ids(events: list[Event]) -> list[str]:
    return [event.public_id for event in events]


# -- publishing -----------------------------------------------------------------------------------------------------


def test_event_with_a_passage_and_a_date_is_published() -> None:
    event = chronicle.event("1986-10", public_id="reykjavik")
    event.reject()
    assert not Event.objects.published()
    event.publish()
    assert ids(list(Event.objects.published())) == ["reykjavik"]


def test_event_without_a_standing_passage_is_not_published() -> None:
    event = chronicle.event("1986-10", public_id="reykjavik")
    event.citations.update(state=Citation.State.REJECTED)
    with pytest.raises(ValidationError, match="citation"):
        event.publish()


def test_event_without_a_date_is_not_published() -> None:
    event = chronicle.event("1986-10", public_id="reykjavik")
    event.date = None
    with pytest.raises(ValidationError, match="date"):
        event.publish()


def test_event_that_was_never_saved_is_not_published() -> None:
    with pytest.raises(ValidationError):
        Event(public_id="new", kind="summit").publish()


def test_actor_takes_part_once() -> None:
    event = chronicle.event("1986-10", "Ronald Reagan", public_id="reykjavik")
    with pytest.raises(ValidationError):
        Participation(event=event, actor=chronicle.actor("Ronald Reagan")).full_clean()

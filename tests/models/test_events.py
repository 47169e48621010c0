"""Events are ordered by what their dates allow, and nothing is published without support."""

import random

import pytest
from django.core.exceptions import ValidationError

from tests import chronicle
from timeline.models import Actor, Citation, Event, Participation

pytestmark = pytest.mark.django_db


def ids(events: list[Event]) -> list[str]:
    return [event.public_id for event in events]


# -- order ----------------------------------------------------------------------------------------------------------

IN_ORDER = [
    "../1979",
    "198X",
    "1986/..",
    "1986",
    "1986-01/1986-03",
    "1986-01",
    "1986-01-01",
    "1986-10-11",
    "1986-10-12",
]


def test_database_orders_dates_as_the_date_value_does() -> None:
    for number in random.Random(1986).sample(range(len(IN_ORDER)), len(IN_ORDER)):
        chronicle.event(IN_ORDER[number], public_id=f"e{number}")
    events = list(Event.objects.in_order())
    assert [event.edtf for event in events] == IN_ORDER
    assert [event.edtf for event in sorted(events, key=lambda event: event.date.sort_key)] == IN_ORDER


def test_editors_sequence_orders_events_of_one_date() -> None:
    for public_id, sequence in (("a", 2), ("b", 1), ("c", 1)):
        chronicle.event("1986-10-12", public_id=public_id, sequence=sequence)
    assert ids(list(Event.objects.in_order())) == ["b", "c", "a"]


def test_actors_are_all_asked_for() -> None:
    chronicle.cold_war()
    reagan, shultz = Actor.objects.get(name_en="Ronald Reagan"), Actor.objects.get(name_en="George Shultz")
    gorbachev = Actor.objects.get(name_en="Mikhail Gorbachev")
    assert Event.objects.involving(reagan, gorbachev).count() == 3
    assert Event.objects.involving(reagan, shultz).count() == 0


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

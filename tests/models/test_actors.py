"""Actors have one key, names in both languages, and offices with their dates."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import translation

from tests import chronicle
from timeline.models import Actor, ActorName, Tenure

pytestmark = pytest.mark.django_db


def test_name_is_in_the_readers_language() -> None:
    gorbachev = chronicle.actor("Mikhail Gorbachev")
    with translation.override("fr"):
        assert str(gorbachev) == "Mikhaïl Gorbatchev"
    with translation.override("en"):
        assert str(gorbachev) == "Mikhail Gorbachev"


def test_spelling_is_kept_once_for_each_language() -> None:
    gorbachev = chronicle.actor("Mikhail Gorbachev")
    ActorName.objects.create(actor=gorbachev, name="Gorbi", language="fr")
    ActorName.objects.create(actor=gorbachev, name="Gorbi", language="en")
    with pytest.raises(IntegrityError), transaction.atomic():
        ActorName.objects.create(actor=gorbachev, name="Gorbi", language="fr")


def test_key_and_address_are_unique() -> None:
    reagan = chronicle.actor("Ronald Reagan")
    for doubled in ({"key": reagan.key, "slug": "other"}, {"key": "person:other", "slug": reagan.slug}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Actor.objects.create(kind="person", name_en="Other", name_fr="Autre", **doubled)


def test_actor_of_an_event_cannot_be_deleted() -> None:
    chronicle.event("1986-10", "Ronald Reagan", public_id="reykjavik")
    with pytest.raises(ProtectedError):
        Actor.objects.get(name_en="Ronald Reagan").delete()


def test_tenures_come_in_order_of_time_and_say_their_office_in_the_readers_language() -> None:
    chronicle.tenure("George Shultz", "1982-07-16/1989-01-20", "Secretary of State", "secrétaire d’État")
    first = chronicle.tenure("George Shultz", "1972/1974", "Secretary of the Treasury", "secrétaire au Trésor")
    assert Tenure.objects.first() == first
    with translation.override("fr"):
        assert str(first) == "George Shultz, secrétaire au Trésor (1972/1974)"

"""Events with passages, and the people who judge them, for the tests of the editors' desk."""

from __future__ import annotations

import hashlib

from django.contrib.auth.models import User

from timeline.dates import HistoricalDate
from timeline.models import Actor, Citation, Event, Participation, Place, Source
from timeline.serving.accounts import Role, give_role

ARTICLE = "Reagan et Gorbatchev se sont rencontrés à Reykjavik les 11 et 12 octobre 1986. Ils n’ont rien signé."


def make_actor(key: str, name: str) -> Actor:
    actor, _ = Actor.objects.get_or_create(
        key=key, defaults={"slug": key.split(":")[1], "kind": key.split(":")[0], "name_fr": name, "name_en": name}
    )
    return actor


def make_place(key: str, fr: str, en: str) -> Place:
    return Place.objects.get_or_create(key=key, defaults={"name_fr": fr, "name_en": en})[0]


def make_source(text: str = ARTICLE, name: str = "reykjavik.txt") -> Source:
    digest = hashlib.sha256(f"{name}{text}".encode()).hexdigest()
    defaults = {"name": name, "title": "Reykjavik", "text": text, "language": "fr"}
    return Source.objects.get_or_create(sha256=digest, defaults=defaults)[0]


def make_citation(event: Event | None, key: str, source: Source | None = None, quote: str = "à Reykjavik") -> Citation:
    source = source or make_source(name=f"{key}.txt")
    start = source.text.index(quote)
    return Citation.objects.create(
        event=event, key=key, source=source, start=start, end=start + len(quote), quote=quote, kind="summit"
    )


def make_event(*passages: str, edtf: str = "1986-10", status: str = "draft", public_id: str = "reykjavik") -> Event:
    """The Reykjavik summit, in a draft of the program's making, with a passage of each of these keys."""
    event = Event(
        public_id=public_id, kind="summit", status=status, place=make_place("city:3413829", "Reykjavik", "Reykjavik")
    )
    event.date = HistoricalDate.parse(edtf) if edtf else None
    event.save()
    for key, name in (("person:ronald-reagan", "Ronald Reagan"), ("person:mikhail-gorbachev", "Mikhail Gorbachev")):
        Participation.objects.create(event=event, actor=make_actor(key, name))
    for key in passages:
        make_citation(event, key)
    return event


def make_editor(name: str = "ada", role: Role = Role.EDITOR) -> User:
    """Somebody with the rights of an editor, or of another role."""
    user = User.objects.create_user(name, password="a long enough password")
    give_role(user, role)
    return user


def make_publisher(name: str = "ada") -> User:
    """Somebody who may also show drafts to readers."""
    return make_editor(name, Role.PUBLISHER)

"""Who may go where: every route of the site, read from the resolver, for everybody. A new route must be added here."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from timeline.models import Actor, Citation, Event, Import, Source
from timeline.serving.accounts import ensure_editors_group

pytestmark = pytest.mark.usefixtures("seeded")

PEOPLE = ["anonymous", "reader", "editor", "administrator"]
EVERYBODY = dict.fromkeys(PEOPLE, 200)
EDITORS = {"anonymous": "login", "reader": 403, "editor": 200, "administrator": 200}
EDITORS_SEND = {"anonymous": "login", "reader": 403, "editor": 302, "administrator": 302}

# Name of the route: its arguments, the method, and what each kind of visitor gets.
ROUTES: dict[str, tuple[dict[str, object], str, dict[str, object]]] = {
    "chronology": ({}, "get", EVERYBODY),
    "values": ({"parameter": "actor"}, "get", EVERYBODY),
    "undated": ({}, "get", EVERYBODY),
    "axis": ({}, "get", EVERYBODY),
    "embed": ({}, "get", EVERYBODY),
    "event": ({"public_id": "EVENT"}, "get", EVERYBODY),
    "actors": ({}, "get", EVERYBODY),
    "actor": ({"slug": "ACTOR"}, "get", EVERYBODY),
    "acquaintances": ({"slug": "ACTOR"}, "get", EVERYBODY),
    "relations": ({"slug": "ACTOR", "other_slug": "OTHER"}, "get", EVERYBODY),
    "sources": ({}, "get", EVERYBODY),
    "source": ({"address": "SOURCE"}, "get", EVERYBODY),
    "imports": ({}, "get", EDITORS),
    "begin_import": ({}, "post", EDITORS_SEND),
    "import": ({"key": "IMPORT"}, "get", EDITORS),
    "add_to_import": ({"key": "IMPORT"}, "post", EDITORS | {"editor": 400, "administrator": 400}),
    "act_on_import": ({"key": "IMPORT"}, "post", EDITORS_SEND),
    "review": ({}, "get", EDITORS),
    "proposal": ({"public_id": "EVENT"}, "get", EDITORS),
    "decide": ({"public_id": "EVENT"}, "post", EDITORS_SEND),
    "accept_many": ({}, "get", EDITORS),
    "undo": ({}, "post", EDITORS_SEND),
    "date_as_read": ({}, "get", EDITORS),
    "review_undated": ({}, "get", EDITORS),
    "review_refused": ({}, "get", EDITORS),
    "review_orphans": ({}, "get", EDITORS),
    "decide_claim": ({"key": "PASSAGE"}, "post", EDITORS_SEND),
    "method": ({}, "get", EVERYBODY),
    "robots": ({}, "get", EVERYBODY),
    "set_language": ({}, "post", dict.fromkeys(PEOPLE, 302)),
}


def routes() -> set[str]:
    """The names of all routes outside the admin, which has rights of its own (tests/admin/test_rights.py)."""
    found: set[str] = set()
    waiting = list(get_resolver().url_patterns)
    while waiting:
        pattern = waiting.pop()
        if isinstance(pattern, URLPattern):
            found.add(str(pattern.name))
        elif pattern.namespace != "admin":
            waiting += pattern.url_patterns
    return found


def test_every_route_is_in_the_table() -> None:
    assert routes() <= ROUTES.keys(), "who may use the new route?"


@pytest.fixture
def arguments() -> dict[str, object]:
    actors = Actor.objects.filter(participations__isnull=False).order_by("slug").distinct()
    return {
        "EVENT": Event.objects.published().first().public_id,
        "ACTOR": actors[0].slug,
        "OTHER": actors[1].slug,
        "SOURCE": Source.objects.first().sha256[:12],
        "PASSAGE": Citation.objects.first().key,
        "IMPORT": Import.objects.create().pk,
    }


@pytest.fixture(params=PEOPLE)
def visitor(request) -> tuple[str, Client]:
    client = Client()
    if request.param != "anonymous":
        user = User.objects.create_user(request.param, is_superuser=request.param == "administrator")
        if request.param == "editor":
            user.groups.add(ensure_editors_group())
        client.force_login(user)
    return request.param, client


@pytest.mark.parametrize("name", sorted(routes()))
def test_route_answers_each_as_it_should(name: str, visitor: tuple[str, Client], arguments: dict[str, object]) -> None:
    who, client = visitor
    wanted, method, answers = ROUTES[name]
    address = reverse(name, kwargs={key: arguments.get(str(value), value) for key, value in wanted.items()})
    answer: HttpResponse = getattr(client, method)(address)
    if answers[who] == "login":
        assert answer.status_code == 302
        assert "/login/" in answer["Location"]
    else:
        assert answer.status_code == answers[who]

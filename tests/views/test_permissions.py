"""Who may go where: every route of the site and of the desk, read from the resolver, for everybody.

A new route must be added to a table here, with the first of the PEOPLE who may use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.auth.models import Group, User
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from tests.desk import make_editor
from timeline.models import Actor, Citation, Event, Import, ImportedFile, Judgement, Place, Source
from timeline.serving.accounts import Role

pytestmark = pytest.mark.usefixtures("seeded")

PEOPLE = ["anonymous", "reader", "contributor", "editor", "publisher", "administrator"]
"""Whoever stands further to the right may do more."""
NOBODY = "nobody of these"
"""For what only a superuser may do."""


class Rule(NamedTuple):
    arguments: dict[str, object]
    method: str
    answers: dict[str, Any]
    """By visitor: a status, or `login` for the way to the login page."""
    query: str = ""


def page(
    first: str = "anonymous", method: str = "get", answer: Any = 200, outside: Any = 403, **arguments: object
) -> Rule:
    """A route that is for `first` and all who may do more; others with an account get the answer `outside`."""
    position = PEOPLE.index(first) if first != NOBODY else len(PEOPLE)
    answers = {who: answer if number >= position else outside for number, who in enumerate(PEOPLE)}
    return Rule(arguments, method, answers | ({"anonymous": "login"} if position else {}))


ROUTES: dict[str, Rule] = {
    "chronology": page(),
    "values": page(parameter="actor"),
    "undated": page(),
    "axis": page(),
    "embed": page(),
    "event": page(public_id="EVENT"),
    "actors": page(),
    "actor": page(slug="ACTOR"),
    "acquaintances": page(slug="ACTOR"),
    "relations": page(slug="ACTOR", other_slug="OTHER"),
    "sources": page(),
    "source": page(address="SOURCE"),
    "likely_same": page("editor"),
    "method": page(),
    "robots": page(),
    "set_language": page(method="post", answer=302),
    # -- events made by hand
    "new_event": page("contributor"),
    "drafts": page("contributor"),
    "reading": page("contributor"),
    "names": page("contributor", noun="actors"),
    "choose_event": page("editor", answer=404),
    "add_passage": page("editor", public_id="EVENT"),
    "publish": page("publisher", "post", 302, public_id="EVENT"),
    # -- accounts: each their own, and what touches the second factor after the password was given anew
    "account_login": page(answer=302)._replace(answers=dict.fromkeys(PEOPLE, 302) | {"anonymous": 200}),
    "account_logout": page("reader")._replace(answers=dict.fromkeys(PEOPLE, 200) | {"anonymous": 302}),
    "account_inactive": page(),
    "account_signup": page()._replace(answers=dict.fromkeys(PEOPLE, 302) | {"anonymous": 200}),
    "account_reauthenticate": page("reader"),
    "account_request_reauthentication_code": page("reader", answer=302),
    "account_confirm_reauthentication_code": page("reader", answer=302),
    "account_email": page("reader"),
    "account_email_verification_sent": page(),
    "account_confirm_email": page(key="x"),
    "account_change_password": page("reader"),
    "account_set_password": page("reader", answer=302),
    "account_reset_password": page(),
    "account_reset_password_done": page(),
    "account_reset_password_from_key": page(uidb36="1", key="x"),
    "account_reset_password_from_key_done": page(),
    "account_confirm_login_code": page("reader", answer=302),
    "mfa_index": page("reader"),
    "mfa_authenticate": page("reader", answer=302),
    "mfa_reauthenticate": page("reader", answer=302),
    "mfa_activate_totp": page("reader", answer=302),
    "mfa_deactivate_totp": page("reader", answer=404),
    "mfa_view_recovery_codes": page("reader", answer=404),
    "mfa_generate_recovery_codes": page("reader", answer=302),
    "mfa_download_recovery_codes": page("reader", answer=404),
    "usersessions_list": page("reader"),
    # -- articles brought in the browser
    "imports": page("contributor"),
    "begin_import": page("contributor", "post", 302),
    "import": page("contributor", key="IMPORT"),
    "add_to_import": page("contributor", "post", 400, key="IMPORT"),
    "act_on_import": page("contributor", "post", 302, key="IMPORT"),
    # -- what waits for a decision
    "review": page("editor"),
    "proposal": page("editor", public_id="EVENT"),
    "decide": page("editor", "post", 302, public_id="EVENT"),
    "accept_many": page("editor"),
    "undo": page("editor", "post", 302),
    "review_undated": page("editor"),
    "review_refused": page("editor"),
    "review_orphans": page("editor"),
    "decide_claim": page("editor", "post", 302, key="PASSAGE"),
}


def desk(first: str, method: str = "get", answer: Any = 200, **arguments: object) -> Rule:
    """A page of the desk: contributors and readers are shown the door at its login."""
    rule = page(first, method, answer, **arguments)
    return rule._replace(answers=rule.answers | {"reader": "login", "contributor": "login"})


DESK: dict[str, Rule] = {
    "admin:index": desk("editor"),
    "admin:login": page("editor", answer=302),
    "admin:logout": page("editor", "post", outside=302)._replace(
        answers=dict.fromkeys(PEOPLE[:3], 302) | dict.fromkeys(PEOPLE[3:], 200)
    ),
    "admin:password_change": desk("editor"),
    "admin:password_change_done": desk("editor"),
    "admin:autocomplete": desk("editor")._replace(query="?app_label=timeline&model_name=event&field_name=place"),
    "admin:jsi18n": desk("editor"),
    "admin:view_on_site": desk("editor", answer=404, content_type_id=0, object_id=0),
    "admin:app_list": desk("editor", app_label="timeline"),
    "admin:auth_user_password_change": desk("administrator", id="auth_user"),
    "admin/<url>": desk("editor", answer=404, url="nothing"),
}
"""What the desk has beside the pages of each noun."""

# Each noun of the desk: the first who may look at it, add to it and delete from it.
NOUNS = {
    "timeline_event": ("editor", "editor", "publisher"),
    "timeline_actor": ("editor", "editor", "publisher"),
    "timeline_place": ("editor", "editor", "publisher"),
    "timeline_source": ("editor", NOBODY, NOBODY),
    "timeline_citation": ("editor", NOBODY, NOBODY),
    "timeline_judgement": ("editor", NOBODY, NOBODY),
    "timeline_import": ("editor", NOBODY, NOBODY),
    "timeline_importedfile": ("editor", NOBODY, NOBODY),
    "auth_user": ("administrator", "administrator", "administrator"),
    "auth_group": (NOBODY, NOBODY, NOBODY),
    "mfa_authenticator": ("administrator", NOBODY, "administrator"),
    "axes_accessattempt": (NOBODY, NOBODY, NOBODY),
    "axes_accesslog": (NOBODY, NOBODY, NOBODY),
    "axes_accessfailurelog": (NOBODY, NOBODY, NOBODY),
}


def of_noun(noun: str, look: str, add: str, delete: str) -> Iterator[tuple[str, Rule]]:
    yield f"admin:{noun}_changelist", desk(look)
    yield f"admin:{noun}_add", desk(add)
    for action, first in (("change", look), ("history", look), ("delete", delete)):
        yield f"admin:{noun}_{action}", desk(first, object_id=noun)
    # A short address leads to the long one, which asks for the rights.
    yield f"admin/{noun.replace('_', '/', 1)}/<path:object_id>/", desk("editor", answer=302, object_id=noun)


TABLE = ROUTES | DESK | dict(rule for noun, firsts in NOUNS.items() for rule in of_noun(noun, *firsts))


def routes() -> dict[str, str]:
    """The names of all routes, or the patterns of those without a name, and their patterns."""
    found: dict[str, str] = {}
    waiting: list[tuple[Any, str, str]] = [(pattern, "", "") for pattern in get_resolver().url_patterns]
    while waiting:
        pattern, space, before = waiting.pop()
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            address = address.replace("(?P<url>.*)$", "<url>")
            found[f"{space}{pattern.name}" if pattern.name else address] = address
        else:
            space = f"{pattern.namespace}:" if pattern.namespace else space
            waiting += [(inner, space, address) for inner in pattern.url_patterns]
    return found


def test_every_route_is_in_the_table() -> None:
    assert routes().keys() <= TABLE.keys(), "who may use the new route?"


@pytest.fixture
def arguments() -> dict[str, object]:
    actors = Actor.objects.filter(participations__isnull=False).order_by("slug").distinct()
    batch = Import.objects.create()
    return {
        "EVENT": Event.objects.published().first().public_id,
        "ACTOR": actors[0].slug,
        "OTHER": actors[1].slug,
        "SOURCE": Source.objects.first().sha256[:12],
        "PASSAGE": Citation.objects.first().key,
        "IMPORT": batch.pk,
        "timeline_event": Event.objects.first().pk,
        "timeline_actor": actors[0].pk,
        "timeline_place": Place.objects.create(key="x").pk,
        "timeline_source": Source.objects.first().pk,
        "timeline_citation": Citation.objects.first().pk,
        "timeline_judgement": Judgement.objects.create(verdict="correct").pk,
        "timeline_import": batch.pk,
        "timeline_importedfile": ImportedFile.objects.create(batch=batch, name="x", state="added").pk,
        "auth_user": User.objects.create_user("somebody").pk,
        "auth_group": Group.objects.first().pk,
        "mfa_authenticator": Authenticator.objects.create(user=User.objects.first(), type="totp", data={}).pk,
        "axes_accessattempt": AccessAttempt.objects.create(failures_since_start=1).pk,
        "axes_accesslog": AccessLog.objects.create().pk,
        "axes_accessfailurelog": AccessFailureLog.objects.create().pk,
    }


def browser_of(who: str) -> Client:
    client = Client()
    if who == "reader":
        client.force_login(User.objects.create_user("reader", password="a long enough password"))
    elif who != "anonymous":
        client.force_login(make_editor(who, Role(who)))
    return client


def outcome(answer: HttpResponse) -> Any:
    is_login = answer.status_code == 302 and "/login/" in answer["Location"]
    return "login" if is_login else answer.status_code


@pytest.mark.parametrize("name", sorted(routes()))
def test_route_answers_each_as_it_should(name: str, arguments: dict[str, object]) -> None:
    rule = TABLE[name]
    values = {key: arguments.get(str(value), value) for key, value in rule.arguments.items()}
    if "/" in name:
        address = "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda match: str(values[match[1]]), name)
    else:
        address = reverse(name, kwargs=values)
    answers = {who: outcome(getattr(browser_of(who), rule.method)(address + rule.query)) for who in PEOPLE}
    assert answers == rule.answers

"""The editor's account: made once, with rights that end before deleting."""

from io import StringIO

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command
from django.test import RequestFactory

from timeline.serving.accounts import EDITORS, ensure_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    ensure_editor("editor")
    return get_user_model().objects.get(username="editor")


def test_first_call_returns_a_password_that_opens_the_account():
    password = ensure_editor("editor")

    assert authenticate(RequestFactory().post("/admin/login/"), username="editor", password=password)


def test_later_calls_keep_the_account_and_tell_no_password(editor):
    before = editor.password

    assert ensure_editor("editor") is None
    editor.refresh_from_db()
    assert editor.password == before


def test_editor_is_staff_and_no_superuser(editor):
    assert editor.is_staff
    assert not editor.is_superuser
    assert [group.name for group in editor.groups.all()] == [EDITORS]


@pytest.mark.parametrize("model", ["event", "citation", "source", "actor", "actorname", "tenure", "place", "judgement"])
def test_editor_sees_adds_and_changes_but_never_deletes(editor, model):
    assert editor.has_perms([f"timeline.view_{model}", f"timeline.add_{model}", f"timeline.change_{model}"])
    assert not editor.has_perm(f"timeline.delete_{model}")


def test_editor_has_no_rights_over_accounts(editor):
    assert not any(right.startswith("auth.") for right in editor.get_all_permissions())


def test_command_shows_the_password_once():
    first, second = StringIO(), StringIO()
    call_command("ensure_editor", stdout=first)
    call_command("ensure_editor", stdout=second)

    assert "password “" in first.getvalue()
    assert "password" not in second.getvalue()
    assert "“editor”" in second.getvalue()

"""Accounts and roles: each role may do what the one before may, and more; the first account is the administrator's."""

from io import StringIO
from itertools import pairwise

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group, Permission, User
from django.core.management import CommandError, call_command
from django.test import RequestFactory

from tests.desk import make_editor
from timeline.serving.accounts import Role, ensure_account, ensure_roles, give_role, role_of

pytestmark = pytest.mark.django_db

PEOPLE_CHANGE = ["event", "citation", "source", "actor", "actorname", "tenure", "place", "judgement"]


def rights_of(role: Role) -> set[str]:
    return make_editor(f"some {role}", role).get_all_permissions()


def test_first_call_returns_a_password_that_opens_the_account():
    password = ensure_account("editor")

    assert authenticate(RequestFactory().post("/"), username="editor", password=password)


def test_later_calls_keep_the_account_and_tell_no_password():
    ensure_account("editor")
    before = User.objects.get()

    assert ensure_account("editor") is None
    assert (User.objects.get().password, role_of(before)) == (before.password, Role.ADMINISTRATOR)


def test_first_account_is_the_administrator_and_a_later_one_an_editor():
    ensure_account("editor")
    ensure_account("grace")

    assert [role_of(user) for user in User.objects.order_by("pk")] == [Role.ADMINISTRATOR, Role.EDITOR]
    assert not User.objects.filter(is_superuser=True).exists()


def test_every_role_may_what_the_one_before_may_and_more():
    rights = [rights_of(role) for role in Role]

    assert all(less < more for less, more in pairwise(rights))


def test_contributor_brings_articles_and_proposes_and_does_not_enter_the_desk():
    contributor = make_editor("c", Role.CONTRIBUTOR)

    assert contributor.has_perms(["timeline.add_import", "timeline.add_event"])
    assert not contributor.has_perm("timeline.change_event")
    assert not contributor.is_staff


@pytest.mark.parametrize("model", PEOPLE_CHANGE)
def test_editor_sees_adds_and_changes_but_never_deletes(model):
    editor = make_editor()

    assert editor.has_perms([f"timeline.view_{model}", f"timeline.add_{model}", f"timeline.change_{model}"])
    assert not editor.has_perm(f"timeline.delete_{model}")


def test_publishing_and_deleting_begin_with_the_publisher():
    for right in ("timeline.publish_event", "timeline.delete_event"):
        assert [role for role in Role if right in rights_of(Role(role))] == [Role.PUBLISHER, Role.ADMINISTRATOR], right
        User.objects.all().delete()


def test_only_administrators_have_rights_over_accounts():
    with_rights = [role for role in Role if any(right.startswith("auth.") for right in rights_of(role))]

    assert with_rights == [Role.ADMINISTRATOR]
    assert not any(
        right.endswith(("_group", "_permission"))
        for right in make_editor("x", role=Role.ADMINISTRATOR).get_all_permissions()
    )


def test_new_role_replaces_the_old_one_and_leaves_other_groups():
    user = make_editor("ada", Role.ADMINISTRATOR)
    user.groups.add(Group.objects.create(name="Night shift"))
    give_role(user, Role.CONTRIBUTOR)

    assert set(user.groups.values_list("name", flat=True)) == {"Contributors", "Night shift"}
    assert not user.is_staff


def test_rights_of_roles_are_set_anew_and_other_groups_are_left():
    Group.objects.get(name="Editors").permissions.clear()
    other = Group.objects.create(name="Night shift")
    other.permissions.add(Permission.objects.get(codename="view_event"))
    ensure_roles()

    assert make_editor().has_perm("timeline.change_event")
    assert other.permissions.count() == 1


def test_command_shows_the_password_once():
    first, second = StringIO(), StringIO()
    call_command("ensure_editor", stdout=first)
    call_command("ensure_editor", stdout=second)

    assert "password “" in first.getvalue()
    assert "password" not in second.getvalue()
    assert "“editor”" in second.getvalue()


def test_command_gives_a_role_to_a_new_and_to_a_known_account():
    call_command("ensure_editor", "ada", role="publisher", stdout=StringIO())
    assert role_of(User.objects.get()) is Role.PUBLISHER

    call_command("ensure_editor", "ada", role="contributor", stdout=StringIO())
    assert role_of(User.objects.get()) is Role.CONTRIBUTOR


def test_command_knows_no_other_role():
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("ensure_editor", "ada", "--role", "king")

"""Administrators make accounts by name and role, and rise above nobody who stands higher."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.desk import make_editor
from timeline.models import Judgement
from timeline.serving.accounts import Role, role_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def head() -> User:
    return make_editor("head", Role.ADMINISTRATOR)


@pytest.fixture
def browser(head: User) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(head)
    return client


def address(user: User, page: str = "change") -> str:
    return reverse(f"admin:auth_user_{page}", args=[user.pk])


def role_set(browser: Client, user: User, role: str, **others: str) -> str:
    form = {"username": user.username, "is_active": "on", "role": role} | others
    return browser.post(address(user), form, follow=True).content.decode()


@pytest.mark.parametrize("role", ["", *(role.value for role in Role)])
def test_account_is_made_with_a_role(browser: Client, role: str) -> None:
    password = "a long enough password"
    values = {"username": "ada", "role": role, "usable_password": "true", "password1": password, "password2": password}
    browser.post(reverse("admin:auth_user_add"), values)
    ada = User.objects.get(username="ada")
    assert role_of(ada) == (Role(role) if role else None)
    assert ada.is_staff == (role in {"editor", "publisher", "administrator"})


def test_role_is_changed_and_seen_in_the_list(browser: Client) -> None:
    ada = make_editor("ada")
    role_set(browser, ada, "publisher")
    assert role_of(User.objects.get(pk=ada.pk)) is Role.PUBLISHER
    assert "Publisher" in browser.get(reverse("admin:auth_user_changelist")).content.decode()


def test_account_is_switched_off(browser: Client) -> None:
    ada = make_editor("ada")
    role_set(browser, ada, "editor", is_active="")
    ada.refresh_from_db()
    assert not ada.is_active


def test_administrator_gives_nobody_the_superusers_flag(browser: Client, head: User) -> None:
    assert b"is_superuser" not in browser.get(address(head)).content
    role_set(browser, head, "administrator", is_superuser="on", user_permissions="1")
    head.refresh_from_db()
    assert not head.is_superuser
    assert not head.user_permissions.exists()


@pytest.mark.parametrize("page", ["change", "delete", "password_change"])
def test_administrator_does_not_touch_a_superuser(browser: Client, admin_user: User, page: str) -> None:
    crafted = {"post": "yes", "username": "fallen", "password1": "another long one", "password2": "another long one"}
    assert (
        browser.post(address(admin_user, page.replace("password_change", "password_change")), crafted).status_code
        == 403
    )
    assert User.objects.filter(username="admin").exists()


def test_last_administrator_stays(browser: Client, head: User) -> None:
    assert "This is the only administrator" in role_set(browser, head, "editor")
    assert "This is the only administrator" in role_set(browser, head, "administrator", is_active="")
    assert browser.post(address(head, "delete"), {"post": "yes"}).status_code == 403
    make_editor("deputy", Role.ADMINISTRATOR)
    role_set(browser, head, "editor")
    assert role_of(User.objects.get(pk=head.pk)) is Role.EDITOR


def test_superuser_sees_djangos_rights_as_well(admin_client: Client, head: User) -> None:
    page = admin_client.get(address(head)).content
    assert b"is_superuser" in page
    assert b"user_permissions" in page


def test_account_that_has_judged_is_not_deleted(browser: Client) -> None:
    ada, idle = make_editor("ada"), make_editor("idle")
    Judgement.objects.create(verdict="correct", decided_by=ada)
    for user in (ada, idle):
        browser.post(address(user, "delete"), {"post": "yes"})
    assert list(User.objects.filter(username__in=["ada", "idle"])) == [ada]


def test_nor_with_others_at_once(browser: Client) -> None:
    ada = make_editor("ada")
    Judgement.objects.create(verdict="correct", decided_by=ada)
    chosen = {"action": "delete_selected", "_selected_action": [ada.pk], "post": "yes"}
    browser.post(reverse("admin:auth_user_changelist"), chosen)
    assert User.objects.filter(username="ada").exists()

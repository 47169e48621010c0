"""Logging in with a second factor: optional, asked for at the one way in, with codes for when the telephone is lost."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.desk import make_editor

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"


@pytest.fixture(autouse=True)
def _own_counts(settings: Any) -> None:
    """Limits are counted in the cache, which tests share."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


@pytest.fixture
def ada() -> User:
    user = make_editor("ada")
    user.email = "ada@chronology.example"
    user.save()
    return user


def log_in(client: Client, **query: str) -> Any:
    address = reverse("account_login") + ("?next=" + query["next"] if query else "")
    return client.post(address, {"login": "ada", "password": PASSWORD})


def give_password_again(client: Client) -> None:
    """Before anything about the second factor is changed."""
    assert client.post(reverse("account_reauthenticate"), {"password": PASSWORD}).status_code == 302


def code_for(secret: str) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


@pytest.fixture
def secret(ada: User) -> str:
    """Ada has set up an app; returns what it knows."""
    client = Client()
    log_in(client)
    give_password_again(client)
    page = client.get(reverse("mfa_activate_totp"))
    known: str = page.context["form"].secret
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_for(known)})
    assert answer.status_code == 302
    Authenticator.objects.filter(type="totp").update(last_used_at=None)
    return known


def is_logged_in(client: Client) -> bool:
    return client.get(reverse("admin:index")).status_code == 200


def test_without_a_second_factor_the_password_is_enough(ada: User, client: Client) -> None:
    assert log_in(client).status_code == 302
    assert is_logged_in(client)


def test_with_one_the_password_alone_opens_nothing(secret: str, client: Client) -> None:
    answer = log_in(client)
    assert answer["Location"].startswith(reverse("mfa_authenticate"))
    assert not is_logged_in(client)


def test_code_of_the_app_opens(secret: str, client: Client, settings: Any) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "fresh"}}
    log_in(client)
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert not is_logged_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    assert is_logged_in(client)


def test_recovery_code_opens_once(secret: str) -> None:
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    first, second = Client(), Client()
    for client in (first, second):
        log_in(client)
        client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert (is_logged_in(first), is_logged_in(second)) == (True, False)


def test_login_of_the_desk_is_the_same_door(secret: str, client: Client) -> None:
    answer = client.get(reverse("admin:index"), follow=True)
    assert answer.redirect_chain[-1][0].startswith(reverse("account_login"))
    client.post(reverse("admin:login"), {"username": "ada", "password": PASSWORD})
    assert not is_logged_in(client)


def test_nobody_signs_up(client: Client) -> None:
    form = {"username": "eve", "password1": PASSWORD, "password2": PASSWORD, "email": "eve@example.org"}
    client.post(reverse("account_signup"), form)
    assert not User.objects.exists()


def test_forgotten_password_is_set_anew_by_letter(ada: User, client: Client) -> None:
    client.post(reverse("account_reset_password"), {"email": ada.email})
    [letter] = mail.outbox
    link = re.search(r"https?://[^/]+(/accounts/password/reset/key/\S+)", letter.body)
    assert link
    page = client.get(link[1], follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": "quite another one", "password2": "quite another one"})
    ada.refresh_from_db()
    assert ada.check_password("quite another one")


def test_letter_for_an_unknown_address_tells_nothing_on_the_page(ada: User, client: Client) -> None:
    known = client.post(reverse("account_reset_password"), {"email": ada.email})
    unknown = client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_all_other_sessions_are_ended(ada: User) -> None:
    here, there = Client(), Client()
    log_in(here)
    log_in(there)
    assert is_logged_in(there)
    assert b"<table" in here.get(reverse("usersessions_list")).content
    here.post(reverse("usersessions_list"))
    assert (is_logged_in(here), is_logged_in(there)) == (True, False)


def test_idle_session_ends(ada: User, client: Client) -> None:
    log_in(client)
    assert is_logged_in(client)
    session = client.session
    session["last_seen"] -= 4 * 24 * 3600
    session.save()
    assert not is_logged_in(client)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ["account_login", "account_reset_password"])
def test_pages_have_the_sites_look_and_no_inline_script(client: Client, name: str, language: str) -> None:
    page = client.get(reverse(name), headers={"accept-language": language}).content.decode()
    assert 'class="header__wordmark"' in page
    assert not re.search(r"<script(?![^>]*src=)|\sstyle=|\son\w+=", page)


def test_setting_up_the_app_needs_no_script(ada: User, client: Client) -> None:
    log_in(client)
    give_password_again(client)
    for name in ("mfa_index", "mfa_activate_totp", "account_change_password", "usersessions_list", "account_logout"):
        page = client.get(reverse(name)).content.decode()
        assert 'class="account__pages"' in page, name
        assert not re.search(r"<script(?![^>]*src=)|\sstyle=|\son\w+=", page), name

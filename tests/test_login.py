"""Wrong passwords close the door for that name from that address, and for nobody else."""

import pytest
from django.test import Client
from django.urls import reverse

from timeline.serving.accounts import ensure_account


@pytest.fixture
def password(db):
    return ensure_account("editor")


def log_in(password: str, *, name: str = "editor", address: str = "203.0.113.9"):
    return Client(REMOTE_ADDR=address).post(reverse("account_login"), {"login": name, "password": password})


@pytest.fixture
def five_wrong_tries(password):
    for _ in range(5):
        answer = log_in("wrong")
    return answer


def test_right_password_opens(password):
    assert log_in(password).status_code == 302


def test_fifth_wrong_password_is_told_so(five_wrong_tries):
    assert five_wrong_tries.status_code == 429


def test_even_the_right_password_has_to_wait(five_wrong_tries, password):
    assert log_in(password).status_code == 429


def test_the_same_editor_elsewhere_still_gets_in(five_wrong_tries, password):
    assert log_in(password, address="198.51.100.7").status_code == 302


def test_another_name_from_there_may_still_try(five_wrong_tries):
    assert log_in("wrong", name="colleague").status_code == 200


def test_coming_and_going_leave_no_message_for_a_later_page(password):
    """The first page is the same for all and shows none, so that it would stand on another, hours later."""
    client = Client(headers={"accept-language": "en"})
    client.post(reverse("account_login"), {"login": "editor", "password": password}, follow=True)
    assert list(client.get(reverse("review")).context["messages"]) == []
    client.post(reverse("account_logout"), follow=True)
    assert list(client.get(reverse("account_login")).context["messages"]) == []

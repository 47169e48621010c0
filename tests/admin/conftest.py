"""A publisher at the desk, and how they fill in the form of an event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.desk import make_publisher
from timeline.models import Event


@pytest.fixture
def ada(db: None) -> User:
    return make_publisher("ada")


@pytest.fixture
def desk(ada: User) -> Client:
    """The browser of the publisher Ada, who reads English."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(ada)
    return client


def address(event: Event) -> str:
    return reverse("admin:timeline_event_change", args=[event.pk])


def filled_in(page: Any) -> dict[str, Any]:
    """What the browser would send if nothing were changed on this form."""
    admin_form = page.context["adminform"].form
    values = {name: admin_form[name].value() for name in admin_form.fields}
    for wrapper in page.context["inline_admin_formsets"]:
        formset = wrapper.formset
        for form in [formset.management_form, *formset.forms]:
            values |= {form.add_prefix(name): form[name].value() for name in form.fields}
    values["seen"] = page.context.get("seen")
    return {name: value for name, value in values.items() if value is not None and value is not False}


@pytest.fixture
def save(desk: Client) -> Callable[..., Any]:
    """Opens the event, changes these fields and saves; returns the answer after the redirect."""

    def save(event: Event, client: Client = desk, **changes: Any) -> Any:
        values = filled_in(client.get(address(event))) | changes
        return client.post(address(event), values, follow=True)

    return save


def settled(page: Any, take: str = "chosen", **choices: str) -> dict[str, Any]:
    """What the browser would send from the page of a conflict, with these versions chosen instead of those marked."""
    values: dict[str, Any] = {"seen": page.context["seen"], "take": take}
    for name, value in page.context["kept"]:
        values.setdefault(name, []).append(value)
    marked = {difference.name: difference.proposed for difference in page.context["differences"]}
    return values | {f"choice-{name}": version for name, version in (marked | choices).items()}


def messages_on(page: Any) -> list[str]:
    return [str(message) for message in page.context["messages"]]

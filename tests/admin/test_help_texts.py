"""Every field of the editors' desk says what it is for."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import RequestFactory

DESK = [desk for model, desk in admin.site._registry.items() if model._meta.app_label == "timeline"]


def request_of_a_superuser() -> Any:
    request = RequestFactory().get("/")
    request.user = User(username="root", is_active=True, is_staff=True, is_superuser=True)
    return request


def fields_of(desk: admin.ModelAdmin, request: Any) -> Iterator[tuple[str, Any]]:
    """What an editor fills in. The link of an inline row to the page that it stands on is not filled in."""
    yield from desk.get_form(request).base_fields.items()
    for inline in desk.get_inline_instances(request):
        formset = inline.get_formset(request)
        for name, field in formset.form.base_fields.items():
            if name != formset.fk.name:
                yield f"{type(inline).__name__}.{name}", field


@pytest.mark.django_db
@pytest.mark.parametrize("desk", DESK, ids=lambda desk: type(desk).__name__)
def test_every_form_field_has_help_text(desk: admin.ModelAdmin) -> None:
    without = [name for name, field in fields_of(desk, request_of_a_superuser()) if not field.help_text]
    assert without == []


@pytest.mark.parametrize("desk", DESK, ids=lambda desk: type(desk).__name__)
def test_every_search_box_says_what_it_searches(desk: admin.ModelAdmin) -> None:
    assert bool(desk.search_fields) == bool(desk.search_help_text)


def test_every_noun_of_the_chronology_has_its_desk() -> None:
    names = {desk.model.__name__ for desk in DESK}
    assert names == {"Actor", "Citation", "Event", "Import", "ImportedFile", "Judgement", "Place", "Source"}

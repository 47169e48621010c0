"""Fixtures that many tests share: translations, a place for files, and the chronology of the seed articles."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core import serializers
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model
from django.test import override_settings

from timeline import search
from timeline.serving import preparation
from timeline.views import kept


def pytest_configure() -> None:
    """Plain names for static files: hashed ones exist only after `collectstatic`, which the browser tests run."""
    django_settings.STORAGES = {
        **django_settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    # Hashing a password is slow on purpose; in tests only the slowness would be left of that purpose.
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    preparation.compile_translations()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that use the database are marked as such, so that they can be run on another one without all the rest."""
    for item in items:
        if item.get_closest_marker("django_db") or "db" in getattr(item, "fixturenames", ()):
            item.add_marker("database")


@pytest.fixture(autouse=True)
def _originals_in_a_temporary_folder(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "originals"


@pytest.fixture(autouse=True)
def _no_answers_of_another_test() -> None:
    """Settings may differ from test to test, which those of one process do not."""
    kept.forget()


@pytest.fixture(scope="session")
def seed_rows(django_db_setup, django_db_blocker, tmp_path_factory) -> str:
    """What `ingest` makes of the seed articles, as JSON. The language models load once for the whole session."""
    originals = tmp_path_factory.mktemp("seed_originals")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=originals), transaction.atomic():
        call_command("ingest", verbosity=0, stdout=StringIO())
        rows = serializers.serialize("json", _rows())
        transaction.set_rollback(True)
    return rows


@pytest.fixture
def seeded(db, seed_rows: str) -> None:
    """A database that holds the chronology of the two seed articles."""
    for row in serializers.deserialize("json", seed_rows):
        row.save()
    _count_on_from_them()
    search.refresh()  # A test's transaction is never committed, which is when the site does this.


def _rows() -> Iterator[object]:
    for model in _models():
        yield from model._default_manager.order_by("pk")


def _count_on_from_them() -> None:
    """PostgreSQL counts primary keys by itself, without looking at those that were given."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(_models())):
            cursor.execute(statement)


def _models() -> Iterator[type[Model]]:
    from django.apps import apps

    return apps.get_app_config("timeline").get_models()

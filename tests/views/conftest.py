"""Who imports articles in the browser, and where their files are kept."""

import pytest
from django.test import Client

from tests.desk import make_editor


@pytest.fixture
def uploads(settings, tmp_path) -> None:
    """Files wait for a worker, in a folder of this test's own."""
    settings.JOBS = "embedded"
    settings.UPLOADS_DIR = tmp_path / "uploads"


@pytest.fixture
def editor(client) -> Client:
    """The browser of an editor."""
    client.force_login(make_editor("editor"))
    return client

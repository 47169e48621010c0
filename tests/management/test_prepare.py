"""`prepare` puts everything in place, and a second time finds nothing to do."""

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from timeline.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def prepare(settings, tmp_path):
    """Runs the command and returns what it said."""
    settings.STATIC_ROOT = tmp_path / "static"

    def run() -> tuple[str, str]:
        said, warned = StringIO(), StringIO()
        call_command("prepare", stdout=said, stderr=warned)
        return said.getvalue(), warned.getvalue()

    return run


def test_a_new_site_has_events_an_editor_and_static_files(prepare, settings):
    said, warned = prepare()

    assert Event.objects.published().exists()
    assert get_user_model().objects.get().username == "editor"
    assert (settings.STATIC_ROOT / "admin").is_dir()
    assert "password “" in said
    assert "SQLite" in said or "PostgreSQL" in said
    assert warned == ""


def test_a_second_start_has_nothing_to_do(prepare, monkeypatch):
    prepare()
    monkeypatch.setattr("timeline.extraction.sentences.split_sentences", _must_not_be_called)
    said, _ = prepare()

    assert "password “" not in said
    assert "Static files" not in said
    assert "Migrations" not in said


def test_a_refused_article_is_named_and_the_rest_goes_on(prepare, settings, tmp_path):
    settings.SEEDS_DIR = tmp_path / "seeds"
    settings.SEEDS_DIR.mkdir()
    (settings.SEEDS_DIR / "empty.txt").touch()
    said, warned = prepare()

    assert "empty.txt" in warned
    assert "name “editor”" in said


def test_ingest_itself_still_fails_on_a_refused_article(tmp_path):
    (tmp_path / "empty.txt").touch()

    with pytest.raises(CommandError):
        call_command("ingest", str(tmp_path), verbosity=0, stdout=StringIO(), stderr=StringIO())


def _must_not_be_called(*args: object) -> None:
    raise AssertionError("nothing changed, so no article is to be read")

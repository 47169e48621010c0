"""Nothing is lost or changed unseen: the check finds every fault, and a backup brings everything back."""

import json
import zipfile
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection

from tests import chronicle
from timeline import judging, search
from timeline.ingestion.ingest import ingest
from timeline.integrity.backup import MANIFEST, ROWS
from timeline.models import Change, Citation, Event, Judgement, Source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folders(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "originals"
    settings.UPLOADS_DIR = tmp_path / "uploads"


@pytest.fixture
def chronology() -> None:
    ingest([django_settings.SEEDS_DIR])
    editor = User.objects.create_user("Édith", is_staff=True)
    judging.reject(Event.objects.order_by("pk").first(), editor, "no event")


def said(command: str, *arguments: object) -> str:
    out = StringIO()
    call_command(command, *arguments, stdout=out, stderr=out)
    return out.getvalue()


def exported() -> str:
    return said("export", "--format", "json")


# -- checking -------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("chronology")
class TestCheck:
    def test_sound_chronology_is_sound(self):
        assert "all as they should be" in said("check_sources")

    def faults(self) -> str:
        out = StringIO()
        with pytest.raises(CommandError, match="faults") as error:
            call_command("check_sources", stderr=out)
        assert error.value.returncode == 1
        return out.getvalue()

    def test_quote_that_parted_from_its_text_is_named(self):
        citation = Citation.objects.first()
        Citation.objects.filter(pk=citation.pk).update(start=citation.start + 1)
        assert citation.key in self.faults()

    def test_original_that_changed_is_named(self, settings):
        source = Source.objects.first()
        (Path(settings.MEDIA_ROOT) / source.original.name).write_bytes(b"something else")
        assert source.sha256 in self.faults()

    def test_original_that_is_gone_is_named(self, settings):
        source = Source.objects.first()
        (Path(settings.MEDIA_ROOT) / source.original.name).unlink()
        assert f"{source.name}: its original cannot be read" in self.faults()

    def test_published_event_without_evidence_is_named(self):
        event = Event.objects.published().first()
        Citation.objects.filter(event=event).update(state="rejected")
        assert event.public_id in self.faults()


# -- backup and restore ---------------------------------------------------------------------------------------------


def empty_installation(settings, folder: Path) -> None:
    """What `migrate` leaves in a new place."""
    settings.MEDIA_ROOT = folder / "originals"
    settings.UPLOADS_DIR = folder / "uploads"
    for model in (Judgement, Citation, Event, Source, Change, User):
        model.objects.all().delete()


@pytest.fixture
def backup(chronology, settings, tmp_path) -> Path:
    (tmp_path / "uploads").mkdir()
    (tmp_path / "uploads" / "waiting").write_bytes(b"not yet read")
    file = tmp_path / "backup.zip"
    assert "files" in said("backup", file)
    return file


def test_everything_is_back(backup, settings, tmp_path):
    before = exported(), sorted(Source.objects.values_list("sha256", flat=True))
    judged = list(Judgement.objects.values_list("verdict", "passages", "reason", "decided_by__username"))
    empty_installation(settings, tmp_path / "new")
    said("restore", backup)
    assert (exported(), sorted(Source.objects.values_list("sha256", flat=True))) == before
    assert list(Judgement.objects.values_list("verdict", "passages", "reason", "decided_by__username")) == judged
    assert User.objects.get(username="Édith").is_staff
    assert "all as they should be" in said("check_sources")
    assert (tmp_path / "new" / "uploads" / "waiting").read_bytes() == b"not yet read"
    assert search.found(search.EVENTS, "Moscou")


def test_restored_chronology_goes_on(backup, settings, tmp_path):
    empty_installation(settings, tmp_path / "new")
    said("restore", backup)
    before = exported()
    report = ingest([django_settings.SEEDS_DIR])
    assert not report.failed
    assert exported() == before
    User.objects.create_user("a new one")


def test_it_is_never_restored_over_something(backup):
    with pytest.raises(CommandError, match="already"):
        said("restore", backup)


def test_no_backup_is_overwritten(backup):
    with pytest.raises(CommandError, match="exists already"):
        said("backup", backup)


def changed(backup: Path, name: str, content: bytes) -> Path:
    """The backup with one entry replaced."""
    other = backup.with_name("changed.zip")
    with zipfile.ZipFile(backup) as source, zipfile.ZipFile(other, "w") as target:
        for entry in source.namelist():
            target.writestr(entry, content if entry == name else source.read(entry))
    return other


def manifest(backup: Path, **changes: object) -> bytes:
    with zipfile.ZipFile(backup) as archive:
        return json.dumps(json.loads(archive.read(MANIFEST)) | changes).encode()


@pytest.mark.parametrize(
    ("damaged", "reason"),
    [
        pytest.param(lambda backup: changed(backup, ROWS, b"{}"), "damaged", id="rows"),
        pytest.param(lambda backup: changed(backup, MANIFEST, b"{"), "no backup", id="manifest"),
        pytest.param(lambda backup: changed(backup, MANIFEST, manifest(backup, format=9)), "format 9", id="format"),
        pytest.param(
            lambda backup: changed(backup, MANIFEST, manifest(backup, migration="0001")), "0001", id="migration"
        ),
        pytest.param(lambda backup: backup.with_name("none.zip"), "none.zip", id="not there"),
    ],
)
def test_damaged_backup_is_refused_and_changes_nothing(backup, settings, tmp_path, damaged, reason):
    file = damaged(backup)
    empty_installation(settings, tmp_path / "new")
    with pytest.raises(CommandError, match=reason):
        said("restore", file)
    assert not Source.objects.exists()


def test_backup_cannot_write_outside_the_data_folder(backup, settings, tmp_path):
    with zipfile.ZipFile(backup) as archive:
        hashes = json.loads(archive.read(MANIFEST))["sha256"]
    evil = changed(
        backup, MANIFEST, manifest(backup, sha256=hashes | {"originals/../../evil": hashes["uploads/waiting"]})
    )
    with zipfile.ZipFile(evil, "a") as archive:
        archive.writestr("originals/../../evil", b"not yet read")
    empty_installation(settings, tmp_path / "new" / "deep")
    with pytest.raises(CommandError, match="outside"):
        said("restore", evil)
    assert not (tmp_path / "new" / "evil").exists()
    assert not Source.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_backup_outside_a_transaction_reads_one_moment_and_leaves_the_connection_as_it_was(tmp_path):
    chronicle.cold_war()
    mode = getattr(connection, "transaction_mode", None)
    assert "rows" in said("backup", tmp_path / "backup.zip")
    assert getattr(connection, "transaction_mode", None) == mode
    assert not connection.in_atomic_block

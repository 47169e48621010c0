"""Importing where something is wrong with the place or with the file: the page says what, and nothing is lost."""

import errno
import io
import struct
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.core.handlers.wsgi import WSGIRequest
from django.db import OperationalError
from django.http import UnreadablePostError
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse

from tests.extraction.hostile.containers import changed
from tests.extraction.reading.builders import archive
from tests.imports import GENEVA, TREATY, page, sent_by_script
from timeline.extraction import sentences
from timeline.ingestion import kept_files, settlement
from timeline.jobs import working
from timeline.jobs.working import work
from timeline.models import Import, ImportedFile, Job, Source
from timeline.models.jobs import MOST_ATTEMPTS
from timeline.serving.whole_bodies import WholeBodies

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("uploads")]

State = ImportedFile.State
FULL = OSError(errno.ENOSPC, "No space left on device")


def try_again(client, batch: Import) -> None:
    client.post(reverse("act_on_import", args=[batch.pk]), {"action": "again"})
    work(until_idle=True)


# -- the place ------------------------------------------------------------------------------------------------------


def full_disk(*_arguments: object) -> None:
    raise FULL


class TestFullDisk:
    def test_where_originals_are_kept_is_told_and_the_file_can_be_tried_again(self, editor, monkeypatch):
        batch = sent_by_script(editor, TREATY)
        with monkeypatch.context() as patch:
            patch.setattr(kept_files.os, "fsync", full_disk)
            work(until_idle=True)
            assert "No space left on device" in page(editor, batch)
        assert batch.files.get().state == State.FAILED
        try_again(editor, batch)
        assert batch.files.get().state == State.ADDED

    def test_in_the_middle_of_an_archive_loses_none_of_its_articles(self, editor, monkeypatch):
        batch = sent_by_script(editor, archive({"a.txt": TREATY, "b.txt": GENEVA}), "all.zip")
        room = iter([True])

        def fsync(_file: int) -> None:
            if not next(room, False):
                raise FULL

        with monkeypatch.context() as patch:
            patch.setattr(kept_files.os, "fsync", fsync)
            work(until_idle=True)
        assert Source.objects.count() == 1
        try_again(editor, batch)
        assert sorted(Source.objects.values_list("name", flat=True)) == ["all.zip/a.txt", "all.zip/b.txt"]
        assert batch.files.get(archive=None).state == State.UNPACKED

    def test_where_uploads_are_kept_is_told_and_leaves_nothing_half_written(self, editor, monkeypatch, settings):
        monkeypatch.setattr(kept_files.os, "fsync", full_disk)
        batch = sent_by_script(editor, TREATY)
        assert "No space left on device" in page(editor, batch)
        assert "Send it again" in batch.files.get().reason or "envoyez" in batch.files.get().reason.lower()
        assert list(Path(settings.UPLOADS_DIR).iterdir()) == []

    def test_while_a_large_file_comes_in_is_told_of_that_file(self, editor, monkeypatch, settings):
        settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
        monkeypatch.setattr(TemporaryFileUploadHandler, "receive_data_chunk", full_disk)
        batch = sent_by_script(editor, TREATY)
        assert batch.files.get().state == State.FAILED
        assert "No space left on device" in page(editor, batch)

    def test_of_the_database_is_answered_with_the_reason_and_nothing_is_kept(self, editor, monkeypatch, settings):
        batch = sent_by_script(editor, TREATY)

        def full(*_arguments: object, **_options: object) -> None:
            raise OperationalError("database or disk is full")

        monkeypatch.setattr("timeline.ingestion.uploads.enqueue", full)
        before = len(list(Path(settings.UPLOADS_DIR).iterdir()))
        file = SimpleUploadedFile("geneva.txt", GENEVA.encode())
        answer = editor.post(
            reverse("add_to_import", args=[batch.pk]), {"file": file}, headers={"accept-language": "en"}
        )
        assert (answer.status_code, answer["content-type"]) == (507, "text/plain; charset=utf-8")
        assert "geneva.txt could not be kept here (database or disk is full). Send it again" in answer.content.decode()
        assert len(list(Path(settings.UPLOADS_DIR).iterdir())) == before
        assert batch.files.count() == 1
        file.seek(0)
        plain = editor.post(reverse("begin_import"), {"files": file}, headers={"accept-language": "en"})
        assert plain.status_code == 507
        assert "database or disk is full" in plain.content.decode()

    def test_of_the_database_while_an_article_is_stored_is_told_and_can_be_tried_again(self, editor, monkeypatch):
        batch = sent_by_script(editor, TREATY)

        def full(*_arguments: object) -> None:
            raise OperationalError("database or disk is full")

        with monkeypatch.context() as patch:
            patch.setattr("timeline.ingestion.article_reader.store_article", full)
            work(until_idle=True)
        assert "database or disk is full" in page(editor, batch)
        try_again(editor, batch)
        assert batch.files.get().state == State.ADDED


def test_worker_without_its_language_model_says_which_and_loses_nothing(editor, monkeypatch):
    def missing(name: str) -> None:
        raise OSError(f"[E050] Can't find model '{name}'.")

    batch = sent_by_script(editor, TREATY)
    sentences._model.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr("timeline.extraction.spacy_models.spacy.load", missing)
        work(until_idle=True)
    told = page(editor, batch)
    assert sentences.MODELS["fr"] in told
    assert "requirements.txt" in told
    try_again(editor, batch)
    assert batch.files.get().state == State.ADDED


def test_file_that_kills_its_workers_is_told_of_and_can_be_tried_again(editor):
    batch = sent_by_script(editor, TREATY)
    for _worker in range(MOST_ATTEMPTS):
        job = Job.objects.claim("victim")
        ImportedFile.objects.filter(job=job).update(state=State.EXTRACTING)
        Job.objects.filter(pk=job.pk).update(leased_until="2000-01-01T00:00Z")
        working.sweep()
    assert batch.files.get().state == State.FAILED
    batch.refresh_from_db()
    assert batch.finished
    try_again(editor, batch)
    assert batch.files.get().state == State.ADDED


def test_crash_between_the_article_and_its_settlement_is_made_up_for(editor, monkeypatch, settings):
    batch = sent_by_script(editor, TREATY)

    def killed(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("timeline.ingestion.uploads.enqueue", killed)
        with pytest.raises(KeyboardInterrupt):
            work(until_idle=True)
    assert "Done" not in page(editor, batch), "nobody has merged it yet"
    Job.objects.filter(state=Job.State.RUNNING).update(leased_until="2000-01-01T00:00Z")
    work(until_idle=True)
    assert "Done" in page(editor, batch)
    assert Source.objects.get().citations.exclude(event=None).exists()
    assert list(Path(settings.UPLOADS_DIR).iterdir()) == []


def test_settlement_that_failed_is_told_of_and_can_be_tried_again(editor, monkeypatch):
    batch = sent_by_script(editor, TREATY)

    def failing() -> None:
        raise ValueError("a defect")

    with monkeypatch.context() as patch:
        patch.setattr(settlement, "settle_events", failing)
        work(until_idle=True)
    assert "a defect" in page(editor, batch)
    assert "Merge again" in page(editor, batch)
    try_again(editor, batch)
    assert "a defect" not in page(editor, batch)
    assert Source.objects.get().citations.exclude(event=None).exists()


# -- the file -------------------------------------------------------------------------------------------------------


def test_body_that_ends_early_is_no_file():
    body = encode_multipart(BOUNDARY, {"file": SimpleUploadedFile("treaty.txt", TREATY.encode() * 100)})
    environ = {
        "REQUEST_METHOD": "POST",
        "CONTENT_TYPE": MULTIPART_CONTENT,
        "CONTENT_LENGTH": str(len(body)),
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
    }

    def files(received: bytes) -> list[str]:
        return WholeBodies(lambda environ, _start: list(WSGIRequest(environ).FILES))(
            environ | {"wsgi.input": io.BytesIO(received)}, None
        )

    assert files(body) == ["file"]
    with pytest.raises(UnreadablePostError, match="before its announced end"):
        files(body[: len(body) // 2])


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("x" * 300 + ".txt", id="300 characters"),
        pytest.param("../../etc/treaty.txt", id="path"),
        pytest.param("tre\0aty.txt", id="NUL"),
        pytest.param("traité 🕊️.txt", id="emoji"),
        pytest.param("\u202etxt.معاهدة.txt", id="right to left"),
        pytest.param("<script>alert(1)</script>.txt", id="script"),
    ],
)
def test_article_of_any_name_is_read_and_shown(editor, name):
    batch = sent_by_script(editor, TREATY, name)
    work(until_idle=True)
    file = batch.files.get()
    assert file.state == State.ADDED
    assert "/.." not in f"/{file.name}"
    assert file.name in page(editor, batch)


@pytest.mark.parametrize(
    ("content", "reason", "what_to_do"),
    [
        pytest.param(archive({"a.txt": "0" * 5_000_000}), "times as large", "unpack it yourself", id="bomb"),
        pytest.param(
            archive({f"{number}.txt": TREATY for number in range(1001)}), "1001", "Put each article", id="entries"
        ),
        pytest.param(
            changed(archive({"a.txt": TREATY}), 2, struct.pack("<H", 1)),
            "encrypted",
            "without a password",
            id="password",
        ),
        pytest.param(archive({"a.txt": TREATY})[:-30], "damaged", "save it anew", id="cut off"),
    ],
)
def test_archive_that_is_refused_says_why_and_what_to_do(editor, content, reason, what_to_do):
    batch = sent_by_script(editor, content, "all.zip")
    work(until_idle=True)
    told = page(editor, batch)
    assert reason in told
    assert what_to_do in told
    assert not Source.objects.exists()


def test_paths_in_an_archive_lead_nowhere_else(editor, settings, tmp_path):
    batch = sent_by_script(editor, archive({"../../evil.txt": TREATY, "/abs.txt": GENEVA}), "all.zip")
    work(until_idle=True)
    told = {file.name: (file.state, file.reason) for file in batch.files.exclude(archive=None)}
    assert all(state == State.ADDED or reason for state, reason in told.values())
    assert not list(tmp_path.rglob("*evil*"))
    assert not Path("/abs.txt").exists()

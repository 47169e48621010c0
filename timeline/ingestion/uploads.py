"""Files that editors bring in the browser: kept until they are read, read by the workers, one after the other."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.db import DatabaseError, transaction
from django.utils import timezone

from timeline.extraction.version import extractor_version
from timeline.ingestion.article_reader import ArticleReader, FileReport, describe
from timeline.ingestion.kept_files import write_whole
from timeline.jobs import enqueue
from timeline.models import Import, ImportedFile, Job, Source
from timeline.refusal_words import NOTES, reason_words

LONGEST_NAME = 200
SETTLING = 10
"""How urgent it is to settle the events: files that wait are read first."""

State = ImportedFile.State
logger = logging.getLogger(__name__)


class NotKept(Exception):
    """A file has come and cannot be kept, nor can this be written down. The message says why and what to do."""


def begin_import(user: User) -> Import:
    return Import.objects.create(imported_by=user, extractor=extractor_version())


def receive(batch: Import, upload: UploadedFile, name: str = "") -> ImportedFile:
    """Keep the bytes of a file and have it read. `name` may tell its folder, too. A file that is too large is refused
    at once, and is not kept. Raises NotKept."""
    shown = plain_name(name or upload.name or "")
    if upload.size is not None and upload.size > settings.MAX_ARTICLE_BYTES:
        limit = settings.MAX_ARTICLE_BYTES // 1_000_000
        return _not_taken(batch, shown, State.REFUSED, "too_large_to_send", limit=limit)
    stored = secrets.token_hex(16)
    try:
        write_whole(_path(stored), upload.chunks())
    except OSError as error:
        logger.exception("%s could not be kept", shown)
        return _not_taken(batch, shown, State.FAILED, "not_kept", error=str(error.strerror or error))
    try:
        with transaction.atomic():
            file = batch.files.create(name=shown, state=State.WAITING, upload=stored)
            file.job = enqueue("read_upload", file=file.pk)
            file.save(update_fields=["job"])
    except DatabaseError as error:
        _path(stored).unlink()  # Nothing would ever read it.
        logger.exception("%s could not be kept", shown)
        raise NotKept(str(NOTES["not_kept"]) % {"name": shown, "error": error}) from error
    return file


def _not_taken(batch: Import, name: str, state: State, code: str, **detail: str | int) -> ImportedFile:
    file = ImportedFile(batch=batch, name=name, state=state, code=code, detail=detail)
    file.reason = reason_words(file)
    file.save()
    return file


def plain_name(name: str) -> str:
    """A relative path without what could lead elsewhere, or could not be shown: of "../a\\0/b.txt" stays "a/b.txt"."""
    printable = "".join(character for character in name.replace("\\", "/") if character.isprintable())
    parts = [part for part in PurePosixPath(printable).parts if part not in ("/", "..", ".")]
    short = "/".join(parts)[-LONGEST_NAME:].lstrip("/")
    return short if short.strip() else "file"


def _path(upload: str) -> Path:
    return Path(settings.UPLOADS_DIR) / upload


# -- reading --------------------------------------------------------------------------------------------------------


def read_upload(key: int) -> None:
    """The task: read what a row holds. Begun again after a crash, it goes on where it was."""
    file = ImportedFile.objects.select_related("batch").filter(pk=key).first()
    if file is None:
        return
    if file.is_under_way:
        _read(file)
    # A crash may have come between what was stored and this.
    if file.state not in ImportedFile.CAME_TO_NOTHING and file.upload:
        _forget_bytes(file)
    enqueue("settle", urgency=SETTLING, once=True)
    _finish(file.batch)


def failed(key: int, error: str) -> None:
    """A file could not be read, by no fault of its own."""
    file = ImportedFile.objects.select_related("batch").filter(pk=key).first()
    if file is not None and file.is_under_way:
        reason = str(NOTES["not_now"]) % {"error": error}
        file.state, file.reason = State.FAILED, reason
        file.code, file.detail = "not_now", {"error": error}
        file.save(update_fields=["state", "reason", "code", "detail"])
        _finish(file.batch)


def _read(file: ImportedFile) -> None:
    _tell(file, State.READING)
    reader = ArticleReader(
        lambda report, source: _record(file, report, source), on_extracting=lambda _name: _tell(file, State.EXTRACTING)
    )
    done = set(file.members.values_list("name", flat=True))
    reader.read(file.name, _path(file.upload), skip=done)
    if file.members.exists() and file.is_under_way:
        file.state = State.UNPACKED
        file.save(update_fields=["state"])


def _tell(file: ImportedFile, state: str) -> None:
    file.state = state
    ImportedFile.objects.filter(pk=file.pk).update(state=state)


def _record(file: ImportedFile, report: FileReport, source: Source | None) -> None:
    """In the transaction that stores the article. An article of another name came in an archive or a feed."""
    row = file if report.name == file.name else ImportedFile(batch=file.batch, archive=file, name=report.name)
    describe(row, report)
    row.source = source
    row.save()


def _forget_bytes(file: ImportedFile) -> None:
    """The original is kept under its hash by now. In this order: what a crash interrupts is done anew."""
    _path(file.upload).unlink(missing_ok=True)
    file.upload = ""
    file.save(update_fields=["upload"])


def _finish(batch: Import) -> None:
    if not batch.files.under_way().exists():
        Import.objects.filter(pk=batch.pk, finished=None).update(finished=timezone.now())


# -- what an editor may do about it ---------------------------------------------------------------------------------


@transaction.atomic
def cancel(files: Iterable[ImportedFile]) -> int:
    """Those that still wait are not read; returns how many. What is being read just now is read to its end."""
    cancelled = 0
    for file in files:
        waiting = Job.objects.waiting().filter(files=file)
        if waiting.update(state=Job.State.CANCELLED, finished=timezone.now()):
            file.state = State.CANCELLED
            file.save(update_fields=["state"])
            cancelled += 1
            _finish(file.batch)
    return cancelled


@transaction.atomic
def try_again(files: Iterable[ImportedFile]) -> int:
    """Have files read once more that were refused, failed or cancelled; returns how many."""
    again = 0
    for file in files:
        if file.can_be_tried_again:
            file.state, file.reason, file.code, file.detail = State.WAITING, "", "", {}
            file.job = enqueue("read_upload", file=file.pk)
            file.save(update_fields=["state", "reason", "code", "detail", "job"])
            Import.objects.filter(pk=file.batch_id).update(finished=None)
            again += 1
    return again


def settle_again() -> None:
    """Merge what was found, where the last try failed."""
    if last_settlement_failed():
        enqueue("settle", urgency=SETTLING, once=True)


def last_settlement_failed() -> str:
    """Why; empty where it did not."""
    last = Job.objects.filter(task="settle").first()
    return last.error if last and last.state == Job.State.FAILED else ""

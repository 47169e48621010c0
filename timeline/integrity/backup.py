"""The whole installation in one file: the rows as JSON, the files as they are, and a table of contents with hashes.

    aide-memoire-backup.zip
      manifest.json       version of the format, migration, counts, SHA-256 of every other entry
      rows.jsonl          one row a line, in an order in which each refers only to rows before it
      originals/…         the articles as they were received
      uploads/…           what editors brought and nobody has read yet

It is independent of the database: what was written from SQLite can be restored into PostgreSQL, and the reverse.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from timeline import search

FORMAT = 1
ROWS, MANIFEST = "rows.jsonl", "manifest.json"
CHUNK = 1_000_000

# Made anew by every installation, or worth nothing in another one.
_LEFT_OUT = {
    "sessions.session",
    "contenttypes.contenttype",
    "auth.permission",
    "usersessions.usersession",
    "axes.accessattempt",
    "axes.accesslog",
    "axes.accessfailurelog",
}


class BackupError(Exception):
    """The backup cannot be written or restored; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Summary:
    rows: int
    files: int


# -- writing --------------------------------------------------------------------------------------------------------


def back_up(target: Path) -> Summary:
    """Write the file; aside first, and renamed when it is whole. The rows are those of one moment. Raises OSError."""
    part = target.with_name(f"{target.name}.part")
    counts: Counter[str] = Counter()
    hashes: dict[str, str] = {}
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
            with _one_moment(), archive.open(ROWS, "w", force_zip64=True) as rows:
                digest = hashlib.sha256()
                for row in _rows():
                    line = serializers.serialize("jsonl", [row], use_natural_foreign_keys=True).encode()
                    digest.update(line)
                    rows.write(line)
                    counts[row._meta.label_lower] += 1
                hashes[ROWS] = digest.hexdigest()
            for name, path in _files():
                with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as copy:
                    hashes[name] = _copy(source, copy)
            archive.writestr(MANIFEST, json.dumps(_manifest(counts, hashes), indent=1))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return Summary(counts.total(), len(hashes) - 1)


@contextmanager
def _one_moment() -> Iterator[None]:
    """A view of the rows that does not move while others write, and that keeps nobody from writing."""
    if connection.in_atomic_block:  # Of a caller's own transaction.
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        # The site's transactions take the writer's lock at once; this one only reads.
        connection.ensure_connection()
        sqlite: Any = connection
        usual, sqlite.transaction_mode = sqlite.transaction_mode, "DEFERRED"
        try:
            with transaction.atomic():
                yield
        finally:
            sqlite.transaction_mode = usual


def _models() -> list[type[models.Model]]:
    """Each after those that it refers to."""
    ordered = serializers.sort_dependencies([(config, None) for config in apps.get_app_configs()])
    return [model for model in ordered if model._meta.label_lower not in _LEFT_OUT and model._meta.managed]


def _rows() -> Iterator[models.Model]:
    for model in _models():
        yield from model._default_manager.order_by("pk").iterator(chunk_size=500)


def _files() -> Iterator[tuple[str, Path]]:
    for folder, prefix in ((Path(settings.MEDIA_ROOT), "originals"), (Path(settings.UPLOADS_DIR), "uploads")):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and path.suffix != ".part":
                yield f"{prefix}/{path.relative_to(folder).as_posix()}", path


def _manifest(counts: Counter[str], hashes: dict[str, str]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "written": timezone.now().isoformat(),
        "migration": _latest_migration(),
        "rows": dict(sorted(counts.items())),
        "sha256": hashes,
    }


def _latest_migration() -> str:
    applied = [name for app, name in MigrationRecorder(connection).applied_migrations() if app == "timeline"]
    return max(applied, default="")


def _copy(source: IO[bytes], target: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := source.read(CHUNK):
        digest.update(chunk)
        target.write(chunk)
    return digest.hexdigest()


# -- restoring ------------------------------------------------------------------------------------------------------


def restore(backup: Path) -> Summary:
    """Fill this installation, which must be empty, from the file. All or nothing: rows come in one transaction, and
    files first, under names that nothing refers to before. Raises BackupError."""
    try:
        with zipfile.ZipFile(backup) as archive:
            manifest = _read_manifest(archive)
            _require_empty()
            _check(archive, manifest["sha256"])
            files = [name for name in manifest["sha256"] if name != ROWS]
            for name in files:
                _unpack(archive, name)
            _load(archive)
    except (zipfile.BadZipFile, KeyError, json.JSONDecodeError) as error:
        raise BackupError(f"{backup} is no backup of Aide-mémoire, or it is damaged ({error}).") from error
    search.refresh()
    return Summary(sum(manifest["rows"].values()), len(files))


def _read_manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
    if manifest["format"] != FORMAT:
        raise BackupError(f"The backup has format {manifest['format']}; this version reads format {FORMAT}.")
    if manifest["migration"] != _latest_migration():
        raise BackupError(
            f"The backup was written at migration {manifest['migration']}, this installation is at "
            f"{_latest_migration()}. Restore it with the version that wrote it, then upgrade."
        )
    return manifest


def _require_empty() -> None:
    from timeline.models import Event, Source

    if Source.objects.exists() or Event.objects.exists():
        raise BackupError(
            "This installation holds articles or events already. Restore into an empty one: set AIDE_MEMOIRE_DATA to a "
            "new folder (and DATABASE_URL to a new database), run `manage.py migrate`, then `manage.py restore`."
        )


def _check(archive: zipfile.ZipFile, hashes: dict[str, str]) -> None:
    """Before anything is written."""
    for name, expected in hashes.items():
        digest = hashlib.sha256()
        with archive.open(name) as entry:
            while chunk := entry.read(CHUNK):
                digest.update(chunk)
        if digest.hexdigest() != expected:
            raise BackupError(f"{name} in the backup is damaged: its SHA-256 is not what the manifest says.")


def _unpack(archive: zipfile.ZipFile, name: str) -> None:
    prefix, _slash, rest = name.partition("/")
    folder = {"originals": Path(settings.MEDIA_ROOT), "uploads": Path(settings.UPLOADS_DIR)}[prefix].resolve()
    target = (folder / rest).resolve()
    if not target.is_relative_to(folder):
        raise BackupError(f"{name} in the backup would be written outside the data folder.")
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as entry, target.open("wb") as copy:
        _copy(entry, copy)


@transaction.atomic
def _load(archive: zipfile.ZipFile) -> None:
    """The rows as they were, keys included; what `prepare` made (groups, an editor's account) gives way."""
    for model in reversed(_models()):
        model._default_manager.all().delete()
    with archive.open(ROWS) as rows, connection.constraint_checks_disabled():
        for row in serializers.deserialize("jsonl", (line.decode() for line in rows)):
            row.save()
    connection.check_constraints()
    _set_sequences()


def _set_sequences() -> None:
    """Where the database counts keys by itself, it goes on behind those that were restored."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)

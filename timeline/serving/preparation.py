"""What must be in place before the site answers. Each step first looks whether there is anything to do."""

from __future__ import annotations

import hashlib
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation.reloader import translation_file_changed

from timeline.index import revision


def compile_translations() -> list[Path]:
    """Write the `.mo` file of every `.po` file that is newer. Babel does it, so that no gettext need be installed."""
    written = []
    for folder in settings.LOCALE_PATHS:
        for po in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
            mo = po.with_suffix(".mo")
            if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
                continue
            with po.open("rb") as source:
                catalogue = read_po(source, locale=po.parent.parent.name, domain=po.stem)
            with mo.open("wb") as target:
                write_mo(target, catalogue)
            translation_file_changed(sender=None, file_path=mo)  # Drops what this process may have loaded before.
            written.append(mo)
    return written


def migrate() -> int:
    """Bring the database up to date; returns how many migrations that took."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        call_command("migrate", verbosity=0, interactive=False)
    elif not revision.is_installed():
        revision.install()
    return len(plan)


def collect_static_files() -> bool:
    """Gather, hash and compress the static files if any of them changed; returns whether it did."""
    mark = Path(settings.STATIC_ROOT) / ".fingerprint"
    fingerprint = _fingerprint_of_static_files()
    if mark.exists() and mark.read_text() == fingerprint:
        return False
    mark.unlink(missing_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    mark.write_text(fingerprint)
    return True


def _fingerprint_of_static_files() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()

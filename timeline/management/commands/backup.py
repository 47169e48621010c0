"""Write the whole installation into one file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from timeline.integrity.backup import back_up


class Command(BaseCommand):
    help = "Write all rows and all files of this installation into one file; the site may go on meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="Where to, such as backup-2026-11-28.zip.")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        if file.exists():
            raise CommandError(f"{file} exists already. Choose another name; no backup is overwritten.")
        try:
            summary = back_up(file)
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror or error}.") from error
        self.stdout.write(f"{file}: {summary.rows} rows and {summary.files} files.")

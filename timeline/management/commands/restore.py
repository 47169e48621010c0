"""Fill an empty installation from a backup."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from timeline.integrity.backup import BackupError, restore


class Command(BaseCommand):
    help = "Fill this installation, which must be empty, from a file that `backup` wrote: all of it, or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="The file that `backup` wrote.")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            summary = restore(file)
        except BackupError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{error.filename or file}: {error.strerror or error}.") from error
        self.stdout.write(f"{summary.rows} rows and {summary.files} files are back. `check_sources` proves it.")

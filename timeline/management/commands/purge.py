"""Delete for good what was refused long ago; without --yes, only tell how much that is."""

from dataclasses import asdict
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from timeline.integrity.purging import purge


class Command(BaseCommand):
    help = (
        "Delete rejected events and passages and refused files that are older than PURGE_AFTER_DAYS; judgements stay, "
        "so that what was refused stays refused. Without --yes it only counts."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, help="Instead of PURGE_AFTER_DAYS.")
        parser.add_argument("--yes", action="store_true", help="Do it.")

    def handle(self, *args: Any, days: int | None, yes: bool, **options: Any) -> None:
        days = settings.PURGE_AFTER_DAYS if days is None else days
        if days < 1:
            raise CommandError("Nothing is ever purged here: set PURGE_AFTER_DAYS, or name a number of --days.")
        refused = purge(timezone.now() - timedelta(days=days), is_trial=not yes)
        counts = ", ".join(f"{count} {noun}" for noun, count in asdict(refused).items())
        if yes:
            self.stdout.write(f"Deleted: {counts}.")
        else:
            self.stdout.write(f"Refused more than {days} days ago: {counts}.")
            if refused:
                self.stdout.write("Nothing was deleted. Back up, then add --yes.")

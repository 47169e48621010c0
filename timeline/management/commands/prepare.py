"""Everything between a fresh installation and a site that can answer; quick when there is nothing to do."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from timeline import search
from timeline.reviewing.grading import rank_new_events
from timeline.serving import preparation


class Command(BaseCommand):
    help = "Compile translations, migrate, read the seed articles, create the editor's account, gather static files."

    def handle(self, *args: Any, **options: Any) -> None:
        preparation.compile_translations()
        self.stdout.write(f"Database: {self._database()}.")
        if count := preparation.migrate():
            self.stdout.write(f"Migrations applied: {count}.")
        search.refresh()  # What a crash, or an upgrade, has left noted.
        rank_new_events()
        try:
            call_command("ingest", verbosity=1, stdout=self.stdout, stderr=self.stderr)
        except CommandError as error:
            # One bad article must not keep the site from its readers: the reason is shown and the rest goes on.
            self.stderr.write(self.style.WARNING(str(error)))
        call_command("ensure_editor", stdout=self.stdout)
        if preparation.collect_static_files():
            self.stdout.write("Static files gathered.")

    def _database(self) -> str:
        version = ".".join(str(part) for part in connection.get_database_version())
        return f"{connection.display_name} {version}, {connection.settings_dict['NAME']}"

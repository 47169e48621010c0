"""Load, or take away, a second chronology of 7,500 visits and travels."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from timeline import search
from timeline.demonstration import loading


class Command(BaseCommand):
    help = (
        "Load a second chronology beside that of the articles: 7,533 visits of foreign leaders to the United States "
        "and travels of its presidents and secretaries of state, from 1866 on."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--remove", action="store_true", help="Take it away again.")

    def handle(self, *args: Any, remove: bool, **options: Any) -> None:
        if remove:
            self.stdout.write(f"{loading.remove()} events of the demonstration are gone.")
        elif loading.is_loaded():
            self.stdout.write("The demonstration is there already; --remove takes it away.")
            return
        else:
            self.stdout.write(f"{loading.load()} visits and travels: choose them on the first page of the site.")
        search.refresh()

"""Write the chronology to a file or to standard output."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from timeline.exports.json_events import events_as_json
from timeline.models import Event

FORMATS = {"json": events_as_json}


class Command(BaseCommand):
    help = "Write the published events with their citations. The same chronology gives the same bytes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=sorted(FORMATS), default="json", help="The form to write.")
        parser.add_argument("--output", type=Path, metavar="FILE", help="Where to; default: standard output.")

    def handle(self, *args: Any, **options: Any) -> None:
        text = FORMATS[options["format"]](Event.objects.published().of_articles().with_evidence())
        if options["output"] is None:
            self.stdout.write(text, ending="")
            return
        try:
            options["output"].write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise CommandError(f"{options['output']} cannot be written: {error.strerror}.") from error

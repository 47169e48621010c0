"""Read article files into the chronology."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from timeline.ingestion.faults import InstallationFault
from timeline.ingestion.ingest import FileReport, IngestReport, State, ingest


class Command(BaseCommand):
    help = (
        "Read article files and folders (default: seeds/) and settle the chronology. Read are plain text, HTML, PDF, "
        "Word (.docx), EPUB, RSS and Atom feeds, and ZIP archives of these; every file of an archive and every entry "
        "of a feed is an article of its own. Files that were read before are left alone; a changed file becomes a new "
        "version. The exit status is 1 when a file was refused."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="Files and folders to read.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would happen and change nothing.")
        parser.add_argument("--json", action="store_true", help="Print the report as JSON and nothing else.")

    def handle(self, *args: Any, **options: Any) -> None:
        paths = options["paths"] or [settings.SEEDS_DIR]
        quiet = options["json"] or options["verbosity"] == 0
        console = Console(stderr=True, quiet=quiet)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
            task = progress.add_task("Reading articles", total=None)
            try:
                report = ingest(
                    paths,
                    dry_run=options["dry_run"],
                    on_start=lambda count: progress.update(task, total=count),
                    on_file=lambda: progress.advance(task),
                )
            except InstallationFault as error:
                raise CommandError(
                    f"Nothing more can be read: {error}. What was read is kept; read again then."
                ) from error
            except DatabaseError as error:
                raise CommandError(
                    f"The database cannot be used ({error}). Nothing of the current file was kept. If this is a new "
                    "installation, `manage.py prepare` sets it up; if the database is busy, try again."
                ) from error
        if options["json"]:
            self.stdout.write(json.dumps(asdict(report), ensure_ascii=False, indent=2))
        elif options["verbosity"]:
            self._summarise(report, options["verbosity"], dry_run=options["dry_run"])
        if report.failed:
            raise CommandError(f"{len(report.failed)} of {len(report.files)} articles were refused.", returncode=1)

    def _summarise(self, report: IngestReport, verbosity: int, *, dry_run: bool) -> None:
        if not report.files:
            self.stdout.write("No article files there.")
        for file in report.files:
            if verbosity > 1 or file.state in (State.NEW_VERSION, State.DUPLICATE):
                self.stdout.write(_line(file))
            elif file.state == State.REFUSED:
                self.stderr.write(file.reason)
        states = [file.state for file in report.files]
        counts = [
            f"{states.count(state)} {label}"
            for state, label in (
                (State.ADDED, "added"),
                (State.NEW_VERSION, "new versions"),
                (State.UNCHANGED, "already known"),
                (State.DUPLICATE, "the same as another"),
                (State.REFUSED, "refused"),
            )
            if states.count(state)
        ]
        self.stdout.write(f"Articles: {', '.join(counts) or 'none'}.")
        claims = sum(file.claims for file in report.files)
        if claims:
            refusals: dict[str, int] = {}
            for file in report.files:
                for reason, count in file.refusals.items():
                    refusals[reason] = refusals.get(reason, 0) + count
            held_back = ", ".join(f"{count} {reason}" for reason, count in sorted(refusals.items()))
            self.stdout.write(f"Claims: {claims}" + (f", of which not published: {held_back}." if held_back else "."))
        settled = report.settlement
        if settled.events:
            self.stdout.write(
                f"Events: {settled.events}, {settled.several_sources} of them from several articles "
                f"({settled.created} new, {settled.changed} changed, {settled.removed} removed)."
            )
        if dry_run:
            self.stdout.write("Dry run: nothing was kept.")


def _line(file: FileReport) -> str:
    claims = f", {file.claims} claims" if file.claims else ""
    reason = f" ({file.reason})" if file.reason else ""
    return f"{file.name}: {file.state.replace('_', ' ')}{claims}{reason}"

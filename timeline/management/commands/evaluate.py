"""Measure the extractor on annotated articles."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from timeline.evaluation import accuracy_file
from timeline.evaluation.accuracy_file import accuracy_json, read_accuracy
from timeline.evaluation.document import accuracy_document
from timeline.evaluation.faults import find_faults
from timeline.evaluation.figures import Accuracy, losses, with_earlier_timex
from timeline.evaluation.gold import read_gold
from timeline.evaluation.json_rows import BadAnnotation
from timeline.evaluation.measuring import Evaluation, evaluate, stamp
from timeline.evaluation.predictions import event_row
from timeline.evaluation.report import fault_lines, loss_line, report_lines
from timeline.evaluation.timex_texts import read_timex_texts

CORPUS = settings.BASE_DIR / "tests" / "corpus"
DOCUMENT = settings.BASE_DIR / "docs" / "accuracy.md"


class Command(BaseCommand):
    help = (
        "Run the extractor on annotated articles (default: tests/corpus/) and print how much it finds and how well. "
        "Needs no database and changes nothing unless --write is given."
    )
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "corpus", nargs="?", type=Path, default=CORPUS, metavar="CORPUS", help="Folder of NAME.txt, NAME.gold.json."
        )
        parser.add_argument("--per-article", action="store_true", help="Also a line for each article.")
        parser.add_argument("--lang", choices=["fr", "en"], default="", help="Only the articles in this language.")
        parser.add_argument("--errors", action="store_true", help="List every fault with its sentence.")
        parser.add_argument(
            "--timex",
            action="append",
            type=Path,
            default=[],
            metavar="FILE.jsonl",
            help="Also score expressions of time on these annotated texts; can be given several times.",
        )
        parser.add_argument("--json", type=Path, metavar="OUT", help="Write the figures and the events found as JSON.")
        publishing = parser.add_mutually_exclusive_group()
        publishing.add_argument(
            "--write", action="store_true", help="Publish the figures: docs/accuracy.md and the Method page."
        )
        publishing.add_argument(
            "--check", action="store_true", help="Fail if a figure is more than a point below the published ones."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        corpus: Path = options["corpus"]
        if (options["write"] or options["check"]) and (options["lang"] or corpus.resolve() != CORPUS.resolve()):
            raise CommandError("--write and --check are for the whole of tests/corpus, whose figures are published.")
        try:
            published = read_accuracy(accuracy_file.ACCURACY_FILE) if options["write"] or options["check"] else None
            evaluation = self._evaluate(corpus, options["timex"], options["lang"], quiet=options["verbosity"] == 0)
        except BadAnnotation as error:
            raise CommandError(str(error)) from error
        for line in report_lines(evaluation.accuracy, per_article=options["per_article"]):
            self.stdout.write(line)
        if options["errors"]:
            for line in fault_lines(find_faults(evaluation.score, evaluation.found.claims)):
                self.stdout.write(line)
        if options["json"]:
            _write(options["json"], _as_json(evaluation))
        if options["write"]:
            self._publish(with_earlier_timex(evaluation.accuracy, published))
        if options["check"]:
            self._check(published, evaluation.accuracy)

    def _evaluate(self, corpus: Path, timex_files: list[Path], language: str, *, quiet: bool) -> Evaluation:
        gold = read_gold(corpus)
        timex = [(path.stem, read_timex_texts(path)) for path in timex_files]
        console = Console(stderr=True, quiet=quiet)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
            steps = sum(language in ("", article.language) for article in gold) + sum(len(texts) for _, texts in timex)
            task = progress.add_task("Reading articles", total=steps)
            return evaluate(
                _label(corpus),
                gold,
                timex,
                stamp(settings.BASE_DIR),
                language=language,
                on_step=lambda: progress.advance(task),
            )

    def _publish(self, accuracy: Accuracy) -> None:
        _write(accuracy_file.ACCURACY_FILE, accuracy_json(accuracy))
        _write(DOCUMENT, accuracy_document(accuracy))
        self.stdout.write(f"\nWritten: {_label(DOCUMENT)} and {_label(accuracy_file.ACCURACY_FILE)}.")

    def _check(self, published: Accuracy | None, now: Accuracy) -> None:
        if published is None:
            raise CommandError("No figures have been published yet: `manage.py evaluate --write` does so.")
        lost = losses(published, now)
        if lost:
            raise CommandError(
                "Below the published figures by more than a point:\n"
                + "\n".join(f"  {loss_line(loss)}" for loss in lost)
                + "\n`manage.py evaluate --errors` shows what goes wrong. If the loss is meant, publish the new "
                "figures with `manage.py evaluate --write`.",
                returncode=1,
            )
        self.stdout.write("\nNo figure is more than a point below the published ones.")


def _as_json(evaluation: Evaluation) -> str:
    figures = evaluation.accuracy.as_json()
    events = [event_row(event) for event in evaluation.found.events]
    return json.dumps({"figures": figures, "events": events}, ensure_ascii=False, indent=1) + "\n"


def _label(path: Path) -> str:
    """As people of the project call it, wherever the project lies."""
    resolved = path.resolve()
    return (
        resolved.relative_to(settings.BASE_DIR).as_posix() if resolved.is_relative_to(settings.BASE_DIR) else path.name
    )


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from error

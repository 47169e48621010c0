"""Article files → sources and citations in the database, then events: the only writer of what the pipeline finds.

One transaction an article: a crash loses none that was finished. Reading the same file again changes nothing; a file
whose text changed becomes a new version of its source, and the passages of the old one stay where they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from timeline.extraction.reading import article_files
from timeline.extraction.version import extractor_version
from timeline.ingestion.article_reader import ArticleReader, FileReport, State, describe
from timeline.ingestion.settlement import Settlement, is_settlement_due, settle_events
from timeline.models import Import, ImportedFile, Source

__all__ = ["FileReport", "IngestReport", "State", "ingest"]


@dataclass(frozen=True, slots=True)
class IngestReport:
    files: tuple[FileReport, ...]
    settlement: Settlement

    @property
    def failed(self) -> tuple[FileReport, ...]:
        return tuple(report for report in self.files if report.state == State.REFUSED)


def ingest(
    paths: Iterable[Path],
    *,
    dry_run: bool = False,
    on_start: Callable[[int], None] | None = None,
    on_file: Callable[[], None] | None = None,
) -> IngestReport:
    """Read the files and folders and settle the chronology. `dry_run` finds out everything and keeps nothing.

    `on_start` hears how many files there are, `on_file` when one of them is done with all that is in it.
    """
    paths = list(paths)
    files = [found for path in paths for found in article_files(path)]
    if on_start:
        on_start(len(files))
    with transaction.atomic() if dry_run else nullcontext():
        batch = _Batch(paths)
        reader = ArticleReader(batch.record, keep_files=not dry_run)
        for name, path in files:
            reader.read(name, path)
            if on_file:
                on_file()
        settlement = settle_events() if reader.changed or is_settlement_due() else Settlement()
        batch.finish()
        if dry_run:
            transaction.set_rollback(True)
    return IngestReport(tuple(batch.reports), settlement)


class _Batch:
    """One run of the command. Its row is written only when there is something to tell: reading unchanged seeds leaves
    no trace."""

    def __init__(self, paths: list[Path]) -> None:
        self._paths = paths
        self._files: list[ImportedFile] = []
        self.reports: list[FileReport] = []

    def record(self, report: FileReport, source: Source | None) -> None:
        self.reports.append(report)
        file = ImportedFile(name=report.name, source=source)
        describe(file, report)
        self._files.append(file)

    def finish(self) -> None:
        if all(file.state == State.UNCHANGED for file in self._files):
            return
        batch = Import.objects.create(
            paths=[str(path) for path in self._paths], extractor=extractor_version(), finished=timezone.now()
        )
        for file in self._files:
            file.batch = batch
        ImportedFile.objects.bulk_create(self._files)

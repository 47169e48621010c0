"""Article files → sources and citations in the database, then events: the only writer of what the pipeline finds.

One transaction an article: a crash loses none that was finished. Reading the same file again changes nothing; a file
whose text changed becomes a new version of its source, and the passages of the old one stay where they were.
"""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone

from timeline.extraction.reading import (
    ArticleFile,
    Limits,
    UnreadableArticle,
    article_files,
    articles_in,
    file_content,
    read_article,
)
from timeline.extraction.records import Document
from timeline.extraction.version import extractor_version
from timeline.ingestion.articles import Article, find_earlier_version, keep_original, restore_version, store_article
from timeline.ingestion.settlement import Settlement, is_settlement_due, settle_events
from timeline.models import Import, ImportedFile, Source

State = ImportedFile.State
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one article file: a file, a file in an archive, or an entry of a feed."""

    name: str
    state: str
    reason: str = ""
    claims: int = 0
    refusals: dict[str, int] = field(default_factory=dict)
    """How many of the claims are not published, by reason."""


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
        batch = _Batch(keep_files=not dry_run)
        reports = []
        for name, path in files:
            reports.extend(batch.add(name, path))
            if on_file:
                on_file()
        settlement = settle_events() if batch.changed or is_settlement_due() else Settlement()
        batch.finish(paths)
        if dry_run:
            transaction.set_rollback(True)
    return IngestReport(tuple(reports), settlement)


class _Batch:
    """One run: the files that it has seen and whether any of them changed what is known.

    The row of the run is written only when there is something to tell: reading unchanged seeds leaves no trace.
    """

    def __init__(self, *, keep_files: bool) -> None:
        self._keep_files = keep_files
        self._limits = Limits(
            file_bytes=settings.MAX_ARTICLE_BYTES,
            html_bytes=settings.MAX_HTML_BYTES,
            unpacked_bytes=settings.MAX_UNPACKED_BYTES,
            ratio=settings.MAX_COMPRESSION_RATIO,
            entries=settings.MAX_ARCHIVE_ENTRIES,
        )
        self._files: list[ImportedFile] = []
        self.changed = False

    def add(self, name: str, path: Path) -> list[FileReport]:
        """Every article in a file; what is wrong with one keeps none of the others out."""
        reports: list[FileReport] = []
        try:
            content = file_content(name, path, max_bytes=self._limits.file_bytes)
            reports.extend(self._add(article) for article in articles_in(name, content, self._limits))
        except UnreadableArticle as error:
            reports.append(self._report(name, State.REFUSED, reason=str(error)))
        except OperationalError:
            raise  # A locked or missing database is no fault of the article.
        except Exception as error:
            logger.exception("%s was not read", name)
            reports.append(self._failed(name, error))
        return reports

    def _add(self, article: ArticleFile | UnreadableArticle) -> FileReport:
        if isinstance(article, UnreadableArticle):
            return self._report(article.name, State.REFUSED, reason=str(article))
        try:
            known = Source.objects.filter(sha256=hashlib.sha256(article.content).hexdigest()).first()
            if known and known.extractor == extractor_version():
                return self._known(article.name, known)
            document = read_article(article.name, article.content, self._limits)
            if self._keep_files:
                keep_original(document, article.content)
            return self._store(document, known)
        except UnreadableArticle as error:
            return self._report(article.name, State.REFUSED, reason=str(error))
        except OperationalError:
            raise
        except Exception as error:
            # Whatever the program stumbles over in one article, the others are read all the same.
            logger.exception("%s was not read", article.name)
            return self._failed(article.name, error)

    def _failed(self, name: str, error: Exception) -> FileReport:
        reason = f"{name} was not read: the program failed on it ({error!r}). Please report this with the file."
        return self._report(name, State.REFUSED, reason=reason)

    def finish(self, paths: list[Path]) -> None:
        if all(file.state == State.UNCHANGED for file in self._files):
            return
        batch = Import.objects.create(
            paths=[str(path) for path in paths], extractor=extractor_version(), finished=timezone.now()
        )
        for file in self._files:
            file.batch = batch
        ImportedFile.objects.bulk_create(self._files)

    def _known(self, name: str, source: Source) -> FileReport:
        if source.name == name and source.state == Source.State.SUPERSEDED:
            restore_version(source)
            self.changed = True
            return self._report(name, State.NEW_VERSION, source, reason="an earlier version of it is back")
        if source.name == name:
            return self._report(name, State.UNCHANGED, source)
        return self._report(name, State.DUPLICATE, source, reason=f"the same article as {source.name}")

    def _store(self, document: Document, known: Source | None) -> FileReport:
        earlier = None if known else find_earlier_version(document)
        try:
            article = store_article(document, known, earlier)
        except IntegrityError:
            # Another process stored the same article while this one was reading it.
            return self._known(document.name, Source.objects.get(sha256=document.sha256))
        self.changed = True
        if known:
            return self._report(document.name, State.UNCHANGED, article.source, article)
        if earlier:
            return self._report(
                document.name, State.NEW_VERSION, article.source, article, reason=_on_old_passages(article)
            )
        return self._report(document.name, State.ADDED, article.source, article)

    def _report(
        self, name: str, state: str, source: Source | None = None, article: Article | None = None, reason: str = ""
    ) -> FileReport:
        claims = article.claims if article else ()
        refusals = Counter(claim.refusal for claim in claims if claim.refusal)
        self._files.append(
            ImportedFile(
                name=name,
                state=state,
                reason=reason,
                source=source,
                claims=len(claims),
                undated=refusals["undated"],
            )
        )
        return FileReport(name, state, reason, len(claims), dict(refusals))


def _on_old_passages(article: Article) -> str:
    return (
        f"of the passages cited from the version before, {article.passages_standing} still stand in the new text "
        f"and {article.passages_gone} are gone; they keep pointing at the old version"
    )

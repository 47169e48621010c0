"""One file after the other: read, known or new, stored with its claims, and told of."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from django.conf import settings
from django.db import InterfaceError, OperationalError

from timeline.alone import Doing, alone
from timeline.extraction.reading import (
    ArticleFile,
    Limits,
    UnreadableArticle,
    articles_in,
    file_content,
    read_article,
)
from timeline.extraction.records import Document
from timeline.extraction.version import extractor_version
from timeline.ingestion.articles import (
    Article,
    find_claims,
    find_earlier_version,
    keep_original,
    restore_version,
    store_article,
)
from timeline.ingestion.faults import InstallationFault
from timeline.models import ImportedFile, Source

State = ImportedFile.State
logger = logging.getLogger(__name__)


NO_FAULT_OF_THE_ARTICLE = (OperationalError, InterfaceError, InstallationFault)
"""A locked or missing database, a full disk, a missing model: every other file would fail, too."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one article file: a file, a file in an archive, or an entry of a feed."""

    name: str
    state: str
    reason: str = ""
    """In English; the pages word it in the reader's language from `code` and `detail`."""
    code: str = ""
    detail: Mapping[str, str | int] = field(default_factory=dict)
    claims: int = 0
    refusals: dict[str, int] = field(default_factory=dict)
    """How many of the claims are not published, by reason."""


class Why(NamedTuple):
    """What is to be said of a file: in English, and as a code with figures."""

    reason: str = ""
    code: str = ""
    detail: Mapping[str, str | int] = MappingProxyType({})


NOTHING = Why()

Record = Callable[[FileReport, Source | None], None]
"""Hears what became of an article, in the transaction that stores it: both are kept, or neither."""


class ArticleReader:
    """Reads files into the database, and tells whether any of them changed what is known."""

    def __init__(
        self, record: Record, *, keep_files: bool = True, on_extracting: Callable[[str], None] | None = None
    ) -> None:
        """`on_extracting` hears the name of an article before events are looked for in it, which takes longest."""
        self._tell = record
        self._keep_files = keep_files
        self._on_extracting = on_extracting
        self._limits = Limits(
            file_bytes=settings.MAX_ARTICLE_BYTES,
            html_bytes=settings.MAX_HTML_BYTES,
            unpacked_bytes=settings.MAX_UNPACKED_BYTES,
            ratio=settings.MAX_COMPRESSION_RATIO,
            entries=settings.MAX_ARCHIVE_ENTRIES,
        )
        self.changed = False

    def read(self, name: str, path: Path, *, skip: Container[str] = ()) -> None:
        """Every article in a file but those to skip; what is wrong with one keeps none of the others out. Raises
        what is no fault of an article."""
        try:
            content = file_content(name, path, max_bytes=self._limits.file_bytes)
            for article in articles_in(name, content, self._limits):
                if article.name not in skip:
                    self._read(article)
        except UnreadableArticle as error:
            self._refused(name, error)
        except NO_FAULT_OF_THE_ARTICLE:
            raise
        except Exception as error:
            logger.exception("%s was not read", name)
            self._failed(name, error)

    def _read(self, article: ArticleFile | UnreadableArticle) -> None:
        if isinstance(article, UnreadableArticle):
            return self._refused(article.name, article)
        try:
            known = Source.objects.filter(sha256=hashlib.sha256(article.content).hexdigest()).first()
            if known and known.extractor == extractor_version():
                return self._known(article.name, known)
            document = read_article(article.name, article.content, self._limits)
            if self._keep_files:
                keep_original(document, article.content)
            return self._store(document)
        except UnreadableArticle as error:
            return self._refused(article.name, error)
        except NO_FAULT_OF_THE_ARTICLE:
            raise
        except Exception as error:
            # Whatever the program stumbles over in one article, the others are read all the same.
            logger.exception("%s was not read", article.name)
            return self._failed(article.name, error)

    def _refused(self, name: str, why: UnreadableArticle) -> None:
        return self._report(name, State.REFUSED, why=Why(str(why), why.refusal.value, why.detail))

    def _failed(self, name: str, error: Exception) -> None:
        reason = f"{name} was not read: the program failed on it ({error!r}). Please report this with the file."
        return self._report(name, State.REFUSED, why=Why(reason, "program_failed", {"error": repr(error)}))

    def _known(self, name: str, source: Source) -> None:
        if source.name == name and source.state == Source.State.SUPERSEDED:
            restore_version(source)
            self.changed = True
            return self._report(name, State.NEW_VERSION, source, why=Why("an earlier version of it is back", "back"))
        if source.name == name:
            return self._report(name, State.UNCHANGED, source)
        why = Why(f"the same article as {source.name}", "same_article", {"other": source.name})
        return self._report(name, State.DUPLICATE, source, why=why)

    def _store(self, document: Document) -> None:
        if self._on_extracting:
            self._on_extracting(document.name)
        claims = find_claims(document)
        with alone(Doing.WRITING_ARTICLES):
            known = Source.objects.filter(sha256=document.sha256).first()
            if known and known.extractor == extractor_version():
                # Another process has stored the same article while this one was reading it.
                return self._known(document.name, known)
            earlier = None if known else find_earlier_version(document)
            article = store_article(document, claims, known, earlier)
            state = State.UNCHANGED if known else State.NEW_VERSION if earlier else State.ADDED
            why = _on_old_passages(article) if earlier else NOTHING
            self._report(document.name, state, article.source, article, why=why)
        self.changed = True
        return None

    def _report(
        self, name: str, state: str, source: Source | None = None, article: Article | None = None, why: Why = NOTHING
    ) -> None:
        claims = article.claims if article else ()
        refusals = Counter(claim.refusal for claim in claims if claim.refusal)
        self._tell(FileReport(name, state, why.reason, why.code, dict(why.detail), len(claims), dict(refusals)), source)


def describe(file: ImportedFile, report: FileReport) -> None:
    """Write a report into the row of its file."""
    file.state = report.state
    file.reason, file.code, file.detail = report.reason, report.code, dict(report.detail)
    file.claims = report.claims
    file.undated = report.refusals.get("undated", 0)


def _on_old_passages(article: Article) -> Why:
    figures = {"standing": article.passages_standing, "gone": article.passages_gone}
    reason = (
        f"of the passages cited from the version before, {article.passages_standing} still stand in the new text "
        f"and {article.passages_gone} are gone; they keep pointing at the old version"
    )
    return Why(reason, "old_passages", figures)

"""The articles that the benches of the extractor read: those of a folder, or of the open evaluation set."""

from __future__ import annotations

from pathlib import Path

from bench.report import PROJECT
from timeline.extraction.reading import (
    ArticleFile,
    UnreadableArticle,
    article_files,
    articles_in,
    file_content,
    read_article,
)
from timeline.extraction.records import Document

OPEN_SET = PROJECT / "tests" / "corpus"


def article_files_in(folder: Path) -> list[ArticleFile]:
    """The bytes of every article in the folder, in the order of their names."""
    return [
        article
        for name, path in article_files(folder)
        if not name.endswith(".json")
        for article in articles_in(name, file_content(name, path))
        if not isinstance(article, UnreadableArticle)
    ]


def read_all(files: list[ArticleFile]) -> list[Document]:
    """Those that can be read."""
    documents = []
    for file in files:
        try:
            documents.append(read_article(file.name, file.content))
        except UnreadableArticle:
            continue
    return documents


def words_of(documents: list[Document]) -> int:
    return sum(len(document.text[span.start : span.end].split()) for document in documents for span in document.body)

"""File or bytes → `Document`: the text verbatim, what the header and the layout say, page furniture set apart.

    bytes → the articles in them → each: format → layout (text, metadata, known furniture)
          → paragraphs → furniture, headline, dateline → body → language → publication date

Reading is pure: it looks at no clock, no network and no disk. A file that gives no article raises
`UnreadableArticle`, with a code, figures, and a sentence that says what to do.
"""

from __future__ import annotations

import hashlib
import re

from timeline.extraction.reading.blocks import Layout
from timeline.extraction.reading.containers import ArticleFile, articles_in
from timeline.extraction.reading.decoding import decode
from timeline.extraction.reading.epub import read_epub
from timeline.extraction.reading.feeds import read_entry
from timeline.extraction.reading.files import article_files, file_content
from timeline.extraction.reading.formats import Format, format_of
from timeline.extraction.reading.furniture import find_furniture
from timeline.extraction.reading.header import read_header
from timeline.extraction.reading.html import read_page
from timeline.extraction.reading.language import language_of
from timeline.extraction.reading.limits import DEFAULT_LIMITS, Limits
from timeline.extraction.reading.opening import sort_paragraphs
from timeline.extraction.reading.paragraphs import paragraphs, within
from timeline.extraction.reading.pdf import read_pdf
from timeline.extraction.reading.publication import publication_date
from timeline.extraction.reading.refusals import Refusal, Refused, UnreadableArticle
from timeline.extraction.reading.word import read_word
from timeline.extraction.records import Document

__all__ = [
    "DEFAULT_LIMITS",
    "MAX_CHARACTERS",
    "MAX_WORDS",
    "ArticleFile",
    "Limits",
    "Refusal",
    "UnreadableArticle",
    "article_files",
    "articles_in",
    "file_content",
    "read_article",
]

# Every paragraph is weighed for being page furniture. No article comes near this; a hostile file must not cost more.
MAX_PARAGRAPHS = 5_000
# About forty pages. Finding events takes a second for some 4,000 words and marks, and memory grows with the text.
MAX_CHARACTERS = 200_000
MAX_WORDS = 20_000
# The language model takes every space but a single plain one for a word, too.
_WORD_OR_MARK = re.compile(r"\w+|[^\w\s]|[^\S \r\n]| (?= )")


def read_article(name: str, content: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The article in a file's bytes. `name` is only a label, but its ending helps to tell the format.

    A file that may hold several articles, an archive or a feed, first goes through `articles_in`.
    Raises UnreadableArticle.
    """
    try:
        if len(content) > limits.file_bytes:
            raise Refused(Refusal.TOO_LARGE, size=len(content), limit=limits.file_bytes, unit="bytes")
        if not content:
            raise Refused(Refusal.EMPTY)
        return _document(name, content, _layout(name, content, limits))
    except Refused as refused:
        raise UnreadableArticle(name, refused.refusal, refused.detail) from refused


def _layout(name: str, content: bytes, limits: Limits) -> Layout:
    match format_of(name, content, limits):
        case Format.HTML:
            return read_page(content, limits)
        case Format.PDF:
            return read_pdf(content, limits)
        case Format.WORD:
            return read_word(content, limits)
        case Format.EPUB:
            return read_epub(content, limits)
        case Format.ENTRY:
            return read_entry(content, limits)
        case Format.ARCHIVE | Format.FEED:
            raise Refused(Refusal.CONTAINER)
        case _:
            text = decode(content)
            facts, start = read_header(text)
            return Layout(text, facts, start=start)


def _document(name: str, content: bytes, layout: Layout) -> Document:
    text = layout.text
    if len(text) > MAX_CHARACTERS:
        raise Refused(Refusal.TOO_LARGE, size=len(text), limit=MAX_CHARACTERS, unit="characters")
    words = sum(1 for _ in _WORD_OR_MARK.finditer(text))
    if words > MAX_WORDS:
        raise Refused(Refusal.TOO_LARGE, size=words, limit=MAX_WORDS, unit="words and marks")
    found = paragraphs(text, layout.start)
    if len(found) > MAX_PARAGRAPHS:
        raise Refused(Refusal.TOO_LARGE, size=len(found), limit=MAX_PARAGRAPHS, unit="paragraphs")
    furniture = find_furniture(text, found, within(found, layout.furniture))
    article = sort_paragraphs(text, found, furniture, layout.facts.title, within(found, layout.headings))
    if not article.body:
        raise Refused(Refusal.NO_BODY)
    facts = layout.facts.or_else(article.facts).or_else(layout.fallback)
    body = "\n".join(text[span.start : span.end] for span in article.body)
    language = language_of(body, facts.language)
    return Document(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        text=text,
        language=language,
        body=article.body,
        furniture=article.furniture,
        published=publication_date(facts.date_words, language),
        published_wording=facts.date_words,
        title=facts.title,
        publisher=facts.publisher,
        author=facts.author,
        url=facts.url,
        dateline=facts.dateline,
    )

"""File or bytes → `Document`: the text verbatim, what the header and the layout say, page furniture set apart.

    bytes → characters (of a web page: the article's) → header → paragraphs → furniture, headline, dateline
          → body → language → publication date

Reading is pure: it looks at no clock, no network and no disk. A file that gives no article raises
`UnreadableArticle`, with a code, figures, and a sentence that says what to do.
"""

from __future__ import annotations

import hashlib

from timeline.extraction.reading.decoding import decode
from timeline.extraction.reading.facts import Facts
from timeline.extraction.reading.files import MAX_BYTES, article_files, file_content
from timeline.extraction.reading.formats import is_html
from timeline.extraction.reading.furniture import find_furniture
from timeline.extraction.reading.header import read_header
from timeline.extraction.reading.html import MAX_HTML_BYTES, read_page
from timeline.extraction.reading.language import language_of
from timeline.extraction.reading.opening import sort_paragraphs
from timeline.extraction.reading.paragraphs import paragraphs
from timeline.extraction.reading.publication import publication_date
from timeline.extraction.reading.refusals import Refusal, Refused, UnreadableArticle
from timeline.extraction.records import Document

__all__ = [
    "MAX_BYTES",
    "MAX_HTML_BYTES",
    "Refusal",
    "UnreadableArticle",
    "article_files",
    "file_content",
    "read_article",
]

# Every paragraph is weighed for being page furniture. No article comes near this; a hostile file must not cost more.
MAX_PARAGRAPHS = 20_000
# About 150 pages of a book. Reading takes a second for 15,000 characters, and memory grows with the text.
MAX_CHARACTERS = 400_000


def read_article(
    name: str, content: bytes, *, max_bytes: int = MAX_BYTES, max_html_bytes: int = MAX_HTML_BYTES
) -> Document:
    """The article in a file's bytes. `name` is only a label, but its ending helps to tell the format.

    Raises UnreadableArticle.
    """
    try:
        return _document(name, content, max_bytes, max_html_bytes)
    except Refused as refused:
        raise UnreadableArticle(name, refused.refusal, refused.detail) from refused


def _document(name: str, content: bytes, max_bytes: int, max_html_bytes: int) -> Document:
    if len(content) > max_bytes:
        raise Refused(Refusal.TOO_LARGE, size=len(content), limit=max_bytes, unit="bytes")
    if not content:
        raise Refused(Refusal.EMPTY)
    if is_html(name, content):
        text, header = read_page(content, min(max_bytes, max_html_bytes))
        return _arranged(name, content, text, header, 0)
    text = decode(content)
    header, start = read_header(text)
    return _arranged(name, content, text, header, start)


def _arranged(name: str, content: bytes, text: str, header: Facts, start: int) -> Document:
    if len(text) > MAX_CHARACTERS:
        raise Refused(Refusal.TOO_LARGE, size=len(text), limit=MAX_CHARACTERS, unit="characters")
    found = paragraphs(text, start)
    if len(found) > MAX_PARAGRAPHS:
        raise Refused(Refusal.TOO_LARGE, size=len(found), limit=MAX_PARAGRAPHS, unit="paragraphs")
    article = sort_paragraphs(text, found, find_furniture(text, found), header.title)
    if not article.body:
        raise Refused(Refusal.NO_BODY)
    facts = header.or_else(article.facts)
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

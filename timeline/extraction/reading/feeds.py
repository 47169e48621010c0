"""RSS and Atom feeds → entries; an entry → its article.

An entry is handed on as a file of its own, an Atom Entry Document (RFC 4287, 2): its bytes depend on the entry alone,
not on its neighbours or on when the feed was fetched, so that the same entry in tomorrow's feed is the same article.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from html import escape
from urllib.parse import unquote, urlsplit

import feedparser
from lxml import etree

from timeline.extraction.reading.blocks import Block, Layout, laid_out, storable
from timeline.extraction.reading.facts import Facts
from timeline.extraction.reading.limits import Limits
from timeline.extraction.reading.markup import blocks_of, count_attributes, parse
from timeline.extraction.reading.refusals import Refusal, Refused

# Where a feed is no sound XML, the library reads it tag by tag: a second for some 15,000 of them.
MAX_TAGS = 100_000

_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LONGEST_SLUG = 100
_PAGE_SUFFIX = re.compile(r"\.(?:x?html?|php|aspx?|jsp)$", re.IGNORECASE)
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def entries_of(content: bytes, limits: Limits) -> Iterator[tuple[str, bytes | Refused]]:
    """The entries in the order of the feed: a short name each, and an Atom Entry Document, or why there is none.
    Raises Refused for the feed as a whole."""
    feed = _parsed(content, limits)
    if len(feed.entries) > limits.entries:
        raise Refused(Refusal.TOO_LARGE, size=len(feed.entries), limit=limits.entries, unit="entries")
    if not feed.entries:
        raise Refused(Refusal.NO_ARTICLES)
    taken: dict[str, int] = {}
    for entry in feed.entries:
        slug = _slug(entry)
        taken[slug] = taken.get(slug, 0) + 1
        name = slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
        yield f"{name}.atom", _document_or_refusal(entry, feed.feed)


def _document_or_refusal(entry: feedparser.FeedParserDict, feed: feedparser.FeedParserDict) -> bytes | Refused:
    try:
        return _entry_document(_facts(entry, feed), _markup(entry))
    except Refused as refused:
        return refused
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError) as error:
        return Refused(Refusal.DAMAGED, format="RSS or Atom", reason=type(error).__name__)


def read_entry(content: bytes, limits: Limits) -> Layout:
    """The article in an Atom Entry Document. Raises Refused."""
    feed = _parsed(content, limits)
    if len(feed.entries) != 1:
        raise Refused(Refusal.CONTAINER if feed.entries else Refusal.NO_BODY)
    [entry] = feed.entries
    facts = _facts(entry, feed.feed)
    body = list(blocks_of(parse(_markup(entry)))) if _markup(entry).strip() else []
    if not body:
        raise Refused(Refusal.NO_BODY)
    return laid_out([Block(facts.title), *body], facts)


def _parsed(content: bytes, limits: Limits) -> feedparser.FeedParserDict:
    if len(content) > limits.html_bytes:
        raise Refused(Refusal.TOO_LARGE, size=len(content), limit=limits.html_bytes, unit="bytes")
    if (tags := content.count(b"<")) > MAX_TAGS:
        raise Refused(Refusal.TOO_LARGE, size=tags, limit=MAX_TAGS, unit="tags")
    # Of whatever encoding: tags are written in the letters that all of them share.
    count_attributes(content.replace(b"\x00", b"").decode("latin-1"), scripts=False)
    try:
        # As a stream: the library opens strings that look like addresses or paths.
        return feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # Whatever a hostile feed makes the library raise: the batch goes on.
        raise Refused(Refusal.DAMAGED, format="RSS or Atom", reason=type(error).__name__) from error


def _facts(entry: feedparser.FeedParserDict, feed: feedparser.FeedParserDict) -> Facts:
    source = entry.get("source") or {}
    link = entry.get("link") or ""
    return Facts.tidied(
        date_words=_day_as_written(entry.get("published") or entry.get("updated") or ""),
        title=_plain(entry.get("title") or ""),
        publisher=_plain(source.get("title") or feed.get("title") or entry.get("publisher") or ""),
        author=_plain(entry.get("author") or ""),
        url=link if link.startswith(("http://", "https://")) else "",
        language=(_language(entry) or feed.get("language") or "").lower()[:2],
    )


def _language(entry: feedparser.FeedParserDict) -> str:
    details = [*(entry.get("content") or ()), entry.get("title_detail") or {}]
    return next((language for detail in details if (language := detail.get("language"))), "")


def _day_as_written(words: str) -> str:
    """« Sun, 12 Oct 1986 23:40:00 -0500 » in ISO form, in the time zone of the feed."""
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError):
        return words


def _plain(markup: str) -> str:
    """A title may hold tags and references."""
    if "<" not in markup and "&" not in markup:
        return markup
    return " ".join(block.text for block in blocks_of(parse(markup))) if markup.strip() else ""


def _markup(entry: feedparser.FeedParserDict) -> str:
    """The fullest of an entry's texts, as HTML."""
    parts = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    texts = [
        "".join(f"<p>{escape(line)}</p>" for line in value.splitlines() if line.strip())
        if part.get("type") == "text/plain"
        else value
        for part in parts
        if (value := storable(part.get("value") or ""))
    ]
    return max(texts, key=len, default="")


def _slug(entry: feedparser.FeedParserDict) -> str:
    """What the entry is known by: the end of its address, else its title."""
    address = unquote(_path(entry.get("link") or "")).rstrip("/").rpartition("/")[2]
    address = _PAGE_SUFFIX.sub("", address)
    words = re.sub(r"[^\w.-]+", "-", address or _title(entry) or entry.get("id") or "")
    return words.strip("-.")[:_LONGEST_SLUG] or "entry"


def _path(link: str) -> str:
    try:
        return urlsplit(link).path
    except ValueError:  # "http://[bad": half of an address in brackets.
        return ""


def _title(entry: feedparser.FeedParserDict) -> str:
    try:
        return _plain(entry.get("title") or "")
    except Refused:
        return ""


def _entry_document(facts: Facts, markup: str) -> bytes:
    root = etree.Element(f"{{{_ATOM}}}entry", nsmap={None: _ATOM})
    if facts.language:
        root.set(_LANGUAGE, facts.language)
    _add(root, "title", facts.title)
    _add(root, "published", facts.date_words)
    if facts.author:
        _add(etree.SubElement(root, f"{{{_ATOM}}}author"), "name", facts.author)
    if facts.url:
        etree.SubElement(root, f"{{{_ATOM}}}link", rel="alternate", href=_valid(facts.url))
    if facts.publisher:
        _add(etree.SubElement(root, f"{{{_ATOM}}}source"), "title", facts.publisher)
    _add(root, "content", markup, type="html")
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _add(parent: etree._Element, tag: str, text: str, **attributes: str) -> None:
    if text:
        etree.SubElement(parent, f"{{{_ATOM}}}{tag}", **attributes).text = _valid(text)


def _valid(text: str) -> str:
    return _NOT_XML.sub("", text)

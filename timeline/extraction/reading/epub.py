"""An EPUB file → its text in reading order, with the book's own metadata."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from timeline.extraction.reading.blocks import Block, Layout, laid_out
from timeline.extraction.reading.decoding import decode
from timeline.extraction.reading.facts import Facts
from timeline.extraction.reading.limits import Limits
from timeline.extraction.reading.markup import blocks_of, parse
from timeline.extraction.reading.packages import Package
from timeline.extraction.reading.refusals import Refusal, Refused

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = {"application/xhtml+xml", "text/html"}
_NO_CHAPTERS = {"nav", "cover", "toc", "titlepage"}


def read_epub(content: bytes, limits: Limits) -> Layout:
    """The chapters one after the other. Raises Refused."""
    package = Package(content, limits, "EPUB")
    location = _first(_xml(package, _CONTAINER), "//*[local-name()='rootfile']/@full-path")
    book = _xml(package, location)
    _check_encryption(package)
    facts = _facts(book)
    return laid_out(_blocks(package, book, posixpath.dirname(location)), facts)


def _blocks(package: Package, book: etree._Element, folder: str) -> Iterator[Block]:
    for path in _reading_order(book, folder):
        if path in package.names:
            yield from blocks_of(parse(decode(package.read(path))))


def _reading_order(book: etree._Element, folder: str) -> Iterator[str]:
    """The files of the spine, without cover and table of contents."""
    items = {item.get("id"): item for item in book.xpath("//*[local-name()='manifest']/*[local-name()='item']")}
    for reference in book.xpath("//*[local-name()='spine']/*[local-name()='itemref'][not(@linear='no')]"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        kinds = {*(item.get("properties") or "").split(), (item.get("id") or "").lower()}
        if kinds.isdisjoint(_NO_CHAPTERS):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))


def _facts(book: etree._Element) -> Facts:
    authors = [*_dublin_core(book, "creator")]
    addresses = [*_dublin_core(book, "source"), *_dublin_core(book, "identifier")]
    return Facts.tidied(
        date_words=next(iter(_dublin_core(book, "date")), ""),
        title=next(iter(_dublin_core(book, "title")), ""),
        publisher=next(iter(_dublin_core(book, "publisher")), ""),
        author=", ".join(authors),
        url=next((address for address in addresses if address.startswith(("http://", "https://"))), ""),
        language=next(iter(_dublin_core(book, "language")), "").lower()[:2],
    )


def _dublin_core(book: etree._Element, name: str) -> list[str]:
    found = book.xpath(f"//*[local-name()='metadata']//*[local-name()='{name}']")
    return [text for element in found if (text := "".join(element.itertext()).strip())]


def _check_encryption(package: Package) -> None:
    """Fonts may be disguised; encrypted chapters cannot be read."""
    if _ENCRYPTION not in package.names:
        return
    addresses = _xml(package, _ENCRYPTION).xpath("//*[local-name()='CipherReference']/@URI")
    if any(address.lower().endswith((".xhtml", ".html", ".htm", ".xml")) for address in addresses):
        raise Refused(Refusal.ENCRYPTED)


def _xml(package: Package, path: str) -> etree._Element:
    if path not in package.names:
        raise Refused(Refusal.DAMAGED, format="EPUB", reason=f"no {path[:100] or 'book'} in it")
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(package.read(path), parser)
    except (etree.LxmlError, ValueError) as error:
        raise Refused(Refusal.DAMAGED, format="EPUB", reason=f"{path[:100]} is no XML") from error


def _first(tree: etree._Element, path: str) -> str:
    return str(next(iter(tree.xpath(path)), ""))

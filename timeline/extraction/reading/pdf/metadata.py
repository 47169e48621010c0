"""What a PDF file says of itself: its information dictionary and its XMP packet."""

from __future__ import annotations

import re
from xml.dom.minidom import Node

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.xmp import XmpInformation

from timeline.extraction.reading.blocks import Block, Role
from timeline.extraction.reading.facts import Facts
from timeline.extraction.reading.words import folded

_PRISM = (
    "http://prismstandard.org/namespaces/basic/2.0/",
    "http://prismstandard.org/namespaces/basic/2.1/",
    "http://prismstandard.org/namespaces/basic/3.0/",
)
_DUBLIN_CORE = ("http://purl.org/dc/elements/1.1/",)

# What programs write where nobody gave a title or a name.
_NO_TITLE = re.compile(
    r"microsoft |untitled|sans titre|document ?\d*$|\(?(?:anonymous|unspecified)\)?$"
    r"|.*\.(?:docx?|odt|indd|qxp|pdf|html?|tex|dvi|pages|rtf|txt)$"
)
_NO_AUTHOR = re.compile(
    r"\(?(?:anonymous|unspecified|unknown|inconnu|user|utilisateur|admin(?:istrat(?:or|eur))?|author|owner)\)?$"
)
_FIRST_HEADINGS = 3


def facts_of(reader: PdfReader) -> Facts:
    """Title, publisher, author, address and publication date, as far as the file gives them."""
    information = reader.metadata
    title = str((information.title if information else None) or "")
    author = str((information.author if information else None) or "")
    xmp = _xmp(reader)
    return Facts.tidied(
        date_words=_first(xmp, _PRISM, "publicationDate", "coverDate") or _first(xmp, _DUBLIN_CORE, "date"),
        title=_unless(_NO_TITLE, title) or _unless(_NO_TITLE, _first(xmp, _DUBLIN_CORE, "title")),
        publisher=_first(xmp, _PRISM, "publicationName") or _first(xmp, _DUBLIN_CORE, "publisher"),
        author=_unless(_NO_AUTHOR, author) or _unless(_NO_AUTHOR, _first(xmp, _DUBLIN_CORE, "creator")),
        url=_web_address(_first(xmp, _PRISM, "url") or _first(xmp, _DUBLIN_CORE, "source")),
    )


def with_headline(facts: Facts, blocks: list[Block], address: str) -> Facts:
    """The headline as it is set, where the file's own title is missing or another; and the address printed at the
    foot of the pages."""
    headings = [block.text for block in blocks if block.role is Role.HEADING][:_FIRST_HEADINGS]
    shown = next((text for text in headings if folded(text) == folded(facts.title)), "")
    return Facts.tidied(title=shown or facts.title or next(iter(headings), ""), url=address).or_else(facts)


def _xmp(reader: PdfReader) -> XmpInformation | None:
    try:
        return reader.xmp_metadata
    except (PyPdfError, ValueError):
        return None  # A broken packet takes nothing away from the text.


def _first(xmp: XmpInformation | None, namespaces: tuple[str, ...], *names: str) -> str:
    """The first of these properties that has a value; the values of a list, joined."""
    if xmp is None:
        return ""
    elements = (
        element for name in names for namespace in namespaces for element in xmp.get_element("", namespace, name)
    )
    return next((text for element in elements if (text := ", ".join(_texts(element)))), "")


def _texts(node: Node) -> list[str]:
    if node.nodeType in (Node.ATTRIBUTE_NODE, Node.TEXT_NODE):
        return [text] if (text := (node.nodeValue or "").strip()) else []
    return [text for child in node.childNodes for text in _texts(child)]


def _unless(pattern: re.Pattern[str], value: str) -> str:
    return "" if pattern.match(folded(value)) else value


def _web_address(value: str) -> str:
    return value if value.startswith(("http://", "https://")) else ""

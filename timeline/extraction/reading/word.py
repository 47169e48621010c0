"""A Word file (.docx) → its paragraphs; running heads and feet and captions marked, what was struck out left out.

The times of writing and printing that Word keeps say nothing of publication and are not used: an article of 1986 that
somebody types in today was not published today.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from timeline.extraction.reading.blocks import Block, Layout, Role, laid_out
from timeline.extraction.reading.facts import Facts
from timeline.extraction.reading.header import read_header
from timeline.extraction.reading.limits import Limits
from timeline.extraction.reading.packages import Package
from timeline.extraction.reading.refusals import Refusal, Refused

# The tree of a part takes about ten times its bytes in memory. An article of a hundred pages has some 3,000,000.
MAX_PART_BYTES = 15_000_000

_PARTS = re.compile(r"(?:word/|docProps/|_rels/|\[Content_Types\]).*\.(?:xml|rels)")
# The styles' names in the file are English whatever the language of Word; people's own may be French.
_HEADING = re.compile(r"(?:heading|titre|title|intertitre)\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titre)", re.IGNORECASE)
_FURNITURE = re.compile(r"(?:caption|légende|header|footer|en-tête|pied de page|toc|table of|tm \d)", re.IGNORECASE)

_TEXT, _TAB, _BREAK = qn("w:t"), qn("w:tab"), {qn("w:br"), qn("w:cr")}
_HYPHEN = qn("w:noBreakHyphen")
# Deleted text, instructions of fields, and the second version that is kept for older programs; text boxes float beside
# the text and hold pictures' captions or repeat a sentence of it.
_SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:txbxContent"), qn("w:rPr"), qn("w:pPr")}
_SKIPPED |= {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}


def read_word(content: bytes, limits: Limits) -> Layout:
    """The text of the document, tables and tracked insertions included. Raises Refused."""
    package = Package(content, limits, "Word")
    for info in package.files():
        if _PARTS.fullmatch(info.filename) and info.file_size > MAX_PART_BYTES:
            raise Refused(Refusal.TOO_LARGE, size=info.file_size, limit=MAX_PART_BYTES, unit="bytes when unpacked")
    try:
        document = docx.Document(io.BytesIO(content))
        blocks = list(_blocks(document))
        facts, fallback = _headline(document), _properties(document)
    except Exception as error:  # The library raises whatever a broken package makes it stumble over.
        raise Refused(Refusal.DAMAGED, format="Word", reason=type(error).__name__) from error
    layout = laid_out(blocks, facts, fallback)
    header, start = read_header(layout.text)
    return replace(layout, facts=header.or_else(facts), start=start)


def _headline(document: WordDocument) -> Facts:
    title = next((text for style, text in _paragraphs(document) if _TITLE.fullmatch(style) and text.strip()), "")
    return Facts.tidied(title=title)


def _properties(document: WordDocument) -> Facts:
    core = document.core_properties
    return Facts.tidied(
        title=core.title or "",
        author=core.author if core.author != "python-docx" else "",
        language=(core.language or "").lower()[:2],
        url=core.identifier if core.identifier.startswith(("http://", "https://")) else "",
    )


def _blocks(document: WordDocument) -> Iterator[Block]:
    yield from _running(document, "header")
    for style, text in _paragraphs(document):
        yield Block(text, _role(style))
    yield from _running(document, "footer")


def _running(document: WordDocument, place: str) -> Iterator[Block]:
    """The heads or feet of all sections, each once."""
    seen: set[str] = set()
    for section in document.sections:
        for part in (getattr(section, place), getattr(section, f"first_page_{place}")):
            if part.is_linked_to_previous:
                continue
            for paragraph in part._element.iter(qn("w:p")):
                text = _text(paragraph)
                if text.strip() and text not in seen:
                    seen.add(text)
                    yield Block(text, Role.FURNITURE)


def _paragraphs(document: WordDocument) -> Iterator[tuple[str, str]]:
    """The name of its style and the text of each paragraph, those of tables and content controls in their place."""
    names = {style.style_id: style.name or "" for style in document.styles}
    for paragraph in document.element.body.iter(qn("w:p")):
        if _is_skipped(paragraph):
            continue
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        yield names.get(style.get(qn("w:val")), "") if style is not None else "", _text(paragraph)


def _text(paragraph: etree._Element) -> str:
    """The words that Word shows: runs, links and insertions."""
    parts: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element.tag in _SKIPPED:
            walk.skip_subtree()
        elif element.tag == _TEXT:
            parts.append(element.text or "")
        elif element.tag == _TAB:
            parts.append("\t")
        elif element.tag in _BREAK:
            parts.append("\n")
        elif element.tag == _HYPHEN:
            parts.append("-")
    return "".join(parts)


def _is_skipped(paragraph: etree._Element) -> bool:
    return any(ancestor.tag in _SKIPPED for ancestor in paragraph.iterancestors())


def _role(style: str) -> Role:
    if _FURNITURE.match(style):
        return Role.FURNITURE
    return Role.HEADING if _HEADING.match(style) else Role.BODY

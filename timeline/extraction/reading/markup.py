"""A tree of HTML or XHTML that is all article, as in EPUB files and feeds → its blocks.

Web pages go another way (`html.py`): there the article must first be told from navigation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html as lxml_html
from lxml.etree import LxmlError, iterwalk
from lxml.html import HtmlElement

from timeline.extraction.reading.blocks import Block, Role
from timeline.extraction.reading.refusals import Refusal, Refused

# The parsers compare each attribute of a tag with all others of it; no author writes so many.
MAX_ATTRIBUTES = 500
# Tall piles of tags cost time that grows with the square of their height.
MAX_ELEMENTS = 50_000

_HEADINGS = {f"h{level}" for level in range(1, 7)}
_FURNITURE = {"figcaption", "footer", "aside"}
_BLOCKS = _HEADINGS | _FURNITURE | {
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figure", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul", "html",
}  # fmt: skip
_NO_TEXT = {
    "audio", "button", "canvas", "embed", "form", "head", "iframe", "input", "map", "math", "nav", "noscript", "object",
    "script", "select", "style", "svg", "template", "textarea", "title", "video",
}  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f]+")
# As HTML defines them: a quotation mark opens a value only behind the equals sign.
_ATTRIBUTE = r"""[^\s/>][^ \t\r\n/>=]*+(?:[ \t\r\n]*+=[ \t\r\n]*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^ \t\r\n>]*+))?+"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_TAG = re.compile(rf"<([a-zA-Z][^\s/>]*+)((?:[\s/]*+{_ATTRIBUTE})*+)")
_CLOSED_AT_ONCE = re.compile(r"\s*/")
_END_OF_RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}


def parse(markup: str) -> HtmlElement:
    """The tree of a page or a piece of one. Raises Refused."""
    count_attributes(markup)
    try:
        # Characters, not bytes: an encoding that the page declares wrongly must not be believed a second time.
        parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
        tree = lxml_html.document_fromstring(markup.encode("utf-8", errors="ignore"), parser=parser)
    except (LxmlError, ValueError) as error:
        raise Refused(Refusal.MARKUP, reason=type(error).__name__) from error
    if not isinstance(tree, HtmlElement):
        raise Refused(Refusal.NO_BODY)
    return tree


def count_attributes(markup: str, *, scripts: bool = True) -> None:
    """Goes once over the tags, before a parser sees them. `scripts` tells that what looks like a tag inside a script is
    none, which is so in HTML but not in XML."""
    place = 0
    while tag := _TAG.search(markup, place):
        place = tag.end()
        if len(tag[2]) > MAX_ATTRIBUTES and (size := len(_ATTRIBUTES.findall(tag[2]))) > MAX_ATTRIBUTES:
            raise Refused(Refusal.MARKUP, reason=f"{size} attributes in one tag")
        end_of_raw = _END_OF_RAW.get(tag[1].lower()) if scripts else None
        if end_of_raw and not _CLOSED_AT_ONCE.match(markup, place):
            end = end_of_raw.search(markup, place)
            place = end.start() if end else len(markup)


def count_elements(tree: HtmlElement, most: int) -> None:
    size = sum(1 for _ in tree.iter())
    if size > most:
        raise Refused(Refusal.TOO_LARGE, size=size, limit=most, unit="HTML elements")


def blocks_of(tree: HtmlElement) -> Iterator[Block]:
    """The paragraphs and headings in order; what browsers do not show as text is left out."""
    count_elements(tree, MAX_ELEMENTS)
    line: list[str] = []
    open_blocks: list[str] = []
    hidden = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "comment"
        if event == "start":
            hidden += _is_hidden(element, tag)
            if tag in _BLOCKS:
                yield from _finished(line, open_blocks)
                open_blocks.append(tag)
            elif tag == "br":
                line.append("\n")
            text = element.text
        else:
            if tag in _BLOCKS:
                yield from _finished(line, open_blocks)
                open_blocks.pop()
            hidden -= _is_hidden(element, tag)
            text = element.tail
        if text and not hidden:
            line.append(_SPACE.sub(" ", text))
    yield from _finished(line, open_blocks)


def _finished(line: list[str], open_blocks: list[str]) -> Iterator[Block]:
    """The text since the last border of a block, if there is any; `line` is empty afterwards."""
    rows = ("".join(line)).split("\n")
    line.clear()
    text = "\n".join(_SPACE.sub(" ", row).strip() for row in rows).strip()
    if text:
        yield Block(text, _role(open_blocks))


def _role(open_blocks: list[str]) -> Role:
    if not _FURNITURE.isdisjoint(open_blocks):
        return Role.FURNITURE
    return Role.HEADING if open_blocks and open_blocks[-1] in _HEADINGS else Role.BODY


def _is_hidden(element: HtmlElement, tag: str) -> bool:
    return tag in _NO_TEXT or tag == "comment" or "hidden" in element.attrib

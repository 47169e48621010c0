"""A web page → the article's text and what the page's metadata says about it.

trafilatura tells the article from navigation, and knows title, site and author. The publication date is read here,
from the page's own metadata only: trafilatura's date finder makes a day of a month and searches the text for dates.
"""

from __future__ import annotations

import logging
import re

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document as Page

from timeline.extraction.reading.blocks import Block, Layout, Role, laid_out
from timeline.extraction.reading.decoding import decode
from timeline.extraction.reading.facts import Facts
from timeline.extraction.reading.limits import DEFAULT_LIMITS, Limits
from timeline.extraction.reading.markup import count_elements, parse
from timeline.extraction.reading.opening import publication_line
from timeline.extraction.reading.publication import publication_date
from timeline.extraction.reading.refusals import Refusal, Refused
from timeline.extraction.reading.words import folded

# Pages of the press have some hundreds to thousands; beyond this the library's time grows out of all bounds.
MAX_ELEMENTS = 10_000

# Without a fixed end the date finder, whose result is not used, would look at the clock.
_DATE_FINDER = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}

_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset=[\"']?\s{0,5}([\w-]{3,20})", re.IGNORECASE)
_BY = re.compile(r"^(?:par|by)\s+", re.IGNORECASE)
_TOLERATED_ERRORS = 1 / 1000

# In the order of trust: what names the first publication before what names a date.
_DATE_PROPERTIES = (
    "article:published_time", "og:published_time", "article:published", "datepublished", "publication_date",
    "publish-date", "publishdate", "pubdate", "parsely-pub-date", "sailthru.date", "dcterms.issued", "dc.date.issued",
    "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "citation_publication_date", "date",
)  # fmt: skip
# Where a publication line may stand: among so many elements after the headline, itself of few parts.
_NEAR_HEADLINE, _FEW_PARTS = 60, 6
_JSON_DATE = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,40})"')

# trafilatura reports what it cannot read to its log; here it becomes a refusal.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_page(content: bytes, limits: Limits = DEFAULT_LIMITS) -> Layout:
    """The article's text, headline first and paragraphs set apart by blank lines, and the page's facts."""
    most = min(limits.file_bytes, limits.html_bytes)
    if len(content) > most:
        raise Refused(Refusal.TOO_LARGE, size=len(content), limit=most, unit="bytes")
    tree = parse(_characters(content))
    count_elements(tree, MAX_ELEMENTS)
    facts = Facts.tidied(date_words=_publication_words(tree), language=(tree.get("lang") or "").lower()[:2])
    page = _page(tree)
    facts = facts.or_else(_facts(page))
    lines = [line for line in (page.text or "").splitlines() if line.strip()]
    if not lines:
        raise Refused(Refusal.NO_BODY)
    if facts.title and folded(lines[0]) != folded(facts.title):
        lines.insert(0, facts.title)
    headings = _headings(page)
    return laid_out((Block(line, Role.HEADING if folded(line) in headings else Role.BODY) for line in lines), facts)


def _characters(content: bytes) -> str:
    """A page declares its encoding; a few broken characters in it are no reason to turn it away."""
    try:
        return decode(content)
    except Refused as refused:
        declared = _CHARSET.search(content[:4096])
        if refused.refusal is not Refusal.ENCODING or not declared:
            raise
        try:
            text = content.decode(declared[1].decode(), errors="replace")
        except LookupError:
            raise refused from None
        if text.count("\ufffd") > _TOLERATED_ERRORS * len(text):
            raise
        return text.replace("\x00", "")


def _publication_words(tree: HtmlElement) -> str:
    """The first date of the metadata that the calendar has; else the first at all, to be refused by name."""
    candidates = [
        *(match for script in tree.xpath("//script[@type='application/ld+json']") for match in _in_json(script)),
        *_in_meta(tree),
        *(time.get("datetime") or "" for time in tree.xpath("//time[@itemprop='datePublished' or @pubdate]")),
        *(time.get("datetime") or "" for time in tree.xpath("//article//time[@datetime]")[:1]),
    ]
    dated = [words for words in candidates if re.search(r"\d{4}", words)]
    in_metadata = next((words for words in dated if _in_calendar(words)), dated[0] if dated else "")
    return in_metadata or _visible_date(tree)


def _visible_date(tree: HtmlElement) -> str:
    """« Publié le … » below the headline: often beside the part of the page that the library takes for the article."""
    below = tree.xpath("(//h1)[1]/following::*[self::p or self::div or self::span or self::time or self::li]")
    for element in below[:_NEAR_HEADLINE]:
        line = " ".join("".join(element.itertext()).split()) if len(element) <= _FEW_PARTS else ""
        if date := publication_line(line):
            return date
    return ""


def _in_json(script: HtmlElement) -> list[str]:
    return _JSON_DATE.findall(script.text or "")[:1]


def _in_meta(tree: HtmlElement) -> list[str]:
    values: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        for attribute in ("property", "name", "itemprop"):
            values.setdefault((meta.get(attribute) or "").lower(), meta.get("content"))
    return [values[name] for name in _DATE_PROPERTIES if name in values]


def _in_calendar(words: str) -> bool:
    try:
        return publication_date(words, "fr") is not None
    except Refused:
        return False


def _page(tree: HtmlElement) -> Page:
    try:
        page = bare_extraction(
            tree,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=dict(_DATE_FINDER),
        )
    except Exception as error:  # Whatever a hostile page makes the library raise: the batch goes on.
        raise Refused(Refusal.MARKUP, reason=type(error).__name__) from error
    if not isinstance(page, Page):
        raise Refused(Refusal.NO_BODY)
    return page


def _facts(page: Page) -> Facts:
    url = page.url or ""
    return Facts.tidied(
        title=page.title or "",
        publisher=page.sitename or "",
        author=_BY.sub("", (page.author or "").replace("; ", ", ")),
        url=url if url.startswith(("http://", "https://")) else "",
    )


def _headings(page: Page) -> set[str]:
    """Headings between paragraphs, as the library marks them in its own tree."""
    return {folded(" ".join(heading.itertext())) for heading in page.body.iter("head")}

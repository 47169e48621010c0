"""A PDF file → its text, as a reader would copy it out: running heads and feet set apart, lines joined to paragraphs.

    file → pages → lines with their places → running heads, feet and page numbers → paragraphs → layout

When the file was made (`CreationDate`) says nothing of publication and is not used: an article of 1986 that somebody
scans or prints today was not published today.
"""

from __future__ import annotations

import io
import logging
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from pypdf import Configuration, PageObject, PdfReader, apply_configuration
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from timeline.extraction.reading.blocks import Layout, laid_out
from timeline.extraction.reading.facts import Facts
from timeline.extraction.reading.limits import Limits
from timeline.extraction.reading.pdf.flow import paragraph_blocks
from timeline.extraction.reading.pdf.lines import Budget, Line, lines_of
from timeline.extraction.reading.pdf.metadata import facts_of, with_headline
from timeline.extraction.reading.pdf.running import running_address, running_lines
from timeline.extraction.reading.refusals import Refusal, Refused

MAX_PAGES = 500
# What the library needs for a page grows with what is drawn on it: about a second for 400,000 bytes of instructions or
# 200,000 steps.
MAX_DRAWING_BYTES = 2_000_000
MAX_DRAWING_STEPS = 1_000_000
# Reading ends here: what is longer is refused whatever follows.
_ENOUGH_CHARACTERS = 1_000_000
_FEWEST_LETTERS = 20
_UNREADABLE_SHARE = 0.2

# The library reports what it repairs to its log; what it cannot repair becomes a refusal.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(content: bytes, limits: Limits) -> Layout:
    """The text of the pages in the order in which they draw it. Raises Refused."""
    try:
        with apply_configuration(_configuration(limits)):
            reader = PdfReader(io.BytesIO(content))
            pages = _pages(reader)
            lines = list(_lines(pages))
            _check_letters(lines, pages)
            facts = facts_of(reader)
    except Refused:
        raise
    except Exception as error:  # The library raises whatever a broken file makes it stumble over.
        raise Refused(Refusal.DAMAGED, format="PDF", reason=_reason(error)) from error
    running = running_lines(lines)
    blocks = paragraph_blocks(lines, running)
    facts = with_headline(facts, blocks, running_address(running))
    # Whose computer it was is no byline.
    return laid_out(blocks, replace(facts, author=""), Facts(author=facts.author))


def _configuration(limits: Limits) -> Configuration:
    """The library's own limits, set to what a page of text may need."""
    most = limits.file_bytes
    return Configuration(
        zlib_maximum_output_length=most,
        lzw_maximum_output_length=most,
        run_length_maximum_output_length=most,
        brotli_maximum_output_length=most,
        array_based_stream_maximum_output_length=most,
        maximum_declared_stream_length=most,
        stream_decoding_work_maximum_length=limits.unpacked_bytes,
        stream_parsing_work_maximum_count=MAX_DRAWING_STEPS,
        page_tree_maximum_entries=10 * MAX_PAGES,
        xform_maximum_invocations_per_extraction=200,
    )


def _pages(reader: PdfReader) -> list[PageObject]:
    if reader.is_encrypted and not _opens_without_password(reader):
        raise Refused(Refusal.ENCRYPTED)
    if len(reader.pages) > MAX_PAGES:
        raise Refused(Refusal.TOO_LARGE, size=len(reader.pages), limit=MAX_PAGES, unit="pages")
    return list(reader.pages)


def _opens_without_password(reader: PdfReader) -> bool:
    """Many files are encrypted only to forbid printing or copying: they open without a password."""
    try:
        return bool(reader.decrypt(""))
    except PyPdfError:
        return False  # A way of encrypting that the library leaves to others.


def _lines(pages: list[PageObject]) -> Iterator[Line]:
    drawn = characters = 0
    budget = Budget(MAX_DRAWING_STEPS)
    for number, page in enumerate(pages):
        contents = page.get_contents()
        drawn += len(contents.get_data()) if contents is not None else 0
        if drawn > MAX_DRAWING_BYTES:
            raise Refused(Refusal.TOO_LARGE, size=drawn, limit=MAX_DRAWING_BYTES, unit="bytes of drawing")
        for line in lines_of(page, number, budget):
            characters += len(line.text)
            yield line
        if characters > _ENOUGH_CHARACTERS:
            break


def _check_letters(lines: list[Line], pages: list[PageObject]) -> None:
    text = "".join(line.text for line in lines)
    letters = sum(character.isalpha() for character in text)
    if letters < _FEWEST_LETTERS:
        if any(_has_picture(page) for page in pages):
            raise Refused(Refusal.SCANNED, pages=len(pages))
        raise Refused(Refusal.NO_BODY)
    unknown = sum(character == "\ufffd" or unicodedata.category(character) in ("Co", "Cn", "Cc") for character in text)
    if unknown > _UNREADABLE_SHARE * len(text):
        raise Refused(Refusal.DAMAGED, format="PDF", reason="its fonts do not say which letters they draw")


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources", DictionaryObject()).get_object()
    drawings = resources.get("/XObject", DictionaryObject()).get_object()
    return any(drawing.get_object().get("/Subtype") == "/Image" for drawing in drawings.values())


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:150]

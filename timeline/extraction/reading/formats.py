"""Which format a file has, by its first bytes and by its name, and which of them are read."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath

from timeline.extraction.reading.limits import DEFAULT_LIMITS, Limits
from timeline.extraction.reading.packages import Package
from timeline.extraction.reading.refusals import Refusal, Refused

READ = "plain text, HTML, PDF, Word (.docx), EPUB, RSS and Atom feeds, and ZIP archives of these"


class Format(StrEnum):
    TEXT = "text"
    HTML = "HTML"
    PDF = "PDF"
    WORD = "Word"
    EPUB = "EPUB"
    FEED = "RSS or Atom"
    ENTRY = "Atom entry"
    ARCHIVE = "ZIP"


_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}

# Documents that could hold an article, and data that never is one. A file of any other name is read as text.
_OTHER_FORMATS = {
    ".doc": "Word 97", ".odt": "OpenDocument", ".rtf": "RTF", ".gz": "gzip", ".tar": "tar", ".7z": "7-Zip",
    ".rar": "RAR", ".eml": "mail", ".mbox": "mail", ".mht": "MHTML", ".mhtml": "MHTML", ".xml": "XML", ".json": "JSON",
    ".csv": "CSV", ".tsv": "TSV", ".xls": "Excel", ".xlsx": "Excel", ".ods": "OpenDocument", ".ppt": "PowerPoint",
    ".pptx": "PowerPoint", ".css": "CSS", ".js": "JavaScript", ".svg": "SVG", ".mobi": "Kindle", ".azw3": "Kindle",
}  # fmt: skip
_DOCUMENT_MAGIC = {b"{\\rtf": "RTF", b"\xd0\xcf\x11\xe0": "Word 97"}
_BINARY_MAGIC = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a RIFF sound, film or picture",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"SQLite format 3\x00": "an SQLite database",
}
# What the files in a ZIP file make of it.
_PACKAGES = (
    ({"word/document.xml", "[Content_Types].xml"}, Format.WORD),
    ({"META-INF/container.xml"}, Format.EPUB),
)
_OTHER_PACKAGES = (
    ({"xl/workbook.xml", "[Content_Types].xml"}, "Excel"),
    ({"ppt/presentation.xml", "[Content_Types].xml"}, "PowerPoint"),
    ({"content.xml", "mimetype"}, "OpenDocument"),
)
_SUFFIXES = {".pdf": Format.PDF, ".docx": Format.WORD, ".epub": Format.EPUB, ".zip": Format.ARCHIVE,
             ".rss": Format.FEED, ".atom": Format.FEED}  # fmt: skip
_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_PDF_MARK = b"%PDF-"
# Programs that make PDF may put something before the mark; readers look for it this far.
_PDF_MARK_WITHIN = 1024

_HTML_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body")
_PREAMBLE = rb"(?>\s++|<\?[^>]{0,500}\?>|<!--.{0,2000}?-->|<!doctype[^>\[]{0,300}>){0,20}"
_FEED_ROOT = re.compile(
    _PREAMBLE + rb"<(?:(?P<feed>rss|rdf:rdf|(?:\w{1,10}:)?feed)|(?:\w{1,10}:)?entry)[\s>]", re.DOTALL
)


def format_of(name: str, content: bytes, limits: Limits = DEFAULT_LIMITS) -> Format:
    """The format, what a file begins with before what it is called. Raises Refused for one that is not read."""
    _refuse_by_first_bytes(content)
    suffix = PurePosixPath(name).suffix.lower()
    if content.startswith(_PDF_MARK) or (suffix == ".pdf" and _PDF_MARK in content[:_PDF_MARK_WITHIN]):
        return Format.PDF
    if content.startswith(_ZIP_MARKS):
        return _packed(suffix, content, limits)
    start = _start(content)
    if root := _FEED_ROOT.match(start):
        return Format.FEED if root["feed"] else Format.ENTRY
    if suffix in _SUFFIXES:
        raise Refused(Refusal.DAMAGED, format=_SUFFIXES[suffix].value, reason="it does not begin like one")
    if suffix in _OTHER_FORMATS:
        raise Refused(Refusal.FORMAT, format=_OTHER_FORMATS[suffix], read=READ)
    return Format.HTML if suffix in _HTML_SUFFIXES or _starts_like_html(start) else Format.TEXT


def _refuse_by_first_bytes(content: bytes) -> None:
    for magic, kind in _BINARY_MAGIC.items():
        if content.startswith(magic):
            raise Refused(Refusal.BINARY, kind=kind)
    for magic, kind in _DOCUMENT_MAGIC.items():
        if content.startswith(magic):
            raise Refused(Refusal.FORMAT, format=kind, read=READ)


def _packed(suffix: str, content: bytes, limits: Limits) -> Format:
    names = Package(content, limits).names
    for files, kind in _OTHER_PACKAGES:
        if files <= names:
            raise Refused(Refusal.FORMAT, format=kind, read=READ)
    found = next((found for files, found in _PACKAGES if files <= names), Format.ARCHIVE)
    if found is Format.ARCHIVE and suffix in (".docx", ".epub"):
        raise Refused(Refusal.DAMAGED, format=_SUFFIXES[suffix].value, reason="the part with the text is missing")
    return found


def _start(content: bytes) -> bytes:
    return content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").replace(b"\x00", b"").lower().lstrip()


def _starts_like_html(start: bytes) -> bool:
    start = start[:1024]
    if start.startswith((b"<?xml", b"<!--")):
        return any(mark in start for mark in _HTML_MARKS)
    return start.startswith(_HTML_MARKS)

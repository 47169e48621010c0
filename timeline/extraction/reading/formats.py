"""Which format a file has, by its first bytes and by its name, and which of them are read."""

from __future__ import annotations

from pathlib import PurePosixPath

from timeline.extraction.reading.refusals import Refusal, Refused

READ = "plain text and HTML"

_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}

# Documents that could hold an article, and data that never is one. A file of any other name is read as text.
_OTHER_FORMATS = {
    ".pdf": "PDF", ".doc": "Word", ".docx": "Word", ".odt": "OpenDocument", ".rtf": "RTF", ".epub": "EPUB",
    ".zip": "ZIP", ".gz": "gzip", ".tar": "tar", ".7z": "7-Zip", ".rss": "RSS", ".atom": "Atom", ".eml": "mail",
    ".mbox": "mail", ".mht": "MHTML", ".mhtml": "MHTML", ".xml": "XML", ".json": "JSON", ".csv": "CSV", ".tsv": "TSV",
    ".xls": "Excel", ".xlsx": "Excel", ".ods": "OpenDocument", ".ppt": "PowerPoint", ".pptx": "PowerPoint",
    ".css": "CSS", ".js": "JavaScript", ".svg": "SVG",
}  # fmt: skip
_DOCUMENT_MAGIC = {b"%PDF-": "PDF", b"{\\rtf": "RTF", b"PK\x03\x04": "ZIP, Word or EPUB", b"\xd0\xcf\x11\xe0": "Word"}
_BINARY_MAGIC = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a RIFF sound, film or picture",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"\x7fELF": "a program",
    b"SQLite format 3\x00": "an SQLite database",
}
_HTML_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body")


def is_html(name: str, content: bytes) -> bool:
    """Whether the file is HTML. Raises Refused for a format that is not read."""
    for magic, kind in _BINARY_MAGIC.items():
        if content.startswith(magic):
            raise Refused(Refusal.BINARY, kind=kind)
    suffix = PurePosixPath(name).suffix.lower()
    for magic, kind in _DOCUMENT_MAGIC.items():
        if content.startswith(magic):
            raise Refused(Refusal.FORMAT, format=_OTHER_FORMATS.get(suffix, kind), read=READ)
    if suffix in _OTHER_FORMATS:
        raise Refused(Refusal.FORMAT, format=_OTHER_FORMATS[suffix], read=READ)
    return suffix in _HTML_SUFFIXES or _starts_like_html(content)


def _starts_like_html(content: bytes) -> bool:
    start = content[:1024].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lower().lstrip()
    if start.startswith((b"<?xml", b"<!--")):
        return any(mark in start for mark in _HTML_MARKS)
    return start.startswith(_HTML_MARKS)

"""Small real files of every format, made by code: what tests read, they can read here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from xml.sax.saxutils import escape

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

SENTENCES = (
    "Ronald Reagan et Mikhaïl Gorbatchev se sont séparés dimanche à Reykjavik sans accord sur le désarmement.",
    "Les deux dirigeants avaient passé deux jours dans la maison Höfdi, au bord de la mer, avec leurs ministres.",
    "« La porte reste ouverte », a assuré le président américain avant de monter dans son avion pour Washington.",
)


def archive(files: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file; the times of its entries are fixed, so that the same files give the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", compression) as packed:
        for name, text in files.items():
            packed.writestr(zipfile.ZipInfo(name), text, compression)
    return content.getvalue()


def word(
    paragraphs: Sequence[str | tuple[str, str]] = SENTENCES,
    *,
    header: str = "",
    footer: str = "",
    **properties: str | datetime,
) -> bytes:
    """A Word file; a paragraph may come with the name of its style."""
    document = docx.Document()
    for paragraph in paragraphs:
        text, style = paragraph if isinstance(paragraph, tuple) else (paragraph, None)
        document.add_paragraph(text, style)
    section = document.sections[0]
    if header:
        section.header.paragraphs[0].text = header
    if footer:
        section.footer.paragraphs[0].text = footer
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def epub(chapters: Mapping[str, str], metadata: str = "", extra: Mapping[str, str] | None = None) -> bytes:
    """An EPUB file of chapters given as XHTML bodies, in this order."""
    items = "".join(
        f'<item id="c{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(chapters)))
    book = f"""<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>{items}</manifest>
<spine><itemref idref="nav"/>{spine}</spine></package>"""
    container = """<?xml version="1.0"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
    pages = {f"OEBPS/{name}": _xhtml(body) for name, body in chapters.items()}
    return archive({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "OEBPS/book.opf": book,
        "OEBPS/nav.xhtml": _xhtml("<nav><ol><li><a href='1.xhtml'>Table des matières</a></li></ol></nav>"),
        **pages,
        **(extra or {}),
    })  # fmt: skip


def _xhtml(body: str) -> str:
    return f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{body}</body></html>'


def rss(items: Sequence[Mapping[str, str]], title: str = "Le Quotidien") -> bytes:
    """An RSS feed; the keys of an item are its elements."""
    written = "".join(
        "<item>" + "".join(f"<{key}>{escape(value)}</{key}>" for key, value in item.items()) + "</item>"
        for item in items
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>{escape(title)}</title><link>https://www.example.org/</link><language>fr</language>{written}</channel>
</rss>""".encode()


class PdfPage:
    """Lines of text at places of a page: distances from its left and its bottom edge, in points."""

    def __init__(self) -> None:
        self.lines: list[tuple[float, float, float, str]] = []

    def put(self, text: str, x: float, y: float, size: float = 10) -> PdfPage:
        self.lines.append((x, y, size, text))
        return self

    def column(self, lines: Sequence[str], x: float = 60, top: float = 760, size: float = 10) -> PdfPage:
        """Lines one below the other; an empty one leaves the space between two paragraphs."""
        for number, line in enumerate(lines):
            if line:
                self.put(line, x, top - 1.2 * size * number, size)
        return self


def pdf(pages: Sequence[PdfPage], **options: str) -> bytes:
    """A PDF file; `title` and `author` go into its information, `password` encrypts it."""
    content = io.BytesIO()
    encrypt = options.get("password")
    canvas = Canvas(content, pagesize=A4, invariant=True, encrypt=encrypt)
    canvas.setTitle(options.get("title", ""))
    canvas.setAuthor(options.get("author", ""))
    for page in pages:
        for x, y, size, text in page.lines:
            canvas.setFont("Helvetica", size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return content.getvalue()

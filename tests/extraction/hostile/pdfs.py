"""PDF files that are broken, scanned, encrypted, endless, or that grow."""

from __future__ import annotations

import zlib
from itertools import accumulate

from tests.extraction.hostile.texts import SENTENCE, noise
from tests.extraction.reading.builders import PdfPage, pdf


def raw(objects: list[bytes], root: int = 1) -> bytes:
    """A PDF file of these objects, numbered from 1."""
    written = [
        b"%PDF-1.7\n",
        *(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(objects, start=1)),
    ]
    places = list(accumulate(map(len, written)))
    table = b"".join(b"%010d 00000 n \n" % place for place in places[:-1])
    return b"".join(written) + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, root, places[-1])
    )


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), extra, data)


def one_page(drawing: bytes, extra: bytes = b"", resources: bytes = b"") -> bytes:
    """A page that is drawn by these instructions."""
    return raw([
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>>>" % resources,
        stream(drawing, extra),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ])  # fmt: skip


def flate(data: bytes) -> tuple[bytes, bytes]:
    return zlib.compress(data), b"/Filter/FlateDecode"


def shown(text: bytes) -> bytes:
    return b"BT /F1 10 Tf 60 700 Td (%s) Tj ET\n" % text


def article(pages: int = 1) -> bytes:
    return pdf([PdfPage().column([SENTENCE[:70], SENTENCE[70:]] * 20) for _ in range(pages)])


PICTURE = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>\nstream\n0\nendstream"

PDFS = {
    "scanned": lambda: ("a.pdf", raw([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        stream(b"q 595 0 0 842 0 0 cm /I Do Q"), PICTURE,
    ])),
    "empty page": lambda: ("a.pdf", one_page(b"")),
    "encrypted": lambda: ("a.pdf", pdf([PdfPage().column([SENTENCE])], password="secret")),
    "600 pages": lambda: ("a.pdf", one_page(shown(SENTENCE.encode("latin-1"))).replace(b"[3 0 R]", b"[" + b"3 0 R " * 600 + b"]")),
    "200 full pages": lambda: ("a.pdf", article(200)),
    "stream that grows a thousandfold": lambda: ("a.pdf", one_page(*flate(shown(b"x" * 90_000_000)))),
    "stream that grows to 19 MB": lambda: ("a.pdf", one_page(*flate(b"0 0 m " * 3_000_000))),
    "1.9 MB of lines": lambda: ("a.pdf", one_page(*flate(shown(SENTENCE.encode("latin-1")) + b"0 0 m 1 1 l S " * 130_000))),
    "1.9 MB of letters": lambda: ("a.pdf", one_page(*flate(b"BT /F1 10 Tf " + b"(a) Tj 5 0 Td " * 130_000 + b"ET"))),
    "1.9 MB of empty text": lambda: ("a.pdf", one_page(*flate(b"BT ET " * 320_000))),
    "1.9 MB of states": lambda: ("a.pdf", one_page(*flate(b"q " * 950_000))),
    "60,000 lines at the edge": lambda: ("a.pdf", one_page(*flate(b"BT /F1 1 Tf 0 70 Td " + b"(1) Tj 0 -.001 Td (a) Tj 0 -.001 Td " * 30_000 + b"ET"))),
    "one string of 1 MB": lambda: ("a.pdf", one_page(*flate(shown(SENTENCE.encode("latin-1") * 13_000)))),
    "100,000 strings in one array": lambda: ("a.pdf", one_page(*flate(b"BT /F1 10 Tf [" + b"(a)-99" * 100_000 + b"] TJ ET"))),
    "deep arrays": lambda: ("a.pdf", one_page(b"[" * 100_000 + b"] TJ")),
    "deep dictionaries": lambda: ("a.pdf", one_page(b"<<" * 50_000)),
    "open string": lambda: ("a.pdf", one_page(b"BT (" + b"(" * 500_000)),
    "filters upon filters": lambda: ("a.pdf", one_page(b"x", b"/Filter[" + b"/ASCIIHexDecode" * 1_000 + b"]")),
    "unknown filter": lambda: ("a.pdf", one_page(b"x", b"/Filter/Nothing")),
    "form that draws itself": lambda: ("a.pdf", raw([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        stream(b"/X Do " * 100),
        stream(b"/X Do " * 100, b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 5 0 R>>>>"),
    ])),
    "forms that multiply": lambda: ("a.pdf", multiplying_forms()),
    "100 pages that share one drawing": lambda: ("a.pdf", shared_drawing(100, b"BT /F1 9 Tf " + b"(a) Tj 5 0 Td " * 60_000 + b"ET")),
    "page tree that bites its tail": lambda: ("a.pdf", raw([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"])),
    "deep page tree": lambda: ("a.pdf", raw([b"<</Type/Catalog/Pages 2 0 R>>"] + [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 3) for n in range(5_000)])),
    "one page a million times": lambda: ("a.pdf", raw([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[" + b"3 0 R " * 300_000 + b"]/Count 300000>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    ])),
    "no pages": lambda: ("a.pdf", raw([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"])),
    "no catalogue": lambda: ("a.pdf", raw([b"<<>>"])),
    "root that is not there": lambda: ("a.pdf", raw([b"<<>>"], root=99)),
    "first line only": lambda: ("a.pdf", b"%PDF-1.7\n"),
    "cut in the middle": lambda: ("a.pdf", article(3)[: len(article(3)) // 2]),
    "table that lies": lambda: ("a.pdf", article().replace(b"startxref\n", b"startxref\n9")),
    "noise after the mark": lambda: ("a.pdf", b"%PDF-1.7\n" + noise(1_000_000, "<>[]()/ obj0123456789R").encode()),
    "100,000 objects": lambda: ("a.pdf", raw([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"] + [b"<<>>"] * 100_000)),
    "1 MB of XMP": lambda: ("a.pdf", xmp(b"<x>" * 300_000)),
    "billion laughs in XMP": lambda: ("a.pdf", xmp(b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>')),
    "coordinates beyond measure": lambda: ("a.pdf", one_page(b"BT /F1 1e30 Tf 1e30 0 0 1e30 1e38 1e38 Tm (" + SENTENCE.encode("latin-1") * 3 + b") Tj ET")),
    "coordinates without end": lambda: ("a.pdf", one_page((b"1" + b"0" * 60 + b" 0 0 1" + b"0" * 60 + b" 0 0 cm ") * 9 + shown(SENTENCE.encode("latin-1") * 3))),
    "page without a size": lambda: ("a.pdf", one_page(shown(SENTENCE.encode("latin-1"))).replace(b"[0 0 595 842]", b"[0 0 0 0]    ")),
    "letters without meaning": lambda: ("a.pdf", one_page(b"BT /F1 10 Tf <" + b"0102030405" * 500 + b"> Tj ET")),
    "5,000 fonts": lambda: ("a.pdf", one_page(shown(SENTENCE.encode("latin-1")) + b"".join(b"/F%d 9 Tf " % n for n in range(5_000)))),
    "script in every field": lambda: ("a.pdf", pdf([PdfPage().column([SENTENCE[:70], SENTENCE[70:]] * 3)], title="<script>alert(1)</script>", author='"><svg onload=alert(1)>')),
}  # fmt: skip


def multiplying_forms() -> bytes:
    """Each of ten forms draws the next one ten times."""
    forms = [
        stream(b"/X Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X %d 0 R>>>>" % (n + 6))
        for n in range(10)
    ]
    return raw([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        stream(b"/X Do "), *forms, stream(shown(b"x"), b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]"),
    ])  # fmt: skip


def shared_drawing(pages: int, drawing: bytes) -> bytes:
    resources = b"/Resources<</XObject<</X 3 0 R>>/Font<</F1 5 0 R>>>>"
    kids = b" ".join(b"%d 0 R" % (number + 6) for number in range(pages))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R%s>>" % resources
    return raw([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages),
        stream(drawing, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]" + resources), stream(b"/X Do"),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", *[page] * pages,
    ])  # fmt: skip


def xmp(packet: bytes) -> bytes:
    return raw([
        b"<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        stream(shown(SENTENCE.encode("latin-1") * 2)), b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(packet, b"/Type/Metadata/Subtype/XML"),
    ])  # fmt: skip

"""Archives, Word files, EPUB files and feeds that grow, lie, nest or point elsewhere."""

from __future__ import annotations

import io
import struct
import zipfile

from tests.extraction.hostile.pages import LOL
from tests.extraction.hostile.texts import SENTENCE, noise
from tests.extraction.reading.builders import archive, epub, rss, word

STORED = zipfile.ZIP_STORED
GOOD = {"good.txt": SENTENCE * 3}


def zipped(files: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> tuple[str, bytes]:
    return "archive.zip", archive(files, compression)


def changed(content: bytes, offset_in_entry: int, value: bytes) -> bytes:
    """With a field of the first entry's two headers overwritten: what an archive says of a file need not be true."""
    data = bytearray(content)
    for mark, shift in ((b"PK\x03\x04", 0), (b"PK\x01\x02", 2)):
        at = data.index(mark) + 4 + shift + offset_in_entry
        data[at : at + len(value)] = value
    return bytes(data)


def many_entries(count: int) -> bytes:
    """A directory with `count` entries that all are the same file."""
    one = archive({"a": "x"})
    start, end = one.index(b"PK\x01\x02"), one.index(b"PK\x05\x06")
    entry = one[start:end]
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count & 0xFFFF, count & 0xFFFF, len(entry) * count, start, 0)
    return one[:start] + entry * count + tail


def word_with(document: str) -> tuple[str, bytes]:
    """A Word file whose text part is replaced."""
    return "article.docx", replaced(word(), {"word/document.xml": document})


def replaced(package: bytes, parts: dict[str, str | bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as packed:
        files: dict[str, bytes | str] = {name: packed.read(name) for name in packed.namelist()}
    return archive(files | parts)


TEN_THOUSAND = "<itemref idref='a'/>" * 10_000
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def body(paragraphs: str, doctype: str = "") -> str:
    return f'<?xml version="1.0"?>{doctype}<w:document {W}><w:body>{paragraphs}</w:body></w:document>'


def run(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def feed(xml: str) -> tuple[str, bytes]:
    return "feed.xml", xml.encode()


CHAPTER = f"<p>{SENTENCE * 3}</p>"
ITEM = {"title": "Reykjavik", "link": "https://www.example.org/reykjavik", "description": f"<p>{SENTENCE * 3}</p>"}

ARCHIVES = {
    "bomb: 100 MB of zeros": lambda: zipped({"a.txt": b"\x00" * 101_000_000, **GOOD}),
    "bomb: one file that grows a thousandfold": lambda: zipped({"a.txt": "x" * 15_000_000, "b.txt": noise(200_000, "abcdefgh "), **GOOD}),
    "bomb: ten files of 19 MB": lambda: zipped({f"{n}.txt": b" " * 19_000_000 for n in range(10)}),
    "bomb in a bomb": lambda: zipped({"inner.zip": archive({"a.txt": b"\x00" * 20_000_000}), **GOOD}),
    "archive in an archive": lambda: zipped({"inner.zip": archive(GOOD), **GOOD}),
    "archives ten deep": lambda: ("archive.zip", nested(10)),
    "400,000 entries": lambda: ("archive.zip", many_entries(400_000)),
    "1,001 entries": lambda: zipped({f"{n}.txt": SENTENCE for n in range(1_001)}),
    "entries that overlap": lambda: ("archive.zip", many_entries(900)),
    "path that climbs": lambda: zipped({"../../../../etc/passwd.txt": SENTENCE * 3, "/abs.txt": SENTENCE * 4, **GOOD}),
    "path with a drive": lambda: zipped({"C:\\Windows\\a.txt": SENTENCE * 3, "..\\..\\b.txt": SENTENCE * 4, **GOOD}),
    "names that steer a terminal": lambda: zipped({"a\x1b[2J\n.txt": SENTENCE * 3, "\u202etxt.exe": SENTENCE * 4, **GOOD}),
    "name of 60,000 characters": lambda: zipped({"a" * 60_000 + ".txt": SENTENCE * 3, **GOOD}),
    "two files of one name": lambda: ("archive.zip", twins()),
    "folder for a file": lambda: zipped({"a.txt/": "", "a.txt/b.txt": SENTENCE * 3, **GOOD}),
    "size that lies: larger": lambda: ("archive.zip", changed(archive({"a.txt": SENTENCE, **GOOD}), 18, struct.pack("<L", 5_000))),
    "size that lies: smaller": lambda: ("archive.zip", changed(archive({"a.txt": SENTENCE, **GOOD}), 18, struct.pack("<L", 5))),
    "size that lies: 4 GB": lambda: ("archive.zip", changed(archive({"a.txt": SENTENCE, **GOOD}), 18, b"\xff\xff\xff\xfe")),
    "checksum that lies": lambda: ("archive.zip", changed(archive({"a.txt": SENTENCE, **GOOD}), 10, b"\x00\x00\x00\x00")),
    "unknown compression": lambda: ("archive.zip", changed(archive({"a.txt": SENTENCE, **GOOD}), 4, struct.pack("<H", 99))),
    "encrypted file beside a good one": lambda: ("archive.zip", changed(archive({"a.txt": SENTENCE, **GOOD}), 2, struct.pack("<H", 1))),
    "cut in the middle": lambda: ("archive.zip", archive({"a.txt": SENTENCE * 99, **GOOD})[:-40]),
    "cut after the first bytes": lambda: ("archive.zip", archive(GOOD)[:20]),
    "data after the end": lambda: ("archive.zip", archive(GOOD) + b"x" * 50_000),
    "program before the archive": lambda: ("archive.zip", b"PK\x03\x04" + b"x" * 500 + archive(GOOD)),
    "link to a file": lambda: ("archive.zip", with_link()),
    "empty archive": lambda: zipped({}),
    "folders only": lambda: zipped({"a/": "", "b/": ""}),
    "one bad file of each kind beside a good one": lambda: zipped({
        "a.png": b"\x89PNG", "b.pdf": b"%PDF-1.7", "c.docx": b"PK\x03\x04", "d.txt": b"\xff\xfe\xff", "e.html": b"<html>",
        "f.rss": b"<rss>", "g.epub": b"x", "h.txt": b"", **GOOD,
    }),
    "LZMA": lambda: zipped({"a.txt": SENTENCE * 9}, zipfile.ZIP_LZMA),
    "BZIP2 bomb": lambda: zipped({"a.txt": b"\x00" * 19_000_000}, zipfile.ZIP_BZIP2),
}  # fmt: skip


def nested(depth: int) -> bytes:
    content = archive(GOOD)
    for _ in range(depth):
        content = archive({"inner.zip": content, **GOOD})
    return content


def twins() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for text in (SENTENCE * 3, SENTENCE * 4):
            packed.writestr(zipfile.ZipInfo("a.txt"), text)
    return content.getvalue()


def with_link() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        link = zipfile.ZipInfo("a.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
        packed.writestr(zipfile.ZipInfo("good.txt"), SENTENCE * 3)
    return content.getvalue()


WORDS = {
    "300 MB of text": lambda: word_with(body(run(SENTENCE) * 900_000)),
    "14 MB of paragraphs": lambda: word_with(
        body("".join(run(noise(60, "abcdefgh ", n % 997)) for n in range(120_000)))
    ),
    "19,000 paragraphs": lambda: word_with(body("".join(run(f"{n} Oslo") for n in range(19_000)))),
    "deep elements": lambda: word_with(body("<w:p>" + "<w:sdt>" * 50_000)),
    "deep tables": lambda: word_with(body("<w:tbl><w:tr><w:tc>" * 80 + run(SENTENCE) + "</w:tc></w:tr></w:tbl>" * 80)),
    "billion laughs": lambda: word_with(body(run("&l9;"), f"<!DOCTYPE x [{LOL}]>")),
    "file from outside": lambda: word_with(
        body(run("&x;" + SENTENCE), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    ),
    "no XML": lambda: word_with("Reagan a rencontré Gorbatchev."),
    "another vocabulary": lambda: word_with("<html><body><p>x</p></body></html>"),
    "no text part": lambda: ("article.docx", archive({"[Content_Types].xml": "<Types/>", "word/other.xml": "<x/>"})),
    "no relations": lambda: (
        "article.docx",
        archive({"[Content_Types].xml": "<Types/>", "word/document.xml": body(run(SENTENCE))}),
    ),
    "relation to another host": lambda: (
        "article.docx",
        replaced(
            word(),
            {
                "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://192.0.2.1/x" TargetMode="External"/></Relationships>'
            },
        ),
    ),
    "NUL in the text": lambda: (
        "article.docx",
        replaced(word(), {"word/document.xml": body(run("x")).replace("x", "\x00")}),
    ),
    "empty": lambda: ("article.docx", word([])),
    "cut": lambda: ("article.docx", word()[:-300]),
    "wrong ending": lambda: ("article.docx", b"Reagan a rencontr\xc3\xa9 Gorbatchev."),
    "script in every field": lambda: (
        "article.docx",
        word([SENTENCE * 3], title="<script>alert(1)</script>", author='"><img src=x onerror=alert(1)>'),
    ),
}

BOOKS = {
    "60 chapters": lambda: ("book.epub", epub({f"{n}.xhtml": CHAPTER for n in range(60)})),
    "bomb": lambda: ("book.epub", epub({"1.xhtml": "<p>x</p>" * 5_000_000})),
    "15 MB chapter": lambda: ("book.epub", epub({"1.xhtml": f"<p>{noise(5_000, 'abcdefgh ') * 3_000}</p>"})),
    "deep chapter": lambda: ("book.epub", epub({"1.xhtml": "<div>" * 20_000 + CHAPTER})),
    "200,000 tags": lambda: ("book.epub", epub({"1.xhtml": "".join(f"<i>{n}</i>" for n in range(200_000))})),
    "chapter that is not there": lambda: (
        "book.epub",
        replaced(
            epub({"1.xhtml": CHAPTER}),
            {
                "OEBPS/book.opf": "<package><manifest><item id='a' href='x.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>"
            },
        ),
    ),
    "chapter outside": lambda: (
        "book.epub",
        replaced(
            epub({"1.xhtml": CHAPTER}),
            {
                "OEBPS/book.opf": "<package><manifest><item id='a' href='../../../etc/passwd' media-type='application/xhtml+xml'/><item id='b' href='http://192.0.2.1/x' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>"
            },
        ),
    ),
    "one chapter 10,000 times": lambda: (
        "book.epub",
        replaced(
            epub({"1.xhtml": CHAPTER}),
            {
                "OEBPS/book.opf": f"<package><manifest><item id='a' href='1.xhtml' media-type='application/xhtml+xml'/></manifest><spine>{TEN_THOUSAND}</spine></package>"
            },
        ),
    ),
    "billion laughs": lambda: (
        "book.epub",
        replaced(epub({"1.xhtml": CHAPTER}), {"OEBPS/book.opf": f"<!DOCTYPE x [{LOL}]><package>&l9;</package>"}),
    ),
    "container without a book": lambda: (
        "book.epub",
        replaced(epub({"1.xhtml": CHAPTER}), {"META-INF/container.xml": "<container/>"}),
    ),
    "container that is no XML": lambda: (
        "book.epub",
        replaced(epub({"1.xhtml": CHAPTER}), {"META-INF/container.xml": "x"}),
    ),
    "encrypted chapters": lambda: (
        "book.epub",
        epub(
            {"1.xhtml": CHAPTER},
            extra={"META-INF/encryption.xml": "<encryption><CipherReference URI='OEBPS/1.xhtml'/></encryption>"},
        ),
    ),
    "no chapters": lambda: ("book.epub", epub({})),
}

FEEDS = {
    "1,000 entries": lambda: ("feed.xml", rss([{"title": f"{n}", "description": SENTENCE} for n in range(1_000)])),
    "5,000 entries": lambda: ("feed.xml", rss([{"title": f"{n}"} for n in range(5_000)])),
    "3 MB": lambda: ("feed.xml", rss([{**ITEM, "description": SENTENCE * 40_000}])),
    "entry of 1.9 MB": lambda: ("feed.xml", rss([{"title": "x", "description": "x" * 1_900_000}, ITEM])),
    "billion laughs": lambda: feed(
        f'<?xml version="1.0"?><!DOCTYPE rss [{LOL}]><rss version="2.0"><channel><item><title>&l9;</title><description>&l9; {SENTENCE}</description></item></channel></rss>'
    ),
    "billion laughs under the name of a feed": lambda: (
        "feed.rss",
        f'<?xml version="1.0"?><!DOCTYPE rss [{LOL}]><rss version="2.0"><channel><item><title>&l9;</title><description>&l9; {SENTENCE}</description></item></channel></rss>'.encode(),
    ),
    "file from outside under the name of a feed": lambda: (
        "feed.rss",
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&x;</title><description>&x; {SENTENCE}</description></item></channel></rss>'.encode(),
    ),
    "file from outside": lambda: feed(
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&x;</title><description>&x; {SENTENCE}</description></item></channel></rss>'
    ),
    "deep tags": lambda: feed("<rss><channel><item><description>" + "<div>" * 90_000 + SENTENCE),
    "items that never close": lambda: feed("<rss><channel>" + f"<item><title>{SENTENCE}" * 9_000),
    "ampersands": lambda: feed("<rss><channel><item><description>" + "&" * 1_900_000),
    "open CDATA": lambda: feed("<rss><channel><item><description>" + "<![CDATA[" * 90_000),
    "no entries": lambda: feed('<rss version="2.0"><channel><title>x</title></channel></rss>'),
    "entries without text": lambda: ("feed.xml", rss([{"title": "x"}, ITEM])),
    "entries without anything": lambda: ("feed.xml", rss([{}, {}, ITEM])),
    "twins": lambda: ("feed.xml", rss([ITEM, ITEM])),
    "dates that never were": lambda: ("feed.xml", rss([{**ITEM, "pubDate": "Tue, 31 Feb 2021 25:61:00 +9999"}, ITEM])),
    "control characters": lambda: ("feed.xml", rss([{**ITEM, "description": SENTENCE + "\x01\x02&#0;&#xD800;"}])),
    "script in every field": lambda: (
        "feed.xml",
        rss(
            [
                {
                    "title": "<script>alert(1)</script>",
                    "link": "javascript:alert(1)",
                    "author": '"><svg onload=alert(1)>',
                    "description": SENTENCE * 3,
                }
            ]
        ),
    ),
    "addresses that climb": lambda: (
        "feed.xml",
        rss([{**ITEM, "link": "https://x/../../../etc/passwd"}, {**ITEM, "link": "https://x/%2e%2e%2f%00"}]),
    ),
    "addresses that are none": lambda: (
        "feed.xml",
        rss(
            [
                {**ITEM, "link": "http://[bad"},
                {**ITEM, "link": "http://x:y:z/%zz"},
                {**ITEM, "link": "http://[::1/a"},
                ITEM,
            ]
        ),
    ),
    "60,000 attributes": lambda: feed(
        "<rss><channel><item " + " ".join(f'a{n}="x"' for n in range(60_000)) + f"><title>{SENTENCE}</title></item>"
    ),
    "60,000 attributes in an entry": lambda: (
        "feed.xml",
        rss([{**ITEM, "description": "<p " + " ".join(f"a{n}=x" for n in range(60_000)) + f">{SENTENCE}"}, ITEM]),
    ),
    "UTF-16": lambda: ("feed.xml", rss([ITEM]).decode().replace("utf-8", "utf-16").encode("utf-16")),
    "wrong encoding": lambda: ("feed.xml", rss([ITEM]).replace(b"utf-8", b"x-nothing")),
    "no feed at all": lambda: ("feed.rss", SENTENCE.encode()),
    "half of one": lambda: ("feed.xml", rss([ITEM, ITEM])[:-300]),
}

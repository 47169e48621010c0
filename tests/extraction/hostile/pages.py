"""Web pages that are too deep, too wide, broken, or made to trap the library."""

from __future__ import annotations

from tests.extraction.hostile.texts import SENTENCE, noise

P = f"<p>{SENTENCE * 3}</p>"


def page(body: str, head: str = "") -> tuple[str, bytes]:
    html = f"<!DOCTYPE html><html lang=fr><head>{head}</head><body><article><h1>Reykjavik</h1>{body}</article></body></html>"
    return "page.html", html.encode("utf-8", errors="surrogatepass")


LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lol">' for n in range(10))

PAGES = {
    "2 MB of one paragraph": lambda: page(f"<p>{SENTENCE * 25_000}</p>"),
    "1.9 MB of paragraphs": lambda: page(P * 7_500),
    "30 MB": lambda: page(P * 125_000),
    "deep divs": lambda: page("<div>" * 9_000 + P),
    "deep inline tags": lambda: page("<b><i>" * 4_500 + P),
    "deep lists": lambda: page("<ul><li>" * 4_500 + P),
    "deep tables": lambda: page("<table><tr><td>" * 3_000 + P),
    "deep quotes": lambda: page("<blockquote>" * 9_000 + P),
    "deep unknown tags": lambda: page("<x-y>" * 9_000 + P),
    "tags that never close": lambda: page("<p><a href=x><span>" * 3_000 + P),
    "tags closed in disorder": lambda: page("<b><i></b></i><p></div></p>" * 1_500 + P),
    "10,000 links": lambda: page("<a href=/x>Oslo</a> " * 9_000 + P),
    "10,000 empty paragraphs": lambda: page("<p></p>" * 9_000 + P),
    "10,000 line breaks": lambda: page(P + "Oslo<br>" * 9_000),
    "wide table": lambda: page("<table><tr>" + "<td>Oslo" * 9_000 + "</table>" + P),
    "more elements than allowed": lambda: page("<p>x" * 30_000),
    "1 MB in an attribute": lambda: page(f'<p title="{"x " * 500_000}">{SENTENCE}</p>' + P),
    "10,000 attributes": lambda: page("<p " + " ".join(f"a{n}=1" for n in range(10_000)) + f">{SENTENCE}</p>{P}"),
    "60,000 attributes": lambda: page("<p " + " ".join(f'a{n}="x"' for n in range(60_000)) + f">{SENTENCE}</p>{P}"),
    "60,000 attributes behind what looks like a value": lambda: page(
        '<script/><p = a=x" ' + " ".join(f"a{n}" for n in range(60_000)) + f'">{SENTENCE}</p>{P}'
    ),
    "60,000 attributes in thousands of tags": lambda: page(
        ("<p " + " ".join(f"a{n}=x" for n in range(400)) + f">{SENTENCE}</p>") * 150 + P
    ),
    "60,000 words behind a less-than sign in a script": lambda: page(
        "<script>if (1 <b " + "ab " * 60_000 + ") {}</script>" + P
    ),
    "1 MB title": lambda: page(P, f"<title>{'Oslo - ' * 150_000}</title>"),
    "1 MB of metadata": lambda: page(P, '<meta name="date" content="hier">' * 9_000),
    "dates that never were": lambda: page(P, '<meta property="article:published_time" content="2021-13-45">'),
    "deep JSON": lambda: page(P, f'<script type="application/ld+json">{"[" * 900_000}</script>'),
    "broken JSON": lambda: page(
        P, '<script type="application/ld+json">{"datePublished": "' + "x" * 900_000 + "</script>"
    ),
    "JSON with halves of characters": lambda: page(
        P, '<script type="application/ld+json">{"@type":"NewsArticle","headline":"\\ud800","author":"\\u0000"}</script>'
    ),
    "1 MB of script": lambda: page(f"<script>{'var a=1;' * 120_000}</script>" + P),
    "1 MB of style": lambda: page(f"<style>{'a{}' * 300_000}</style>" + P),
    "1 MB comment": lambda: page(f"<!--{'x' * 1_000_000}-->" + P),
    "open comment": lambda: page(P + "<!--" + "x" * 500_000),
    "open CDATA": lambda: page(P + "<![CDATA[" * 50_000),
    "open tag": lambda: page(P + "<p " * 100_000),
    "less-than signs": lambda: page(P + "<" * 900_000),
    "ampersands": lambda: page(P + "&" * 900_000),
    "1 MB of character references": lambda: page(P + "<p>" + "&eacute;" * 100_000 + "</p>"),
    "references to NUL and halves": lambda: page(f"<p>&#0;&#xD83D;&#x110000;{SENTENCE}</p>{P}"),
    "billion laughs": lambda: (
        "page.html",
        f"<!DOCTYPE html [{LOL}]><html><body><p>&l9;</p>{P}</body></html>".encode(),
    ),
    "file from outside": lambda: (
        "page.html",
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;</p>{P}</body></html>'.encode(),
    ),
    "XHTML with a wrong encoding": lambda: (
        "page.xhtml",
        f'<?xml version="1.0" encoding="utf-7"?><html><body>{P}</body></html>'.encode(),
    ),
    "encoding that does not exist": lambda: page(P, '<meta charset="x-nothing">'),
    "UTF-16 page": lambda: ("page.html", ("\ufeff" + page(P)[1].decode()).encode("utf-16-le")),
    "NUL in tags": lambda: ("page.html", page(P)[1].replace(b"<p>", b"<\x00p\x00>")),
    "broken UTF-8 in a page": lambda: ("page.html", page(P)[1].replace("é".encode(), b"\xc3")),
    "spaces": lambda: page(P + " " * 1_800_000 + P),
    "noise with tags": lambda: page(P + noise(300_000, "<>/=\"'& abp")),
    "frames": lambda: page("<iframe src=x></iframe>" * 3_000 + P),
    "frameset": lambda: ("page.html", b"<html><frameset><frame src=x></frameset></html>"),
    "only scripts": lambda: ("page.html", b"<html><script>document.write('x')</script></html>"),
    "script in every field of a page": lambda: page(
        P,
        "<title>&lt;script&gt;alert(1)&lt;/script&gt;</title><meta name=author content='\"><svg onload=alert(1)>'><link rel=canonical href='javascript:alert(1)'>",
    ),
}

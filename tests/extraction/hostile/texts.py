"""Plain text that nobody would write: too long, too dense, broken, or made to trap patterns."""

from __future__ import annotations

import random

SENTENCE = "Ronald Reagan a rencontré Mikhaïl Gorbatchev à Reykjavik le 11 octobre 1986. "
ENGLISH = "Ronald Reagan met Mikhail Gorbachev in Reykjavik on 11 October 1986. "
LETTERS = "abcdefghijklmnopqrstuvwxyzéèàç"


def text(content: str, encoding: str = "utf-8") -> tuple[str, bytes]:
    return "article.txt", content.encode(encoding, errors="surrogatepass")


def noise(length: int, letters: str, seed: int = 1986) -> str:
    return "".join(random.Random(seed).choices(letters, k=length))


def paragraphs(sentence: str, count: int) -> str:
    return "\n\n".join([sentence * 5] * count)


def scanned(sentence: str) -> str:
    """As text recognition reads a poor print."""
    worse = {"e": "c", "i": "1", "l": "|", "o": "0", "rn": "m", "a": "u", " ": "  "}
    for good, bad in worse.items():
        sentence = sentence.replace(good, bad, 3)
    return sentence


DAYS = [
    f"le {day} {month} {year}"
    for year in range(1900, 2020)
    for month in ("mars", "juin", "mai")
    for day in range(1, 29)
]

TEXTS = {
    "one paragraph of 1 MB": lambda: text(SENTENCE * 13_000),
    "one paragraph of 200,000 characters": lambda: text(SENTENCE * 2_500),
    "one English paragraph of 200,000 characters": lambda: text(ENGLISH * 2_900),
    "one sentence of 150,000 characters": lambda: text(
        "Reagan a rencontré " + "Gorbatchev et " * 10_000 + "Shultz en 1986."
    ),
    "one sentence with 5,000 subordinate clauses": lambda: text(
        "Reagan a dit " + "que Gorbatchev a dit " * 5_000 + "non en 1986."
    ),
    "100 MB of text": lambda: ("article.txt", SENTENCE.encode() * 1_300_000),
    "19 MB of text": lambda: ("article.txt", SENTENCE.encode() * 240_000),
    "1 MB without spaces": lambda: text(noise(1_000_000, LETTERS)),
    "190,000 letters without spaces": lambda: text(SENTENCE + noise(190_000, LETTERS)),
    "190,000 digits without spaces": lambda: text(SENTENCE + noise(190_000, "0123456789")),
    "190,000 full stops": lambda: text(SENTENCE + "." * 190_000),
    "190,000 commas": lambda: text(SENTENCE + "," * 190_000),
    "single letters": lambda: text(SENTENCE + "a b c d " * 20_000),
    "capital initials": lambda: text(SENTENCE + "R. M. G. " * 20_000),
    "mixed languages": lambda: text((SENTENCE + ENGLISH + "Die Präsidenten trafen sich. ") * 700),
    "French, then Russian": lambda: text(SENTENCE * 50 + "Встреча в Рейкьявике завершилась. " * 3_000),
    "text recognition noise": lambda: text(scanned(SENTENCE) * 2_000),
    "random punctuation": lambda: text(SENTENCE + noise(150_000, " .,;:!?«»()[]\"'-–—…/\\|&%#")),
    "random words": lambda: text(SENTENCE * 9 + noise(150_000, LETTERS + "     ")),
    "random Unicode": lambda: text(SENTENCE * 9 + noise(100_000, "".join(map(chr, range(0x20, 0x3000))))),
    "emoji": lambda: text(SENTENCE * 9 + "🕊️🤝🇫🇷 " * 20_000),
    "combining marks": lambda: text(SENTENCE + "e" + "\u0301" * 190_000),
    "right-to-left quotes": lambda: text(
        (SENTENCE + "« \u202eشكرا لكم\u202c », a-t-il dit le 12 octobre 1986. ") * 900
    ),
    "Hebrew and Arabic among French": lambda: text((SENTENCE + "שלום עליכם السلام عليكم ") * 1_200),
    "direction marks everywhere": lambda: text("\u202e".join(SENTENCE * 400)),
    "zero-width spaces in every word": lambda: text("\u200b".join(SENTENCE * 1_000)),
    "no-break spaces only": lambda: text((SENTENCE * 1_500).replace(" ", "\u00a0")),
    "10,000 dates": lambda: text("Dates : " + ", ".join(DAYS[:10_000]) + ". " + SENTENCE),
    "10,000 dates, each a meeting": lambda: text("".join(f"Reagan vit Gorbatchev {day}. " for day in DAYS[:4_000])),
    "10,000 dates, each a line": lambda: text(SENTENCE + "\n".join(f"- {day}" for day in DAYS[:9_000])),
    "10,000 weekdays": lambda: text(SENTENCE + "mardi, mercredi, jeudi, " * 5_000),
    "10,000 relative dates": lambda: text(SENTENCE + "la veille, le lendemain, trois jours plus tard, " * 3_000),
    "10,000 years": lambda: text("En 1986, " + ", ".join(str(1500 + n % 500) for n in range(10_000)) + ". " + SENTENCE),
    "10,000 names": lambda: text(
        "".join(f"Jean Martin{noise(4, LETTERS, n)} a vu Reagan en 1986. " for n in range(4_000))
    ),
    "10,000 states": lambda: text("La Russie, la France, l'Iran, Israël, " * 2_500 + SENTENCE),
    "10,000 pronouns": lambda: text(SENTENCE + "Il le lui a dit. Elle y est. Ce dernier part. " * 2_500),
    "10,000 quotes": lambda: text((SENTENCE + "« Non », dit-il en 1986. ") * 1_700),
    "10,000 opening quotes": lambda: text(SENTENCE + "« " * 60_000),
    "impossible dates": lambda: text(
        "Reagan a vu Gorbatchev le 31 février 1986, le 2021-13-45, le 32/13/2021 et le 0 mai. " * 900
    ),
    "years 0, 9999 and 10000": lambda: text(
        "Reagan a vu Gorbatchev en l'an 0, en 0000, en 9999, en 10000 et le 31 décembre 9999. " * 900
    ),
    "years before Christ": lambda: text(
        "Périclès a vu Archidamos en 431 av. J.-C., au Ve siècle avant Jésus-Christ, 44 BC. " * 900
    ),
    "ranges that run backwards": lambda: text(
        "Burns fut ambassadeur de 2008 à 2005, du 5 au 2 mai 2021, entre 2030 et 1930. " * 900
    ),
    "endless numbers": lambda: text(
        "Reagan a vu Gorbatchev il y a " + "9" * 5_000 + " jours, dans 99999999999 ans, le 1e400. " * 20 + SENTENCE
    ),
    "weeks and days beyond the calendar": lambda: text(
        "date 9999-12-31 Paris | " + "Reagan verra Gorbatchev dans 500 ans, demain, le mois prochain. " * 500
    ),
    "first day of the calendar": lambda: text(
        "date 0001-01-01 Paris | " + "Reagan vit Gorbatchev hier, la veille, il y a deux ans, lundi dernier. " * 500
    ),
    "regex bait: a's": lambda: text(SENTENCE + "a" * 100_000 + "!"),
    "regex bait: nested quantifiers": lambda: text(SENTENCE + ("aaaaaaaaaa " * 9_000) + "!"),
    "regex bait: spaces": lambda: text(SENTENCE + " " * 190_000 + "x" + SENTENCE),
    "regex bait: tabs and line ends": lambda: text(SENTENCE + " \t\r\n" * 40_000 + SENTENCE),
    "regex bait: dates that almost are": lambda: text(
        SENTENCE + "le 1er 1er 1er du du mars mars de de l'an l'an " * 3_000
    ),
    "regex bait: dashes": lambda: text(SENTENCE + "- – — " * 20_000),
    "regex bait: e-mail-like": lambda: text(SENTENCE + "a.a.a.a.a-a@" * 12_000),
    "regex bait: address-like": lambda: text(SENTENCE + "http://" + "a/" * 90_000),
    "regex bait: hyphenated name": lambda: text("Jean-" * 30_000 + "Martin a vu Reagan en 1986. " + SENTENCE),
    "regex bait: de la de la": lambda: text("le ministre " + "de la " * 25_000 + "France. " + SENTENCE),
    "regex bait: byline": lambda: text("Par " + "Jean de " * 20_000 + "\n\n" + SENTENCE),
    "regex bait: dateline": lambda: text("PARIS, " * 25_000 + SENTENCE),
    "regex bait: header": lambda: text("date 2021-11" + " " * 190_000 + "| " + SENTENCE),
    "regex bait: parentheses": lambda: text(SENTENCE + "(" * 60_000 + SENTENCE + ")" * 60_000),
    "regex bait: roman numerals": lambda: text(SENTENCE + "IVXLCDM" * 25_000),
    "regex bait: ordinals": lambda: text(SENTENCE + "1er 2e 3e XXe siècle " * 8_000),
    "lone surrogates": lambda: text(SENTENCE + "\ud83d" * 500),
    "NUL between letters": lambda: text("\x00".join(SENTENCE * 9)),
    "NUL only": lambda: ("article.txt", b"\x00" * 100_000),
    "control characters": lambda: text(SENTENCE + "\x01\x02\x1b[2J" * 5_000),
    "UTF-16 without a mark": lambda: text(SENTENCE * 500, "utf-16-le"),
    "UTF-16 with a mark": lambda: text("\ufeff" + SENTENCE * 500, "utf-16-be"),
    "UTF-16 cut in the middle": lambda: ("article.txt", ("\ufeff" + SENTENCE).encode("utf-16-le")[:-1]),
    "UTF-32": lambda: text("\ufeff" + SENTENCE * 200, "utf-32-le"),
    "broken UTF-8": lambda: ("article.txt", SENTENCE.encode() * 50 + b"\xff\xfe\xc3(" * 2_000),
    "UTF-8 cut in the middle": lambda: ("article.txt", (SENTENCE + "é").encode()[:-1]),
    "overlong UTF-8": lambda: ("article.txt", SENTENCE.encode() + b"\xc0\xaf\xe0\x80\xaf" * 500),
    "random bytes": lambda: ("article.txt", random.Random(1986).randbytes(1_000_000)),
    "random bytes that look like text": lambda: (
        "article.txt",
        bytes(random.Random(1986).choices(range(32, 256), k=500_000)),
    ),
    "20,000 paragraphs": lambda: text("Oslo, 1993.\n\n" * 19_000),
    "190,000 line ends": lambda: text(SENTENCE + "\n" * 190_000 + SENTENCE),
    "lines of one letter": lambda: text(SENTENCE + "\na" * 15_000),
    "15,000 related links": lambda: text(SENTENCE + "\n• Lire aussi : Oslo" * 9_000),
    "15,000 headings": lambda: text(SENTENCE + "\n\nÀ lire aussi\n\n- Oslo -" * 6_000),
    "front matter without end": lambda: text("---\n" + "title: x\n" * 20_000 + SENTENCE),
    "script in every field": lambda: text(
        '---\ntitle: <script>alert(1)</script>\nauthor: "><img src=x onerror=alert(1)>\nurl: javascript:alert(1)\ndate: 2021-11\n---\n'
        + SENTENCE
    ),
    "formulas in every field": lambda: text(
        "---\ntitle: =1+1\nauthor: @SUM(A1)\npublisher: +1\ndate: 2021-11\n---\n" + SENTENCE
    ),
    "a title of 100,000 characters": lambda: text("---\ntitle: " + "x" * 100_000 + "\n---\n" + SENTENCE),
    "impossible header date": lambda: text("date 2021-13-45 Moscou | " + SENTENCE),
    "header date 31 February": lambda: text("date 31 février 2021 Moscou | " + SENTENCE),
    "nothing": lambda: ("article.txt", b""),
    "white space": lambda: text(" \n\t" * 50_000),
    "a mark and nothing": lambda: ("article.txt", b"\xef\xbb\xbf"),
}

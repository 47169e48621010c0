"""Plain text that nobody would write: too long, too dense, broken, or made to trap patterns.

Most of it is one unit repeated until it has as many words and marks as asked for: some thousands in tests, as many as an
article may have where time and memory are measured.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

SENTENCE = "Ronald Reagan a rencontré Mikhaïl Gorbatchev à Reykjavik le 11 octobre 1986. "
ENGLISH = "Ronald Reagan met Mikhail Gorbachev in Reykjavik on 11 October 1986. "
FRENCH = "---\nlang: fr\n---\n"
LETTERS = "abcdefghijklmnopqrstuvwxyzéèàç"

Maker = Callable[[int], tuple[str, bytes]]


def text(content: str, encoding: str = "utf-8") -> tuple[str, bytes]:
    return "article.txt", content.encode(encoding, errors="surrogatepass")


def noise(length: int, letters: str, seed: int = 1986) -> str:
    return "".join(random.Random(seed).choices(letters, k=length))


def count_words(content: str) -> int:
    return len(re.findall(r"\w+|[^\w\s]|[^\S \r\n]| (?= )", content))


def filled(unit: str, before: str = SENTENCE, after: str = SENTENCE, language: str = "fr", header: str = "") -> Maker:
    """The unit, repeated up to a number of words, in an article that declares its language."""

    def make(words: int) -> tuple[str, bytes]:
        left = words - count_words(before + after)
        return text(f"---\nlang: {language}\n{header}---\n{before}{unit * max(1, left // count_words(unit))}{after}")

    return make


def numbered(unit: Callable[[int], str], before: str = SENTENCE, after: str = SENTENCE) -> Maker:
    """Units that differ, up to a number of words."""

    def make(words: int) -> tuple[str, bytes]:
        left = words - count_words(before + after)
        body = "".join(unit(number) for number in range(max(1, left // count_words(unit(1)))))
        return text(f"---\nlang: fr\n---\n{before}{body}{after}")

    return make


def just(content: str | bytes) -> Maker:
    """The same at every size."""
    return lambda _: text(content) if isinstance(content, str) else ("article.txt", content)


def day(number: int) -> str:
    month = ("mars", "mai", "juin")[number % 3]
    return f"le {number % 28 + 1} {month} {1900 + number // 84 % 120}"


def scanned(sentence: str) -> str:
    """As text recognition reads a poor print."""
    for good, bad in {"e": "c", "i": "1", "l": "|", "o": "0", "rn": "m", "a": "u", " ": "  "}.items():
        sentence = sentence.replace(good, bad, 3)
    return sentence


# What the grammars of dates and names read, in numbers that no article has.
DENSE: dict[str, Maker] = {
    "one paragraph": filled(SENTENCE),
    "one English paragraph": filled(ENGLISH, ENGLISH, ENGLISH, "en"),
    "paragraphs of one sentence": filled(SENTENCE + "\n\n"),
    "one sentence of names": filled("Gorbatchev et ", "Reagan a rencontré ", "Shultz en 1986."),
    "one sentence of clauses": filled("que Gorbatchev a dit ", "Reagan a dit ", "non en 1986."),
    "a list of dates": numbered(lambda n: day(n) + ", "),
    "a list of dates, one a line": numbered(lambda n: f"\n- {day(n)}"),
    "a meeting for every day": numbered(lambda n: f"Reagan vit Gorbatchev {day(n)}. "),
    "dates in every sentence": numbered(lambda n: f"De {day(n)} à {day(n + 9)}, jusqu'à {day(n + 99)}, Reagan vit Shultz. "),
    "weekdays": filled("mardi, mercredi, jeudi, "),
    "relative dates": filled("la veille, le lendemain, trois jours plus tard, "),
    "years": numbered(lambda n: f"{1500 + n % 500}, ", "En 1986, "),
    "months": filled("en janvier, en février et en mars, "),
    "ranges": filled("de 1986 à 1987, du 3 au 5 mai 1986, entre 1985 et 1987, "),
    "names that differ": numbered(lambda n: f"Jean Martin{noise(4, LETTERS[:26], n)} a vu Reagan en 1986. "),
    "names of one surname": numbered(lambda n: f"{'AÉJLM'[n % 5]}. Martin a vu {['Paul', 'Marie', 'Jean'][n % 3]} Martin en 1986. "),
    "states": filled("La Russie, la France, l'Iran, Israël, "),
    "offices": filled("le ministre russe des Affaires étrangères, l'ambassadeur de France à Moscou, "),
    "pronouns": filled("Il le lui a dit. Elle y est. Ce dernier part. "),
    "quotes": filled("« Non », dit-il en 1986. "),
    "opening quotes": filled("« "),
    "capitals": filled(SENTENCE.upper()),
    "questions": filled("Qui a rencontré Gorbatchev en 1986 ? "),
    "negations": filled("Reagan n'a pas rencontré Gorbatchev le 11 octobre 1986. "),
    "suppositions": filled("Reagan aurait pu rencontrer Gorbatchev si, en 1986, il l'avait voulu. "),
    "colons": filled("Reagan : Gorbatchev : 1986 : "),
    "semicolons": filled("Reagan vit Gorbatchev en 1986 ; "),
    "brackets": filled("Reagan (États-Unis) vit Gorbatchev (URSS) (1986). "),
}  # fmt: skip

CALENDAR: dict[str, Maker] = {
    "impossible dates": filled("Reagan a vu Gorbatchev le 31 février 1986, le 2021-13-45, le 32/13/2021 et le 0 mai. "),
    "years 0, 9999 and 10000": filled("Reagan a vu Gorbatchev en l'an 0, en 0000, en 9999, en 10000 et le 31 décembre 9999. "),
    "years before Christ": filled("Périclès a vu Archidamos en 431 av. J.-C., au Ve siècle avant Jésus-Christ, 44 BC. "),
    "ranges that run backwards": filled("Burns fut ambassadeur de 2008 à 2005, du 5 au 2 mai 2021, entre 2030 et 1930. "),
    "endless numbers": filled("Reagan a vu Gorbatchev il y a " + "9" * 60 + " jours, dans 99999999999 ans, le 1e400. "),
    "the last day of the calendar": filled(
        "Reagan verra Gorbatchev dans 500 ans, demain, mardi, en mars. ", "", header="date: 9999-12-31\n"
    ),
    "the first day of the calendar": filled(
        "Reagan vit Gorbatchev hier, la veille, il y a deux ans, lundi dernier. ", "", header="date: 0001-01-01\n"
    ),
    "impossible header date": just("date 2021-13-45 Moscou | " + SENTENCE),
    "header date 31 February": just("date 31 février 2021 Moscou | " + SENTENCE),
    "header date of year 0": just("date 0000-01-01 Moscou | " + SENTENCE),
    "header date before Christ": just("date -0044-03-15 Rome | " + SENTENCE),
}  # fmt: skip

BAIT: dict[str, Maker] = {
    "one letter": just(FRENCH + SENTENCE + "a" * 190_000 + "!"),
    "words of one letter": filled("aaaaaaaaaa "),
    "spaces": just(FRENCH + SENTENCE + " " * 20_000 + "x" + SENTENCE),
    "tabs and line ends": just(SENTENCE + " \t\r\n" * 5_000 + SENTENCE),
    "dates that almost are": filled("le 1er 1er 1er du du mars mars de de l'an l'an "),
    "numbers that almost are dates": filled("1/1/1/1/1 1-1-1-1 1.1.1.1 "),
    "dashes": filled("- – — "),
    "e-mail addresses": filled("a.a.a.a.a-a@"),
    "an address": filled("a/", SENTENCE + "https://"),
    "a hyphenated name": filled("Jean-", after="Martin a vu Reagan en 1986. "),
    "a preposition": filled("de la ", "le ministre ", "France. " + SENTENCE),
    "a conjunction": filled("et ", after="Reagan. " + SENTENCE),
    "a byline": filled("Jean de ", "Par ", "\n\n" + SENTENCE),
    "a dateline": filled("PARIS, ", ""),
    "a header": just("date 2021-11" + " " * 20_000 + "| " + SENTENCE + ENGLISH),
    "front matter without end": filled("title: x\n", "---\n"),
    "parentheses": filled("( ) ", SENTENCE + "(" * 2_000),
    "roman numerals": just(FRENCH + SENTENCE + "IVXLCDM" * 25_000),
    "ordinals": filled("1er 2e 3e XXe siècle "),
    "initials": filled("R. M. G. "),
    "abbreviations": filled("M. le min. des Aff. étr. av. J.-C. etc. "),
    "full stops": filled("."),
    "commas": filled(","),
    "apostrophes": filled("l'd'qu'"),
    "percent signs and slashes": filled("%s %d \\d+ /.*/ {0} "),
    "no spaces": just(FRENCH + SENTENCE + noise(190_000, LETTERS)),
    "digits without spaces": just(FRENCH + SENTENCE + noise(190_000, "0123456789")),
    "random words": lambda words: text(f"---\nlang: fr\n---\n{SENTENCE}{noise(4 * words, LETTERS + '      ')}"),
    "random punctuation": lambda words: text(f"---\nlang: fr\n---\n{SENTENCE}{noise(words, ' .,;:!?«»()[]-–—…/|&%#')}"),
}  # fmt: skip

LANGUAGES: dict[str, Maker] = {
    "mixed languages": filled(SENTENCE + ENGLISH + "Die Präsidenten trafen sich. Президенты встретились. "),
    "French, then Russian": just(SENTENCE * 50 + "Встреча в Рейкьявике завершилась без соглашения. " * 500),
    "text recognition noise": filled(scanned(SENTENCE)),
    "right-to-left quotes": filled(SENTENCE + "« \u202eشكرا لكم\u202c », a-t-il dit le 12 octobre 1986. "),
    "Hebrew and Arabic among French": filled(SENTENCE + "שלום עליכם السلام عليكم "),
    "direction marks in every word": filled("\u202e".join(SENTENCE)),
    "zero-width spaces in every word": filled("\u200b".join(SENTENCE)),
    "no-break spaces only": filled(SENTENCE.replace(" ", "\u00a0")),
    "ideographic spaces": filled(SENTENCE.replace(" ", "\u3000")),
    "emoji": filled("🕊️🤝🇫🇷 "),
    "combining marks": just(SENTENCE + "e" + "\u0301" * 20_000),
    "letters of every script": just(SENTENCE * 9 + noise(20_000, "".join(map(chr, range(0x20, 0x3000))))),
    "letters beyond the first plane": filled("𝕽𝖊𝖆𝖌𝖆𝖓 𝗮 𝘃𝘂 𝔾𝕠𝕣𝕓𝕒𝕥𝕔𝕙𝕖𝕧 𝟙𝟡𝟠𝟞 "),
    "full-width letters": filled("Ｒｅａｇａｎ ａ ｖｕ Ｇｏｒｂａｔｃｈｅｖ ｅｎ １９８６. "),
    "Arabic digits": filled("Reagan a vu Gorbatchev le ١١ octobre ١٩٨٦. "),
    "German": just("Die Präsidenten haben sich am Sonntag in Reykjavik ohne Einigung getrennt. " * 20),
}

BYTES: dict[str, Maker] = {
    "1 MB in one paragraph": just(SENTENCE * 13_000),
    "19 MB": lambda _: ("article.txt", SENTENCE.encode() * 240_000),
    "100 MB": lambda _: ("article.txt", SENTENCE.encode() * 1_300_000),
    "1 MB without spaces": lambda _: text(noise(1_000_000, LETTERS)),
    "lone surrogates": just(SENTENCE + "\ud83d" * 500),
    "NUL between letters": just("\x00".join(SENTENCE * 9)),
    "NUL only": just(b"\x00" * 100_000),
    "control characters": just(SENTENCE + "\x01\x02\x1b[2J" * 5_000),
    "UTF-16 without a mark": lambda _: text(SENTENCE * 99, "utf-16-le"),
    "UTF-16 with a mark": lambda _: text("\ufeff" + SENTENCE * 99, "utf-16-be"),
    "UTF-16 cut in the middle": just(("\ufeff" + SENTENCE).encode("utf-16-le")[:-1]),
    "UTF-32": lambda _: text("\ufeff" + SENTENCE * 99, "utf-32-le"),
    "broken UTF-8": just(SENTENCE.encode() * 50 + b"\xff\xfe\xc3(" * 2_000),
    "UTF-8 cut in the middle": just((SENTENCE + "é").encode()[:-1]),
    "overlong UTF-8": just(SENTENCE.encode() + b"\xc0\xaf\xe0\x80\xaf" * 500),
    "random bytes": lambda _: ("article.txt", random.Random(1986).randbytes(1_000_000)),
    "random bytes that look like text": lambda _: ("article.txt", bytes(random.Random(1986).choices(range(32, 256), k=500_000))),
    "20,000 paragraphs": just("Oslo, 1993.\n\n" * 20_000),
    "4,900 paragraphs of one word": just(SENTENCE + "\n\nOslo" * 4_900),
    "line ends": just(SENTENCE + "\n" * 190_000 + SENTENCE),
    "carriage returns": just(SENTENCE + "\r" * 190_000 + SENTENCE),
    "related links": just(SENTENCE + "\n• Lire aussi : Oslo" * 4_000),
    "headings": just(SENTENCE + "\n\nÀ lire aussi\n\n- Oslo -" * 2_400),
    "script in every field": just("---\ntitle: <script>alert(1)</script>\nauthor: \"><img src=x onerror=alert(1)>\nurl: javascript:alert(1)\ndate: 2021-11\n---\n" + SENTENCE),
    "formulas in every field": just("---\ntitle: =1+1\nauthor: @SUM(A1)\npublisher: +1\ndate: 2021-11\n---\n" + SENTENCE),
    "a title of 100,000 characters": just("---\ntitle: " + "x" * 100_000 + "\n---\n" + SENTENCE),
    "nothing": just(b""),
    "white space": just(" \n\t" * 50_000),
    "a byte order mark and nothing": just(b"\xef\xbb\xbf"),
}  # fmt: skip

TEXTS = {
    f"{group}: {name}": maker
    for group, makers in (
        ("dense", DENSE),
        ("calendar", CALENDAR),
        ("bait", BAIT),
        ("languages", LANGUAGES),
        ("bytes", BYTES),
    )
    for name, maker in makers.items()
}

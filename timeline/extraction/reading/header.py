"""The header lines that stand before an article: one `date … |` line, or front matter with keys and values."""

from __future__ import annotations

import re

from timeline.extraction.reading.facts import Facts
from timeline.extraction.reading.publication import DATE_PHRASE

# What people call the parts of a header, in French and English, folded to lower case without accents.
_KEYS = {
    "title": "title", "titre": "title", "headline": "title",
    "date": "date_words", "published": "date_words", "publie": "date_words", "publie le": "date_words",
    "date de publication": "date_words", "publication date": "date_words", "date published": "date_words",
    "pubdate": "date_words", "published on": "date_words", "paru le": "date_words", "parution": "date_words",
    "publisher": "publisher", "source": "publisher", "editeur": "publisher", "publication": "publisher",
    "journal": "publisher", "media": "publisher", "newspaper": "publisher", "site": "publisher", "agence": "publisher",
    "author": "author", "authors": "author", "auteur": "author", "auteurs": "author", "auteure": "author",
    "autrice": "author", "by": "author", "par": "author", "byline": "author",
    "url": "url", "link": "url", "lien": "url", "adresse": "url", "permalink": "url",
    "dateline": "dateline", "lieu": "dateline", "place": "dateline",
    "lang": "language", "language": "language", "langue": "language",
}  # fmt: skip
_ACCENTS = str.maketrans("éèêà", "eeea")

_DATE_LINE = re.compile(
    rf"\s{{0,20}}date[ :]{{1,3}}(?P<date>\d[\d/.-]{{3,11}}(?![\d/.-])|{DATE_PHRASE}|\S{{1,40}}(?=[^|\n\r]{{0,100}}\|))"
    r"(?:[ ,]{1,3}(?P<place>[^|\n\r]{1,100}?))?[ ]{0,5}(?:\|[ ]?|(?=\r?\n)|$)",
    re.IGNORECASE,
)
_FENCE = re.compile(r"---[ \t]{0,20}\r?$")
_PAIR = re.compile(r"[ \t]{0,4}(?P<key>[^\W\d_][^:\n]{0,30}?)[ \t]{0,4}:(?:[ \t]+(?P<value>.*))?$")
_ITEM = re.compile(r"[ \t]{0,8}-[ \t]+(?P<value>.+)$")
_BLANK = re.compile(r"\s*$")
_MOST_LINES = 60
_LONGEST_HEADER = 20_000


def read_header(text: str) -> tuple[Facts, int]:
    """What the header says, and the offset where the article begins; nothing and 0 where there is none."""
    if date_line := _DATE_LINE.match(text):
        place = date_line["place"] or ""
        return Facts.tidied(date_words=date_line["date"], dateline=place), date_line.end()
    return _front_matter(text)


def _front_matter(text: str) -> tuple[Facts, int]:
    """Between two `---` lines, or plain `key: value` lines up to a blank line, of which two must be known."""
    start = len(text) - len(text.lstrip())
    lines = text[start : start + _LONGEST_HEADER].splitlines(keepends=True)[:_MOST_LINES]
    fenced = bool(lines) and bool(_FENCE.match(lines[0].rstrip("\r\n")))
    closes = _FENCE.match if fenced else _BLANK.match
    for number, line in enumerate(lines[fenced:], start=int(fenced)):
        if closes(line.rstrip("\r\n")):
            values = _values(lines[fenced:number])
            if fenced or (len(values) >= 2 and all(_PAIR.match(pair.rstrip("\r\n")) for pair in lines[:number])):
                return _facts(values), start + sum(len(line) for line in lines[: number + 1])
            break
    return Facts(), 0


def _values(lines: list[str]) -> dict[str, str]:
    """The values of the known keys; the points of a list are joined."""
    values: dict[str, str] = {}
    key = ""
    for line in lines:
        if pair := _PAIR.match(line.rstrip("\r\n")):
            name = pair["key"].lower().translate(_ACCENTS).replace("_", " ").replace("-", " ").strip()
            key = _KEYS.get(name, "")
            if key:
                values.setdefault(key, pair["value"] or "")
        elif (item := _ITEM.match(line.rstrip("\r\n"))) and key:
            values[key] = ", ".join(part for part in (values[key], item["value"]) if part)
    return values


def _facts(values: dict[str, str]) -> Facts:
    facts = {key: _unquoted(value) for key, value in values.items()}
    if not facts.get("url", "").startswith(("http://", "https://")):
        facts["url"] = ""
    if "language" in facts:
        facts["language"] = facts["language"].lower()[:2]
    return Facts.tidied(**facts)


def _unquoted(value: str) -> str:
    value = value.strip().removeprefix("[").removesuffix("]").strip()
    for quote in ('"', "'"):
        if len(value) >= 2 and value[0] == value[-1] == quote:
            return value[1:-1]
    return value

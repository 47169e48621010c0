"""Why a file cannot be read, as a stable code with figures and as a sentence that says what to do."""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    """Stable codes: stored with an import and translated by the pages."""

    EMPTY = "empty"
    NO_BODY = "no_body"
    TOO_LARGE = "too_large"
    BINARY = "binary"
    ENCODING = "encoding"
    FORMAT = "format"
    MARKUP = "markup"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    SCANNED = "scanned"
    EXPANDS = "expands"
    NESTED = "nested"
    CONTAINER = "container"
    NO_ARTICLES = "no_articles"
    LANGUAGE = "language"
    LANGUAGE_UNCLEAR = "language_unclear"
    HEADER_DATE = "header_date"
    UNREADABLE = "unreadable"


# The detail's keys stand in braces.
SENTENCES = {
    Refusal.EMPTY: "the file is empty or holds only white space. Put the article's text into it.",
    Refusal.NO_BODY: (
        "it holds a header or page furniture but no article. Put the article's paragraphs below the header."
    ),
    Refusal.TOO_LARGE: (
        "it has {size} {unit}, more than the {limit} allowed in a file. Put each article into a file of its own."
    ),
    Refusal.BINARY: "it is not text ({kind}). Save the article as plain text in UTF-8, or as HTML.",
    Refusal.ENCODING: (
        "its character encoding is unclear (not UTF-8 at byte {position}; the nearest guess, {guess}, gives "
        "characters that French and English do not use). Save it again as UTF-8."
    ),
    Refusal.FORMAT: (
        "it is a {format} file, a format that is not read. Read are {read}. Save the article in one of these."
    ),
    Refusal.MARKUP: "its HTML cannot be taken apart ({reason}). Save the article as plain text.",
    Refusal.DAMAGED: (
        "it is damaged or not what its name says: it cannot be taken apart as {format} ({reason}). Open it in a "
        "program of your own, save it anew, or save the article as plain text."
    ),
    Refusal.ENCRYPTED: "it is encrypted. Save it without a password, or save the article as plain text.",
    Refusal.SCANNED: (
        "it is scanned: its {pages} pages are pictures without a text layer. Run a text recognition (OCR) over it, "
        "check what comes out, and read that."
    ),
    Refusal.EXPANDS: (
        "unpacked it would be {size} bytes, {ratio} times as large as it is; up to {limit} times is allowed. If it is "
        "harmless, unpack it yourself and read the files."
    ),
    Refusal.NESTED: "it is an archive inside an archive. Unpack the outer one and read the files.",
    Refusal.CONTAINER: "it holds several articles, and one was asked for.",
    Refusal.NO_ARTICLES: "there is no article in it. Put the articles into it, or leave it out.",
    Refusal.LANGUAGE: (
        "it seems to be written in {language}. Only French and English articles are read; leave this file out."
    ),
    Refusal.LANGUAGE_UNCLEAR: (
        "it is not clear whether it is French or English: {letters} letters of running text are too few or too "
        "mixed. Add the whole article, or a header line “lang: fr” or “lang: en”."
    ),
    Refusal.HEADER_DATE: (
        "its header gives the publication date “{words}”, which is no date of the calendar. Correct it (2021-11-03, "
        "2021-11 and 2021 are understood) or remove it."
    ),
    Refusal.UNREADABLE: "it cannot be opened ({reason}). Check that it exists and that you may read it.",
}


class Refused(Exception):
    """Raised inside this package, where the file's name is not known."""

    def __init__(self, refusal: Refusal, **detail: str | int) -> None:
        super().__init__(refusal, detail)
        self.refusal = refusal
        self.detail = detail


class UnreadableArticle(Exception):
    """A file that gives no article. `str()` is an English sentence with the file, the reason and what to do."""

    def __init__(self, name: str, refusal: Refusal, detail: dict[str, str | int]) -> None:
        super().__init__(name, refusal, detail)
        self.name = name
        self.refusal = refusal
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.name} was not read: {SENTENCES[self.refusal].format(**self.detail)}"

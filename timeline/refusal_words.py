"""Why a file came to nothing, or what else is to be said of it, in the reader's language.

What is stored is a code with figures; `reason` beside it is the sentence as it was written down when the file was read,
for the command line, and for files of before there were codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel import Locale
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, ngettext

from timeline.extraction.reading.refusals import Refusal
from timeline.languages import readers_language
from timeline.models import ImportedFile


def reason_words(file: ImportedFile) -> str:
    """A sentence; empty where there is nothing to say."""
    words = {name: _word(name, value) for name, value in file.detail.items()} | {"name": file.name}
    if file.code in NOTES:
        return str(NOTES[file.code]) % words
    if file.code not in SENTENCES:
        return file.reason
    return _("%(name)s was not read: %(why)s") % {"name": file.name, "why": _sentence(file.code, words)}


def _sentence(code: str, words: Mapping[str, Any]) -> str:
    sentence = str(SENTENCES[code])
    if code == Refusal.SCANNED:
        sentence = ngettext(
            "it is scanned: its %(pages)s page is a picture without a text layer. Run a text recognition (OCR) over "
            "it, check what comes out, and read that.",
            "it is scanned: its %(pages)s pages are pictures without a text layer. Run a text recognition (OCR) over "
            "it, check what comes out, and read that.",
            words["pages"],
        )
    return sentence % words


def _word(name: str, value: str | int) -> str | int:
    """Figures and names stay; the program's own words are translated, as far as it has them."""
    if name == "language":
        return _language(str(value))
    return _(value) if value in WORDS else value


def _language(english: str) -> str:
    codes = {name: code for code, name in Locale("en").languages.items()}
    code = codes.get(english, "")
    return str(Locale(readers_language()).languages.get(code, english))


SENTENCES = {
    Refusal.EMPTY: gettext_lazy("the file is empty or holds only white space. Put the article's text into it."),
    Refusal.NO_BODY: gettext_lazy(
        "it holds a header or page furniture but no article. Put the article's paragraphs below the header."
    ),
    Refusal.TOO_LARGE: gettext_lazy(
        "it has %(size)s %(unit)s, more than the %(limit)s allowed in a file. Put each article into a file of its own."
    ),
    Refusal.BINARY: gettext_lazy("it is not text (%(kind)s). Save the article as plain text in UTF-8, or as HTML."),
    Refusal.ENCODING: gettext_lazy(
        "its character encoding is unclear (not UTF-8 at byte %(position)s; the nearest guess, %(guess)s, gives "
        "characters that French and English do not use). Save it again as UTF-8."
    ),
    Refusal.FORMAT: gettext_lazy(
        "it is a %(format)s file, a format that is not read. Read are %(read)s. Save the article in one of these."
    ),
    Refusal.MARKUP: gettext_lazy("its HTML cannot be taken apart (%(reason)s). Save the article as plain text."),
    Refusal.DAMAGED: gettext_lazy(
        "it is damaged or not what its name says: it cannot be taken apart as %(format)s (%(reason)s). Open it in a "
        "program of your own, save it anew, or save the article as plain text."
    ),
    Refusal.ENCRYPTED: gettext_lazy("it is encrypted. Save it without a password, or save the article as plain text."),
    Refusal.SCANNED: "",  # Its words depend on how many pages there are.
    Refusal.EXPANDS: gettext_lazy(
        "unpacked it would be %(size)s bytes, %(ratio)s times as large as it is; up to %(limit)s times is allowed. If "
        "it is harmless, unpack it yourself and read the files."
    ),
    Refusal.NESTED: gettext_lazy("it is an archive inside an archive. Unpack the outer one and read the files."),
    Refusal.CONTAINER: gettext_lazy("it holds several articles, and one was asked for."),
    Refusal.NO_ARTICLES: gettext_lazy("there is no article in it. Put the articles into it, or leave it out."),
    Refusal.LANGUAGE: gettext_lazy(
        "it seems to be written in %(language)s. Only French and English articles are read; leave this file out."
    ),
    Refusal.LANGUAGE_UNCLEAR: gettext_lazy(
        "it is not clear whether it is French or English: it holds too little running text (letters: %(letters)s), or "
        "is too mixed. Add the whole article, or a header line “lang: fr” or “lang: en”."
    ),
    Refusal.HEADER_DATE: gettext_lazy(
        "its header gives the publication date “%(words)s”, which is no date of the calendar. Correct it (2021-11-03, "
        "2021-11 and 2021 are understood) or remove it."
    ),
    Refusal.UNREADABLE: gettext_lazy(
        "it cannot be opened (%(reason)s). Check that it exists and that you may read it."
    ),
    "program_failed": gettext_lazy("the program failed on it (%(error)s). Please report this with the file."),
}
"""Why an article was not read, by the codes of `extraction.reading` and one more."""

NOTES = {
    "too_large_to_send": gettext_lazy("%(name)s is larger than %(limit)s MB. Split it, or save the article alone."),
    "not_kept": gettext_lazy("%(name)s could not be kept here (%(error)s). Send it again once there is room."),
    "not_now": gettext_lazy("It could not be read now (%(error)s). Nothing is lost: try again."),
    "same_article": gettext_lazy("the same article as %(other)s"),
    "back": gettext_lazy("an earlier version of it is back"),
    "old_passages": gettext_lazy(
        "of the passages cited from the version before, in the new text: %(standing)s; gone: %(gone)s. They keep "
        "pointing at the old version"
    ),
}
"""What else is said of a file."""

WORDS = {
    # What there is too much of.
    gettext_noop("bytes"),
    gettext_noop("bytes of drawing"),
    gettext_noop("bytes when unpacked"),
    gettext_noop("characters"),
    gettext_noop("drawing steps"),
    gettext_noop("entries"),
    gettext_noop("files in the archive"),
    gettext_noop("HTML elements"),
    gettext_noop("pages"),
    gettext_noop("paragraphs"),
    gettext_noop("tags"),
    gettext_noop("words and marks"),
    # What is no text.
    gettext_noop("many control characters"),
    gettext_noop("a PNG picture"),
    gettext_noop("a JPEG picture"),
    gettext_noop("a GIF picture"),
    gettext_noop("a RIFF sound, film or picture"),
    gettext_noop("a gzip archive"),
    gettext_noop("a 7-Zip archive"),
    gettext_noop("a RAR archive"),
    gettext_noop("a program"),
    gettext_noop("an SQLite database"),
    # What is the matter with it, and what is read.
    gettext_noop("broken UTF-8"),
    gettext_noop("it does not begin like one"),
    gettext_noop("the part with the text is missing"),
    gettext_noop("its fonts do not say which letters they draw"),
    gettext_noop("a link"),
    gettext_noop("a folder that may not be listed"),
    gettext_noop("not a regular file"),
    gettext_noop("mail"),
    gettext_noop("RSS or Atom"),
    gettext_noop("Atom entry"),
    gettext_noop("plain text, HTML, PDF, Word (.docx), EPUB, RSS and Atom feeds, and ZIP archives of these"),
}
"""Words that the stages of reading put into the figures."""

"""Why a file was not read, in the reader's language: every code has its sentence, whoever reads it."""

import re

import pytest
from django.utils import translation

from timeline.extraction.reading.refusals import SENTENCES as WRITTEN
from timeline.extraction.reading.refusals import Refusal
from timeline.models import ImportedFile
from timeline.refusal_words import NOTES, SENTENCES, reason_words

FIGURES = {
    "size": 70_000_000, "limit": 50_000_000, "unit": "bytes when unpacked", "kind": "a PNG picture", "position": 7,
    "guess": "broken UTF-8", "format": "RSS or Atom", "read": "plain text", "reason": "a link", "pages": 1,
    "ratio": 200, "language": "German", "letters": 1, "words": "31 février 2021", "error": "a defect", "other": "b.txt",
    "standing": 3, "gone": 1,
}  # fmt: skip


def told(code: str, language: str, **detail: str | int) -> str:
    with translation.override(language):
        return reason_words(ImportedFile(name="a.txt", code=code, detail=FIGURES | detail, reason="as it was written"))


def test_every_reason_that_reading_gives_is_worded():
    assert set(SENTENCES) >= set(Refusal)


@pytest.mark.parametrize("code", [*SENTENCES, *NOTES])
def test_reason_is_french_for_french_readers_and_english_for_english_ones(code):
    french, english = told(code, "fr"), told(code, "en")
    assert french != english
    assert "%(" not in french + english
    assert "{" not in french + english
    assert not re.search(r"\b(the|was|Save|bytes|picture|German)\b", french)


@pytest.mark.parametrize("code", [code for code in Refusal if code != Refusal.LANGUAGE_UNCLEAR])
def test_page_says_what_was_written_down(code):
    figures = FIGURES | {"pages": 2}
    assert told(code, "en", pages=2) == f"a.txt was not read: {WRITTEN[code].format(**figures)}"


def test_program_s_own_words_and_languages_are_translated_too():
    assert "une image PNG" in told(Refusal.BINARY, "fr")
    assert "allemand" in told(Refusal.LANGUAGE, "fr")
    assert "octets une fois décompressé" in told(Refusal.TOO_LARGE, "fr")


def test_one_page_is_one():
    assert "sa 1 page est une image" in told(Refusal.SCANNED, "fr")
    assert "ses 2 pages sont des images" in told(Refusal.SCANNED, "fr", pages=2)


def test_file_of_before_there_were_codes_says_what_was_written_down():
    assert told("", "fr") == "as it was written"

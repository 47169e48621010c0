"""Whatever a file holds, reading and extraction end in articles with sound offsets or in errors with their reasons.

How long it takes is measured by `bench/hostile.py`, at full size; here the inputs are small.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.extraction.hostile.inputs import HEAVY, INPUTS
from timeline.dates import HistoricalDate
from timeline.extraction.pipeline import extract
from timeline.extraction.reading import (
    MAX_CHARACTERS,
    MAX_WORDS,
    Refusal,
    UnreadableArticle,
    articles_in,
    read_article,
)
from timeline.extraction.records import CandidateEvent, Document
from timeline.knowledge import Knowledge, load_knowledge

WORDS = 400


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [name for name in INPUTS if name not in HEAVY])
def test_hostile_input_ends_in_articles_or_in_errors_with_reasons(name, knowledge):
    file, content = INPUTS[name](WORDS)
    outcomes = 0
    for article in articles_in(file, content):
        outcomes += 1
        try:
            if isinstance(article, UnreadableArticle):
                raise article
            document = read_article(article.name, article.content)
        except UnreadableArticle as error:
            check_error(error)
        else:
            check_document(document)
            for claim in extract(document, knowledge):
                check_claim(claim, document)
    assert outcomes, "what became of the file is told"


def check_error(error: UnreadableArticle) -> None:
    assert error.refusal in Refusal
    assert len(str(error).encode()) < 2_000
    assert str(error).startswith(error.name)


def check_document(document: Document) -> None:
    document.text.encode()
    assert "\x00" not in document.text
    assert len(document.text) <= MAX_CHARACTERS
    assert document.language in ("fr", "en")
    spans = sorted([*document.body, *document.furniture], key=lambda span: span.start)
    assert document.body
    assert all(0 <= span.start < span.end <= len(document.text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    for value in (document.title, document.publisher, document.author, document.url, document.published_wording):
        assert len(value) <= 1_000
        assert value.isprintable()
    assert document.url == "" or document.url.startswith(("http://", "https://"))


def check_claim(claim: CandidateEvent, document: Document) -> None:
    assert document.text[claim.start : claim.end].strip()
    if claim.time and claim.time.date:
        assert document.text[claim.time.start : claim.time.end] == claim.time.text
        assert HistoricalDate.parse(claim.time.date.edtf) == claim.time.date


def test_nothing_from_outside_a_file_is_read(tmp_path):
    """Entities, links and relations that point to the machine's own files give none of their content."""
    for name in INPUTS:
        if "outside" in name or "link" in name:
            for article in articles_in(*INPUTS[name](WORDS)):
                if not isinstance(article, UnreadableArticle):
                    assert b"root:" not in article.content


@pytest.mark.parametrize(
    ("name", "refusal", "good"),
    [
        ("archive: bomb in a bomb", Refusal.EXPANDS, 1),
        ("archive: archive in an archive", Refusal.NESTED, 1),
        ("archive: encrypted file beside a good one", Refusal.ENCRYPTED, 1),
        ("archive: checksum that lies", Refusal.DAMAGED, 1),
        ("archive: unknown compression", Refusal.DAMAGED, 1),
        ("archive: link to a file", Refusal.UNREADABLE, 1),
        ("feed: 60,000 attributes in an entry", Refusal.MARKUP, 1),
    ],
)
def test_a_bad_file_in_a_container_takes_nothing_from_the_good_one_beside_it(name, refusal, good):
    read, refused = outcomes(name)
    assert (read, refused) == (good, [refusal])


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("archive: bomb: 100 MB of zeros", Refusal.TOO_LARGE),
        ("archive: 400,000 entries", Refusal.TOO_LARGE),
        ("archive: 1,001 entries", Refusal.TOO_LARGE),
        ("archive: empty archive", Refusal.NO_ARTICLES),
        ("Word: 300 MB of text", Refusal.TOO_LARGE),
        ("Word: billion laughs", Refusal.DAMAGED),
        ("EPUB: bomb", Refusal.EXPANDS),
        ("EPUB: encrypted chapters", Refusal.ENCRYPTED),
        ("feed: 5,000 entries", Refusal.TOO_LARGE),
        ("feed: no entries", Refusal.NO_ARTICLES),
        ("PDF: scanned", Refusal.SCANNED),
        ("PDF: encrypted", Refusal.ENCRYPTED),
        ("PDF: 600 pages", Refusal.TOO_LARGE),
        ("PDF: stream that grows a thousandfold", Refusal.DAMAGED),
        ("page: more elements than allowed", Refusal.TOO_LARGE),
        ("page: 60,000 attributes", Refusal.MARKUP),
        ("page: 60,000 attributes behind what looks like a value", Refusal.MARKUP),
        ("feed: 60,000 attributes", Refusal.MARKUP),
        ("bytes: 1 MB in one paragraph", Refusal.TOO_LARGE),
    ],
)
def test_what_is_wrong_with_a_whole_file_is_said_once(name, refusal):
    assert outcomes(name) == (0, [refusal])


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("feed: addresses that are none", 4),
        ("page: 60,000 attributes in thousands of tags", 1),
        ("page: 60,000 words behind a less-than sign in a script", 1),
    ],
)
def test_what_is_odd_and_harmless_is_read(name, good):
    assert outcomes(name) == (good, [])


def outcomes(name: str) -> tuple[int, list[Refusal]]:
    """How many articles of an input can be read, and why the others cannot."""
    read, refused = 0, []
    for article in articles_in(*INPUTS[name](WORDS)):
        try:
            if isinstance(article, UnreadableArticle):
                raise article
            read_article(article.name, article.content)
            read += 1
        except UnreadableArticle as error:
            refused.append(error.refusal)
    return read, refused


def test_an_article_just_below_the_limit_is_read_and_one_just_above_is_not():
    sentence, words = "Reagan vit Gorbatchev à Reykjavik en 1986.\n", 8
    header, header_words = "---\nlang: fr\n---\n", 9
    fitting = (MAX_WORDS - header_words) // words
    assert read_article("a.txt", f"{header}{sentence * fitting}".encode()).body
    with pytest.raises(UnreadableArticle, match="words and marks, more than") as caught:
        read_article("a.txt", f"{header}{sentence * (fitting + 1)}".encode())
    assert caught.value.refusal is Refusal.TOO_LARGE

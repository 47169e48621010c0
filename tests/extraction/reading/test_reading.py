"""A file's bytes become a Document whose every stretch is exact, or an UnreadableArticle that says what to do."""

import hashlib
import string
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.extraction.reading import Limits, Refusal, UnreadableArticle, article_files, read_article

SEEDS = Path(__file__).parents[3] / "seeds"

DISPATCH = """ date 1986-10-12 Reykjavik | Ronald Reagan et Mikhaïl Gorbatchev se sont séparés dimanche sans accord.

• À lire aussi: Genève, un an plus tôt

« La porte reste ouverte », a dit le président américain devant la maison Höfdi.

© 1986 Le Quotidien – Tous droits réservés
"""


def read(text, name="article.txt", **options):
    return read_article(name, text.encode(), **options)


def passages(document, spans):
    return [document.text[span.start : span.end] for span in spans]


def test_a_dispatch_gives_all_that_its_header_and_layout_say():
    document = read(DISPATCH)
    assert document.text == DISPATCH
    assert document.sha256 == hashlib.sha256(DISPATCH.encode()).hexdigest()
    assert (document.language, str(document.published), document.published_wording) == (
        "fr",
        "1986-10-12",
        "1986-10-12",
    )
    assert (document.dateline, document.publisher, document.title) == ("Reykjavik", "Le Quotidien", "")
    assert passages(document, document.body) == [
        "Ronald Reagan et Mikhaïl Gorbatchev se sont séparés dimanche sans accord.",
        "« La porte reste ouverte », a dit le président américain devant la maison Höfdi.",
    ]
    assert passages(document, document.furniture) == [
        "• À lire aussi: Genève, un an plus tôt",
        "© 1986 Le Quotidien – Tous droits réservés",
    ]


def test_the_lead_behind_the_date_of_an_agency_is_no_headline():
    lead = "Ronald Reagan et Mikhaïl Gorbatchev se sont séparés « sans rien signer »"
    document = read(f" date 1986-10-12 Reykjavik | {lead}\n\nReagan est reparti dans la soirée.")
    assert document.title == ""
    assert passages(document, document.body)[0] == lead


def test_text_is_verbatim_but_for_byte_order_mark_and_nul():
    content = b"\xef\xbb\xbf" + DISPATCH.replace("\n", "\r\n").encode() + b"\x00"
    document = read_article("article.txt", content)
    assert document.text == DISPATCH.replace("\n", "\r\n")
    assert document.sha256 == hashlib.sha256(content).hexdigest()


def test_month_only_header_stays_month_precise_above_a_dateline_with_a_day():
    document = read(
        " date 1986-10\nREYKJAVIK, 12 octobre 1986 (AFP) - Reagan et Gorbatchev se sont quittés sans accord."
    )
    assert (str(document.published), document.publisher) == ("1986-10", "AFP")


def test_dateline_with_a_full_date_counts_where_there_is_no_header():
    document = read("REYKJAVIK, 12 octobre 1986 (AFP) — Reagan et Gorbatchev se sont quittés sans accord.")
    assert (str(document.published), document.published_wording) == ("1986-10-12", "12 octobre 1986")


def test_an_article_that_does_not_say_when_has_no_publication_date():
    document = read("Ronald Reagan et Mikhaïl Gorbatchev se sont rencontrés le 11 octobre 1986 à Reykjavik.")
    assert (document.published, document.published_wording) == (None, "")


def test_declared_language_decides_where_the_text_is_too_short():
    assert read("---\nlang: en\n---\nReykjavik, 1986.").language == "en"


def test_text_decides_against_a_wrong_declaration():
    assert read("---\nlang: en\n---\nReagan et Gorbatchev se sont quittés dimanche sans accord.").language == "fr"


@pytest.mark.parametrize(
    ("content", "refusal", "words"),
    [
        pytest.param(b"", Refusal.EMPTY, "is empty", id="empty"),
        pytest.param(b"\n \t\n", Refusal.EMPTY, "white space", id="white space"),
        pytest.param(b"---\ntitle: Reykjavik\n---\n", Refusal.NO_BODY, "no article", id="header only"),
        pytest.param("À lire aussi: Genève\n".encode(), Refusal.NO_BODY, "furniture", id="furniture only"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, Refusal.BINARY, "PNG", id="picture"),
        pytest.param(b"%PDF-1.7\n", Refusal.DAMAGED, "PDF", id="pdf"),
        pytest.param(b"PK\x03\x04\x14\x00", Refusal.DAMAGED, "ZIP", id="zip"),
        pytest.param(b"\xd0\xcf\x11\xe0" + b"x" * 99, Refusal.FORMAT, "Word 97", id="doc"),
        pytest.param(b"{\\rtf1 Reykjavik}", Refusal.FORMAT, "RTF", id="rtf"),
        pytest.param("Встреча в Рейкьявике завершилась без соглашения.".encode(), Refusal.LANGUAGE, "Russian", id="ru"),
        pytest.param(
            "Die Präsidenten haben sich am Sonntag in Reykjavik ohne Einigung getrennt.".encode(),
            Refusal.LANGUAGE,
            "German",
            id="de",
        ),
        pytest.param(b"12 34 56 78", Refusal.LANGUAGE_UNCLEAR, "lang: fr", id="no words"),
        pytest.param(
            "date 31 février 2021 Moscou | Le ministre est arrivé à Moscou mardi.".encode(),
            Refusal.HEADER_DATE,
            "31 février 2021",
            id="impossible date in words",
        ),
        pytest.param(
            "date 2021-13-45 Moscou | Le ministre est arrivé à Moscou mardi.".encode(),
            Refusal.HEADER_DATE,
            "2021-13-45",
            id="impossible date",
        ),
        pytest.param("Réunion à Reykjavik.".encode() + b"\xff\xfe\xff", Refusal.ENCODING, "Save it", id="broken UTF-8"),
    ],
)
def test_bad_file_is_refused_with_its_name_the_reason_and_what_to_do(content, refusal, words):
    with pytest.raises(UnreadableArticle) as caught:
        read_article("bad.txt", content)
    assert caught.value.refusal is refusal
    assert str(caught.value).startswith("bad.txt was not read: ")
    assert words in str(caught.value)


def test_every_refusal_has_a_sentence():
    figures = dict.fromkeys(
        [
            "size",
            "limit",
            "unit",
            "format",
            "read",
            "kind",
            "position",
            "guess",
            "language",
            "letters",
            "pages",
            "ratio",
        ],
        1,
    )
    for refusal in Refusal:
        sentence = str(UnreadableArticle("a.txt", refusal, {**figures, "words": "hier", "reason": "denied"}))
        assert sentence.endswith((".", "”."))


@pytest.mark.parametrize(
    ("name", "format_"),
    [("a.odt", "OpenDocument"), ("a.eml", "mail"), ("a.xml", "XML"), ("a.json", "JSON"), ("A.CSV", "CSV")],
)
def test_other_formats_are_refused_by_name(name, format_):
    with pytest.raises(UnreadableArticle, match=f"it is a {format_} file"):
        read(DISPATCH, name)


@pytest.mark.parametrize(
    ("name", "format_"), [("a.pdf", "PDF"), ("a.docx", "Word"), ("a.epub", "EPUB"), ("a.rss", "RSS")]
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name, format_):
    with pytest.raises(UnreadableArticle, match=f"cannot be taken apart as {format_}") as caught:
        read(DISPATCH, name)
    assert caught.value.refusal is Refusal.DAMAGED


def test_file_beyond_the_limit_is_refused_with_both_figures():
    with pytest.raises(UnreadableArticle, match="1001 bytes, more than the 1000 allowed"):
        read_article("long.txt", b"x" * 1001, Limits(file_bytes=1000))


def test_file_with_more_paragraphs_than_any_article_is_refused():
    with pytest.raises(UnreadableArticle, match="5001 paragraphs, more than the 5000 allowed"):
        read("Oslo\n" * 5_001)


@pytest.mark.parametrize("name", ["../../etc/passwd", "a\nb", "", "x" * 5000, "\u202egpj.txt"])
def test_a_name_is_only_a_label(name):
    assert read(DISPATCH, name).name == name


SENTENCE = "Reagan et Gorbatchev se sont quittés dimanche sans accord. "


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SENTENCE * 17_000, id="one line of a million characters"),
        pytest.param(SENTENCE + " " * 1_000_000 + "x", id="long white space"),
        pytest.param("date 2021-11" + " " * 500_000 + "| " + SENTENCE, id="header with long white space"),
        pytest.param("A" * 300_000 + " " + SENTENCE, id="long capital word"),
        pytest.param("A " * 150_000 + SENTENCE, id="capital letters"),
        pytest.param(("PARIS, " * 20_000) + SENTENCE, id="endless dateline"),
        pytest.param("Par " + "Jean de " * 50_000 + "\n\n" + SENTENCE, id="endless byline"),
        pytest.param("---\n" + "a:\n" * 100_000 + SENTENCE, id="front matter without end"),
        pytest.param("---\n" * 100_000 + SENTENCE, id="many fences"),
        pytest.param(SENTENCE + "\n• \n" * 50_000, id="empty bullets"),
        pytest.param(SENTENCE + "\n• Lire aussi" * 19_000, id="many links"),
        pytest.param("(" * 100_000 + SENTENCE + ")" * 100_000, id="brackets"),
        pytest.param("© " * 100_000 + SENTENCE, id="copyright signs"),
        pytest.param(SENTENCE + "\n" * 500_000 + SENTENCE, id="blank lines"),
        pytest.param("\u0301" * 100_000 + SENTENCE, id="combining marks"),
        pytest.param(SENTENCE + "\u200b\u202e\ufeff\ufffe" * 1000, id="invisible characters"),
    ],
)
def test_hostile_text_is_read_or_refused(text):
    check_whatever_comes_out("hostile.txt", text.encode())


def check_whatever_comes_out(name, content):
    """Every file gives a Document with sound spans, or the one error."""
    try:
        document = read_article(name, content)
    except UnreadableArticle as error:
        str(error).encode()
        return
    document.text.encode()
    spans = sorted([*document.body, *document.furniture], key=lambda span: span.start)
    assert document.body
    assert all(0 <= span.start < span.end <= len(document.text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@settings(deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_end_in_a_document_or_the_one_error(content):
    check_whatever_comes_out("fuzz.txt", content)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([
            " date ", "2021-11", "31 février 2021", "| ", "---\n", "title: ", "date: ", "PARIS, ", "(AFP) ", "— ", "\n",
            "\n\n", "• ", "À lire aussi", ": ", "©", "Par Jeanne Martin", "Publié le ", "3 novembre 2021", "(", ")",
            SENTENCE, "By ", "«", "Photo", "\r", "\u00a0", "COMMUNIQUÉ", "A" * 50, *string.punctuation,
        ]),
        max_size=40,
    )
)  # fmt: skip
def test_any_mixture_of_the_parts_of_articles_ends_in_a_document_or_the_one_error(parts):
    check_whatever_comes_out("fuzz.txt", "".join(parts).encode())


def test_the_seeds_are_read():
    documents = [read_article(name, path.read_bytes()) for name, path in article_files(SEEDS)]
    assert [(document.language, str(document.published or "")) for document in documents] == [
        ("fr", "2021-11"),
        ("fr", ""),
    ]
    assert [document.dateline for document in documents] == ["Moscou", ""]
    assert [len(document.furniture) for document in documents] == [3, 0]

"""A Word file gives its running text; heads, feet, captions and what was struck out are no part of it."""

import io
from datetime import datetime

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.extraction.reading.builders import SENTENCES, archive, word
from timeline.extraction.reading import Limits, Refusal, UnreadableArticle, read_article


def read(*arguments, **options):
    return read_article("article.docx", word(*arguments, **options))


def passages(document, spans):
    return [document.text[span.start : span.end] for span in spans]


def test_paragraphs_are_the_body_and_the_text_is_composed_of_them():
    document = read()
    assert passages(document, document.body) == list(SENTENCES)
    assert document.text == "\n\n".join(SENTENCES)


def test_title_headings_captions_heads_and_feet_are_told_by_their_styles():
    document = read(
        [
            ("Reykjavik, le sommet manqué", "Title"),
            SENTENCES[0],
            ("La maison Höfdi", "Caption"),
            ("Un accord de principe", "Heading 1"),
            SENTENCES[1],
        ],
        header="Le Quotidien – Monde",
        footer="© 1986 Le Quotidien",
    )
    assert passages(document, document.body) == list(SENTENCES[:2])
    assert passages(document, document.furniture) == ["Le Quotidien – Monde", "La maison Höfdi", "© 1986 Le Quotidien"]
    assert (document.title, document.publisher) == ("Reykjavik, le sommet manqué", "Le Quotidien")


def test_related_links_and_credits_are_furniture_here_too():
    document = read([SENTENCES[0], "Lire aussi : Genève, un an plus tôt", SENTENCES[1], "Photo : archives"])
    assert passages(document, document.body) == list(SENTENCES[:2])


def test_properties_fill_in_what_the_article_leaves_out():
    document = read(title="Reykjavik", author="Jeanne Martin", identifier="https://www.example.org/reykjavik")
    assert (document.title, document.author, document.url) == (
        "Reykjavik",
        "Jeanne Martin",
        "https://www.example.org/reykjavik",
    )


def test_a_byline_counts_more_than_whose_computer_it_was():
    document = read([("Un sommet manqué", "Title"), "Par Jeanne Martin", *SENTENCES], author="Jean")
    assert document.author == "Jeanne Martin"


def test_when_a_file_was_written_is_not_when_the_article_was_published():
    assert read(created=datetime(2021, 11, 3), modified=datetime(2021, 11, 3)).published is None  # noqa: DTZ001


@pytest.mark.parametrize(
    ("first", "edtf", "dateline"),
    [
        (f"date 1986-10-12 Reykjavik | {SENTENCES[0]}", "1986-10-12", "Reykjavik"),
        (f"REYKJAVIK, 12 octobre 1986 (AFP) — {SENTENCES[0]}", "1986-10-12", "REYKJAVIK"),
    ],
)
def test_the_date_is_read_from_the_text(first, edtf, dateline):
    document = read([first, *SENTENCES[1:]])
    assert (str(document.published), document.dateline) == (edtf, dateline)
    assert passages(document, document.body) == list(SENTENCES)


def with_body(xml):
    """A Word file whose body begins with this."""
    document = docx.Document()
    document.element.body.insert(0, parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))
    content = io.BytesIO()
    document.save(content)
    return read_article("article.docx", content.getvalue())


def test_tracked_changes_read_as_if_accepted():
    document = with_body(
        "<w:p><w:r><w:t>Reagan a rencontré </w:t></w:r><w:del><w:r><w:delText>Brejnev</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Gorbatchev</w:t></w:r></w:ins><w:r><w:t> à Reykjavik.</w:t></w:r></w:p>"
    )
    assert passages(document, document.body) == ["Reagan a rencontré Gorbatchev à Reykjavik."]


def test_text_in_tables_and_links_is_read_in_its_place():
    document = with_body(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Reagan a rencontré </w:t></w:r><w:hyperlink><w:r><w:t>Gorbatchev</w:t></w:r>"
        "</w:hyperlink><w:r><w:t> à Reykjavik.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert passages(document, document.body) == ["Reagan a rencontré Gorbatchev à Reykjavik."]


def test_a_file_that_grows_too_much_is_refused_before_it_is_unpacked():
    content = archive({"[Content_Types].xml": "<Types/>", "word/document.xml": b"<w>" + b" " * 9_000_000})
    with pytest.raises(UnreadableArticle) as caught:
        read_article("article.docx", content)
    assert caught.value.refusal is Refusal.EXPANDS
    with pytest.raises(UnreadableArticle, match="bytes when unpacked"):
        read_article("article.docx", content, Limits(ratio=10_000, unpacked_bytes=1_000_000))

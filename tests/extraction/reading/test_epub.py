"""An EPUB file gives its chapters in reading order, with the metadata of the book."""

import pytest

from tests.extraction.reading.builders import SENTENCES, archive, epub
from timeline.extraction.reading import Refusal, UnreadableArticle, read_article

METADATA = """<dc:title>Reykjavik, le sommet manqué</dc:title><dc:creator>Jeanne Martin</dc:creator>
<dc:creator>Jean Roy</dc:creator><dc:publisher>Le Quotidien</dc:publisher><dc:date>1986-10</dc:date>
<dc:language>fr-FR</dc:language><dc:identifier>urn:isbn:0</dc:identifier>
<dc:source>https://www.example.org/reykjavik</dc:source>"""
CHAPTERS = {
    "un.xhtml": f"<h1>Reykjavik, le sommet manqué</h1><p>{SENTENCES[0]}</p>"
    "<figure><img src='h.jpg'/><figcaption>La maison Höfdi</figcaption></figure>",
    "deux.xhtml": f"<h2>Deux jours</h2><p>{SENTENCES[1]}</p><p>{SENTENCES[2]}</p>",
}


def passages(document, spans):
    return [document.text[span.start : span.end] for span in spans]


def test_chapters_come_in_reading_order_without_table_of_contents_headings_and_captions():
    document = read_article("book.epub", epub(CHAPTERS, METADATA))
    assert passages(document, document.body) == list(SENTENCES)
    assert passages(document, document.furniture) == ["La maison Höfdi"]
    assert "Table des matières" not in document.text


def test_metadata_of_the_book_are_those_of_the_article():
    document = read_article("book.epub", epub(CHAPTERS, METADATA))
    assert (document.title, document.publisher, document.author, document.url, str(document.published)) == (
        "Reykjavik, le sommet manqué",
        "Le Quotidien",
        "Jeanne Martin, Jean Roy",
        "https://www.example.org/reykjavik",
        "1986-10",
    )


def test_a_book_is_known_by_its_content_when_its_name_does_not_say():
    assert read_article("download", epub(CHAPTERS)).body


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        pytest.param(epub({}), Refusal.NO_BODY, id="no chapters"),
        pytest.param(epub(CHAPTERS)[:500], Refusal.DAMAGED, id="cut"),
        pytest.param(archive({"META-INF/container.xml": "<container/>"}), Refusal.DAMAGED, id="no book"),
        pytest.param(
            epub(CHAPTERS, extra={"META-INF/encryption.xml": "<e><CipherReference URI='OEBPS/un.xhtml'/></e>"}),
            Refusal.ENCRYPTED,
            id="encrypted",
        ),
    ],
)
def test_a_book_without_readable_chapters_is_refused(content, refusal):
    with pytest.raises(UnreadableArticle) as caught:
        read_article("book.epub", content)
    assert caught.value.refusal is refusal


def test_disguised_fonts_do_not_keep_a_book_from_being_read():
    fonts = {"META-INF/encryption.xml": "<e><CipherReference URI='OEBPS/font.otf'/></e>"}
    assert read_article("book.epub", epub(CHAPTERS, extra=fonts)).body

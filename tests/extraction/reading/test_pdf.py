"""A PDF file gives whole paragraphs, without what belongs to its pages; one that cannot be read says why."""

import pytest

from tests.extraction.reading.builders import SENTENCES, PdfPage, pdf
from timeline.extraction.reading import Refusal, UnreadableArticle, read_article


def read(*pages, **options):
    return read_article("article.pdf", pdf(pages, **options))


def passages(document, spans):
    return [document.text[span.start : span.end] for span in spans]


def body_of(*pages):
    document = read(*pages)
    return passages(document, document.body)


FIRST = ["Ronald Reagan et Mikhaïl Gorbatchev se sont séparés dimanche à", "Reykjavik sans accord sur le désarmement."]
SECOND = [
    "Les deux dirigeants avaient passé deux jours dans la maison Höfdi,",
    "au bord de la mer, avec leurs ministres.",
]


def test_lines_that_were_broken_at_the_margin_are_one_paragraph():
    assert body_of(PdfPage().column([*FIRST, "", *SECOND])) == list(SENTENCES[:2])


def test_an_indent_begins_a_paragraph_where_no_space_does():
    page = PdfPage()
    for number, (x, line) in enumerate(zip((70, 60, 70, 60), [*FIRST, *SECOND], strict=True)):
        page.put(line, x, 760 - 12 * number)
    assert body_of(page) == list(SENTENCES[:2])


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page():
    lines = [
        "Ronald Reagan et Mikhaïl",
        "Gorbatchev se sont séparés",
        "dimanche à Reykjavik sans",
        "accord sur le désarmement.",
    ]
    columns = PdfPage().column(lines[:2], x=60, top=100).column(lines[2:], x=320, top=760)
    pages = PdfPage().column(lines[:2], top=100), PdfPage().column(lines[2:])
    assert body_of(columns) == body_of(*pages) == [SENTENCES[0]]


def test_heads_feet_and_page_numbers_are_furniture_and_do_not_cut_the_sentence_that_runs_past_them():
    pages = [
        PdfPage()
        .put("Le Quotidien – Monde", 60, 810, 8)
        .put("12 octobre 1986", 480, 810, 8)
        .column([line])
        .put(number, 290, 30, 8)
        for number, line in zip(("– 1 –", "– 2 –"), FIRST, strict=True)
    ]
    document = read(*pages)
    assert passages(document, document.body) == [SENTENCES[0]]
    assert passages(document, document.furniture) == [
        "Le Quotidien – Monde", "12 octobre 1986", "– 1 –", "Le Quotidien – Monde", "12 octobre 1986", "– 2 –",
    ]  # fmt: skip
    assert document.published is None, "the date in a running head may be that of printing"


def test_chapter_heads_with_the_number_of_their_page_are_furniture():
    pages = [
        PdfPage().put(f"{title} {number + 3}", 60, 810, 8).column([sentence[:70], sentence[70:]])
        for number, (title, sentence) in enumerate(zip(("Genève", "Reykjavik", "Washington"), SENTENCES, strict=True))
    ]
    document = read(*pages)
    assert passages(document, document.furniture) == ["Genève 3", "Reykjavik 4", "Washington 5"]


def test_what_a_browser_prints_at_the_edges_is_furniture_and_tells_the_address():
    page = (
        PdfPage()
        .put("03/11/2021 10:32", 24, 815, 8)
        .put("Reykjavik, le sommet manqué | Le Quotidien", 200, 815, 8)
        .column(FIRST)
        .put("https://www.example.org/reykjavik.html", 24, 20, 8)
        .put("1/1", 560, 20, 8)
    )
    document = read(page)
    assert passages(document, document.body) == [SENTENCES[0]]
    assert len(document.furniture) == 4
    assert document.url == "https://www.example.org/reykjavik.html"
    assert document.published is None


def test_large_type_is_a_headline_small_type_a_caption():
    page = (
        PdfPage()
        .put("Reykjavik, le sommet manqué", 60, 790, 20)
        .column(FIRST)
        .put("La maison Höfdi, en 1986", 60, 700, 7)
    )
    document = read(page)
    assert document.title == "Reykjavik, le sommet manqué"
    assert passages(document, document.body) == [SENTENCES[0]]
    assert passages(document, document.furniture) == ["La maison Höfdi, en 1986"]


def test_numbers_of_notes_are_not_glued_to_the_words_before_them():
    page = (
        PdfPage()
        .put("Le traité de 1987", 60, 760)
        .put("3", 142, 764, 6)
        .put(" a été signé à Washington par Reagan.", 146, 760)
    )
    assert body_of(page) == ["Le traité de 1987 a été signé à Washington par Reagan."]


def test_ligatures_are_two_letters():
    page = PdfPage().column(["Les affaires étrangères ont confirmé la rencontre de Reykjavik."])
    document = read(page)
    assert "affaires" in document.text
    assert not set("ﬀﬁﬂﬃﬄ") & set(document.text)


def test_information_gives_title_and_author_unless_a_program_wrote_it():
    page = PdfPage().column(FIRST)
    document = read(page, title="Reykjavik, le sommet manqué", author="Jeanne Martin")
    assert (document.title, document.author) == ("Reykjavik, le sommet manqué", "Jeanne Martin")
    document = read(page, title="Microsoft Word - reykjavik_v3.docx", author="Administrateur")
    assert (document.title, document.author) == ("", "")


def test_a_byline_counts_more_than_whose_computer_it_was():
    page = PdfPage().put("Un sommet manqué", 60, 800, 16).column(["Par Jeanne Martin", "", *FIRST])
    assert read(page, author="Jean").author == "Jeanne Martin"


def test_when_a_file_was_made_is_not_when_the_article_was_published():
    page = PdfPage().column(FIRST)
    assert b"CreationDate" in pdf([page])
    assert read(page).published is None


def test_a_publication_line_counts():
    page = PdfPage().put("Un sommet manqué", 60, 800, 16).column(["Publié le 12 octobre 1986", "", *FIRST])
    assert str(read(page).published) == "1986-10-12"


@pytest.mark.parametrize(
    ("content", "refusal", "words"),
    [
        pytest.param(pdf([PdfPage()]), Refusal.NO_BODY, "no article", id="empty page"),
        pytest.param(
            pdf([PdfPage().column(FIRST)], password="secret"), Refusal.ENCRYPTED, "without a password", id="encrypted"
        ),
        pytest.param(pdf([PdfPage().column(FIRST)])[:400], Refusal.DAMAGED, "as PDF", id="cut"),
    ],
)
def test_a_file_without_readable_text_is_refused_with_what_to_do(content, refusal, words):
    with pytest.raises(UnreadableArticle, match=words) as caught:
        read_article("article.pdf", content)
    assert caught.value.refusal is refusal


def test_the_same_file_always_gives_the_same_text():
    page = PdfPage().column([*FIRST, "", *SECOND])
    assert read(page) == read(page)

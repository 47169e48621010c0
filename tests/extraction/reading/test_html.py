"""A web page gives its article and its metadata, without navigation; a hostile page gives the one error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.extraction.reading import Refusal, UnreadableArticle, read_article

SENTENCES = (
    "Ronald Reagan et Mikhaïl Gorbatchev se sont séparés dimanche à Reykjavik sans accord sur le désarmement.",
    "Les deux dirigeants avaient passé deux jours dans la maison Höfdi, au bord de la mer, avec leurs ministres.",
    "« La porte reste ouverte », a assuré le président américain avant de monter dans son avion pour Washington.",
)
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(head="", body=PARAGRAPHS, lang="fr"):
    return f"""<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"/>{head}</head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/monde">Monde</a></li></ul></nav>
<article><h1>Reykjavik, le sommet manqué</h1>{body}</article>
<footer><p>Mentions légales</p></footer></body></html>"""


HEAD = """<title>Reykjavik, le sommet manqué</title>
<meta property="og:site_name" content="Le Quotidien"/>
<meta property="og:url" content="https://www.example.org/reykjavik"/>
<meta name="author" content="Jeanne Martin"/>
<meta property="article:published_time" content="1986-10-12T23:40:00-05:00"/>
<meta property="article:modified_time" content="1986-10-14T10:00:00+00:00"/>"""


def read(html, name="page.html", **options):
    return read_article(name, html.encode(), **options)


def body_of(document):
    return tuple(document.text[span.start : span.end] for span in document.body)


def test_page_gives_the_article_without_navigation():
    document = read(page(HEAD))
    assert body_of(document) == SENTENCES
    assert document.text == "\n\n".join(["Reykjavik, le sommet manqué", *SENTENCES])


def test_metadata_gives_title_site_author_address_and_the_day_that_the_page_writes():
    document = read(page(HEAD))
    assert (document.title, document.publisher, document.author, document.url) == (
        "Reykjavik, le sommet manqué",
        "Le Quotidien",
        "Jeanne Martin",
        "https://www.example.org/reykjavik",
    )
    assert (str(document.published), document.published_wording) == ("1986-10-12", "1986-10-12T23:40:00-05:00")


def test_page_is_known_by_its_content_when_its_name_does_not_say():
    assert body_of(read(page(HEAD), "download")) == SENTENCES


@pytest.mark.parametrize(
    ("head", "edtf"),
    [
        ('<meta name="date" content="1986-10"/>', "1986-10"),
        ('<meta name="DC.date.issued" content="1986-10-12"/>', "1986-10-12"),
        ('<meta itemprop="datePublished" content="12 octobre 1986"/>', "1986-10-12"),
        ('<script type="application/ld+json">{"a": {"datePublished": "1986-10-12T08:00"}}</script>', "1986-10-12"),
        ('<meta name="date" content="1986-13-45"/><meta name="dc.date" content="1986-10-12"/>', "1986-10-12"),
        (
            '<meta name="date" content="1987"/><meta property="article:published_time" content="1986-10-12"/>',
            "1986-10-12",
        ),
    ],
)
def test_publication_date_comes_from_the_metadata_as_precise_as_it_is_there(head, edtf):
    assert str(read(page(head)).published) == edtf


@pytest.mark.parametrize(
    "head",
    ["", '<meta property="article:modified_time" content="1986-10-14"/>', '<meta name="date" content="hier"/>'],
)
def test_page_that_does_not_say_when_has_no_publication_date(head):
    assert read(page(head, PARAGRAPHS + "<footer>© 1985-1987</footer>")).published is None


def test_impossible_date_in_the_metadata_is_refused():
    with pytest.raises(UnreadableArticle, match="“1986-13-45”"):
        read(page('<meta name="date" content="1986-13-45"/>'))


def test_visible_publication_line_counts_where_the_metadata_are_silent():
    line = "<p>AFP, publié le dimanche 12 octobre 1986 à 18h40</p>"
    document = read(page("", line + PARAGRAPHS))
    assert str(document.published) == "1986-10-12"
    assert body_of(document) == SENTENCES


def test_publication_line_beside_the_article_counts_where_the_metadata_are_silent():
    html = page("").replace(
        "<article>", "<h1>Reykjavik</h1><div class='meta'><span>Publié le 12 octobre 1986 à 18h40</span></div><article>"
    )
    assert str(read(html).published) == "1986-10-12"


def test_publication_line_of_another_article_before_the_headline_does_not_count():
    html = page("").replace("<article>", "<div><a>Genève</a><span>Publié le 21 novembre 1985</span></div><article>")
    assert read(html).published is None


def test_words_before_the_name_of_the_author_are_no_part_of_it():
    assert read(page(HEAD.replace('"Jeanne Martin"', '"Par Jeanne Martin"'))).author == "Jeanne Martin"


def test_headings_between_paragraphs_leave_the_body():
    document = read(page(HEAD, PARAGRAPHS.replace("</p><p>", "</p><h2>La porte reste ouverte</h2><p>", 1)))
    assert body_of(document) == SENTENCES


def test_furniture_in_the_extracted_text_is_marked():
    document = read(page(HEAD, PARAGRAPHS.replace("</p><p>", "</p><p>Lire aussi : Genève, un an plus tôt</p><p>", 1)))
    assert body_of(document) == SENTENCES
    assert [document.text[span.start : span.end] for span in document.furniture] == [
        "Lire aussi : Genève, un an plus tôt"
    ]


def test_old_page_is_read_in_the_encoding_of_its_characters():
    content = page(HEAD).replace("utf-8", "iso-8859-1").replace("«", '"').replace("»", '"')
    assert "Höfdi" in read_article("page.html", content.encode("cp1252")).text


def test_a_few_broken_characters_do_not_turn_a_page_away():
    content = page(HEAD, PARAGRAPHS * 3).encode() + "é".encode()[:1]
    assert "Höfdi" in read_article("page.html", content).text


def test_characters_that_cannot_be_stored_leave_text_and_values():
    head = HEAD + '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "a\\ud800b"}</script>'
    document = read(page(head, f"<p>&#xD83D;&#0;{SENTENCES[0]}</p>{PARAGRAPHS}"))
    for value in (document.text, document.title, document.author):
        assert "\x00" not in value.encode().decode()


def test_address_that_is_no_web_address_is_dropped():
    assert not read(page('<link rel="canonical" href="javascript:alert(1)"/>')).url


SENTENCE = f"<p>{SENTENCES[0]}</p>"


@pytest.mark.parametrize(
    ("html", "refusal"),
    [
        pytest.param("<html></html>", Refusal.NO_BODY, id="nothing"),
        pytest.param("<html><body><nav>Accueil</nav></body></html>", Refusal.NO_BODY, id="navigation only"),
        pytest.param("<html><!--" + "x" * 10_000, Refusal.NO_BODY, id="open comment"),
        pytest.param("<html>" + "x" * 2_000_000, Refusal.TOO_LARGE, id="2 MB"),
        pytest.param("<html><body>" + "<p>x" * 20_000, Refusal.TOO_LARGE, id="many elements"),
    ],
)
def test_page_without_an_article_is_refused(html, refusal):
    with pytest.raises(UnreadableArticle) as caught:
        read(html)
    assert caught.value.refusal is refusal


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<html><body>" + "<div>" * 9000 + SENTENCE, id="deep nesting"),
        pytest.param("<html><body>" + "<b><i>" * 4000 + SENTENCE, id="deep inline nesting"),
        pytest.param("<html><body>" + "<table><tr><td>" * 3000 + SENTENCE, id="nested tables"),
        pytest.param(
            '<html><script type="application/ld+json">' + "[" * 500_000 + "</script>" + SENTENCE, id="deep JSON"
        ),
        pytest.param(f'<html><body><p class="{"a " * 500_000}">{SENTENCE}', id="long attribute"),
        pytest.param(f"<html><head><title>{'a - ' * 400_000}</title></head><body>{SENTENCE}", id="long title"),
        pytest.param(f"<html><body>{SENTENCE}{' ' * 1_800_000}{SENTENCE}", id="long white space"),
        pytest.param("<html><body>" + "<meta charset=" * 9000 + SENTENCE, id="many charsets"),
    ],
)
def test_hostile_page_ends_in_a_document_or_the_one_error(html):
    check(html)


def check(html):
    try:
        document = read(html)
    except UnreadableArticle as error:
        str(error).encode()
    else:
        document.text.encode()


def test_entities_expand_to_nothing_from_outside(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    entity = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}"><!ENTITY b "&a;&a;&a;">]>'
    document = read(f"{entity}<html><body><p>&a;&b; {SENTENCES[0]}</p></body></html>")
    assert "hidden" not in document.text


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from([
            "<p>", "</p>", "<div>", "</div>", "<!--", "-->", "<![CDATA[", "]]>", "<meta ", "name=", '"', ">",
            "<", "&", "&#xD800;", "&#0;", "<time datetime=2021-13-45>", "<script>", "</script>", "<title>", "\x00", "é",
            SENTENCE, "<svg>", "<math>", "<?xml version='1.0' encoding='x'?>", "<br>", "<html lang=fr>",
        ]),
        max_size=30,
    )
)  # fmt: skip
def test_any_mixture_of_markup_ends_in_a_document_or_the_one_error(parts):
    check("".join(parts))


def tag(attributes):
    return "<p " + " ".join(f'data-{number}="a > b"' for number in range(attributes)) + "></p>"


def test_a_tag_of_hundreds_of_attributes_is_read_and_one_of_more_is_refused():
    assert read_article("page.html", page(body=PARAGRAPHS + tag(500)).encode()).body
    with pytest.raises(UnreadableArticle, match="501 attributes in one tag") as caught:
        read_article("page.html", page(body=PARAGRAPHS + tag(501)).encode())
    assert caught.value.refusal is Refusal.MARKUP


def test_long_values_and_scripts_are_no_attributes():
    odd = f"<div data-state='{'{&quot;a&quot;: 1, b = c} ' * 900}'></div><script>if (a <b {'c d ' * 900}) {{}}</script>"
    assert read_article("page.html", page(head=odd, body=PARAGRAPHS + odd).encode()).body

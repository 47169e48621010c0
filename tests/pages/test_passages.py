"""Quotes in their surroundings, and articles with their passages marked."""

import pytest

from tests import chronicle
from timeline.pages.annotated_article import AnnotatedArticle
from timeline.pages.passages import EXCERPT, excerpt, in_context

pytestmark = pytest.mark.django_db

ARTICLE = (
    "MOSCOU | Reagan et Gorbatchev se sont vus le 11 octobre 1986 à Reykjavik. Ils n’ont rien signé.\n\n"
    "• À lire aussi: le temps qu’il fera\n\n"
    "Le 8 décembre 1987, ils ont signé un traité à Washington."
)


def test_context_is_the_paragraph_with_quote_and_date_told_apart():
    article = chronicle.source(ARTICLE)
    quote = "se sont vus le 11 octobre 1986 à Reykjavik"
    pieces = in_context(chronicle.citation(article, quote, words="le 11 octobre 1986"), article.text)

    assert "".join(piece.text for piece in pieces) == ARTICLE.split("\n\n")[0]
    assert "".join(piece.text for piece in pieces if piece.quote) == quote
    assert [piece.text for piece in pieces if piece.time] == ["le 11 octobre 1986"]


def test_date_that_stands_outside_the_quote_is_marked_in_the_context():
    article = chronicle.source(ARTICLE)
    citation = chronicle.citation(article, "Ils n’ont rien signé", words="le 11 octobre 1986")
    times = [piece for piece in in_context(citation, article.text) if piece.time]
    assert [(piece.text, piece.quote) for piece in times] == [("le 11 octobre 1986", False)]


def test_long_quote_is_shortened_around_its_date():
    text = "mot " * 200 + "le 11 octobre 1986 " + "mot " * 200
    citation = chronicle.citation(chronicle.source(text), text.strip(), words="le 11 octobre 1986")

    pieces = excerpt(citation)
    assert [piece.text for piece in pieces if piece.time] == ["le 11 octobre 1986"]
    assert pieces[0].text == pieces[-1].text == "…"
    assert len("".join(piece.text for piece in pieces)) <= EXCERPT + 2


def test_short_quote_stays_whole():
    citation = chronicle.citation(chronicle.source(ARTICLE), "Ils n’ont rien signé")
    assert [piece.text for piece in excerpt(citation)] == ["Ils n’ont rien signé"]


def test_article_is_shown_verbatim_paragraph_by_paragraph():
    article = chronicle.source(ARTICLE, furniture=[[ARTICLE.index("•"), ARTICLE.index("fera") + 4]])
    paragraphs = AnnotatedArticle(article).paragraphs

    assert ["".join(segment.text for segment in one.segments) for one in paragraphs] == ARTICLE.split("\n\n")
    assert [one.furniture for one in paragraphs] == [False, True, False]


def test_nested_and_overlapping_passages_keep_their_anchors_and_numbers():
    article = chronicle.source(ARTICLE)
    event = chronicle.event("1986-10-11", "Ronald Reagan")
    for number, quote in enumerate(
        ("Reagan et Gorbatchev se sont vus le 11 octobre 1986", "se sont vus", "le 11 octobre 1986 à Reykjavik")
    ):
        chronicle.citation(article, quote, event=event, kind=f"k{number}", edtf="1986-10-11")

    segments = AnnotatedArticle(article).paragraphs[0].segments
    marked = [(one.text, [passage.number for passage in one.passages]) for one in segments if one.passages]
    assert marked == [
        ("Reagan et Gorbatchev ", [1]),
        ("se sont vus", [1, 2]),
        (" ", [1]),
        ("le 11 octobre 1986", [1, 3]),
        (" à Reykjavik", [3]),
    ]
    assert [passage.number for one in segments for passage in one.begin] == [1, 2, 3]
    assert [passage.number for one in segments for passage in one.end] == [2, 1, 3]


def test_passages_of_rejected_citations_and_drafts_are_not_marked():
    article = chronicle.source(ARTICLE)
    draft = chronicle.event("1986-10-11", "Ronald Reagan")
    draft.status = "draft"
    draft.save()
    chronicle.citation(article, "se sont vus", event=draft)
    chronicle.citation(article, "un traité", refusal="planned")
    chronicle.citation(article, "rien signé", refusal="undated", state="rejected")
    undated = chronicle.citation(article, "Reagan et Gorbatchev", refusal="undated")

    assert [passage.citation for passage in AnnotatedArticle(article).passages] == [undated]

"""What is told inside quotation marks is somebody's words: marks of every kind, over sentences and paragraphs."""

import pytest

from tests.one_article import article
from timeline.extraction.candidates.quotations import Quotations
from timeline.extraction.pipeline import extract
from timeline.knowledge import load_knowledge


def quotations_in(text):
    """Every outermost quotation, as it stands in the text."""
    found = Quotations(article(text))
    spans = dict.fromkeys(span for offset in range(len(text)) if (span := found.around(offset)))
    return [text[span.start : span.end] for span in spans]


QUOTATIONS = [
    pytest.param("« Non », dit-il.", ["« Non »"], id="angled"),
    pytest.param("“No,” he said. “Yes.”", ["“No,”", "“Yes.”"], id="curly"),
    pytest.param('"No," he said. "Yes."', ['"No,"', '"Yes."'], id="straight"),
    pytest.param('Il dit " non " et " oui ".', ['" non "', '" oui "'], id="straight between spaces"),
    pytest.param("‘It isn’t so,’ he said.", ["‘It isn’t so,’"], id="single, with an apostrophe inside"),
    pytest.param("L'ami de l'homme d'État, l'autre.", [], id="apostrophes"),
    pytest.param('A plate of 5" by 7" was shown.', [], id="inches"),
    pytest.param("« Il parle de « paix » encore », dit-il.", ["« Il parle de « paix » encore »"], id="nested"),
    pytest.param("« Il dit. « Il dit encore. » Fin.", ["« Il dit. « Il dit encore. »"], id="a mark repeated"),
    pytest.param("“One.\n\n“Two.” End.", ["“One.", "“Two.”"], id="a mark before each paragraph"),
    pytest.param("« Un.\n\nDeux. » Fin.", ["« Un.\n\nDeux. »"], id="closed in the next paragraph"),
    pytest.param("« Un. Deux.\n\nTrois « quatre ».", ["« Un. Deux.", "« quatre »"], id="never closed"),
    pytest.param('Un " seul.', ['" seul.'], id="straight, never closed"),
    pytest.param("Fin » et suite ” encore.", [], id="closing marks alone"),
]


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS)
def test_quotations_are_found_with_their_marks(text, expected):
    assert quotations_in(text) == expected


REFUSED = [
    pytest.param("en", '"We met Nikita Khrushchev in Vienna in 1961," Kennedy told reporters.', id="straight marks"),
    pytest.param(
        "fr", "« Nous avons peu dormi. L'Irak a envahi le Koweït en août 1990. C'est tout. »", id="of several sentences"
    ),
    pytest.param("fr", "« Écoutez.\n\nL'Irak a envahi le Koweït en août 1990. »", id="of several paragraphs"),
]


@pytest.mark.parametrize(("language", "text"), REFUSED)
def test_what_somebody_tells_is_quoted(language, text):
    assert {claim.refusal for claim in extract(article(text, language), load_knowledge())} == {"quoted"}


PUBLISHED = [
    pytest.param("fr", "L'Égypte et Israël ont signé un « accord de paix historique » en mars 1979.", id="a phrase"),
    pytest.param("fr", "« Enfin », dit-il. L'Irak a envahi le Koweït le 2 août 1990.", id="behind a quotation"),
    pytest.param("en", '"At last." Richard Nixon met Mao Zedong on 21 February 1972.', id="behind straight marks"),
]


@pytest.mark.parametrize(("language", "text"), PUBLISHED)
def test_what_stands_beside_marks_or_is_a_phrase_in_them_is_told_by_the_author(language, text):
    assert [claim.refusal for claim in extract(article(text, language), load_knowledge())] == [""]


def test_marks_without_end_cost_in_proportion():
    text = "« " * 60_000 + "» " * 60_000
    assert Quotations(article(text)).around(0)

"""Where the parser begins anew inside a sentence, and how its readings are mended."""

import pytest

from tests.one_article import article
from timeline.extraction.sentences import split_sentences


def roots(text, language="fr"):
    """The words that head the parts of the one sentence."""
    (sentence,) = split_sentences(article(text, language))
    return [token.text for position, token in enumerate(sentence.tokens) if token.head == position]


def heads(text, language="fr"):
    (sentence,) = split_sentences(article(text, language))
    return {token.text: sentence.tokens[token.head].text for token in sentence.tokens}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Sadate se rend à Jérusalem ; Begin l'attend à l'aéroport.", ["rend", "attend"]),
        ("en", "Sadat flew to Jerusalem; Begin waited at the airport.", ["flew", "waited"]),
        ("fr", "Le secret était gardé : en 1971, Kissinger se rend à Pékin.", ["gardé", "rend"]),
    ],
)
def test_clauses_around_a_semicolon_or_colon_are_parsed_apart(language, text, expected):
    assert roots(text, language) == expected


def test_a_list_after_a_colon_belongs_to_its_clause():
    assert roots("Trois capitales ont signé : Paris, Bonn et Rome.") == ["signé"]


@pytest.mark.parametrize(
    ("language", "text", "date", "verb"),
    [
        ("fr", "Les 3 et 4 juin 1961, à Vienne, Kennedy et Khrouchtchev discutent de Berlin.", "3", "discutent"),
        ("fr", "Lundi Willy Brandt a reçu Leonid Brejnev.", "Lundi", "reçu"),
        ("en", "On 3 June 1961, in Vienna, Kennedy and Khrushchev talked about Berlin.", "On", "talked"),
        ("en", "The following day Soviet troops began their withdrawal.", "day", "began"),
    ],
)
def test_a_date_in_front_hangs_on_the_main_verb(language, text, date, verb):
    assert heads(text, language)[date] == verb


def test_a_subject_is_not_torn_from_its_date():
    assert "session" in heads("Last Thursday's session in Geneva was short.", "en")["Thursday"]


def test_offsets_stay_true():
    text = "Le 5 juin 1967, Israël attaque l'Égypte ; le 10, les combats cessent."
    (sentence,) = split_sentences(article(text))
    assert all(text[token.start : token.end] == token.text for token in sentence.tokens)

"""Whether a clause looks back or ahead."""

import pytest

from timeline.extraction.records import Token
from timeline.extraction.times.direction import Direction, direction_of
from timeline.extraction.times.folding import fold
from timeline.extraction.times.grammar import grammar


def _direction(language: str, text: str, words: str, tokens: tuple[Token, ...] = ()) -> Direction:
    start = text.index(words)
    return direction_of(grammar(language), fold(text), start, start + len(words), tokens)


@pytest.mark.parametrize(
    ("language", "text", "words", "expected"),
    [
        ("fr", "Ils ont signé mardi un accord.", "mardi", Direction.PAST),
        ("fr", "Ils signaient mardi un accord.", "mardi", Direction.PAST),
        ("fr", "Ils signèrent mardi un accord.", "mardi", Direction.PAST),
        ("fr", "Ils signeront mardi un accord.", "mardi", Direction.FUTURE),
        ("fr", "Le sommet est prévu mardi.", "mardi", Direction.FUTURE),
        ("fr", "Le texte doit entrer en vigueur dimanche.", "dimanche", Direction.FUTURE),
        ("fr", "Ils ont signé un texte, qui entrera en vigueur mardi.", "mardi", Direction.FUTURE),
        ("fr", "Le sommet, qui s'est tenu mardi, sera suivi d'un autre.", "mardi", Direction.PAST),
        ("fr", "Il a promis une réponse d'ici mardi.", "mardi", Direction.FUTURE),
        ("fr", "Ils voteront ce que l'on sait depuis mardi.", "mardi", Direction.PAST),
        ("fr", "Sommet à Reykjavik mardi", "mardi", Direction.UNKNOWN),
        ("en", "They met on Tuesday.", "Tuesday", Direction.PAST),
        ("en", "They announced it on Tuesday.", "Tuesday", Direction.PAST),
        ("en", "They will meet on Tuesday.", "Tuesday", Direction.FUTURE),
        ("en", "The deal should be completed in October.", "October", Direction.FUTURE),
        ("en", "A hearing has been scheduled for Tuesday.", "Tuesday", Direction.FUTURE),
    ],
)
def test_nearest_cue_tells_the_direction(language: str, text: str, words: str, expected: Direction):
    assert _direction(language, text, words) is expected


def test_tense_of_the_governing_verb_comes_before_cue_words():
    text = "Il la revit mardi."
    tokens = (
        Token(0, 2, "Il", "il", "PRON", "Person=3", "nsubj", 2, ""),
        Token(3, 5, "la", "le", "PRON", "Person=3", "obj", 2, ""),
        Token(6, 11, "revit", "revoir", "VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", "ROOT", 2, ""),
        Token(12, 17, "mardi", "mardi", "NOUN", "", "obl", 2, ""),
    )
    assert _direction("fr", text, "mardi") is Direction.UNKNOWN
    assert _direction("fr", text, "mardi", tokens) is Direction.PAST

"""Whether a clause looks back or ahead."""

import pytest

from timeline.extraction.records import Token
from timeline.extraction.times.direction import Clauses
from timeline.extraction.times.tenses import Direction, TenseExample, tenses

EXAMPLES = [
    pytest.param(language, example, id=f"{language}-{example.text}")
    for language in ("fr", "en")
    for example in tenses(language).examples
]


def _direction(language: str, text: str, words: str, tokens: tuple[Token, ...] = ()) -> Direction:
    start = text.index(words)
    return Clauses(language, text, tokens).direction(start, start + len(words))


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_nearest_verb_or_cue_tells_the_direction(language: str, example: TenseExample):
    assert _direction(language, example.text, example.words) == example.direction


def test_a_preposition_is_no_auxiliary():
    assert _direction("fr", "À Bruxelles mardi", "mardi") is Direction.UNKNOWN


class TestWithTokens:
    """spaCy's reading of the governing verb."""

    text = "Il la revit mardi."
    tokens = (
        Token(0, 2, "Il", "il", "PRON", "Person=3", "nsubj", 2, ""),
        Token(3, 5, "la", "le", "PRON", "Person=3", "obj", 2, ""),
        Token(6, 11, "revit", "revoir", "VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", "ROOT", 2, ""),
        Token(12, 17, "mardi", "mardi", "NOUN", "", "obl", 2, ""),
    )

    def test_tense_of_the_governing_verb_is_read(self):
        assert _direction("fr", self.text, "mardi") is Direction.UNKNOWN
        assert _direction("fr", self.text, "mardi", self.tokens) is Direction.PAST

    @pytest.mark.parametrize(
        ("text", "verbs", "expected"),
        [
            ("Il la revoit mardi.", [("revoit", "revoir", "Tense=Pres|VerbForm=Fin")], Direction.PRESENT),
            ("Il la dénonce mardi.", [("dénonce", "dénoncer", "Tense=Pres|VerbForm=Fin")], Direction.PAST),
            ("Il veut la quitter mardi.", [("quitter", "quitter", "VerbForm=Inf")], Direction.UNKNOWN),
            ("Elle est reçue mardi.", [("reçue", "prévoir", "Tense=Past|VerbForm=Part")], Direction.PLANNED),
        ],
        ids=["present", "report", "infinitive-alone", "planned"],
    )
    def test_kind_of_verb_counts(self, text: str, verbs: list[tuple[str, str, str]], expected: Direction):
        [(word, lemma, morph)] = verbs
        start, when = text.index(word), text.index("mardi")
        verb = Token(start, start + len(word), word, lemma, "VERB", morph, "ROOT", 0, "")
        day = Token(when, when + 5, "mardi", "mardi", "NOUN", "", "obl", 0, "")
        without_signs = "x" * len(text[:when]) + text[when:]
        assert Clauses("fr", without_signs, (verb, day)).direction(when, when + 5) is expected

"""Which year a day and month without one take over from the sentence before, and which they do not."""

import pytest

from tests.extraction.times.reading import dates_in
from timeline.extraction.times.direction import Clauses


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr",
            "La crise de 1962 hante les esprits. Le ministre est arrivé à Cuba le 3 mars.",
            ["1962", "1987-03-03"],
            id="of a thing",
        ),
        pytest.param(
            "fr",
            "Un ouvrage paru en 1971 le raconte. Le ministre est arrivé à Cuba le 3 mars.",
            ["1971", "1987-03-03"],
            id="of a thing, with a participle",
        ),
        pytest.param(
            "en",
            "The 1962 crisis still haunts them. The minister flew to Havana on March 3.",
            ["1962", "1987-03-03"],
            id="of a thing, before it",
        ),
        pytest.param(
            "en",
            "The crisis of 1962 still haunts them. The minister flew to Havana on March 3.",
            ["1962", "1987-03-03"],
            id="of a thing, behind it",
        ),
        pytest.param(
            "fr",
            "La crise de 1962 a marqué les esprits. Le ministre avait quitté Cuba le 3 mars.",
            ["1962", "1962-03-03"],
            id="of a thing, of which the pluperfect goes on to tell",
        ),
        pytest.param(
            "fr",
            "Lors de la crise de 1962, ils se sont écrit. Le ministre est arrivé à Cuba le 3 décembre.",
            ["1962", "1962-12-03"],
            id="of what happens in the clause",
        ),
        pytest.param(
            "fr",
            "En 1985, il relit le traité de 1963. Le ministre est arrivé à Cuba le 3 mars.",
            ["1985", "1963", "1985-03-03"],
            id="of a thing beside that of the story",
        ),
        pytest.param(
            "fr",
            "Le traité est signé le 22 janvier 1963. Le chancelier avait quitté Bonn le 20 janvier.",
            ["1963-01-22", "1963-01-20"],
            id="an earlier day in the pluperfect",
        ),
        pytest.param(
            "en",
            "The treaty was signed on January 22, 1963. The chancellor had already left Bonn on January 20.",
            ["1963-01-22", "1963-01-20"],
            id="an earlier day in the pluperfect, in English",
        ),
        pytest.param(
            "fr",
            "Le traité est signé le 22 janvier 1963. Le chancelier a quitté Bonn le 20 janvier.",
            ["1963-01-22", "1987-01-20"],
            id="an earlier day otherwise",
        ),
    ],
)
def test_year_of_the_next_sentence(language, text, expected):
    assert dates_in(text, language, "1987-06-12") == expected


@pytest.mark.parametrize(
    ("language", "text", "words", "expected"),
    [
        ("fr", "Ils évoquent le sommet de 1972.", "1972", True),
        ("fr", "Le texte signé en 1972 expire.", "en 1972", True),
        ("fr", "Le texte a été signé en 1972.", "en 1972", False),
        ("fr", "Au cours du sommet de 1972, ils signent.", "1972", False),
        ("en", "They recall the 1972 summit.", "1972", True),
        ("en", "They met in 1972 and signed.", "in 1972", False),
        ("en", "At the 1972 summit they signed.", "1972", False),
    ],
)
def test_a_date_may_tell_which_thing_is_meant(language, text, words, expected):
    start = text.lower().index(words)
    assert Clauses(language, text, ()).tells_which(start, start + len(words)) is expected

"""« le Congrès » that votes is a parliament; the one that was held somewhere is a conference."""

import pytest

from tests.one_article import article
from timeline.extraction.pipeline import extract
from timeline.knowledge import load_knowledge


def conferences(text, language):
    claims = extract(article(text, language, "1999-06-15"), load_knowledge())
    return [claim for claim in claims if claim.kind == "conference"]


PARLIAMENTS = [
    pytest.param("fr", "Bill Clinton a été acquitté par le Congrès en février 1999.", id="agent"),
    pytest.param("fr", "Bill Clinton s'est exprimé devant le Congrès en février 1999.", id="audience"),
    pytest.param("fr", "Le texte a été voté par l'assemblée en mars 1998.", id="agent without a capital"),
    pytest.param("en", "Bill Clinton was acquitted by Congress in February 1999.", id="agent, in English"),
    pytest.param("en", "Bill Clinton addressed Congress in January 1998.", id="audience, in English"),
]


@pytest.mark.parametrize(("language", "text"), PARLIAMENTS)
def test_a_parliament_is_no_conference(language, text):
    assert conferences(text, language) == []


HELD = [
    pytest.param("fr", "Le congrès de Vienne a redessiné l'Europe en 1815.", id="said where"),
    pytest.param("fr", "Le Congrès s'est ouvert à Berlin en juin 1878.", id="opened"),
    pytest.param("en", "The Congress of Berlin redrew the map in 1878.", id="said where, in English"),
]


@pytest.mark.parametrize(("language", "text"), HELD)
def test_what_was_held_is_a_conference(language, text):
    assert len(conferences(text, language)) == 1

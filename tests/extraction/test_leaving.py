"""Who leaves a body or an agreement breaks with it; who leaves a town only goes; who leaves power is out of office."""

import pytest

from tests.one_article import article
from timeline.extraction.pipeline import extract
from timeline.knowledge import load_knowledge

KINDS = [
    pytest.param("fr", "Léonid Brejnev a quitté Belgrade le 17 novembre 1976.", [], id="a person leaves a town"),
    pytest.param("en", "Zhou Enlai left Rangoon on 4 September 1956.", [], id="a person leaves a town, in English"),
    pytest.param("en", "Willy Brandt left the room on 4 September 1970.", [], id="a room"),
    pytest.param("en", "Willy Brandt left for Warsaw on 4 December 1970.", [], id="left for"),
    pytest.param("fr", "Léonid Brejnev est sorti de l'hôpital le 4 mai 1975.", [], id="a house"),
    pytest.param("fr", "Habib Bourguiba a quitté le pouvoir le 7 novembre 1987.", ["appointment"], id="power"),
    pytest.param("en", "Konrad Adenauer left office on 16 October 1963.", ["appointment"], id="office"),
    pytest.param("fr", "L'Indonésie a quitté les Nations unies en janvier 1965.", ["rupture"], id="an organisation"),
    pytest.param("en", "Greece left NATO in August 1974.", ["rupture"], id="an organisation, in English"),
    pytest.param("fr", "Le Japon est sorti du traité de Washington en 1934.", ["rupture"], id="a treaty"),
    pytest.param("en", "The Soviet delegation left the negotiating table on 4 May 1983.", ["rupture"], id="the table"),
    pytest.param("fr", "Les troupes soviétiques ont quitté Kaboul en février 1989.", ["rupture"], id="troops withdraw"),
    pytest.param("en", "The Soviet Union left Afghanistan in February 1989.", ["rupture"], id="a state withdraws"),
]


@pytest.mark.parametrize(("language", "text", "kinds"), KINDS)
def test_what_is_left_tells_whether_it_is_a_rupture(language, text, kinds):
    claims = extract(article(text, language, "1995-06-15"), load_knowledge())
    assert [claim.kind for claim in claims if not claim.refusal] == kinds

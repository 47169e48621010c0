"""Claims of sentences that name nobody take the parties told of before, unless they tell of somebody else."""

import pytest

from tests.one_article import article
from timeline.extraction.pipeline import extract
from timeline.knowledge import load_knowledge

CARTER_MET_SADAT = {
    "fr": "Jimmy Carter et Anouar el-Sadate se sont rencontrés à Washington le 4 avril 1977. ",
    "en": "Jimmy Carter and Anwar Sadat met in Washington on April 4, 1977. ",
}
BOTH = {"Jimmy Carter", "Anwar Sadat"}


def last_claim(language, text):
    return extract(article(CARTER_MET_SADAT[language] + text, language, "1979-03-20"), load_knowledge())[-1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fr", "La rencontre suivante a eu lieu en février 1978.", id="the event itself"),
        pytest.param("fr", "Ils se sont revus à Camp David en septembre 1978.", id="a pronoun"),
        pytest.param("fr", "Les deux délégations se sont réunies en septembre 1978.", id="both delegations"),
        pytest.param("fr", "Les mêmes négociateurs se sont réunis en septembre 1978.", id="the same people"),
        pytest.param("fr", "Les parties se sont réunies en septembre 1978.", id="the parties"),
        pytest.param("en", "The two sides met again in February 1978.", id="the two sides"),
        pytest.param("en", "A second meeting was held in February 1978.", id="a second meeting"),
    ],
)
def test_who_met_before_is_implied(language, text):
    claim = last_claim(language, text)
    assert {party.actor.name for party in claim.participants} == BOTH
    assert claim.refusal == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fr", "Des juristes se sont réunis à Genève en février 1978.", id="other people"),
        pytest.param("fr", "Un émissaire du roi a été reçu à Londres en février 1978.", id="who is received"),
        pytest.param("fr", "Une rencontre entre négociateurs a eu lieu en février 1978.", id="between whom"),
        pytest.param("en", "A group of senators met in Geneva in February 1978.", id="other people, in English"),
        pytest.param(
            "en", "Talks between experts were held in Geneva in February 1978.", id="between whom, in English"
        ),
    ],
)
def test_nobody_is_implied_where_the_clause_tells_of_other_people(language, text):
    claim = last_claim(language, text)
    assert not BOTH & {party.actor.name for party in claim.participants}


def test_who_was_not_in_office_yet_is_not_implied():
    claim = last_claim("fr", "La rencontre précédente avait eu lieu à Genève en décembre 1963.")
    assert (claim.participants, claim.refusal) == ((), "no_actor")

"""Who is meant by an office without a name, at the time of which the sentence speaks."""

import pytest

from tests.one_article import mentions_in


def bearer(text, language, words, published="2021-06-17"):
    found = [m for m in mentions_in(text, language, published) if m.text == words and m.office]
    return [actor.name for actor in found[-1].actors]


@pytest.mark.parametrize(
    ("text", "language", "words", "name"),
    [
        pytest.param(
            "On September 9, 1993 the chairman of the PLO recognized Israel.",
            "en",
            "chairman of the PLO",
            "Yasser Arafat",
            id="a day in the sentence",
        ),
        pytest.param(
            "En mars 2013, le secrétaire d’État américain est venu à Rome.",
            "fr",
            "secrétaire d’État américain",
            "John Kerry",
            id="a month in the sentence",
        ),
        pytest.param(
            "Tout commence le 17 novembre 1977. Deux jours plus tard, le président égyptien parlait.",
            "fr",
            "président égyptien",
            "Anwar Sadat",
            id="a date counted from another",
        ),
        pytest.param(
            "Tout commença à Camp David en 1978. Le président américain avait tout préparé.",
            "fr",
            "président américain",
            "Jimmy Carter",
            id="the dated sentence before",
        ),
        pytest.param("Mardi, le président américain a parlé.", "fr", "président américain", "Joe Biden", id="now"),
        pytest.param(
            "Le président américain se rendra à Tokyo en 2028.", "fr", "président américain", "Joe Biden", id="to come"
        ),
        pytest.param(
            "Joe Biden, le président américain, se souvient. En 1995, le président américain était à Moscou.",
            "fr",
            "président américain",
            "Bill Clinton",
            id="the sentence's date goes before the bearer of today",
        ),
    ],
)
def test_an_office_is_read_as_of_the_time_of_the_sentence(text, language, words, name):
    assert bearer(text, language, words) == [name]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Entre 1999 et 2003, le président américain a changé d’avis.", id="a span of two bearers"),
        pytest.param("Mardi, on a relu l’accord de 1994 que le président américain critiquait.", id="two dates"),
        pytest.param(
            "L’accord date de 1994. Le président américain le critique.", id="present tense after a past date"
        ),
        pytest.param(
            "John Kennedy vint. Le soir tomba. La ville dormait. Tout se tut. Le président américain voulait la paix.",
            id="an earlier bearer is named",
        ),
    ],
)
def test_it_stays_open_where_two_bearers_are_possible(text):
    assert bearer(text, "fr", "président américain") == []


def test_another_bearer_named_in_the_article_goes_before_the_publication():
    text = "Bill Clinton reçut ses hôtes. Le président américain souriait."
    assert bearer(text, "fr", "président américain") == ["Bill Clinton"]


def test_who_holds_another_office_now_is_not_the_earlier_bearer():
    text = "Michel Aoun était là. Selon le Premier ministre libanais, rien ne bougeait."
    assert bearer(text, "fr", "Premier ministre libanais", "2021-02-10") == ["Hassan Diab"]


def test_an_office_that_many_hold_at_once_means_nobody_by_its_date():
    assert (
        bearer("Le porte-parole du gouvernement français parle.", "fr", "porte-parole du gouvernement français") == []
    )


def test_the_leader_of_iran_is_whichever_leader_the_article_names():
    text = "Ali Khamenei parle. Le dirigeant iranien menace."
    assert bearer(text, "fr", "dirigeant iranien") == ["Ali Khamenei"]
    assert bearer("Le dirigeant iranien menace.", "fr", "dirigeant iranien") == []

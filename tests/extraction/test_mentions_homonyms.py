"""Which of several persons of one surname is meant: by the office before the name and the dates of its sentence."""

import pytest

from tests.one_article import mentions_in, named


@pytest.mark.parametrize(
    ("language", "text", "words", "name"),
    [
        pytest.param(
            "en",
            "President Bush met Vladimir Putin in Ljubljana in June 2001.",
            "Bush",
            "George W. Bush",
            id="of two presidents the one of that year",
        ),
        pytest.param(
            "fr",
            "Jacques Chirac est là. Le président Bush a reçu Boris Eltsine en juin 1992.",
            "Bush",
            "George H. W. Bush",
            id="whoever else is named",
        ),
        pytest.param(
            "fr",
            "Le président Johnson a reçu Levi Eshkol au Texas en janvier 1968.",
            "Johnson",
            "Lyndon B. Johnson",
            id="not the prime minister of today",
        ),
        pytest.param(
            "en",
            "Hillary Clinton watched. President Clinton saw Boris Yeltsin in Helsinki in March 1997.",
            "Clinton",
            "Bill Clinton",
            id="not the one named in full who never had the office",
        ),
        pytest.param(
            "en",
            "Bill Clinton and Hillary Clinton were there. Ms Clinton saw Sergei Lavrov in Geneva in March 2009.",
            "Clinton",
            "Hillary Clinton",
            id="of two named the one in office then",
        ),
        pytest.param(
            "fr",
            "George W. Bush a visité Pékin. En 1989, le président Bush est allé à Varsovie.",
            "Bush",
            "George H. W. Bush",
            id="not the son who held it later",
        ),
        pytest.param(
            "en",
            "Secretary of State Baker met Eduard Shevardnadze in Jackson Hole in September 1989.",
            "Baker",
            "James Baker",
            id="behind an office of several words",
        ),
        pytest.param(
            "en",
            "Prime Minister Johnson met Angela Merkel in Berlin in August 2019.",
            "Johnson",
            "Boris Johnson",
            id="the prime minister, of his own time",
        ),
    ],
)
def test_office_and_date_tell_who_is_meant(language, text, words, name):
    assert named(mentions_in(text, language, "2021-05-05"))[words] == [name]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le président Wilson est arrivé à Londres le 26 décembre 1918.", id="never president"),
        pytest.param("À Moscou, Wilson a rencontré Trotski en 1887.", id="long before his time"),
    ],
)
def test_nobody_is_meant_whose_time_in_office_lies_far_from_the_date(text):
    assert "Harold Wilson" not in str(named(mentions_in(text, "fr", "2021-05-05")))


def test_what_is_told_today_may_look_far_back():
    found = named(mentions_in("Le président Macron a salué l'esprit de 1918.", "fr", "2018-11-11"))
    assert found["Macron"] == ["Emmanuel Macron"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        pytest.param("fr", "Joe Biden est à Rome. Le président Bush a vu le pape.", "Joe Biden", id="two may be meant"),
        pytest.param("en", "Joe Biden is in Rome. President Zorblatt saw the pope.", "Joe Biden", id="nobody known"),
    ],
)
def test_an_office_with_a_name_behind_it_is_not_that_of_somebody_told_of_before(language, text, name):
    offices = [mention for mention in mentions_in(text, language, "2021-05-05") if "resident" in mention.text]
    assert name not in [actor.name for mention in offices for actor in mention.actors]


def test_an_office_before_a_weekday_has_no_name_behind_it():
    text = "Joe Biden was in Rome. The president Monday signed a treaty with Italy."
    assert named(mentions_in(text, "en", "2021-05-05"))["president"] == ["Joe Biden"]

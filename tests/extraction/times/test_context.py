"""Dates that hang on one spoken of before: the anchor stack."""

import pytest

from tests.extraction.times.reading import dates_in, times_in
from timeline.extraction.records import Origin


@pytest.mark.parametrize(
    ("language", "text", "published", "expected"),
    [
        pytest.param(
            "fr",
            "Ils se voient le 17 septembre 1978. Deux jours plus tôt, rien n'était signé. Le lendemain, ils partent.",
            "",
            ["1978-09-17", "1978-09-15", "1978-09-16"],
            id="chain-of-days",
        ),
        pytest.param(
            "fr",
            "En novembre 1985, ils font connaissance. En octobre de l'année suivante, ils sont à Reykjavik.",
            "",
            ["1985-11", "1986-10"],
            id="following-year",
        ),
        pytest.param(
            "fr",
            "Le 8 mai 2018, il annonce le retrait. En novembre de la même année, les sanctions reviennent.",
            "2021-04",
            ["2018-05-08", "2018-11"],
            id="same-year",
        ),
        pytest.param(
            "fr",
            "La réunion datait d'octobre 2016. Depuis, le dossier dormait. Début septembre, ils ont agi.",
            "2019-12-13",
            ["2016-10", "2019-09"],
            id="earlier-month-goes-back-to-the-publication",
        ),
        pytest.param(
            "fr",
            "Les sanctions datent de 2014.\nLe 30 septembre, ils se sont réunis à Genève.",
            "2021-11",
            ["2014", "2021-09-30"],
            id="year-stays-in-its-paragraph",
        ),
        pytest.param(
            "fr",
            "Ils ont signé mercredi le traité, qui devait expirer vendredi. Huit jours plus tôt, ils s'étaient parlé.",
            "2021-02-05",
            ["2021-02-03", "2021-02-05", "2021-01-26"],
            id="counts-from-what-happened",
        ),
        pytest.param(
            "fr",
            "« Nous ne referons pas le 5 septembre », jure-t-il. Ce jour-là, un protocole avait été signé.",
            "2015-02-13",
            ["2015-09-05", "2014-09-05"],
            id="a-day-to-come-back-is-the-one-that-was",
        ),
        pytest.param(
            "en",
            "On February 12, they met. A week earlier, they had flown to Kyiv; the next day they were in Moscow.",
            "2015-03",
            ["2015-02-12", "2015-02-05", "2015-02-06"],
            id="week-earlier-then-next-day",
        ),
        pytest.param(
            "en",
            "He died in 1998. The text was signed in Paris on 14 December of that year.",
            "",
            ["1998", "1998-12-14"],
            id="of-that-year",
        ),
        pytest.param(
            "en",
            "They spoke on December 17, 2014; the day before, they had talked. The same day, three spies flew home.",
            "2016-12-05",
            ["2014-12-17", "2014-12-16", "2014-12-17"],
            id="same-day-passes-over-an-aside",
        ),
    ],
)
def test_date_hangs_on_the_one_before(language: str, text: str, published: str, expected: list[str]):
    assert dates_in(text, language, published) == expected


def test_context_is_named_in_the_derivation():
    veille = times_in("Ils signent le 16 juin 2021. La veille, il était arrivé.")[1].derivation
    assert veille.base is not None
    assert (veille.origin, veille.rule) == (Origin.RELATIVE, "day_before")
    assert (veille.base.edtf, veille.base_kind, veille.base_wording) == ("2021-06-16", "context", "le 16 juin 2021")


def test_nothing_spoken_of_leaves_the_date_open():
    [veille] = times_in("La veille, il était arrivé.", "fr", "")
    assert veille.date is None

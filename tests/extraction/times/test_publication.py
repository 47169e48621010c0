"""What relative and partial dates mean under a publication date that is a day, a month, a year or unknown."""

import pytest

from tests.extraction.times.reading import dates_in, times_in
from timeline.extraction.records import Origin

TUESDAYS = "[2021-11-02,2021-11-09,2021-11-16,2021-11-23,2021-11-30]"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        pytest.param("Il a rencontré mardi son homologue.", "2021-11", [TUESDAYS], id="weekday-month-is-a-set"),
        pytest.param("Il a rencontré mardi son homologue.", "2021-11-04", ["2021-11-02"], id="weekday-day"),
        pytest.param("Il a rencontré mardi son homologue.", "2021-11-02", ["2021-11-02"], id="weekday-same-day"),
        pytest.param("Il a rencontré mardi son homologue.", "2021", [], id="weekday-year-stays-open"),
        pytest.param("Il a rencontré mardi son homologue.", "", [], id="weekday-unknown-stays-open"),
        pytest.param("Ils se sont vus hier.", "2021-11", ["2021-11~"], id="yesterday-month"),
        pytest.param("Ils se sont vus hier.", "", [], id="yesterday-unknown"),
        pytest.param("Le sommet s'est tenu le 16 juin.", "2021-11", ["2021-06-16"], id="day-before-month"),
        pytest.param("Le sommet s'est tenu le 16 juin.", "2021", ["2021-06-16"], id="day-under-a-year"),
        pytest.param("Le sommet s'est tenu le 16 décembre.", "2021-11", ["2020-12-16"], id="day-of-last-year"),
        pytest.param("Le sommet se tiendra le 16 janvier.", "2021-11", ["2022-01-16"], id="day-ahead"),
        pytest.param("Le dialogue entamé en juin se poursuit.", "2021-11", ["2021-06"], id="month-stays-a-month"),
        pytest.param("Le mois dernier, ils se sont revus.", "2021-11", ["2021-10"], id="last-month-under-month"),
        pytest.param("Le mois dernier, ils se sont revus.", "2021", [], id="last-month-under-year"),
        pytest.param("L'an dernier, ils se sont revus.", "2021-11", ["2020"], id="last-year"),
        pytest.param("Lundi prochain, ils voteront.", "2015-07-15", ["2015-07-20"], id="next-monday"),
        pytest.param("Aujourd'hui, ils ont signé.", "2015-07-15", ["2015-07-15"], id="today"),
        pytest.param("Aujourd'hui, ils ont signé.", "2015-07", ["2015-07"], id="today-under-month"),
        pytest.param("Aujourd'hui, ils ont signé.", "", [], id="today-unknown"),
    ],
)
def test_date_is_as_fine_as_the_publication_allows(text: str, published: str, expected: list[str]):
    assert dates_in(text, "fr", published) == expected


def test_set_of_weekdays_explains_itself():
    [tuesday] = times_in("Il a rencontré mardi son homologue.", "fr", "2021-11")
    assert tuesday.derivation.origin is Origin.RELATIVE
    assert tuesday.derivation.rule == "weekday"
    assert tuesday.derivation.base is not None
    assert (tuesday.derivation.base.edtf, tuesday.derivation.base_kind) == ("2021-11", "published")


def test_day_before_a_set_is_a_set():
    text = "Ils se sont parlé mercredi à Genève. La veille, il avait été accueilli par le président."
    assert dates_in(text, "fr", "2021-06")[1] == "[2021-06-01,2021-06-08,2021-06-15,2021-06-22,2021-06-29]"


def test_dateline_makes_a_month_of_publication_finer():
    text = "CARTHAGÈNE, 27 sept (AFP) - Ils ont signé lundi l'accord. Dimanche prochain, les électeurs diront."
    assert dates_in(text, "fr", "2016-09")[1:] == ["2016-09-26", "2016-10-02"]


def test_dateline_with_a_full_date_stands_for_the_publication():
    text = "VIENNA, April 9, 2021 — (AP) Diplomats wound up their talks on Friday."
    assert dates_in(text, "en")[1:] == ["2021-04-09"]


def test_weekday_dated_elsewhere_in_the_article_is_that_day():
    text = "Le sommet s'ouvrira mardi. Le mardi 9 novembre, les délégations arriveront à Reykjavik."
    assert dates_in(text, "fr", "2021-11")[0] == "2021-11-09"


class TestWithoutPublication:
    text = (
        "Nikolaï Patrouchev a rencontré le 2 novembre William Burns à Moscou.\n"
        "Cette année, ils se sont parlé à six reprises. Il a été nommé directeur en mars 2021.\n"
        "Le 16 juin 2021, les présidents se sont rencontrés à Genève. Le traité court jusqu'en 2026."
    )

    def test_latest_past_date_bounds_the_time_of_writing(self):
        news = times_in(self.text)[0]
        assert news.date is not None
        assert news.date.edtf == "2021-11-02"
        assert news.derivation.origin is Origin.INHERITED
        assert news.derivation.base is not None
        assert (news.derivation.base.edtf, news.derivation.base_kind) == ("2021-06-16", "text_bound")
        assert news.derivation.base_wording == "Le 16 juin 2021"

    def test_this_year_is_that_of_the_bound(self):
        assert times_in(self.text)[1].date.edtf == "2021"

    def test_year_of_the_sentence_before_comes_first(self):
        text = "En 2011, ils négocient à Oman. Le 5 décembre, ils se revoient.\nEn mars 2021, il est nommé."
        assert dates_in(text) == ["2011", "2011-12-05", "2021-03"]

    def test_a_date_ahead_is_no_bound(self):
        text = "Ils se sont vus le 2 novembre. Le prochain sommet aura lieu en mars 2023. Il est élu en mai 2021."
        assert dates_in(text)[0] == "2021-11-02"

    def test_no_year_anywhere_leaves_the_date_open(self):
        assert dates_in("Ils se sont vus le 2 novembre.") == []

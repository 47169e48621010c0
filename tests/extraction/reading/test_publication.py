"""The words of a publication date mean a day, a month or a year: never more than they say."""

import pytest

from timeline.extraction.reading.publication import publication_date
from timeline.extraction.reading.refusals import Refusal, Refused


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2021-11-03", "2021-11-03"),
        ("2021-11", "2021-11"),
        ("2021", "2021"),
        ("20211103", "2021-11-03"),
        ("2021-11-03T23:30:00-05:00", "2021-11-03"),
        ("2021-11-03 10:00", "2021-11-03"),
        ("3 novembre 2021", "2021-11-03"),
        ("mercredi 3 novembre 2021 à 14h05", "2021-11-03"),
        ("Publié le 1er janvier 2020", "2020-01-01"),
        ("13 fév. 2015", "2015-02-13"),
        ("novembre 2021", "2021-11"),
        ("déc. 2013", "2013-12"),
        ("Nov. 3, 2021", "2021-11-03"),
        ("Wednesday, November 3, 2021 at 11:05 PM EST", "2021-11-03"),
        ("Wed, 03 Nov 2021 10:00:00 GMT", "2021-11-03"),
        ("3rd of November 2021", "2021-11-03"),
        ("August 2014", "2014-08"),
        ("2015.02.13", "2015-02-13"),
        ("printemps 2015", "2015"),
    ],
)
def test_a_date_is_as_precise_as_its_words(words, edtf):
    assert str(publication_date(words, "fr")) == edtf
    assert str(publication_date(words, "en")) == edtf


@pytest.mark.parametrize(
    ("words", "language", "edtf"),
    [
        ("03/11/2021", "fr", "2021-11-03"),
        ("03/11/2021", "en", "[2021-03-11,2021-11-03]"),
        ("25/12/2021", "en", "2021-12-25"),
        ("12/25/2021", "en", "2021-12-25"),
        ("11/11/1918", "en", "1918-11-11"),
    ],
)
def test_figures_that_can_be_read_twice_stay_open_in_english(words, language, edtf):
    assert str(publication_date(words, language)) == edtf


@pytest.mark.parametrize("words", ["hier", "today", "3 novembre", "inconnue", ""])
def test_words_without_a_year_give_no_date(words):
    assert publication_date(words, "fr") is None


@pytest.mark.parametrize(
    "words",
    ["2021-13-45", "31 février 2021", "30/02/2021", "32 mars 2021", "0000-01-01", "February 30, 2021", "20211399"],
)
def test_a_date_that_the_calendar_does_not_have_is_refused_with_its_words(words):
    with pytest.raises(Refused) as caught:
        publication_date(words, "fr")
    assert caught.value.refusal is Refusal.HEADER_DATE
    assert caught.value.detail == {"words": words}

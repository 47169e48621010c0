"""Folding, numbers in words, TIMEX3 values, plain calendar phrases."""

import pytest

from tests.extraction.times.reading import sentences_of, times_in
from timeline.dates import HistoricalDate
from timeline.extraction.times import Anchors, find_timexes
from timeline.extraction.times.folding import fold
from timeline.extraction.times.plain import read_calendar_phrase
from timeline.extraction.times.timex import date_value, duration_value


@pytest.mark.parametrize("text", ["L’ÉTÉ à Genève", "İstanbul, le 2\u00a0août", "2005–2008", "Straße"])
def test_folding_keeps_every_offset(text: str):
    assert len(fold(text)) == len(text)


def test_capitals_apostrophes_and_spaces_of_print_are_read():
    [time] = times_in("AUJOURD’HUI ou le 2\u00a0AOÛT\u202f2021", "fr", "")[1:]
    assert time.date == HistoricalDate.parse("2021-08-02")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Il y resta cinquante-six jours.", "P56D"),
        ("Il y resta vingt et un jours.", "P21D"),
        ("Il y resta quatre-vingt-dix-huit jours.", "P98D"),
        ("Il y resta deux ans et demi.", "P2.5Y"),
        ("Il y resta plusieurs semaines.", "PXW"),
    ],
)
def test_numbers_in_words(text: str, value: str):
    assert [time.timex_value for time in times_in(text)] == [value]


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2021-11-02", "2021-11-02"),
        ("2021-11", "2021-11"),
        ("2015-21", "2015-SP"),
        ("197X", "197X"),
        ("1995~", "1995"),
        ("[2021-11-02,2021-11-09]", "2021-11-XX"),
        ("[2020-12-29,2021-01-05]", "2020-XX-XX"),
    ],
)
def test_timex_value_of_a_date(edtf: str, value: str):
    assert date_value(HistoricalDate.parse(edtf)) == value


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [(3, "D", "P3D"), (30, "TM", "PT30M"), (None, "Y", "PXY"), (2, "F", "P4W"), (1, "E", "P10Y"), (2, "C", "P200Y")],
)
def test_timex_value_of_a_duration(amount: float | None, unit: str, value: str):
    assert duration_value(amount, unit) == value


def test_each_end_of_a_range_is_a_timex_of_its_own():
    text = "Du 19 au 21 novembre 1985, ils se voient."
    [of_sentence] = find_timexes(sentences_of(text), Anchors(None))
    assert [(timex.text, timex.value) for timex in of_sentence] == [
        ("19", "1985-11-19"),
        ("21 novembre 1985", "1985-11-21"),
    ]


def test_a_phrase_that_is_no_full_date_is_not_filled_in():
    assert read_calendar_phrase("juin 2021", "fr") is None
    assert read_calendar_phrase("2 novembre", "fr") is None

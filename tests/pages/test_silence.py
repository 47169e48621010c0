"""The longest silence between two contacts: exact where the days are known, "at least" where they are not."""

import datetime as dt

import pytest
from django.utils import translation

from timeline.dates import HistoricalDate
from timeline.pages.silence import Contact, longest_silence
from timeline.wording import duration_words


def silence_of(*dates: str):
    return longest_silence(Contact(number, HistoricalDate.parse(edtf)) for number, edtf in enumerate(dates))


@pytest.mark.parametrize(
    ("dates", "start", "end", "exact"),
    [
        pytest.param(["1985-11-21", "1986-10-11", "1987-12-08"], "1986-10-11", "1987-12-08", True, id="three days"),
        pytest.param(["1987-12-08", "1985-11-21"], "1985-11-21", "1987-12-08", True, id="in any order"),
        pytest.param(
            ["1985-11-19/1985-11-21", "1986-10-11/1986-10-12"], "1985-11-21", "1986-10-11", True, id="stretches of days"
        ),
        pytest.param(["1985-11-21", "1987"], "1985-11-21", "1987-01-01", False, id="a year may lie at its start"),
        pytest.param(["1985", "1987-12-08"], "1985-12-31", "1987-12-08", False, id="a year may lie at its end"),
        pytest.param(["1985-11-21", "1987-12-08~"], "1985-11-21", "1987-12-08", False, id="about a day is not the day"),
        pytest.param(
            ["1985-11-21", "[1986-03-04,1986-03-11]", "1987-12-08"], "1986-03-11", "1987-12-08", False, id="one of two"
        ),
        pytest.param(
            ["1985-01-01", "1986", "1990-01-01", "1991-01-01"], "1986-12-31", "1990-01-01", False, id="vague border"
        ),
        pytest.param(
            ["1985-01-01", "1995-01-01", "1996", "1997-01-01"], "1985-01-01", "1995-01-01", True, id="vague elsewhere"
        ),
        pytest.param(
            ["1985-01-01", "1987-01-01", "1988/1999"], "1985-01-01", "1987-01-01", False, id="vague at the end"
        ),
        pytest.param(
            ["1980/1990", "1983-01-01", "1992-01-01"], "1990-12-31", "1992-01-01", False, id="one within another"
        ),
    ],
)
def test_silence_is_what_the_dates_leave_for_certain(dates, start, end, exact):
    silence = silence_of(*dates)

    assert (silence.start.isoformat(), silence.end.isoformat(), silence.exact) == (start, end, exact)


@pytest.mark.parametrize(
    "dates",
    [
        pytest.param([], id="no contact"),
        pytest.param(["1986-10-11"], id="one contact"),
        pytest.param(["1986", "1986-10-11"], id="the year may be that day"),
        pytest.param(["1986-10-11", "1986-10-12"], id="day after day"),
        pytest.param(["1986/..", "1990-01-01"], id="still going on"),
        pytest.param(["1986-10-11", "../1990"], id="since nobody knows when"),
    ],
)
def test_without_a_certain_gap_there_is_no_silence(dates):
    assert silence_of(*dates) is None


@pytest.mark.parametrize(
    ("start", "end", "english", "french"),
    [
        ("2021-06-16", "2021-06-17", "1 day", "1 jour"),
        ("2021-06-16", "2021-08-15", "60 days", "60 jours"),
        ("2021-06-16", "2021-08-16", "2 months", "2 mois"),
        ("2020-02-29", "2021-02-28", "11 months", "11 mois"),
        ("2020-02-28", "2021-02-28", "1 year", "1 an"),
        ("1986-10-11", "1989-01-11", "2 years and 3 months", "2 ans et 3 mois"),
    ],
)
def test_durations_are_never_rounded_up(start, end, english, french):
    days = dt.date.fromisoformat(start), dt.date.fromisoformat(end)

    with translation.override("en"):
        assert duration_words(*days) == english
    with translation.override("fr"):
        assert duration_words(*days) == french

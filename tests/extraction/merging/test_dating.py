"""Whether two dates can be of one happening, and what they say together."""

import pytest

from timeline.dates import HistoricalDate
from timeline.extraction.merging.dating import Dates, Vagueness, compare_dates, vagueness


def compared(one: str, other: str):
    return compare_dates(HistoricalDate.parse(one), HistoricalDate.parse(other))


@pytest.mark.parametrize(
    ("edtf", "level"),
    [
        ("1986-10-11", Vagueness.OCCASION),
        ("1986-10-11/1986-10-12", Vagueness.OCCASION),
        ("[1986-10-04,1986-10-11]", Vagueness.SET),
        ("1986-10", Vagueness.MONTH),
        ("1986-23", Vagueness.SEASON),
        ("1986", Vagueness.YEAR),
        ("1985/1991", Vagueness.STATE),
        ("1985/..", Vagueness.STATE),
        ("198X", Vagueness.DECADE),
    ],
)
def test_vagueness(edtf, level):
    assert vagueness(HistoricalDate.parse(edtf)) is level


@pytest.mark.parametrize(
    ("one", "other", "grade", "together"),
    [
        pytest.param("1986-10-11", "1986-10-11", Dates.SAME, "1986-10-11", id="same day"),
        pytest.param("1986-10-11", "1986", Dates.COMPATIBLE, "1986-10-11", id="day in year"),
        pytest.param("1986-10-11", "1986-10-11/1986-10-12", Dates.COMPATIBLE, "1986-10-11", id="day of an occasion"),
        pytest.param("[1986-10-04,1986-10-11]", "1986-10-11", Dates.COMPATIBLE, "1986-10-11", id="one of two days"),
        pytest.param("1986-10-11", "1986-10-12", Dates.NEAR, None, id="the day after"),
        pytest.param("1986-10-11", "1986-10-13", Dates.NEAR, None, id="two days after"),
        pytest.param("1986-10-11", "1986-10-14", Dates.APART, None, id="three days after"),
        pytest.param("1986-10", "1986-11", Dates.APART, None, id="other month"),
        pytest.param("1982/1989", "1982/1989", Dates.SAME, "1982/1989", id="same stretch"),
        pytest.param("1982/1989", "1982-07/1989", Dates.COMPATIBLE, "1982-07/1989", id="one end finer"),
        pytest.param("2013-03/2013-11", "2012/2013", Dates.DURING, "2013-03/2013-11", id="stretch within a stretch"),
        pytest.param("2012/2013", "2013/2014", Dates.APART, None, id="stretches that overlap"),
        pytest.param("1982/..", "1982/1989", Dates.APART, None, id="open and closed"),
        pytest.param("2013-03/2013-11", "2013", Dates.COMPATIBLE, "2013-03/2013-11", id="stretch within a year"),
        pytest.param("1982-07/..", "1982-07-16", Dates.BEGINNING, "1982-07-16", id="the day it began"),
        pytest.param("1982-07/..", "1982", Dates.BEGINNING, "1982-07", id="the year it began"),
        pytest.param("1982/1989", "1982-11-15", Dates.DURING, "1982-11-15", id="a day in its first year"),
        pytest.param("1982/1989", "1985-11-19", Dates.DURING, "1985-11-19", id="a day within"),
        pytest.param("1982/..", "1985-11-19", Dates.APART, None, id="a day within an open stretch"),
        pytest.param("1982/1989", "1990-01-01", Dates.APART, None, id="a day after"),
    ],
)
def test_dates_are_compared(one, other, grade, together):
    for found in (compared(one, other), compared(other, one)):
        assert found.grade is grade
        assert (found.together.edtf if found.together else None) == together

"""Counting in the calendar from days, months, sets and ranges."""

import datetime as dt

import pytest

from timeline.dates import HistoricalDate
from timeline.extraction.times.counting import (
    same_day_years_on,
    shift_days,
    shift_months,
    shift_years,
    weekday_from,
)
from timeline.extraction.times.feasts import easter


def _edtf(date: HistoricalDate | None) -> str | None:
    return date.edtf if date else None


@pytest.mark.parametrize(
    ("base", "count", "expected"),
    [
        ("1978-09-17", 1, "1978-09-18"),
        ("1978-12-31", 1, "1979-01-01"),
        ("[2021-11-02,2021-11-09]", -1, "[2021-11-01,2021-11-08]"),
        ("1986-10-11/1986-10-12", -1, "1986-10-10"),
        ("1986-10-11/1986-10-12", 1, "1986-10-13"),
        ("1986-10", 1, None),
        ("1986", 1, None),
    ],
)
def test_days_are_counted_only_from_days(base: str, count: int, expected: str | None):
    assert _edtf(shift_days(HistoricalDate.parse(base), count)) == expected


@pytest.mark.parametrize(
    ("base", "count", "expected"),
    [("2018-06-12", 1, "2018-07"), ("2019-12-13", 4, "2020-04"), ("2018-01", -1, "2017-12"), ("2018", 1, None)],
)
def test_months_give_a_month(base: str, count: int, expected: str | None):
    assert _edtf(shift_months(HistoricalDate.parse(base), count)) == expected


def test_years_give_a_year():
    assert _edtf(shift_years(HistoricalDate.parse("1961-06-03/1961-06-04"), 11)) == "1972"


def test_a_span_over_two_years_has_no_year_to_count_from():
    assert shift_years(HistoricalDate.parse("[2020-12-29,2021-01-05]"), 1) is None


def test_anniversary_of_a_leap_day_stays_in_february():
    assert _edtf(same_day_years_on(HistoricalDate.parse("2020-02-29"), 1)) == "2021-02-28"


@pytest.mark.parametrize(
    ("published", "ahead", "nearby", "expected"),
    [
        ("2021-11-17", False, "", "2021-11-17"),
        ("2021-11-17", False, "last", "2021-11-10"),
        ("2021-11-17", True, "next", "2021-11-24"),
        ("2021-11-16", True, "", "2021-11-17"),
        ("2021-11", False, "", "[2021-11-03,2021-11-10,2021-11-17,2021-11-24]"),
        ("2021-11", False, "last", "[2021-10-27,2021-11-03,2021-11-10,2021-11-17,2021-11-24]"),
        ("2021-11", True, "next", "[2021-11-03,2021-11-10,2021-11-17,2021-11-24,2021-12-01]"),
        ("2021", False, "", None),
    ],
)
def test_wednesday_is_counted_from_every_possible_day_of_publication(
    published: str, ahead: bool, nearby: str, expected: str | None
):
    assert _edtf(weekday_from(HistoricalDate.parse(published), 3, ahead=ahead, nearby=nearby)) == expected


@pytest.mark.parametrize("day", [dt.date(1998, 4, 12), dt.date(2000, 4, 23), dt.date(2021, 4, 4)])
def test_easter_falls_on_its_sunday(day: dt.date):
    assert easter(day.year) == day

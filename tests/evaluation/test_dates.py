"""Dates that count as the annotated one, strictly and loosely."""

import pytest

from timeline.evaluation.dates import is_loosely, is_strictly

CASES = [
    # predicted, accepted, strictly, loosely
    ("2018-06-12", "2018-06-12", True, True),
    ("1995~", "1995", True, True),
    ("2021-06-16T14:00", "2021-06-16", True, True),
    ("2018-06", "2018-06-12", False, True),
    ("2018", "2018-06-12", False, False),
    ("2018-06-12", "2018-06", False, True),
    ("2021-11-02", "2021-11-03", False, False),
    ("2018-22", "2018-07-16", False, True),
    ("199X", "1993", False, True),
    ("2006/..", "2006", False, True),
    ("2018", "2006/..", False, False),
    ("2020-08-22", "2020-08-22/2020-08-23", False, True),
    ("2020", "2020-08-18/2020-08-19", False, False),
    ("2020-02-05", "XXXX-02-05", False, True),
    ("2021-33", "2021-02-28", False, True),
    ("2021-02-31", "2021-02", False, False),
    ("[2021-11-02,2021-11-09]", "2021-11-02", False, False),
    ("", "2020", False, False),
]


@pytest.mark.parametrize(
    ("predicted", "accepted", "strictly", "loosely"), CASES, ids=lambda value: str(value) or "none"
)
def test_a_date_fits(predicted, accepted, strictly, loosely):
    assert is_strictly(predicted, [accepted]) is strictly
    assert is_loosely(predicted, [accepted]) is loosely


def test_any_of_the_accepted_dates_is_enough():
    assert is_strictly("2021-06", ["2021-06-16", "2021-06"])

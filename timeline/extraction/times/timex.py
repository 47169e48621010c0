"""TIMEX3 values (TimeML 1.2.1) of dates, periods and durations."""

from __future__ import annotations

import datetime as dt

from timeline.dates import HistoricalDate, Precision

SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


def date_value(date: HistoricalDate | None, daypart: str = "") -> str:
    """`2021-11-02`, `2021-11`, `2015-SP`, `197X`; a set or an interval has the value of its span as far as it goes."""
    if date is None:
        return "XXXX-XX-XX"
    if date.precision is Precision.SEASON:
        return f"{date.edtf[:4]}-{SEASONS[int(date.edtf[5:7])]}"
    if date.precision is Precision.SET:
        return f"{common_prefix(date)}"
    value = date.edtf.rstrip("~?")
    return f"{value}T{daypart}" if daypart else value


def common_prefix(date: HistoricalDate) -> str:
    """What all members of a set share: its month or its year, the rest unknown."""
    first, last = date.earliest, date.latest
    assert first is not None, "a set has no open end"
    assert last is not None, "a set has no open end"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}-XX"
    return f"{first.year:04}-XX-XX"


def week_value(day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def duration_value(amount: float | None, unit: str) -> str:
    """`P3D`, `PT30M`; X stands for an amount that is not told. `unit` is a code of the lexicon's unit table."""
    factor, code = {
        "S": (1, "S"),
        "TM": (1, "M"),
        "H": (1, "H"),
        "F": (2, "W"),
        "B": (6, "M"),
        "E": (10, "Y"),
        "C": (100, "Y"),
    }.get(unit, (1, unit))
    if (amount, unit) == (0.5, "Y"):
        amount, factor, code = 6, 1, "M"
    if amount is None:
        number = "X"
    else:
        number = f"{amount * factor:g}"
        if factor == 10 and amount == 1:
            number = "10"
    designator = "PT" if unit in ("S", "TM", "H") else "P"
    return f"{designator}{number}{code}"

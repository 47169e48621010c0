"""Dates as people type them: only what the words say is read."""

import pytest

from timeline.dates import HistoricalDate, InvalidDate
from timeline.typed_dates import read_date, read_span

TYPED = {
    # EDTF itself
    "2021-11-02": "2021-11-02",
    " 2021-11 ": "2021-11",
    "2018/..": "2018/..",
    "[2021-11-02,2021-11-09]": "[2021-11-02,2021-11-09]",
    "1962-10/1962-11": "1962-10/1962-11",
    # EDTF's unknown digits
    "2021-06-1X": "[" + ",".join(f"2021-06-{day}" for day in range(10, 20)) + "]",
    "2021-06-0X": "[" + ",".join(f"2021-06-0{day}" for day in range(1, 10)) + "]",
    "2021-06-3X": "2021-06-30",
    "2021-06-XX": "2021-06",
    "2021-XX": "2021",
    "2021-XX-XX": "2021",
    # days
    "2 novembre 2021": "2021-11-02",
    "le mardi 2 novembre 2021": "2021-11-02",
    "1er mars 2019": "2019-03-01",
    "Tuesday, 2 November 2021": "2021-11-02",
    "November 2nd, 2021": "2021-11-02",
    "Sept. 17, 1978": "1978-09-17",
    "02/11/2021": "2021-11-02",
    "2.11.2021": "2021-11-02",
    "02-11-2021": "2021-11-02",
    # months and years
    "juin 2021": "2021-06",
    "en août 1914": "1914-08",
    "JUIN 2021": "2021-06",
    "Oct. 1986": "1986-10",
    "11/2021": "2021-11",
    "2013": "2013",
    "in 2013": "2013",
    # parts keep the whole: an event has no narrower date that is certain
    "mi-juin 2021": "2021-06",
    "à la mi-avril 2021": "2021-04",
    "début 2013": "2013",
    "fin novembre 2021": "2021-11",
    "early 2013": "2013",
    "mid-June 2021": "2021-06",
    "fin 2013": "2013",
    "début des années 1970": "197X",
    "courant 2013": "2013",
    "au cours de l’été 2013": "2013-22",
    "in the course of 2013": "2013",
    "late November 1985": "1985-11",
    # seasons and decades
    "printemps 2015": "2015-21",
    "à l’été 2015": "2015-22",
    "Autumn 1986": "1986-23",
    "winter of 1989": "1989-24",
    "années 1970": "197X",
    "in the 1970s": "197X",
    # ranges
    "2005–2008": "2005/2008",
    "2005-2008": "2005/2008",
    "2005 - 2008": "2005/2008",
    "2005–08": "2005/2008",
    "de 2005 à 2008": "2005/2008",
    "from 2005 to 2008": "2005/2008",
    "entre mars et juin 2021": "2021-03/2021-06",
    "les 2 et 3 novembre 2021": "2021-11-02/2021-11-03",
    "du 5 au 17 septembre 1978": "1978-09-05/1978-09-17",
    "5–17 September 1978": "1978-09-05/1978-09-17",
    "November 19–21, 1985": "1985-11-19/1985-11-21",
    "30 octobre – 2 novembre 2021": "2021-10-30/2021-11-02",
    "en 2011 et 2012": "2011/2012",
    "octobre-novembre 1962": "1962-10/1962-11",
    "October-November 1962": "1962-10/1962-11",
    "20-21 août 1968": "1968-08-20/1968-08-21",
    "dans la nuit du 20 au 21 août 1968": "1968-08-20/1968-08-21",
    "printemps-été 1989": "1989-21/1989-22",
    # open ends
    "depuis 2018": "2018/..",
    "depuis le printemps 2015": "2015-21/..",
    "depuis 2013 environ": "2013~/..",
    "jusqu’aux années 1970": "../197X",
    "depuis juin 2021": "2021-06/..",
    "since 16 June 2021": "2021-06-16/..",
    "à partir de 2018": "2018/..",
    "2018–": "2018/..",
    "jusqu’en 1991": "../1991",
    "until 1991": "../1991",
    "avant 1991": "../1990",
    "before 1991": "../1990",
    "before June 2021": "../2021-05",
    "avant le 1er mars 2021": "../2021-02-28",
    "après 1991": "1992/..",
    "after 16 June 2021": "2021-06-17/..",
    # doubt
    "vers 2013": "2013~",
    "vers 1975": "1975~",
    "about December 2013": "2013-12~",
    "c. 1978": "1978~",
    "juin 2021 ?": "2021-06?",
    # one of several
    "2, 9 ou 16 novembre 2021": "[2021-11-02,2021-11-09,2021-11-16]",
    "March 2013 or June 2014": "[2013-03,2014-06]",
}


@pytest.mark.parametrize(("typed", "edtf"), TYPED.items(), ids=TYPED)
def test_typed_date_is_read(typed: str, edtf: str) -> None:
    assert read_date(typed).edtf == edtf


SPANS = {
    "mi-juin 2021": "2021-06-11/2021-06-20",
    "début mars 2019": "2019-03-01/2019-03-10",
    "fin février 2019": "2019-02-21/2019-02-28",
    "early 2013": "2013-01/2013-03",
    "mid-2013": "2013-05/2013-08",
    "late 2013": "2013-10/2013-12",
    "courant 2013": "2013",
    "depuis début 2013": "2013-01/..",
    "de début 2013 à fin 2014": "2013-01/2014-12",
    "juin 2021": "2021-06",
}


@pytest.mark.parametrize(("typed", "edtf"), SPANS.items(), ids=SPANS)
def test_part_of_a_month_or_year_narrows_a_filter(typed: str, edtf: str) -> None:
    assert read_span(typed).edtf == edtf


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "mardi",
        "hier",
        "today",
        "12",
        "2 novembre",
        "31 février 2021",
        "31/04/2021",
        "2021-06-4X",
        "2021-13-1X",
        "13/2021",
        "12:30 2021",
        "2/11/21",
        "Camp David",
        "juin 2021 à 17 h",
        "2021 2022",
        "2008–2005",
        "avant jusqu'en 1991",
        "after 9999",
        "before 0001",
        "depuis",
        "–",
        "1 2 3 4 2021",
        "a" * 5000,
        "ou " * 500 + "2021",
        "– " * 500 + "2021",
        "de " * 20 + "2021",
        "\x00",
        "２０２１年",
    ],
    ids=lambda typed: typed[:20].strip("\x00") or "empty",
)
def test_words_that_leave_the_date_open_are_refused(typed: str) -> None:
    with pytest.raises(InvalidDate):
        read_date(typed)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("short", [False, True], ids=["long", "short"])
@pytest.mark.parametrize(
    "edtf",
    [
        "2021-11-02",
        "2019-03-01",
        "2021-06",
        "2013",
        "2013-12~",
        "2013?",
        "197X",
        "2015-21",
        "2005/2008",
        "2018/..",
        "../1991",
        "../2020-05-03",
        "2021-11-02/2021-11-03",
        "2021-10-30/2021-11-02",
        "2021-03/2021-06",
        "2020-12/2021-01",
        "2020-12-30/2021-01-02",
        "2013/2014-06",
        "[2021-11-02,2021-11-09,2021-11-16]",
        "[2013-03,2014-06]",
    ],
)
def test_what_a_page_writes_can_be_typed_back(edtf: str, language: str, short: bool) -> None:
    date = HistoricalDate.parse(edtf)
    assert read_date(date.in_words(language, short=short)) == date


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "edtf",
    [
        "1986-10-12", "2021-06-01", "2013-12~", "2013?", "197X", "2015-22~", "2005/2008", "1978-09-05/1978-09-17",
        "2021-06-28/2021-07-02", "2021-11/2022-02", "2018-06-01/..", "2015-21/..", "2013~/..", "../1991-12-26",
        "../2015-22", "../1970~", "[2021-11-02,2021-11-09,2021-11-16]", "[2021-10-31,2021-11-01]", "[2005,2008]",
    ],
)  # fmt: skip
def test_what_the_pages_say_can_be_typed(edtf, language):
    date = HistoricalDate.parse(edtf)
    assert read_span(date.in_words(language)) == date
    assert read_span(date.in_words(language, short=True)) == date

"""A date is what a source lets us know, no more: its value, bounds, order, comparison and wording."""

import datetime as dt
import random
from itertools import pairwise, product

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import HistoricalDate, InvalidDate, Precision, Qualifier

parse = HistoricalDate.parse

DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))


@st.composite
def points(draw):
    day = draw(DAYS)
    text = draw(
        st.sampled_from([
            f"{day}", f"{day:%Y-%m}", f"{day:%Y}", f"{day:%Y}-{draw(st.integers(21, 24))}", f"{day:%Y}"[:3] + "X",
        ])
    )  # fmt: skip
    return parse(text + draw(st.sampled_from(["", "", "~", "?"])))


@st.composite
def intervals(draw):
    start, end = sorted([draw(points()), draw(points())], key=lambda date: date.sort_key)
    return HistoricalDate.interval(*draw(st.sampled_from([(start, end), (start, None), (None, end)])))


DATES = st.one_of(points(), intervals(), st.lists(points(), min_size=1, max_size=5).map(HistoricalDate.one_of))


# -- reading --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision"),
    [
        ("1986-10-12", "1986-10-12", "1986-10-12", Precision.DAY),
        ("1986-10", "1986-10-01", "1986-10-31", Precision.MONTH),
        ("1988-02", "1988-02-01", "1988-02-29", Precision.MONTH),
        ("1986", "1986-01-01", "1986-12-31", Precision.YEAR),
        ("198X", "1980-01-01", "1989-12-31", Precision.DECADE),
        ("1986-21", "1986-03-01", "1986-05-31", Precision.SEASON),
        ("1986-22", "1986-06-01", "1986-08-31", Precision.SEASON),
        ("1986-23", "1986-09-01", "1986-11-30", Precision.SEASON),
        ("1987-24", "1987-12-01", "1988-02-29", Precision.SEASON),
        ("2005/2008", "2005-01-01", "2008-12-31", Precision.INTERVAL),
        ("1978-09-05/1978-09-17", "1978-09-05", "1978-09-17", Precision.INTERVAL),
        ("1978-09-05/1978-09", "1978-09-05", "1978-09-30", Precision.INTERVAL),
        ("2018/..", "2018-01-01", None, Precision.INTERVAL),
        ("../1991", None, "1991-12-31", Precision.INTERVAL),
        ("[2021-11-02,2021-11-09]", "2021-11-02", "2021-11-09", Precision.SET),
        ("[1985,1987]", "1985-01-01", "1987-12-31", Precision.SET),
    ],
)
def test_edtf_gives_first_and_last_possible_day_and_precision(edtf, earliest, latest, precision):
    date = parse(edtf)
    assert (date.edtf, date.precision) == (edtf, precision)
    assert date.earliest == (earliest and dt.date.fromisoformat(earliest))
    assert date.latest == (latest and dt.date.fromisoformat(latest))
    assert date.is_bounded == bool(earliest and latest)


@pytest.mark.parametrize(
    "edtf",
    [
        "", " ", "hier", "1986-13", "1986-00", "1986-02-30", "1986-10-32", "0000", "0000-01-01", "000X", "86", "10000",
        "1986-10-12 ", "1986-10-12\n", "1986/10/12", "12-10-1986", "1986-1-2", "1986-25", "9999-24", "1986-10-12T10:00",
        "1986~~", "~1986", "٢٠٢١", "[]", "[1986", "1986]", "[1986,]", "[1986/1987]", "[[1986]]", "[1986..1988]",
        "../..", "/1986", "1986/", "1986/..~", "1988/1986", "1986-10-12/1986-10-11", "1985/1986/1987", "{1986,1987}",
        "-1986", "198X-10", "19XX", "1986-XX",
    ],
)  # fmt: skip
def test_anything_else_is_refused_by_name(edtf):
    with pytest.raises(InvalidDate, match=r"EDTF|calendar|interval"):
        parse(edtf)


@settings(deadline=None)
@given(st.text(alphabet="0123456789-/[],.~?X ", max_size=30))
def test_no_text_raises_anything_but_invalid_date(text):
    try:
        date = parse(text)
    except InvalidDate:
        return
    assert parse(date.edtf) == date


@settings(deadline=None)
@given(DATES)
def test_writing_and_reading_give_the_same_date(date):
    assert parse(str(date)) == date


@settings(deadline=None)
@given(points())
def test_bounds_are_those_of_the_edtf_library(date):
    if date.precision not in (Precision.SEASON, Precision.DECADE):
        theirs = parse_edtf(date.edtf)
        assert tuple(theirs.lower_strict()[:3]) == date.earliest.timetuple()[:3]
        assert tuple(theirs.upper_strict()[:3]) == date.latest.timetuple()[:3]


def test_constructors_write_what_parse_reads():
    assert HistoricalDate.from_day(dt.date(1986, 10, 12)) == parse("1986-10-12")
    assert HistoricalDate.from_month(1986, 10) == parse("1986-10")
    assert HistoricalDate.from_year(476) == parse("0476")
    assert HistoricalDate.from_season(1986, 24) == parse("1986-24")
    assert HistoricalDate.from_decade(1987) == parse("198X")
    assert HistoricalDate.interval(parse("1985"), None) == parse("1985/..")
    assert HistoricalDate.interval(None, parse("1991")) == parse("../1991")


@pytest.mark.parametrize(("year", "month"), [(1986, 0), (1986, 13), (10_000, 1), (0, 1)])
def test_month_outside_the_calendar_is_refused(year, month):
    with pytest.raises(InvalidDate):
        HistoricalDate.from_month(year, month)


def test_an_interval_of_nothing_is_refused():
    with pytest.raises(InvalidDate):
        HistoricalDate.interval(None, None)


# -- sets -----------------------------------------------------------------------------------------------------------


def test_set_is_written_in_order_of_time_without_repetition():
    days = [parse("2021-11-09"), parse("2021-11-02"), parse("2021-11-09")]
    assert HistoricalDate.one_of(days).edtf == "[2021-11-02,2021-11-09]"
    assert parse("[2021-11-09, 2021-11-02,2021-11-09]").edtf == "[2021-11-02,2021-11-09]"


def test_one_of_a_single_day_is_that_day():
    assert HistoricalDate.one_of([parse("2021-11-02")]) == parse("[2021-11-02]") == parse("2021-11-02")


def test_one_of_nothing_is_refused():
    with pytest.raises(InvalidDate):
        HistoricalDate.one_of([])


def test_options_are_the_members_of_a_set_and_the_date_itself_otherwise():
    assert parse("[1985,1987]").options == (parse("1985"), parse("1987"))
    assert parse("1985/1987").options == (parse("1985/1987"),)


def test_ends_are_those_of_an_interval_and_the_date_itself_otherwise():
    assert parse("2018/..").ends == (parse("2018"), None)
    assert parse("../1991").ends == (None, parse("1991"))
    assert parse("1986").ends == (parse("1986"), parse("1986"))


# -- doubt ----------------------------------------------------------------------------------------------------------


def test_doubt_is_a_mark_that_changes_no_bound():
    about = parse("2013-12").qualified(Qualifier.APPROXIMATE)
    assert (about.edtf, about.qualifier) == ("2013-12~", Qualifier.APPROXIMATE)
    assert (about.earliest, about.latest) == (dt.date(2013, 12, 1), dt.date(2013, 12, 31))
    assert about.qualified(Qualifier.UNCERTAIN).edtf == "2013-12?"
    assert about.qualified(Qualifier.NONE) == parse("2013-12")


@pytest.mark.parametrize("edtf", ["2005/2008", "[1985,1987]"])
def test_intervals_and_sets_carry_no_mark(edtf):
    assert parse(edtf).qualified(Qualifier.APPROXIMATE) == parse(edtf)


# -- order ----------------------------------------------------------------------------------------------------------


def test_order_is_by_first_possible_day_and_the_widest_first():
    ordered = [
        "../1979",
        "198X",
        "1986/..",
        "1986",
        "1986-01/1986-03",
        "1986-01",
        "1986-01-01",
        "1986-10-11",
        "1986-10-12",
    ]
    dates = [parse(edtf) for edtf in ordered]
    random.Random(1986).shuffle(dates)
    assert [date.edtf for date in sorted(dates, key=lambda date: date.sort_key)] == ordered


# -- comparison -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "possibly", "certainly"),
    [
        ("1986-10-12", "1986-10", True, True),
        ("1986-10", "1986-10-12", True, False),
        ("1986-10", "1986-11", False, False),
        ("1986", "1985/..", True, True),
        ("1985/..", "1986", True, False),
        ("2018/..", "../1991", False, False),
        ("../1991", "1991-12-31", True, False),
        ("1987-24", "1988", True, False),
        ("[2021-11-02,2021-11-09]", "2021-11", True, True),
        ("2021-11-05", "[2021-11-02,2021-11-09]", False, False),
        ("2021-11-09", "[2021-11-02,2021-11-09]", True, True),
        ("2021-11", "[2021-11-02,2021-11-09]", True, False),
        ("[2021-11-02,2021-11-09]", "[2021-11-09,2021-11-16]", True, False),
    ],
)
def test_dates_share_a_day_or_lie_within(one, other, possibly, certainly):
    assert parse(one).possibly_within(parse(other)) is possibly
    assert parse(one).certainly_within(parse(other)) is certainly


@settings(deadline=None)
@given(DATES, DATES)
def test_sharing_a_day_is_mutual_and_follows_from_lying_within(one, other):
    assert one.possibly_within(other) == other.possibly_within(one)
    assert one.possibly_within(one)
    assert one.certainly_within(one)
    if one.certainly_within(other):
        assert one.possibly_within(other)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("2021-11", "2021-11-02", "2021-11-02"),
        ("2013~", "2013-10", "2013-10"),
        ("[2021-11-02,2021-11-09,2021-11-16,2021-11-23,2021-11-30]", "2021-11-02", "2021-11-02"),
        ("[2021-11-02,2021-11-09,2021-11-16]", "2021-11-01/2021-11-10", "[2021-11-02,2021-11-09]"),
        ("[2021-11-02,2021-11-09]", "[2021-11-09,2021-11-16]", "2021-11-09"),
        ("[2021-03,2021-11]", "[2021-03-05,2021-11-02]", "[2021-03-05,2021-11-02]"),
        ("[2021-10,2021-11]", "2021-10-20/2021-11-10", "[2021-10,2021-11]"),
        ("2014/..", "2014-03", "2014-03"),
        ("1986-10", "1986-11", None),
        ("[2021-11-02,2021-11-09]", "2021-11-05", None),
    ],
)
def test_two_dates_of_one_happening_narrow_each_other_or_contradict(one, other, together):
    expected = together and parse(together)
    assert parse(one).narrowed_by(parse(other)) == expected
    assert parse(other).narrowed_by(parse(one)) == expected


@settings(deadline=None)
@given(DATES, DATES)
def test_narrowing_never_leaves_what_both_allow(one, other):
    narrowed = one.narrowed_by(other)
    if narrowed is not None:
        assert narrowed.possibly_within(one)
        assert narrowed.possibly_within(other)
        assert narrowed.narrowed_by(one) is not None


# -- words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edtf", "french", "english"),
    [
        ("1986-10-12", "12 octobre 1986", "12 October 1986"),
        ("2021-06-01", "1er juin 2021", "1 June 2021"),
        ("2021-06", "juin 2021", "June 2021"),
        ("2013", "2013", "2013"),
        ("0800-12-25", "25 décembre 800", "25 December 800"),
        ("197X", "années 1970", "1970s"),
        ("2015-21", "printemps 2015", "spring 2015"),
        ("2015-24", "hiver 2015", "winter 2015"),
        ("2013-12~", "vers décembre 2013", "about December 2013"),
        ("2021-11-02~", "vers le 2 novembre 2021", "about 2 November 2021"),
        ("197X~", "vers les années 1970", "about the 1970s"),
        ("2015-22~", "vers l’été 2015", "about summer 2015"),
        ("2013?", "2013 (incertain)", "2013 (uncertain)"),
        ("2005/2008", "2005–2008", "2005–2008"),
        ("2013~/2015", "vers 2013 – 2015", "about 2013 – 2015"),
        ("1978-09-05/1978-09-17", "5–17 septembre 1978", "5–17 September 1978"),
        ("2021-06-01/2021-06-03", "1er–3 juin 2021", "1–3 June 2021"),
        ("2021-06-28/2021-07-02", "28 juin – 2 juillet 2021", "28 June – 2 July 2021"),
        ("2021-12-30/2022-01-02", "30 décembre 2021 – 2 janvier 2022", "30 December 2021 – 2 January 2022"),
        ("2021-06-01/2021-06-01", "1er juin 2021", "1 June 2021"),
        ("2021-11/2022-02", "novembre 2021 – février 2022", "November 2021 – February 2022"),
        ("2021-06-16/2021-06", "16 juin 2021 – juin 2021", "16 June 2021 – June 2021"),
        ("2018/..", "depuis 2018", "since 2018"),
        ("2018-06-01/..", "depuis le 1er juin 2018", "since 1 June 2018"),
        ("2015-21/..", "depuis le printemps 2015", "since spring 2015"),
        ("197X/..", "depuis les années 1970", "since the 1970s"),
        ("2013~/..", "depuis 2013 environ", "since about 2013"),
        ("../1991", "jusqu’en 1991", "until 1991"),
        ("../1991-12-26", "jusqu’au 26 décembre 1991", "until 26 December 1991"),
        ("../2015-22", "jusqu’à l’été 2015", "until summer 2015"),
        ("../197X", "jusqu’aux années 1970", "until the 1970s"),
        ("../1970~", "jusqu’en 1970 environ", "until about 1970"),
        ("../1970?", "jusqu’en 1970 (incertain)", "until 1970 (uncertain)"),
        ("[2021-11-02,2021-11-09,2021-11-16]", "2, 9 ou 16 novembre 2021", "2, 9 or 16 November 2021"),
        ("[2021-11-01,2021-11-08]", "1er ou 8 novembre 2021", "1 or 8 November 2021"),
        ("[2021-10-31,2021-11-01]", "31 octobre 2021 ou 1er novembre 2021", "31 October 2021 or 1 November 2021"),
        ("[2005,2008]", "2005 ou 2008", "2005 or 2008"),
    ],
)
def test_date_is_said_in_both_languages_as_readers_expect(edtf, french, english):
    assert parse(edtf).in_words("fr") == french
    assert parse(edtf).in_words("en") == english


@pytest.mark.parametrize(
    ("edtf", "french", "english"),
    [
        ("1986-10-12", "12 oct. 1986", "12 Oct 1986"),
        ("2021-06-28/2021-07-02", "28 juin – 2 juil. 2021", "28 Jun – 2 Jul 2021"),
        ("[2021-11-02,2021-11-09]", "2 ou 9 nov. 2021", "2 or 9 Nov 2021"),
        ("2018-09/..", "depuis sept. 2018", "since Sept 2018"),
    ],
)
def test_short_form_abbreviates_the_month(edtf, french, english):
    assert parse(edtf).in_words("fr", short=True) == french
    assert parse(edtf).in_words("en", short=True) == english


def test_no_other_language_is_spoken():
    with pytest.raises(ValueError, match="'de'"):
        parse("1986").in_words("de")


@settings(deadline=None)
@given(DATES, st.sampled_from(["fr", "en"]), st.booleans())
def test_every_date_can_be_said_and_names_its_years(date, language, short):
    words = date.in_words(language, short=short)
    assert words == words.strip()
    for bound in (date.ends[0], date.ends[1]):
        assert bound is None or str(bound.earliest.year) in words


@settings(deadline=None)
@given(st.lists(DATES, max_size=8))
def test_order_is_total(dates):
    ordered = sorted(dates, key=lambda date: date.sort_key)
    assert all(before.sort_key <= after.sort_key for before, after in pairwise(ordered))
    for one, other in product(dates, repeat=2):
        assert (one.sort_key < other.sort_key) + (one.sort_key == other.sort_key) + (one.sort_key > other.sort_key) == 1

"""What the axis is given: columns for a few events, counts per calendar unit for many, in the reader's language."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from django.http import QueryDict
from django.utils import translation

from tests import chronicle
from timeline.forms import ChronologyFilter
from timeline.models import Event
from timeline.pages import axis
from timeline.pages.selection import Selection

pytestmark = pytest.mark.django_db


def day(iso: str) -> int:
    return (dt.date.fromisoformat(iso) - dt.date(1970, 1, 1)).days


def data(window: str = "", language: str = "en", query: str = "") -> axis.AxisData:
    with translation.override(language):
        selection = Selection(ChronologyFilter(QueryDict(query)).conditions)
        return axis.axis_data(selection, axis.parse_window(window) if window else None)


def test_columns_are_in_chronological_order_and_of_one_length():
    chronicle.cold_war()
    events = data().events

    assert events is not None
    assert events.id == ["talks", "geneva", "reykjavik", "inf"]
    assert {len(getattr(events, name)) for name in ("first", "last", "kind", "title", "date", "label", "sources")} == {
        4
    }
    assert (events.first[1], events.last[1]) == (day("1985-11-19"), day("1985-11-21"))


def test_actors_are_named_once_and_events_point_at_them():
    chronicle.cold_war()
    answer = data()

    assert answer.events is not None
    assert answer.actors == list(dict.fromkeys(answer.actors))
    assert [answer.actors[place] for place in answer.events.actors[1]] == ["Ronald Reagan", "Mikhail Gorbachev"]


def test_screen_reader_hears_date_kind_names_place_and_sources():
    chronicle.event("1985-11-19", "Ronald Reagan", "Mikhail Gorbachev", at="Geneva", public_id="geneva")
    events = data().events

    assert events is not None
    assert events.label == ["19 November 1985, summit, Ronald Reagan and Mikhail Gorbachev, Geneva, 1 source"]


def test_french_reader_has_french_dates_and_names():
    chronicle.event("1985-11-19", "Mikhail Gorbachev", at="Geneva", public_id="geneva")
    events = data(language="fr").events

    assert events is not None
    assert (events.title, events.date) == (["Mikhaïl Gorbatchev"], ["19 nov. 1985"])
    assert events.label[0].startswith("19 novembre 1985, ")
    assert "Genève" in events.label[0]


def test_editors_title_stands_before_the_names():
    chronicle.event("1978-09-17", "Anwar Sadat", title_en="Camp David accords", public_id="camp")
    events = data().events

    assert events is not None
    assert events.title == ["Camp David accords"]


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1964/..", "1964-01-01", None),
        ("../1991", None, "1991-12-31"),
        ("1913", "1913-01-01", "1913-12-31"),
        ("0001-01-01", "0001-01-01", "0001-01-01"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
    ids=["open end", "open start", "year", "first day of the calendar", "last year of the calendar"],
)
def test_ends_are_day_numbers_and_open_ends_are_empty(edtf, first, last):
    chronicle.event(edtf, public_id="only")
    events = data().events

    assert events is not None
    assert (events.first, events.last) == ([first and day(first)], [last and day(last)])


def test_interval_between_years_is_certain_only_between_its_coarse_ends():
    chronicle.event("2005/2008", "William Burns", public_id="burns")
    events = data().events

    assert events is not None
    assert events.core == {0: [day("2005-12-31"), day("2008-01-01")]}


def test_date_that_is_one_of_several_keeps_each():
    chronicle.event("[2021-11-02,2021-11-09]", public_id="tuesday")
    events = data().events

    assert events is not None
    assert events.options == {0: [(day("2021-11-02"), day("2021-11-02")), (day("2021-11-09"), day("2021-11-09"))]}


def test_event_told_by_two_sources_says_so():
    chronicle.cold_war()
    summit = Event.objects.get(public_id="geneva")
    text = "Reagan and Gorbachev met in Geneva."
    chronicle.citation(chronicle.source(text, name="second.txt"), text, event=summit)
    events = data().events

    assert events is not None
    assert events.sources[1] == 2
    assert events.label[1].endswith("2 sources")


def test_window_leaves_out_what_lies_outside_it():
    chronicle.cold_war()
    window = data("1986-01-01/1986-12-31")

    assert window.events is not None
    assert window.events.id == ["talks", "reykjavik"]
    assert window.window == (day("1986-01-01"), day("1986-12-31"))


def test_open_end_does_not_follow_into_later_windows():
    chronicle.event("1964/..", public_id="farc")

    assert data("1990-01-01/1990-12-31").total == 0
    assert data("1964-01-01/1964-12-31").total == 1


def test_window_of_one_day_is_a_window():
    chronicle.cold_war()

    assert data("1987-12-08/1987-12-08").total == 2


@pytest.mark.parametrize("text", ["", "1987", "1987-01-01/..", "soon", "1988-01-01/1987-01-01", "[1987-01-01,1988]"])
def test_window_that_is_no_span_of_days_is_refused(text):
    with pytest.raises(axis.InvalidWindow):
        axis.parse_window(text)


def test_many_events_are_counted_by_calendar_unit(monkeypatch):
    monkeypatch.setattr(axis, "MOST_EVENTS", 3)
    chronicle.cold_war()
    answer = data()

    assert answer.events is None
    assert answer.bins is not None
    assert sum(answer.bins.count) == answer.total == 4


def test_year_known_alone_is_counted_over_the_whole_year_never_in_january(monkeypatch):
    monkeypatch.setattr(axis, "MOST_EVENTS", 0)
    chronicle.event("2013", public_id="year")
    chronicle.event("2013-03-05", public_id="day")
    bins = data().bins

    assert bins is not None
    assert bins.unit == "day"
    assert list(zip(bins.first, bins.last, bins.count, strict=True)) == [
        (day("2013-01-01"), day("2013-12-31"), 1),
        (day("2013-03-05"), day("2013-03-05"), 1),
    ]


def test_bins_stay_bounded_over_the_whole_calendar(monkeypatch):
    monkeypatch.setattr(axis, "MOST_EVENTS", 0)
    for edtf in ("0001-01-01", "1648-10-24", "9999-12-31"):
        chronicle.event(edtf, public_id=edtf)
    bins = data().bins

    assert bins is not None
    assert bins.unit == "century"
    assert bins.first[0] == day("0001-01-01")
    assert bins.last[-1] == day("9999-12-31")


def test_filter_that_joins_counts_each_event_once(monkeypatch):
    monkeypatch.setattr(axis, "MOST_EVENTS", 0)
    chronicle.cold_war()
    answer = data(query="actor=ronald-reagan&actor=mikhail-gorbachev&match=any")

    assert answer.bins is not None
    assert answer.total == sum(answer.bins.count) == 3


def test_nothing_found_has_no_extent():
    answer = json.loads(data().as_json())

    assert answer["total"] == 0
    assert answer["extent"] is None
    assert answer["events"]["id"] == []


def test_answer_is_the_same_until_the_content_is_not():
    chronicle.cold_war()
    before = data().as_json()

    assert data().as_json() == before
    chronicle.event("1988-05-29/1988-06-03", "Ronald Reagan", at="Moscow", public_id="moscow")
    assert data().as_json() != before

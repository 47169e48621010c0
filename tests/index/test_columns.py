"""The index in memory says what the database says, and notices every change."""

import random

import numpy as np
import pytest
from django.db import connection

from tests import chronicle
from timeline.dates import HistoricalDate
from timeline.index import columns as columns_module
from timeline.index import current
from timeline.index.columns import most_frequent
from timeline.index.current import current_index
from timeline.models import ActorName, Citation, Event, Participation
from timeline.pages.selection import certainly_in, possibly_in

pytestmark = pytest.mark.django_db

IN_ORDER = [
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


def ids(mask: np.ndarray | None = None) -> list[str]:
    columns = current_index().columns
    return [public_id.decode() for public_id in columns.public_ids[columns.everything if mask is None else mask]]


def test_events_stand_in_order_of_time_then_in_the_editors_sequence() -> None:
    for number in random.Random(1986).sample(range(len(IN_ORDER)), len(IN_ORDER)):
        chronicle.event(IN_ORDER[number], public_id=f"e{number}")
    chronicle.event("1986-10-12", public_id="later", sequence=1)
    assert ids() == [*(f"e{number}" for number in range(len(IN_ORDER))), "later"]
    dates = [HistoricalDate.parse(edtf) for edtf in current_index().columns.edtf]
    assert dates == sorted(dates, key=lambda date: date.sort_key), "as the date value orders itself"


@pytest.mark.parametrize(
    ("span", "possibly", "certainly"),
    [
        ("1986", ["talks", "reykjavik"], ["reykjavik"]),
        ("1986-10-12", ["talks", "reykjavik"], []),
        ("1985/1987", ["talks", "geneva", "reykjavik", "inf"], ["geneva", "reykjavik", "inf"]),
        ("1987/..", ["talks", "inf"], ["inf"]),
        ("../1985", ["talks", "geneva"], ["geneva"]),
        ("1992", [], []),
    ],
)
def test_span_keeps_what_possibly_or_certainly_lies_in_it(span: str, possibly: list[str], certainly: list[str]) -> None:
    chronicle.cold_war()
    wanted = HistoricalDate.parse(span)
    columns = current_index().columns
    assert ids(possibly_in(columns, wanted)) == possibly
    assert ids(certainly_in(columns, wanted)) == certainly


@pytest.mark.parametrize("span", ["1914", "2021", "2018/..", "../1979"])
def test_open_dates_are_filtered_as_the_date_value_compares(span: str) -> None:
    wanted = HistoricalDate.parse(span)
    for number, edtf in enumerate(IN_ORDER):
        chronicle.event(edtf, public_id=f"e{number}")
    columns = current_index().columns
    dates = [HistoricalDate.parse(edtf) for edtf in columns.edtf]
    assert possibly_in(columns, wanted).tolist() == [date.possibly_within(wanted) for date in dates]
    assert certainly_in(columns, wanted).tolist() == [date.certainly_within(wanted) for date in dates]


def test_years_are_counted_with_an_open_end_as_one_year() -> None:
    for edtf in ("1986", "1986-10", "1985/1988", "2018/..", "../1979"):
        chronicle.event(edtf, public_id=edtf[:16])
    columns = current_index().columns
    counts = {1979: 1, 1985: 1, 1986: 3, 1987: 1, 1988: 1, 2018: 1}
    assert columns.counted_by_years(columns.everything) == counts
    assert columns.counted_by_years(columns.everything, 10) == {197: 1, 198: 3, 201: 1}


def test_neighbours_are_those_in_order() -> None:
    chronicle.cold_war()
    columns = current_index().columns
    key = dict(Event.objects.values_list("public_id", "pk"))
    assert columns.key_beside(key["reykjavik"], -1) == key["geneva"]
    assert columns.key_beside(key["reykjavik"], 1) == key["inf"]
    assert columns.key_beside(key["inf"], 1) is None
    assert columns.key_beside(key["talks"], -1) is None
    assert columns.key_beside(max(key.values()) + 1, -1) is None


def test_reprint_beside_its_original_is_no_further_source() -> None:
    event = chronicle.event("1985", public_id="geneva")
    original = event.citations.get().source
    chronicle.citation(chronicle.source("Ils se sont vus.", name="b.txt", reprint_of=original), "vus", event=event)
    chronicle.citation(chronicle.source("They met there.", name="c.txt"), "met", event=event)
    articles = current_index().columns.articles
    assert len(articles.keys) == 3
    assert len(articles.unmarked_of(0)) == 2


def test_most_frequent_are_ordered_and_never_empty_ones() -> None:
    keys, counts = np.array([4, 5, 6, 7]), np.array([2, 0, 9, 2], dtype=np.int32)
    assert most_frequent(keys, counts, 2) == [(6, 9), (4, 2)]
    assert most_frequent(keys, counts, 9) == [(6, 9), (4, 2), (7, 2)]
    assert most_frequent(keys[:0], counts[:0], 8) == []


# -- every change is noticed ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda: Event.objects.filter(public_id="inf").update(status="draft"), id="queryset update"),
        pytest.param(lambda: Event.objects.get(public_id="inf").delete(), id="delete"),
        pytest.param(lambda: Participation.objects.first().delete(), id="participation"),
        pytest.param(
            lambda: Participation.objects.bulk_create(
                [Participation(event=Event.objects.get(public_id="inf"), actor=chronicle.actor("George Shultz"))]
            ),
            id="bulk create",
        ),
        pytest.param(lambda: Citation.objects.update(state="rejected"), id="citation"),
        pytest.param(lambda: ActorName.objects.create(actor=chronicle.actor("Ronald Reagan"), name="Ron"), id="name"),
        pytest.param(lambda: connection.cursor().execute("UPDATE timeline_place SET name_en = 'Genf'"), id="plain SQL"),
    ],
)
def test_change_gives_a_new_index(change) -> None:
    chronicle.cold_war()
    before = current_index()
    assert current_index() is before
    change()
    assert current_index() is not before


def test_index_that_takes_long_is_loaded_aside_and_not_all_the_time(monkeypatch) -> None:
    asked: list[int | None] = []
    monkeypatch.setattr(current, "_held", {})
    monkeypatch.setattr(current, "_load_aside", asked.append)
    monkeypatch.setattr(current, "_held", {})
    monkeypatch.setattr(current, "MOST_AT_ONCE", 0)
    chronicle.cold_war()
    Event.objects.filter(public_id="inf").update(status="draft")
    before = current_index()
    Event.objects.filter(public_id="talks").update(status="draft")
    monkeypatch.setattr(current, "PAUSE", 1e9)
    assert current_index() is before
    assert asked == []
    monkeypatch.setattr(current, "PAUSE", 0)
    assert current_index() is before, "readers need not wait"
    assert asked == [None]


def test_what_is_not_shown_is_not_held() -> None:
    chronicle.cold_war()
    Event.objects.filter(public_id="inf").update(status="rejected")
    other = chronicle.event("1986", public_id="other")
    other.chronology = chronicle.chronology("visits")
    other.save()
    assert ids() == ["talks", "geneva", "reykjavik"]
    assert current_index(other.chronology_id).columns.size == 1


@pytest.mark.parametrize("few", [1, 10**6], ids=["one by one", "all passed by"])
def test_counts_are_the_same_however_few_are_selected(monkeypatch, few: int) -> None:
    chronicle.cold_war()
    columns = current_index().columns
    monkeypatch.setattr(columns_module, "FEW", few)
    for selected in ([], [0], [1, 3], [0, 1, 2, 3]):
        mask = columns.at(np.array(selected, dtype=np.int32))
        expected = [sum(key in columns.actors.unmarked_of(place) for place in selected) for key in columns.actors.keys]
        assert columns.actors.counted_in(mask).tolist() == expected

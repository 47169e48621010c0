"""The arithmetic of the axis, module by module, run where it will run: in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def run(browser: Browser, site: str, static_urls: dict[str, str]) -> Iterator[Any]:
    """Evaluates an expression; `m` has the exports of one module of the axis, `load` imports another."""
    context = browser.new_context(base_url=site, locale="fr-FR")
    page = context.new_page()
    page.goto("/robots.txt")

    def evaluate(module: str, expression: str, argument: object = None) -> Any:
        script = f"""async ({{ urls, argument }}) => {{
            const load = (name) => import(urls[`js/axis/${{name}}.js`]);
            const m = await load("{module}");
            return {expression};
        }}"""
        return page.evaluate(script, {"urls": static_urls, "argument": argument})

    yield evaluate
    context.close()


@pytest.mark.parametrize(
    ("year", "month", "day", "number"),
    [(1970, 1, 1, 0), (2021, 11, 2, 18933), (1969, 12, 31, -1), (1, 1, 1, -719162), (9999, 12, 31, 2932896)],
    ids=["epoch", "Moscow meeting", "day before", "first day", "last day"],
)
def test_day_numbers_are_those_of_the_server(run, year, month, day, number):
    assert run("dates", f"m.dayNumber({year}, {month}, {day})") == number
    assert run("dates", f"m.civil({number})") == {"year": year, "month": month, "day": day}


def test_iso_day_stays_in_the_calendar(run):
    assert run("dates", "[m.isoDay(18933.7), m.isoDay(-1e9), m.isoDay(1e9)]") == [
        "2021-11-02",
        "0001-01-01",
        "9999-12-31",
    ]


def test_zoom_keeps_the_day_under_the_pointer(run):
    before, after = run(
        "scale",
        "(() => { const s = new m.Scale(0, 2, 800); return [s.day(300), s.zoomedAt(300, 3).day(300)]; })()",
    )
    assert before == pytest.approx(after)


def test_fitting_shows_the_whole_span_inside_its_margins(run):
    left, right = run("scale", "(() => { const s = m.Scale.fitting(0, 99, 800, 50); return [s.x(0), s.x(100)]; })()")
    assert (left, right) == pytest.approx((50, 750))


@pytest.mark.parametrize("width", [0, 1, -5], ids=["none", "one pixel", "negative"])
def test_window_without_width_gives_finite_days(run, width):
    assert run("scale", f"Number.isFinite(m.Scale.fitting(0, 0, {width}, 72).zoomedAt(0, 10).end)")


def test_zoom_stops_at_single_days_and_at_the_calendar(run):
    most, least = run(
        "scale",
        "[new m.Scale(0, 1, 1000).zoomedAt(0, 1e9).pxPerDay, new m.Scale(0, 1, 1000).zoomedAt(0, 1e-9).days]",
    )
    assert most == 160
    assert least <= 3_652_060


def test_view_never_loses_the_events(run):
    middle = run("scale", "new m.Scale(1e6, 1, 1000).within(0, 100).middle")
    assert middle == 101


@pytest.mark.parametrize(
    ("px_per_day", "unit", "texts"),
    [
        (60, "day", ["1", "2", "3"]),
        (2, "month", ["janv.", "févr.", "mars"]),
        (0.2, "year", ["2021", "2022", "2023"]),
        (0.002, "year", ["", "2100", "2200"]),
    ],
    ids=["days", "months", "years", "centuries of which the first began before the window"],
)
def test_ruler_units_follow_the_zoom_in_the_pages_language(run, px_per_day, unit, texts):
    script = """(async () => {
        const { Scale } = await load('scale');
        const { Calendar, dayNumber } = await load('dates');
        const { unit, marks } = m.ruler(new Scale(dayNumber(2021), argument, 1000), new Calendar('fr'));
        return { unit, texts: marks.slice(0, 3).map(({ text }) => text) };
    })()"""
    assert run("ruler", script, px_per_day) == {"unit": unit, "texts": texts}


def test_density_shares_a_year_evenly_and_keeps_the_sum(run):
    heights = run(
        "density",
        "[...m.density([{first: 0, last: 99, count: 10}, {first: 5, last: 5, count: 1}],"
        " {width: 100, x: (day) => day}, 10)]",
    )
    assert heights == pytest.approx([2, *[1] * 9])


LAY_OUT = """(() => {
    const events = { size: argument.length, first: argument.map(([a]) => a), last: argument.map(([, b]) => b) };
    return m.layOut(events, { pxPerDay: 1, rows: 4, labelWidth: () => 80, extent: [-500, 2000] });
})()"""


def test_labels_and_marks_of_a_row_never_overlap(run):
    laid = run("layout", LAY_OUT, [[day, day + day % 3 * 40] for day in range(0, 1000, 23)])
    for row in range(4):
        boxes = sorted((item["left"], item["right"]) for item in laid["items"] if item["row"] == row)
        assert all(left[1] <= right[0] for left, right in pairwise(boxes))
    assert any(item["labelX"] is not None for item in laid["items"])


def test_every_event_is_a_mark_or_in_a_count(run):
    laid = run("layout", LAY_OUT, [[day // 7, day // 7] for day in range(2000)])
    assert len(laid["items"]) + sum(count["count"] for count in laid["counts"]) == 2000


def test_twenty_thousand_events_of_one_day_are_one_count(run):
    laid = run("layout", LAY_OUT, [[0, 0]] * 20_000)
    assert [count["count"] for count in laid["counts"]] == [20_000]
    assert laid["items"] == []


def test_open_ends_reach_past_what_is_known(run):
    since, until = run("layout", LAY_OUT, [[100, None], [None, 300]])["items"]
    assert since["x1"] > since["x0"] == 100
    assert until["x0"] < until["x1"] == 301


def test_coarsely_dated_counts_keep_a_stretch_of_their_own(run):
    groups = run(
        "skyline",
        "m.groupBins({unit: 'day', first: [0, 0, 31], last: [364, 0, 31], count: [5, 1, 2]}, 4)",
    )
    assert [(group["first"], group["last"], group["count"], group["coarse"]) for group in groups] == [
        (0, 364, 5, True),
        (0, 30, 1, False),
        (31, 58, 2, False),
    ]


def test_neighbouring_views_share_a_window(run):
    keys = run("data", "[1030, 1060, 1090].map((start) => m.windowAround({start, days: 40, end: start + 40}).key)")
    assert keys[0] == keys[1] != keys[2]


@pytest.mark.parametrize(
    "answer",
    [
        None,
        "axis",
        {},
        {"total": 1, "words": {}, "extent": [0, 1], "events": {"id": ["a"], "first": []}},
        {"total": 1, "words": {}, "extent": ["a", 1], "bins": {"first": [0], "last": [0], "count": [1]}},
        {"total": 9, "words": {}, "extent": [0, 1], "events": None, "bins": {"first": [0], "last": [], "count": [1]}},
    ],
    ids=["null", "text", "nothing", "short columns", "no days", "uneven bins"],
)
def test_answer_that_is_no_axis_data_is_refused(run, answer):
    refused = "(() => { try { m.checked(argument); return ''; } catch (error) { return error.reason; } })()"
    assert run("data", refused, answer) == "unreadable"


def test_counts_of_the_last_unit_are_one_column_too(run):
    groups = run(
        "skyline",
        "m.groupBins({unit: 'day', first: [0, 31, 40, 45], last: [0, 31, 40, 45], count: [1, 2, 3, 4]}, 2)",
    )
    assert [(group["first"], group["last"], group["count"]) for group in groups] == [(0, 30, 1), (31, 58, 9)]

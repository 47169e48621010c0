"""How rounds are summed up and shown."""

from itertools import islice

import pytest

from bench.reading import documents
from bench.reading.asking import KINDS
from bench.reading.figures import cell, frame_figures, medians, ratio, times
from bench.reading.results import Measured
from bench.synthetic.questions import Asked, Questions

QUESTIONS = Questions([Asked(0, "bench-0", 9)], ["bench-0", "bench-1"], ["Dutape", "Troziviff"], ["54e702440e"])


def test_the_median_of_the_rounds_counts():
    assert medians([{"first": 90.0}, {"first": 400.0}, {"first": 100.0}]) == {"first": 100.0}


def test_a_figure_that_failed_once_has_failed():
    assert medians([{"first": 90.0, "pan": 16.0}, {"first": 100.0}]) == {"first": 95.0, "pan": None}


def test_a_freeze_shows_in_the_share_of_time_though_not_in_p95():
    figures = frame_figures("pan", [16.7] * 99 + [500.0])

    assert figures["pan p95"] == pytest.approx(16.7)
    assert figures["pan worst"] == 500
    assert figures["pan long"] == pytest.approx(23.2, abs=0.1)


def test_nothing_is_said_of_a_gesture_without_frames():
    assert frame_figures("zoom", []) == {"zoom p95": None, "zoom worst": None, "zoom long": None}


@pytest.mark.parametrize(
    ("value", "shown"), [(None, "–"), (0.0, "0"), (0.04, "0.04"), (5.0, "5"), (16.66, "16.7"), (12345.6, "12,346")]
)
def test_a_cell_shows_three_digits(value, shown):
    assert cell(value) == shown


def test_a_ratio_needs_both():
    assert times(ratio(5.0, 20.0)) == "0.25×"
    assert ratio(5.0, None) is ratio(None, 5.0) is ratio(5.0, 0.0) is None


def test_ratios_stand_before_figures():
    measured = Measured(circumstances={})
    measured.add("ours", {"first": 100.0})
    measured.add("vis-timeline", {"first": 400.0})

    compared, *_rest = documents.browser({1000: measured}).split("\n\n")

    assert "| 1,000 | vis-timeline | 0.25× |" in compared


def test_servers_are_compared_question_by_question():
    measured = Measured(circumstances={})
    for server, wait in (("ours", 8.0), ("floor", 2.0), ("Datasette", 80.0)):
        measured.add(f"{server}: search", {"p50 at 1": wait, "p95 at 8": 10 * wait})

    assert "| 1,000 | search | 4× | 4× | 10.0× | 10.0× |" in documents.servers({1000: measured})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("server", ["ours", "floor", "Datasette"])
def test_a_question_with_a_choice_is_never_the_one_before(server, kind):
    paths = list(islice(kind.paths(server, QUESTIONS) or (), 2))

    assert not paths or paths[0] != paths[1] or kind.name in ("page", "axis, whole", "event")


def test_a_question_is_the_same_at_every_run():
    [window] = [kind for kind in KINDS if kind.name == "axis window"]

    assert list(islice(window.paths("ours", QUESTIONS), 3)) == list(islice(window.paths("ours", QUESTIONS), 3))

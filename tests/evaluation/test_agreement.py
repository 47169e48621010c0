"""The score was first defined by a program of its own, apart from this project; ours gives its figures to the digit.

predictions/scores.json holds what that program printed for three small sets of predictions on the open set: real ones
of one cluster, annotations made vague, wrong or unmerged, and passages that must not become events.
"""

import json
from pathlib import Path

import pytest

from timeline.evaluation.events import score_events
from timeline.evaluation.gold import read_gold
from timeline.evaluation.json_rows import read_row
from timeline.evaluation.predictions import events_of
from timeline.evaluation.tallies import event_figures

PREDICTIONS = Path(__file__).parent / "predictions"
CORPUS = Path(__file__).parents[1] / "corpus"
SCORES = json.loads((PREDICTIONS / "scores.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def gold():
    return read_gold(CORPUS)


@pytest.mark.parametrize("case", SCORES)
def test_every_figure_is_that_of_the_reference(gold, case):
    name, language = case.split()
    predictions = events_of(read_row(PREDICTIONS / f"{name}.json"))
    articles = [article for article in gold if language in ("all", article.language)]

    figures = event_figures(score_events(articles, predictions))
    ours = figures.counts | figures.rates
    assert {figure: ours[figure] for figure in SCORES[case]} == SCORES[case]

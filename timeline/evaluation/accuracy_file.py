"""timeline/evaluation/accuracy.json: the published figures, which the Method page shows and CI guards."""

from __future__ import annotations

import json
from pathlib import Path

from timeline.evaluation.figures import Accuracy, ArticleFigures, Group, TimexFigures
from timeline.evaluation.json_rows import Row, read_row

ACCURACY_FILE = Path(__file__).parent / "accuracy.json"


def read_accuracy(path: Path = ACCURACY_FILE) -> Accuracy | None:
    """None where nothing has been published yet. Raises BadAnnotation."""
    if not path.exists():
        return None
    row = read_row(path)
    return Accuracy(
        corpus=row.text("corpus"),
        commit=row.text("commit"),
        day=row.text("day"),
        groups={name: _group(group) for name, group in row.row("groups").members()},
        articles=tuple(_article(article) for article in row.rows("articles")),
        timex=tuple(_timex(timex) for timex in row.rows("timex")),
    )


def accuracy_json(accuracy: Accuracy) -> str:
    return json.dumps(accuracy.as_json(), ensure_ascii=False, indent=1) + "\n"


def _group(row: Row) -> Group:
    counts, rates = row.row("counts"), row.row("rates")
    return Group(
        {name: counts.number(name) for name in counts.names()}, {name: rates.share(name) for name in rates.names()}
    )


def _article(row: Row) -> ArticleFigures:
    group = _group(row)
    return ArticleFigures(row.text("file"), row.text("language"), group.counts, group.rates)


def _timex(row: Row) -> TimexFigures:
    calendar, all_types = _group(row.row("calendar")), _group(row.row("all_types"))
    return TimexFigures(
        row.text("name"), row.text("language"), row.text("commit"), row.text("day"), calendar, all_types
    )

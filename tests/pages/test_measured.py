"""What the Method page says of the published figures."""

import pytest
from django.utils.translation import override

from timeline.evaluation.figures import Accuracy, Group, TimexFigures
from timeline.pages import measured as page
from timeline.pages.measured import MeasuredAccuracy

FIGURES = ("relaxed_precision", "relaxed_recall", "strict_f1", "relaxed_f1", "date", "kind", "place", "actor_f1")
ALIKE = Group({"articles": 28, "expected": 197}, dict.fromkeys((*FIGURES, "merging_f1"), 0.8541))
TIMES = Group({"expected": 160}, {"relaxed_f1": 0.953, "value_f1": 0.94})
BANK = TimexFigures("timebank", "fr", "abc1234", "2026-11-01", TIMES, TIMES)
ACCURACY = Accuracy("tests/corpus", "abc1234", "2026-11-28", {"all": ALIKE, "fr": ALIKE}, (), (BANK,))


@pytest.fixture
def method(client, db, monkeypatch):
    monkeypatch.setattr("timeline.views.texts.measured", lambda: MeasuredAccuracy(ACCURACY))
    return lambda language: client.get("/method/", headers={"accept-language": language}).content.decode()


def test_each_language_of_articles_has_its_column():
    with override("fr"):
        shown = MeasuredAccuracy(ACCURACY)
        assert shown.columns == ["tous", "français"]
        assert next(iter(shown.rows))[0] == "Précision"


@pytest.mark.parametrize(("language", "number"), [("fr", "85,4"), ("en", "85.4")])
def test_figures_are_written_as_the_language_does(method, language, number):
    assert f"<td>{number}</td>" in method(language)


def test_the_commit_and_the_day_stand_with_the_figures(method):
    html = method("fr")

    assert "28 novembre 2026" in html
    assert "<code>abc1234</code>" in html


def test_expressions_of_time_are_told(method):
    assert "timebank, 160 expressions: found with F1 95.3 %, with the right date 94.0 %." in method("en")


def test_without_published_figures_there_is_no_such_section(client, db, monkeypatch):
    monkeypatch.setattr("timeline.views.texts.measured", lambda: None)

    assert 'id="accuracy"' not in client.get("/method/").content.decode()


def test_nothing_published_is_nothing_measured(monkeypatch):
    monkeypatch.setattr(page, "read_accuracy", lambda: None)

    assert page.measured.__wrapped__() is None

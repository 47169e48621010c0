"""Which falls of a figure count as a loss, and what the published file keeps."""

from dataclasses import replace

import pytest

from tests.modules import PROJECT
from timeline.evaluation.accuracy_file import accuracy_json, read_accuracy
from timeline.evaluation.document import accuracy_document
from timeline.evaluation.figures import Accuracy, Group, TimexFigures, losses, with_earlier_timex

RATES = {"relaxed_f1": 0.85, "strict_f1": 0.8, "place": 0.7}
BANK = TimexFigures("bank", "fr", "abc1234", "2026-11-01", Group({}, {"value_f1": 0.89}), Group({}, {"value_f1": 0.8}))
BEFORE = Accuracy(
    "tests/corpus", "abc1234", "2026-11-01", {"all": Group({}, RATES), "en": Group({}, RATES)}, (), (BANK,)
)


def changed(group, **rates):
    return replace(BEFORE, groups={**BEFORE.groups, group: Group({}, {**RATES, **rates})})


@pytest.mark.parametrize("now", [0.9, 0.85, 0.845, 0.84])
def test_a_fall_of_a_point_at_most_is_none(now):
    assert losses(BEFORE, changed("all", relaxed_f1=now)) == ()


def test_a_fall_of_more_than_a_point_is_named():
    [loss] = losses(BEFORE, changed("all", place=0.68))

    assert (loss.figure, loss.before, loss.now) == ("all place", 0.7, 0.68)


def test_of_a_language_only_the_f1_of_events_counts():
    assert losses(BEFORE, changed("en", place=0.5)) == ()
    assert [loss.figure for loss in losses(BEFORE, changed("en", strict_f1=0.78))] == ["en strict_f1"]


def test_time_expressions_count_where_they_were_measured():
    worse = replace(BANK, calendar=Group({}, {"value_f1": 0.8}))

    assert [loss.figure for loss in losses(BEFORE, replace(BEFORE, timex=(worse,)))] == ["bank calendar value_f1"]
    assert losses(BEFORE, replace(BEFORE, timex=())) == ()


def test_figures_of_time_expressions_are_kept_until_they_are_measured_again():
    again, other = replace(BANK, day="2026-11-20"), replace(BANK, name="other")

    assert with_earlier_timex(replace(BEFORE, timex=()), BEFORE).timex == (BANK,)
    assert with_earlier_timex(replace(BEFORE, timex=(other,)), BEFORE).timex == (BANK, other)
    assert with_earlier_timex(replace(BEFORE, timex=(again,)), BEFORE).timex == (again,)
    assert with_earlier_timex(BEFORE, None).timex == (BANK,)


def test_the_published_file_is_read_as_it_was_written(tmp_path):
    path = tmp_path / "accuracy.json"
    path.write_text(accuracy_json(BEFORE), encoding="utf-8")

    assert read_accuracy(path) == BEFORE


def test_the_published_document_says_what_the_published_file_says():
    published = read_accuracy()

    assert published is not None
    assert (PROJECT / "docs" / "accuracy.md").read_text("utf-8") == accuracy_document(published)


def test_there_may_be_no_published_file(tmp_path):
    assert read_accuracy(tmp_path / "accuracy.json") is None

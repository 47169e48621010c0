"""Scores of time expressions: spans, types and values."""

import json

import pytest

from timeline.evaluation.json_rows import BadAnnotation
from timeline.evaluation.timex import score_timexes
from timeline.evaluation.timex_texts import AnnotatedText, predict_timexes, read_timex_texts
from timeline.extraction.times import Timex

TEXT = "Le 11 octobre 1986, ils ont parlé pendant deux jours."
DAY = Timex(0, 18, "Le 11 octobre 1986", "DATE", "1986-10-11")
LENGTH = Timex(42, 52, "deux jours", "DURATION", "P2D")


def scored(*found, expected=(DAY, LENGTH), only_calendar=False):
    return score_timexes([AnnotatedText("a", "fr", None, TEXT, expected)], [found], only_calendar=only_calendar)


def test_the_same_expressions_are_perfect():
    score = scored(DAY, LENGTH)

    assert [score.f1(right) for right in (score.relaxed, score.strict, score.types, score.values)] == [1, 1, 1, 1]


def test_a_leading_article_does_not_count():
    score = scored(Timex(3, 18, "11 octobre 1986", "DATE", "1986-10-11"), LENGTH)

    assert score.strict == 2


def test_a_time_of_day_does_not_count():
    score = scored(Timex(0, 18, "Le 11 octobre 1986", "TIME", "1986-10-11T10:00"), LENGTH)

    assert (score.types, score.values) == (2, 2)


def test_an_overlap_is_enough_for_a_relaxed_match():
    score = scored(Timex(6, 18, "octobre 1986", "DATE", "1986-10"))

    assert (score.relaxed, score.strict, score.values) == (1, 0, 0)
    assert (score.precision(score.relaxed), score.recall(score.relaxed)) == (1, 0.5)


def test_one_expression_matches_one():
    halves = Timex(3, 13, "11 octobre", "DATE", "1986-10-11"), Timex(14, 18, "1986", "DATE", "1986")
    score = scored(*halves)

    assert (score.relaxed, score.predicted) == (1, 2)


def test_calendar_dates_alone():
    score = scored(DAY, only_calendar=True)

    assert (score.expected, score.f1(score.values)) == (1, 1)


def test_the_grammar_is_scored_on_a_file(tmp_path):
    timexes = [{"start": 0, "end": 18, "text": "Le 11 octobre 1986", "type": "DATE", "value": "1986-10-11"}]
    row = {"id": "a", "lang": "fr", "dct": "1986-10-13", "text": TEXT, "timexes": timexes}
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps(row) + "\n\n", encoding="utf-8")

    texts = read_timex_texts(path)
    score = score_timexes(texts, predict_timexes(texts), only_calendar=True)
    assert score.f1(score.values) == 1


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "not JSON"),
        ('{"lang": "de"}', "the language must be fr or en"),
        ('{"lang": "fr", "id": "a", "text": "x"}', "“timexes” is missing"),
        (
            '{"lang": "fr", "id": "a", "text": "x", "timexes": [{"start": "0"}]}',
            "timexes 1: “start” must be a whole number",
        ),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, complaint):
    path = tmp_path / "texts.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")

    with pytest.raises(BadAnnotation) as caught:
        read_timex_texts(path)
    assert complaint in str(caught.value)
    assert "texts.jsonl, line 2" in str(caught.value)

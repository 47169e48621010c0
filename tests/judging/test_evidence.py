"""Passages that a person takes: exact characters of the article, or none."""

import pytest
from django.core.exceptions import ValidationError

from tests import chronicle
from timeline.judging.evidence import LONGEST, find, take

pytestmark = pytest.mark.django_db

TEXT = "🕊️ Reagan  et\r\nGorbatchev se sont vus. Ils se sont vus deux fois, et se sont vus encore."


@pytest.fixture
def article():
    return chronicle.source(TEXT)


def test_passage_is_what_stands_between_its_offsets(article):
    start = TEXT.index("Reagan")
    evidence = take(article, start, start + len("Reagan"))
    assert evidence.quote == "Reagan" == TEXT[evidence.start : evidence.end]


def test_white_space_at_its_ends_is_no_part_of_a_passage(article):
    start, end = TEXT.index("  et"), TEXT.index("Gorbatchev")
    assert take(article, start, end).quote == "et"


@pytest.mark.parametrize(
    ("start", "end"),
    [(0, 0), (5, 4), (-1, 4), (0, len(TEXT) + 1), (TEXT.index("  et"), TEXT.index("et"))],
    ids=["empty", "backwards", "before the article", "behind the article", "only white space"],
)
def test_what_is_no_passage_of_the_article_is_refused(article, start, end):
    with pytest.raises(ValidationError):
        take(article, start, end)


def test_passage_that_no_reader_could_check_at_a_glance_is_refused():
    with pytest.raises(ValidationError, match=str(LONGEST)):
        take(chronicle.source("a" * (LONGEST + 1)), 0, LONGEST + 1)


def test_words_are_found_whatever_white_space_parts_them(article):
    (found,) = find(article, "Reagan et Gorbatchev  se sont")
    assert found.quote == "Reagan  et\r\nGorbatchev se sont"


def test_every_place_is_found_where_the_words_stand_several_times(article):
    assert [evidence.quote for evidence in find(article, " se sont vus ")] == ["se sont vus"] * 3
    assert len({evidence.start for evidence in find(article, "se sont vus")}) == 3


@pytest.mark.parametrize("words", ["Reagan et Gorbatchov", "reagan et", "Ils se sont vus trois fois", ".*"])
def test_words_that_are_only_like_those_of_the_article_are_not_found(article, words):
    assert find(article, words) == []


def test_no_words_are_no_passage(article):
    with pytest.raises(ValidationError):
        find(article, " \n ")


def test_key_is_the_same_for_the_same_passage_and_another_for_another(article):
    start = TEXT.index("Reagan")
    evidence, longer = take(article, start, start + 6), take(article, start, start + 10)
    assert evidence.free_key("meeting") == evidence.free_key("meeting")
    assert len({evidence.free_key("meeting"), evidence.free_key("visit"), longer.free_key("meeting")}) == 3

"""One article, two claims: one happening told twice, or two happenings."""

import pytest

from tests.extraction.merging.claims import PARIS, claim, person
from timeline.extraction.merging.retelling import tells_again
from timeline.extraction.records import EventKind

OBAMA, MEDVEDEV, HU = person("barack-obama"), person("dmitry-medvedev"), person("hu-jintao")
SIGNED = claim("2010-04-08", OBAMA, MEDVEDEV, kind=EventKind.AGREEMENT)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(
            claim("2010-04-08", MEDVEDEV, kind=EventKind.SUMMIT, start=60, words=20), id="dated by the same words"
        ),
        pytest.param(
            claim("2010-04-08", OBAMA, MEDVEDEV, kind=EventKind.STATEMENT, start=60), id="same day, same people"
        ),
        pytest.param(
            claim("2010-04-08", OBAMA, kind=EventKind.AGREEMENT, start=60), id="same day and kind, fewer people"
        ),
    ],
)
def test_told_twice(other):
    assert tells_again(SIGNED, other)
    assert tells_again(other, SIGNED)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(claim("2010-04-08", OBAMA, MEDVEDEV, kind=EventKind.SUMMIT, start=60), id="the summit besides"),
        pytest.param(claim("2010-04-08", OBAMA, HU, kind=EventKind.AGREEMENT, start=60), id="with another"),
        pytest.param(
            claim("2010-04-08", OBAMA, kind=EventKind.AGREEMENT, start=60, rule="same_day"),
            id="fewer people « le même jour »",
        ),
        pytest.param(claim("2010-04", OBAMA, MEDVEDEV, kind=EventKind.AGREEMENT, start=60), id="another date"),
    ],
)
def test_two_happenings(other):
    assert not tells_again(SIGNED, other)
    assert not tells_again(other, SIGNED)


def test_a_vaguer_date_can_be_of_what_was_told_where_all_else_agrees():
    day = claim("2010-04-08", OBAMA, MEDVEDEV, place=PARIS)
    assert tells_again(day, claim("2010-04", OBAMA, MEDVEDEV, place=PARIS, start=60))

"""What is compared with what: cost grows with the claims, not with their square."""

import random

import pytest

from tests.extraction.merging.claims import claim, person, state
from timeline.extraction.merging import clusters, merge_events

STATES = [state(code) for code in ("US", "RU", "CN", "FR", "GB", "DE", "IR", "KP", "KR", "IL", "EG", "UA")]
MINISTERS = [person(f"minister-{number}") for number in range(300)]
SPEAK_FOR = {minister.key: frozenset({STATES[n % len(STATES)].key}) for n, minister in enumerate(MINISTERS)}


def claims(count: int, first: int, last: int) -> list:
    """As in the press: a few states take part in most events; one date in ten is a month, one in fifty a year."""
    rng = random.Random(count)
    made = []
    for number in range(count):
        year, month, day = rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 28)
        vague = rng.random()
        edtf = f"{year}" if vague < 0.02 else f"{year}-{month:02}" if vague < 0.12 else f"{year}-{month:02}-{day:02}"
        busy = STATES[min(int(rng.expovariate(0.5)), len(STATES) - 1)]
        made.append(claim(edtf, busy, rng.choice(MINISTERS), document=f"{number:05}"))
    return made


@pytest.fixture
def comparisons(monkeypatch):
    made = []
    compare = clusters.match

    def counted(*arguments):
        made.append(1)
        return compare(*arguments)

    monkeypatch.setattr(clusters, "match", counted)
    return made


def test_twenty_thousand_claims_are_compared_with_few_others(comparisons):
    merge_events(claims(20_000, 1990, 2020), SPEAK_FOR)
    assert len(comparisons) < 20_000 * 10


def test_four_times_the_claims_of_four_times_the_years_cost_four_times_as_much(comparisons):
    merge_events(claims(2000, 1910, 1929), SPEAK_FOR)
    of_few = len(comparisons)
    comparisons.clear()
    merge_events(claims(8000, 1910, 1989), SPEAK_FOR)
    assert len(comparisons) < 4.4 * of_few


def test_the_last_day_of_the_calendar_has_neighbours_too():
    one, other = claim("9999-12-31", *STATES[:2]), claim("9999-12-31", *STATES[:2], document="b")
    assert len(merge_events([one, other])) == 1

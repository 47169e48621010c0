"""Dates that no calendar has, years beyond ours, and text that is made to take long."""

import time

import pytest

from tests.extraction.times.reading import dates_in, times_in
from timeline.extraction.records import Sentence
from timeline.extraction.times import Anchors, find_times

PUBLICATIONS = ("", "0001-01-01", "9999-12-31", "2021-06", "2021", "2021-06-17")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le 31 février 2021, le 31 février, le 0 mai, le 32 mai et le 99 juin n'existent pas."),
        ("fr", "Le 29 février 2021 n'existe pas."),
        ("fr", "Réunion du 45/13/2021, du 2021-13-45, du 2021-00-10 et du 00/00/0000."),
        ("fr", "En l'an 0, en 0000, en 9999, le 31 décembre 9999 et en l'an 10000."),
        ("fr", "En 480 av. J.-C., en 1200 avant J.-C., en 1500 avant notre ère et au Ve siècle avant notre ère."),
        ("fr", "César est tué le 15 mars 44 av. J.-C."),
        ("en", "Feb. 30, June 31 and February 31, 2021 are no days."),
        ("en", "Signed on 13/32/2021 and on 2021-13-45."),
        ("en", "In 44 BC, in 1200 BC and in 1500 B.C.E."),
        ("en", "It happened three million years ago, 10,000 years ago."),
    ],
)
@pytest.mark.parametrize("published", PUBLICATIONS)
def test_what_no_calendar_has_is_no_date(language: str, text: str, published: str):
    assert dates_in(text, language, published) == []


@pytest.mark.parametrize("published", PUBLICATIONS)
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il y a 5000 ans, dans 9000 ans, dans 99 siècles, il y a 9999 mois, dans 9999 semaines."),
        ("fr", "La veille, le lendemain, l'an dernier, l'année prochaine, le mois prochain, ce week-end, ce siècle."),
        ("fr", "Lundi prochain, mardi dernier, de lundi à mercredi, la nuit de lundi à mardi, dans deux siècles."),
        ("en", "Last year, next year, next decade, this century, overnight, the weekend, Thanksgiving, Easter."),
        ("en", "9999 years ago, 9999 weeks from now, a century ago, a thousand years later."),
    ],
)
def test_the_ends_of_the_calendar_are_not_crossed(language: str, text: str, published: str):
    assert times_in(text, language, published) is not None


def test_an_early_year_is_read():
    assert dates_in("Charlemagne est couronné le 25 décembre 800 à Rome.") == ["0800-12-25"]


# Seconds of a processor that has other work as well; what grows without bound takes hours. `bench.hostile` measures.
PATIENCE = 60


def _seconds(text: str, language: str, sentences: int = 1) -> float:
    length = len(text) + 1
    found = [Sentence(n * length, n * length + len(text), text, language, n // 5, ()) for n in range(sentences)]
    begin = time.process_time()
    find_times(found, Anchors(None))
    return time.process_time() - begin


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Ils se sont vus le 16 juin 2021."), ("en", "Two days later, on Tuesday, they met on June 16.")],
)
def test_ten_thousand_dates_come_to_an_end(language: str, text: str):
    assert _seconds(text, language, 10_000) < PATIENCE


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "piece",
    ["le 16 juin, ", "mardi et ", "June 16 and ", "1, 2, 3, ", "vingt-", "twenty-two-", "2001-", "1/1/", "8 h ",
     "de ", "été ", "du 1 au ", "between ", "avait ", "would have ", "may ", '"', ",", " ", "a", "1", "(",
     "fin de ", "les 1 et "],
)  # fmt: skip
def test_a_long_sentence_of_one_piece_comes_to_an_end(language: str, piece: str):
    # Sentences are cut at 20,000 characters before they come here.
    assert _seconds(piece * (20_000 // len(piece)), language) < PATIENCE

"""Which articles are one dispatch printed twice."""

import hashlib
import itertools

import pytest

from timeline.dates import HistoricalDate
from timeline.extraction.reprints import (
    Printing,
    originals,
    pairs_worth_comparing,
    share_most,
    shared_part,
    sketch,
)

DISPATCH = (
    "Ronald Reagan et Mikhaïl Gorbatchev se sont quittés dimanche soir à Reykjavik sans accord, au terme de deux jours "
    "d'entretiens dans une maison blanche au bord de la mer. Les deux dirigeants avaient pourtant approché, samedi, "
    "d'une réduction de moitié de leurs arsenaux stratégiques. Tout a buté sur l'initiative de défense stratégique, "
    "que le président américain refuse d'enfermer dans un laboratoire. Le secrétaire d'État, George Shultz, a parlé "
    "d'une profonde déception. Aucune date n'a été fixée pour une nouvelle rencontre."
)
REPRINT = (
    "RONALD REAGAN et Mikhaïl Gorbatchev se sont quittés dimanche soir à Reykjavik sans accord, au terme de deux jours "
    "d’entretiens dans une maison au bord de la mer. Tout a buté sur l’initiative de défense stratégique, que le "
    "président américain refuse d’enfermer dans un laboratoire. Aucune date n’a été fixée pour une nouvelle rencontre. "
    "À Genève, on suivait l'affaire de près."
)
OTHER = (
    "Le sommet de Reykjavik s'est achevé dimanche sur un échec: Ronald Reagan et Mikhaïl Gorbatchev n'ont pas su "
    "s'entendre sur les armes nucléaires. Selon la délégation soviétique, la Maison-Blanche a refusé toute limite à "
    "son bouclier spatial, tandis que les Américains accusent Moscou d'avoir tout lié à ce point. Les négociateurs "
    "se reverront à Genève, où les pourparlers reprennent mercredi prochain au niveau des ambassadeurs."
)


def test_a_dispatch_that_was_cut_and_edited_is_recognised():
    assert share_most(DISPATCH, REPRINT)
    assert list(pairs_worth_comparing([sketch(DISPATCH), sketch(REPRINT)])) == [(1, 0)]


def test_two_reports_on_one_meeting_are_two():
    assert not share_most(DISPATCH, OTHER)
    assert list(pairs_worth_comparing([sketch(DISPATCH), sketch(OTHER)])) == []


def test_capitals_and_apostrophes_do_not_matter():
    assert shared_part(DISPATCH, DISPATCH.upper().replace("'", "’")) == 1


def test_a_short_dispatch_within_a_long_article_is_found():
    long = (
        OTHER
        + " "
        + DISPATCH
        + " "
        + " ".join(f"La phrase numéro {n} de ce long article parle de cela." for n in range(20))
    )
    assert shared_part(DISPATCH, long) > 0.95
    assert list(pairs_worth_comparing([sketch(long), sketch(DISPATCH)])) == [(1, 0)]


@pytest.mark.parametrize(
    "text", ["", "Reykjavik.", "Ronald Reagan et Mikhaïl Gorbatchev se sont rencontrés à Reykjavik."]
)
def test_a_text_of_next_to_nothing_is_no_reprint(text):
    assert not share_most(text, text)
    assert len(sketch(text)) == 1024


def test_only_new_articles_are_compared():
    sketches = [sketch(DISPATCH), sketch(REPRINT), sketch(DISPATCH)]
    assert set(pairs_worth_comparing(sketches, first=2)) == {(2, 0), (2, 1)}
    assert list(pairs_worth_comparing(sketches, first=3)) == []


def test_the_sketch_of_a_text_is_the_same_on_every_machine():
    assert hashlib.sha256(sketch(DISPATCH)).hexdigest()[:16] == "99d2268b959e9bdf"


def printed(sha256: str, published: str = "", length: int = 1000) -> Printing:
    return Printing(sha256, HistoricalDate.parse(published) if published else None, length)


@pytest.mark.parametrize(
    ("first", "later"),
    [
        pytest.param(printed("b", "1986-10-12"), printed("a", "1986-10-13"), id="the earlier"),
        pytest.param(printed("b", "1986-10-12"), printed("a", "1986-10"), id="the one that is certainly earlier"),
        pytest.param(printed("b", "1986-10-12"), printed("a"), id="the one with a date"),
        pytest.param(printed("b", "1986-10-12", 900), printed("a", "1986-10-12", 800), id="the longer"),
        pytest.param(printed("a", "1986-10-12"), printed("b", "1986-10-12"), id="the lower hash"),
    ],
)
def test_which_of_two_is_the_original(first, later):
    assert originals([first, later], [("a", "b")]) == {later.sha256: first.sha256}
    assert originals([later, first], [("b", "a")]) == {later.sha256: first.sha256}


def test_reprints_of_a_reprint_have_one_original_in_whatever_order_they_are_found():
    printings = [printed("a", "1986-10-13"), printed("b", "1986-10-12"), printed("c", "1986-10-14"), printed("d")]
    pairs = [("a", "c"), ("b", "a")]
    for order in itertools.permutations(printings):
        for found in itertools.permutations(pairs):
            assert originals(order, found) == {"a": "b", "c": "b"}


def test_an_article_that_is_gone_is_nobodys_original():
    assert originals([printed("a")], [("a", "gone")]) == {}

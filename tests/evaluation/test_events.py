"""What counts as found, false, missed and merged."""

import pytest

from tests.evaluation.articles import annotate, event, predicted, summits
from timeline.evaluation.events import score_events
from timeline.evaluation.faults import FaultKind, find_faults
from timeline.evaluation.gold import read_gold
from timeline.evaluation.predictions import Claim
from timeline.evaluation.report import fault_lines

TEXT = "Reagan et Gorbatchev se sont rencontrés en 1986. À lire aussi: le sommet de 1985. Ils ont signé en 1987."


@pytest.fixture
def cold_war(tmp_path):
    annotate(
        tmp_path,
        "a",
        TEXT,
        event("reykjavik", "1986", "se sont rencontrés", place="Reykjavik"),
        event("inf", "1987", "ont signé", optional=True),
        traps=("le sommet de 1985",),
    )
    annotate(tmp_path, "b", "Ils se sont vus le 11 octobre 1986.", event("reykjavik", "1986-10-11", "se sont vus"))
    return read_gold(tmp_path)


def kinds_of(score):
    return [fault.kind for fault in find_faults(score)]


def test_what_is_found_in_both_articles_and_merged_is_perfect(cold_war):
    both = predicted("1986-10-11", ("a", "se sont rencontrés en 1986"), ("b", "se sont vus"), place="Reykjavik")

    score = score_events(cold_war, [both])
    assert (score.relaxed.f1, score.strict.f1, score.merging.f1) == (1, 1, 1)
    assert kinds_of(score) == []


def test_an_event_counts_once_in_every_article_that_it_cites(cold_war):
    score = score_events(cold_war, [predicted("1986", ("a", "se sont rencontrés"))])

    assert (score.relaxed.right, score.relaxed.wrong, score.relaxed.missed) == (1, 0, 1)


def test_nothing_found_is_everything_missed(cold_war):
    score = score_events(cold_war, [])

    assert (score.relaxed.right, score.relaxed.wrong, score.relaxed.missed) == (0, 0, 2)
    assert (score.relaxed.f1, score.merging.f1, score.quality.date) == (0, 0, 0)
    assert kinds_of(score) == [FaultKind.MISSED, FaultKind.MISSED]


def test_an_optional_event_is_neither_missed_nor_false(cold_war):
    score = score_events(cold_war, [predicted("1987", ("a", "ont signé"))])

    assert score.optional_found == 1
    assert (score.relaxed.right, score.relaxed.wrong) == (0, 0)


def test_a_false_event_on_a_passage_that_is_none_is_a_trap(cold_war):
    score = score_events(cold_war, [predicted("1985", ("a", "À lire aussi: le sommet de 1985"))])

    assert (score.relaxed.wrong, score.traps) == (1, 1)
    [trap] = [fault for fault in find_faults(score) if fault.kind is FaultKind.TRAP]
    assert trap.sentence == "À lire aussi: le sommet de 1985."


def test_other_actors_make_another_event(cold_war):
    score = score_events(cold_war, [predicted("1986", ("a", "se sont rencontrés"), actors=("Margaret Thatcher",))])

    assert (score.relaxed.right, score.relaxed.wrong) == (0, 1)


def test_two_events_for_two_mentions_are_not_merged(cold_war):
    apart = [
        predicted("1986", ("a", "se sont rencontrés"), place="Reykjavik"),
        predicted("1986-10-11", ("b", "se sont vus")),
    ]

    score = score_events(cold_war, apart)
    assert (score.merging.recall, score.merging.recall_of_found) == (0, 0)
    assert kinds_of(score) == [FaultKind.NOT_MERGED]


def test_one_event_for_two_happenings_is_merged_wrongly(tmp_path):
    gold = read_gold(summits(tmp_path))
    met, signed = ("reykjavik", "se sont rencontrés", "1986-10-11"), ("inf", "signed the INF treaty", "1987-12-08")
    one = predicted("1986-10-11", met, signed)

    score = score_events(gold, [one])
    assert score.merging.precision == 0
    assert FaultKind.MERGED in kinds_of(score)


def test_each_fault_of_a_found_event_is_listed_with_its_sentence(cold_war):
    vague = predicted("1986-10", ("a", "se sont rencontrés"), kind="call", place="Oslo", actors=("Reagan",))

    faults = [fault for fault in find_faults(score_events(cold_war, [vague])) if fault.kind is not FaultKind.MISSED]
    assert [(fault.kind, fault.expected, fault.found) for fault in faults] == [
        (FaultKind.DATE, "1986", "(1986-10 settled)"),
        (FaultKind.KIND, "meeting", "call"),
        (FaultKind.ACTORS, "Ronald Reagan; Mikhail Gorbachev", "Reagan"),
        (FaultKind.PLACE, "Reykjavik", "Oslo"),
    ]
    assert {fault.sentence for fault in faults} == {"Reagan et Gorbatchev se sont rencontrés en 1986."}


def test_the_sentence_of_a_fault_takes_in_no_headline(tmp_path):
    text = "Le sommet de Reykjavik\n\nReagan et Gorbatchev se sont rencontrés en 1986. Ils se reverront."
    annotate(tmp_path, "a", text, event("reykjavik", "1986", "se sont rencontrés"))

    [missed] = find_faults(score_events(read_gold(tmp_path), []))
    assert missed.sentence == "Reagan et Gorbatchev se sont rencontrés en 1986."


def test_a_missed_event_tells_what_its_sentence_was_taken_for(cold_war):
    actors = ("Mikhail Gorbachev", "Ronald Reagan")
    refused = Claim(
        "a.txt", "Reagan et Gorbatchev se sont rencontrés en 1986", "1986", "meeting", actors, None, "denied"
    )
    elsewhere = Claim("a.txt", "Ils ont signé en 1987", "1987", "agreement", (), None, "no_actor")

    first, _ = find_faults(score_events(cold_war, []), [refused, elsewhere])
    assert first.instead == ("refused as denied: 1986 meeting: Mikhail Gorbachev; Ronald Reagan",)


def test_faults_come_in_the_order_of_the_text_and_those_of_one_sentence_together(cold_war):
    other = predicted("1953", ("a", "se sont rencontrés en 1986"), actors=("Joseph Stalin",))
    trap = predicted("1985", ("a", "le sommet de 1985"))

    faults = find_faults(score_events(cold_war, [trap, other]))
    assert [fault.kind for fault in faults if fault.file == "a.txt"] == [
        FaultKind.MISSED,
        FaultKind.FALSE,
        FaultKind.TRAP,
    ]
    assert "\n".join(fault_lines(faults)).count("se sont rencontrés en 1986") == 1

"""What the standing judgements say of a group of passages, however the extractor groups them this time."""

import pytest

from timeline.judging.rulings import Decision, Rulings, Standing


def decided(passages: str, **after: object) -> Decision:
    """Passages are one letter each."""
    return Decision(frozenset(passages), after)


REJECTED = decided("ab", status="rejected")


def test_nobody_judged_means_nothing_stands() -> None:
    assert Rulings([decided("x", status="rejected")]).on("ab") == Standing()


@pytest.mark.parametrize("cluster", ["ab", "a", "b", "abc", "abcd", "ax"])
def test_event_stays_rejected_while_half_of_its_passages_were_rejected(cluster: str) -> None:
    assert Rulings([REJECTED]).on(cluster).status == "rejected"


def test_few_rejected_passages_are_set_aside_and_do_not_reject_the_rest() -> None:
    standing = Rulings([REJECTED]).on("abcde")
    assert standing.status == ""
    assert standing.passages == {"a": "rejected", "b": "rejected"}


def test_few_rejected_passages_do_not_withdraw_what_was_published() -> None:
    standing = Rulings([decided("cde", status="published"), REJECTED]).on("abcde")
    assert standing.status == "published"
    assert standing.passages == {"a": "rejected", "b": "rejected"}


@pytest.mark.parametrize(
    ("decisions", "status"),
    [
        ([REJECTED, decided("ab", status="published")], "published"),
        ([decided("ab", status="published"), REJECTED], "rejected"),
        ([decided("ab", status="published"), decided("ab", status="draft")], "draft"),
    ],
    ids=["rejected then published", "published then rejected", "published then taken back"],
)
def test_latest_decision_on_the_status_stands(decisions: list[Decision], status: str) -> None:
    assert Rulings(decisions).on("ab").status == status


@pytest.mark.parametrize("cluster", ["ab", "a", "abcdef", "bcde"])
def test_corrected_field_follows_the_passages_it_was_corrected_for(cluster: str) -> None:
    assert Rulings([decided("ab", kind="meeting")]).on(cluster).fields == {"kind": "meeting"}


def test_correction_of_a_large_event_leaves_one_that_took_a_single_passage_of_it_alone() -> None:
    assert Rulings([decided("abcdef", kind="meeting")]).on("fxyz").fields == {}


def test_later_correction_of_a_field_stands_and_others_remain() -> None:
    rulings = Rulings([decided("ab", kind="meeting", title_fr="Sommet"), decided("ab", kind="summit")])
    assert rulings.on("ab").fields == {"kind": "summit", "title_fr": "Sommet"}


def test_status_that_a_person_set_is_locked_as_a_field_is() -> None:
    assert Rulings([REJECTED, decided("ab", kind="visit")]).on("ab").locked == ("kind", "status")


def test_passage_that_was_rejected_by_itself_does_not_reject_its_event() -> None:
    standing = Rulings([decided("a", passage="rejected")]).on("ab")
    assert (standing.status, standing.passages, standing.fields) == ("", {"a": "rejected"}, {})


def test_passage_that_was_accepted_again_is_evidence_again() -> None:
    rulings = Rulings([decided("a", passage="rejected"), decided("a", passage="accepted")])
    assert rulings.on("ab").passages == {"a": "accepted"}


def test_rejected_passage_does_not_carry_the_verdict_of_its_old_event() -> None:
    rulings = Rulings([decided("a", status="published"), decided("a", passage="rejected")])
    assert rulings.on("ab").status == ""


def test_event_that_was_only_looked_at_is_reviewed_and_locks_nothing() -> None:
    standing = Rulings([decided("ab", reviewed=True)]).on("ab")
    assert standing.reviewed
    assert standing.locked == ()


def test_order_of_the_passages_does_not_matter() -> None:
    rulings = Rulings([decided("abc", status="published"), REJECTED])
    assert rulings.on("abcdef") == rulings.on("fedcba")

"""The order of the queue: what several sources support, then what one tells plainly, then what is in doubt."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection

from tests.chronicle import actor, citation, event, source
from timeline.models import Event, Participation
from timeline.reviewing.grading import Doubt, Grade, doubts, grade, grade_of_rank, rank, rank_events, ranks_of
from timeline.typed_dates import read_span

pytestmark = pytest.mark.django_db

PLAIN = {"origin": "explicit", "rule": "day_month_year"}


def told(made: Event, edtf: str = "", *, article: str = "autre.txt", **fields: object) -> Event:
    """One more passage, in an article of its own."""
    text = f"Une autre dépêche en parle ({article})."
    fields.setdefault("derivation", PLAIN)
    citation(source(text, name=article), text, edtf=edtf or made.edtf, event=made, **fields)
    return made


def proposal(edtf: str = "1986-10-11", **fields: object) -> Event:
    made = event(edtf, "Ronald Reagan", "Mikhail Gorbachev", public_id="reykjavik")
    made.citations.update(**{"derivation": PLAIN, **fields})
    return made


def test_one_plain_passage_makes_confident() -> None:
    made = proposal()
    assert doubts(made) == []
    assert grade(made) is Grade.CONFIDENT


def test_two_articles_that_agree_make_several() -> None:
    assert grade(told(proposal())) is Grade.SEVERAL


def test_reprint_does_not_count_beside_its_original() -> None:
    made = told(proposal())
    first, second = (one.source for one in made.citations.order_by("pk"))
    second.reprint_of = first
    second.save()
    assert grade(made) is Grade.CONFIDENT


@pytest.mark.parametrize(
    ("fields", "doubt"),
    [
        ({"modality": "planned"}, Doubt.NOT_REPORTED),
        ({"attribution": "TASS"}, Doubt.ATTRIBUTED),
        ({"derivation": {"origin": "inherited", "base_kind": "text_bound"}}, Doubt.INFERRED_DATE),
        ({"derivation": {"origin": "relative", "base_kind": "context"}}, Doubt.INFERRED_DATE),
        ({"state": "rejected"}, Doubt.NO_PASSAGE),
    ],
    ids=["planned", "attributed", "year from the text's bound", "counted from the context", "no passage left"],
)
def test_what_the_only_passage_leaves_open_is_a_doubt(fields: dict[str, object], doubt: Doubt) -> None:
    made = Event.objects.with_evidence().get(pk=proposal(**fields).pk)
    assert doubts(made) == [doubt]
    assert grade(made) is Grade.DOUBTFUL


def test_date_counted_from_the_articles_own_is_no_doubt() -> None:
    assert doubts(proposal(derivation={"origin": "relative", "base_kind": "published"})) == []


def test_sources_that_contradict_each_other_are_a_doubt() -> None:
    assert doubts(told(proposal(), "1985-11-19")) == [Doubt.CONTRADICTION]


def test_one_of_several_days_is_a_doubt() -> None:
    assert Doubt.OPEN_DATE in doubts(proposal("[1986-10-11,1986-10-12]"))


def test_merging_against_a_difference_is_a_doubt() -> None:
    made = told(proposal())
    made.merge_reasons = ["same_kind", "dates_differ"]
    assert doubts(made) == [Doubt.WEAK_MERGE]


def test_those_who_are_implied_or_missing_are_a_doubt() -> None:
    made = proposal()
    Participation.objects.create(event=made, actor=actor("Iceland", "state"), role="implied")
    assert doubts(made) == [Doubt.IMPLIED]
    made.participations.all().delete()
    assert doubts(made) == [Doubt.NOBODY]


def test_rank_is_the_grade_and_then_the_day() -> None:
    several, later, earlier = told(proposal()), event("1987-12-08", "Ronald Reagan"), event("1985", "George Shultz")
    for made in (later, earlier):
        made.citations.update(derivation=PLAIN)
    rank_events([several.pk, later.pk, earlier.pk])
    assert list(Event.objects.waiting().in_order_of_review()) == [several, earlier, later]
    assert rank(later) - rank(earlier) == (dt.date(1987, 12, 8) - dt.date(1985, 1, 1)).days


def test_rank_tells_its_grade_and_ranks_of_grades_are_in_a_row() -> None:
    for wanted in Grade:
        first, last = ranks_of(wanted)
        assert grade_of_rank(first) is grade_of_rank(last) is wanted
    assert ranks_of(Grade.SEVERAL)[1] + 1 == ranks_of(Grade.CONFIDENT)[0]


def test_ranking_leaves_the_version_that_editors_compare() -> None:
    made = proposal()
    assert rank_events([made.pk]) == 1
    assert rank_events([made.pk]) == 0
    assert Event.objects.get().version == made.version


def test_reviewed_rejected_and_events_of_other_chronologies_do_not_wait() -> None:
    made = proposal()
    assert list(Event.objects.waiting()) == [made]
    Event.objects.update(status="draft")
    assert list(Event.objects.waiting()) == [made]
    Event.objects.update(status="rejected")
    assert not Event.objects.waiting().exists()
    Event.objects.update(status="published", reviewed=True)
    assert not Event.objects.waiting().exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by the size of its tables")
def test_next_of_the_queue_is_read_from_the_index() -> None:
    first = Event.objects.waiting().in_order_of_review().after_in_review(5, 1)[:1].explain()
    assert "event_waiting" in first
    assert "TEMP B-TREE" not in first
    assert "COVERING INDEX event_waiting" in Event.objects.waiting().order_by().values("pk").explain()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by the size of its tables")
@pytest.mark.parametrize("when", ["1986", "since 1986", "before 1986"])
def test_proposals_of_a_time_are_counted_from_the_index_alone(when: str) -> None:
    asked = Event.objects.waiting().possibly_within(read_span(when))
    assert "COVERING INDEX event_waiting" in asked.order_by().values("pk").explain()
    first = asked.in_order_of_review()[:1].explain()
    assert "event_waiting" in first
    assert "TEMP B-TREE" not in first


def test_proposals_of_a_time_are_those_with_a_day_in_it() -> None:
    for number, date in enumerate(("1986-10", "1985/1987", "../1986", "1987/..", "1988")):
        event(date, "Ronald Reagan", public_id=f"event-{number}")
    undated = event("1986", "Ronald Reagan", public_id="undated")
    undated.date = None
    undated.save()
    found = Event.objects.waiting().possibly_within(read_span("1986"))
    assert sorted(found.values_list("edtf", flat=True)) == ["../1986", "1985/1987", "1986-10"]

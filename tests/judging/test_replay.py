"""Two hundred judgements at random, everything lost and read again by a newer extractor: all of them stand."""

from __future__ import annotations

import json
import random
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from tests.claims_stored import Article
from tests.desk import make_publisher
from tests.judging.busy_desk import Desk, press
from timeline.ingestion.settlement import settle_events
from timeline.judging.enforcement import standing_on
from timeline.judging.rulings import Rulings
from timeline.models import Actor, Citation, Event, Judgement

pytestmark = pytest.mark.django_db

JUDGEMENTS = 200
Verdict = Judgement.Verdict


def exported(*, quotes: bool = True) -> str:
    out = StringIO()
    call_command("export", format="json", stdout=out)
    if quotes:
        return out.getvalue()
    events = json.loads(out.getvalue())["events"]
    for event in events:
        for citation in event["citations"]:
            del citation["quote"]
        event["citations"].sort(key=json.dumps)
    return json.dumps(sorted(events, key=json.dumps))


def lose_everything_but_the_judgements() -> None:
    Event.objects.all().delete()
    Citation.objects.all().delete()
    Actor.objects.update(merged_into=None)
    Actor.objects.all().delete()


def read_again(articles: list[Article], chance: random.Random, **how: int) -> None:
    """In another order, with settlements in between."""
    articles = chance.sample(articles, len(articles))
    for number, article in enumerate(articles):
        article.store(**how)
        if number % 5 == 0:
            settle_events()
    settle_events()


@pytest.fixture
def user() -> User:
    return make_publisher()


@pytest.fixture
def judged(user: User) -> tuple[list[Article], Desk]:
    """Half of the articles are read, half of the judgements given; then the others."""
    chance = random.Random(1815)
    articles, desk = press(chance), Desk(chance, user)
    for some in (articles[:12], articles[12:]):
        for article in some:
            article.store()
        settle_events()
        desk.judge(JUDGEMENTS // 2)
    settle_events()
    return articles, desk


def test_every_judgement_stands_whatever_is_lost_and_however_it_is_read_again(judged, user: User) -> None:
    articles, desk = judged
    assert sum(desk.counted.values()) == JUDGEMENTS
    assert set(desk.counted) >= {"publish", "reject", "correct", "merge", "split", "same", "different", "rename"}
    in_force = checked()
    assert in_force >= JUDGEMENTS // 5, "most of the others were decided anew or undone"
    before, without_quotes = exported(), exported(quotes=False)

    again = settle_events()
    assert (again.created, again.changed, again.removed) == (0, 0, 0)
    assert exported() == before

    lose_everything_but_the_judgements()
    read_again(articles, random.Random(1648))
    assert exported() == before
    assert checked() == in_force

    read_again(articles, random.Random(1713), shorter_by=2)
    assert exported(quotes=False) == without_quotes
    assert checked(shorter_by=2) == in_force

    lose_everything_but_the_judgements()
    read_again(articles, random.Random(1878), shorter_by=2)
    assert exported(quotes=False) == without_quotes
    assert checked(shorter_by=2) == in_force


def test_judgements_on_other_articles_have_no_say_in_an_event(judged) -> None:
    articles, _desk = judged
    for shorter_by in (0, 2):
        if shorter_by:
            read_again(articles, random.Random(1713), shorter_by=shorter_by)
        everything = Rulings.load()
        for event in Event.objects.all():
            assert standing_on(event, Rulings.about(event)) == standing_on(event, everything)


# -- judgements that no later one touches: nothing but they can decide -------------------------------------------------


def checked(*, shorter_by: int = 0) -> int:
    """How many standing judgements nobody decided anew; each of them must be in force."""
    standing = list(Judgement.objects.order_by("pk"))
    count = 0
    for number, judgement in enumerate(standing):
        if judgement.undone is None and not any(_touches(later, judgement) for later in standing[number + 1 :]):
            _check(judgement, shorter_by)
            count += 1
    return count


def _subjects(judgement: Judgement) -> set[str]:
    groups = judgement.detail.get("groups", [])
    actors = [*judgement.detail.get("actors", []), judgement.detail.get("into")]
    return {
        *judgement.passages,
        *(key for group in groups for key in group),
        *(k for k in actors if isinstance(k, str)),
    }


def _touches(later: Judgement, judgement: Judgement) -> bool:
    return bool(_subjects(later) & _subjects(judgement))


def _events(keys: list[str], judgement: Judgement, shorter_by: int) -> set[int | None]:
    """The events that hold these passages, as far as nobody set them aside."""
    events: set[int | None] = set()
    for key in keys:
        article, start, end, kind, *_quote = judgement.spans[key]
        found = Citation.objects.filter(source__sha256=article, start=start, kind=kind)
        passage = found.filter(end__in=[end, end - shorter_by]).get()
        if passage.state != Citation.State.REJECTED:
            events.add(passage.event_id)
    return events


def _check(judgement: Judgement, shorter_by: int) -> None:
    detail = judgement.detail
    match judgement.verdict:
        case Verdict.MERGE:
            assert len(_events(detail["groups"][0], judgement, shorter_by)) == 1
        case Verdict.SPLIT:
            left, stayed = (_events(group, judgement, shorter_by) for group in detail["groups"])
            assert len(left) <= 1
            assert not left & stayed
        case Verdict.PUBLISH | Verdict.REJECT | Verdict.CORRECT if "passage" not in detail["after"]:
            _check_fields(judgement, shorter_by)
        case Verdict.SAME:
            into = Actor.objects.get(key=detail["into"])
            for gone in Actor.objects.filter(key__in=detail["actors"]):
                assert gone.survivor == into
                assert not gone.participations.exists()
                assert not gone.citations.exists()
        case Verdict.DIFFERENT:
            one, other = (Actor.objects.filter(key=key).first() for key in detail["actors"])
            assert one is None or other is None or one.survivor != other.survivor
        case Verdict.RENAME:
            for actor in Actor.objects.filter(key=detail["actors"][0]):
                assert {name: getattr(actor, name) for name in detail["after"]} == detail["after"]


def _check_fields(judgement: Judgement, shorter_by: int) -> None:
    after = judgement.detail["after"]
    for event in Event.objects.filter(pk__in=_events(judgement.passages, judgement, shorter_by) - {None}):
        if event.citations.exclude(state=Citation.State.REJECTED).count() > 2 * len(judgement.passages):
            continue  # It is a small part of an event now, and rightly says nothing of the whole.
        for name in ("kind", "title_fr", "status"):
            if name in after:
                assert getattr(event, name) == after[name]
                assert name in event.locked
        if "date" in after:
            assert event.edtf == after["date"]["edtf"]

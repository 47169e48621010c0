"""Who is who: what a person decided about actors holds for all that is known of them and all that will be read."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.test import Client

from tests.claims_stored import Article
from tests.desk import make_actor, make_editor, make_event
from timeline import judging
from timeline.dates import HistoricalDate
from timeline.forms import ChronologyFilter
from timeline.ingestion.settlement import settle_events
from timeline.judging.fields import snapshot
from timeline.models import Actor, Citation, Event, Judgement, Tenure

pytestmark = pytest.mark.django_db

# Two spellings that the program takes for two persons, and the one whom both met.
ONE, OTHER, HOST = "Anselm Feuerborn", "Anselmus Brandt", "Cornelia Wieland"


def read(*articles: Article) -> None:
    for article in articles:
        article.store()
    settle_events()


def two_spellings() -> tuple[Article, Article]:
    articles = Article("one.txt").tell("1971-03-01", ONE, HOST), Article("other.txt").tell("1972-03-01", OTHER, HOST)
    read(*articles)
    return articles


def actor(name: str) -> Actor:
    return Actor.objects.get(name_en=name)


def state() -> object:
    """All that is known of actors, events and passages."""
    return (
        sorted((event.public_id, str(snapshot(event))) for event in Event.objects.all()),
        sorted((c.key, sorted(c.actors.values_list("key", flat=True))) for c in Citation.objects.all()),
        sorted(Actor.objects.values_list("key", "names__name", "tenures__office_en", "merged_into__key")),
    )


def tenure_of(holder: Actor, office: str) -> None:
    held = Tenure(actor=holder, office_fr=office, office_en=office)
    held.date = HistoricalDate.parse("1970/1975")
    held.save()


def test_the_same_person_takes_part_in_the_events_of_both_and_has_the_names_and_offices_of_both() -> None:
    one, other = two_spellings()
    tenure_of(actor(OTHER), "Consul")
    judging.hold_same([actor(OTHER)], actor(ONE), make_editor(), "one letter signed with both names")
    survivor = actor(ONE)
    assert survivor.events.count() == 2
    assert survivor.citations.count() == 2
    assert set(survivor.names.values_list("name", flat=True)) == {ONE, OTHER}
    assert survivor.tenures.get().office_en == "Consul"
    assert not actor(OTHER).events.exists()
    assert {one.citation().event, other.citation().event} == set(survivor.events.all())


def test_pages_of_the_merged_actor_lead_to_the_survivor() -> None:
    two_spellings()
    judging.hold_same([actor(OTHER)], actor(ONE), make_editor())
    gone, survivor, host = actor(OTHER), actor(ONE), actor(HOST)
    client = Client()
    assert client.get(gone.get_absolute_url())["Location"] == survivor.get_absolute_url()
    assert client.get(f"/relations/{gone.slug}/")["Location"] == f"/relations/{survivor.slug}/"
    first, second = sorted([gone.slug, host.slug])
    assert survivor.slug in client.get(f"/relations/{first}/{second}/")["Location"]
    assert ChronologyFilter(QueryDict(f"actor={gone.slug}")).conditions.actors == (survivor,)


def test_future_mentions_of_the_merged_name_mean_the_survivor() -> None:
    two_spellings()
    judging.hold_same([actor(OTHER)], actor(ONE), make_editor())
    third = Article("third.txt").tell("1973-03-01", OTHER, HOST)
    read(third)
    event = third.citation().event
    assert event is not None
    assert actor(ONE) in event.actors.all()
    assert actor(OTHER) not in event.actors.all()
    assert actor(ONE) in third.citation().actors.all()


def test_what_two_articles_tell_of_one_person_under_two_names_is_one_event() -> None:
    read(Article("one.txt").tell("1971-03-01", ONE, HOST), Article("other.txt").tell("1971-03-01", OTHER, HOST))
    assert Event.objects.published().count() == 2
    judging.hold_same([actor(OTHER)], actor(ONE), make_editor())
    settle_events()
    assert Event.objects.published().count() == 1


def test_undo_restores_both_exactly() -> None:
    two_spellings()
    both = Article("both.txt").tell("1974-03-01", OTHER, ONE, HOST)
    read(both)
    tenure_of(actor(OTHER), "Consul")
    before = state()
    judgement = judging.hold_same([actor(OTHER)], actor(ONE), make_editor())
    assert state() != before
    assert judging.undo(judgement).kept == ()
    assert state() == before
    settle_events()
    assert state() == before


def test_undo_restores_both_after_a_settlement() -> None:
    two_spellings()
    before = state()
    judgement = judging.hold_same([actor(OTHER)], actor(ONE), make_editor())
    settle_events()
    judging.undo(judgement)
    settle_events()
    assert state() == before


def test_actors_of_an_event_that_a_person_wrote_come_back_too() -> None:
    event = make_event("a")
    reagan, other = make_actor("person:ronald-reagan", "x"), make_actor("person:r-reagan", "R. Reagan")
    before = snapshot(event)
    judgement = judging.hold_same([reagan], other, make_editor())
    assert ["person:r-reagan", "participant"] in snapshot(event)["participations"]
    judging.undo(judgement)
    assert snapshot(event) == before


def test_survivor_that_is_merged_again_gives_back_each_by_itself() -> None:
    two_spellings()
    before = state()
    first = judging.hold_same([actor(OTHER)], actor(ONE), make_editor())
    second = judging.hold_same([actor(ONE)], actor(HOST), make_editor("grace"))
    assert actor(HOST).names.count() == 3
    settle_events()
    judging.undo(second)
    judging.undo(first)
    settle_events()
    assert state() == before


def test_rows_that_are_lost_and_made_anew_are_one_again() -> None:
    one, other = two_spellings()
    judging.hold_same([actor(OTHER)], actor(ONE), make_editor())
    Event.objects.all().delete()
    Citation.objects.all().delete()
    Actor.objects.update(merged_into=None)
    Actor.objects.all().delete()
    read(other, one)
    read(other, one)
    assert actor(ONE).events.count() == 2
    assert actor(OTHER).merged_into == actor(ONE)


def test_not_the_same_person_keeps_two_names_apart_that_sound_alike() -> None:
    read(
        Article("fr.txt").tell("1971-03-01", "Sergueï Riabkov", HOST),
        Article("en.txt").tell("1971-03-01", "Sergei Ryabkov", HOST),
    )
    assert Event.objects.published().count() == 1, "the program takes them for one"
    one, other = Actor.objects.filter(key__contains="ser").order_by("key")
    judgement = judging.hold_different(one, other, make_editor())
    settle_events()
    assert Event.objects.published().count() == 2
    judging.undo(judgement)
    settle_events()
    assert Event.objects.published().count() == 1


def test_initials_do_not_mean_whom_a_person_said_they_do_not() -> None:
    articles = (
        Article("full.txt").tell("1971-03-01", "Sergei Ryabkov", HOST),
        Article("short.txt").tell("1972-03-01", "S. Ryabkov", HOST),
    )
    read(*articles)
    judging.hold_different(actor("Sergei Ryabkov"), actor("S. Ryabkov"), make_editor())
    settle_events()
    assert list(actor("S. Ryabkov").events.values_list("edtf", flat=True)) == ["1972-03-01"]


def test_later_judgement_on_two_actors_counts() -> None:
    two_spellings()
    judging.hold_different(actor(ONE), actor(OTHER), make_editor())
    judging.hold_same([actor(OTHER)], actor(ONE), make_editor("grace"))
    settle_events()
    assert actor(ONE).events.count() == 2


@pytest.mark.parametrize("others", [[], ["state:US"]], ids=["nobody else", "another kind"])
def test_impossible_merge_of_actors_is_refused_in_words(others: list[str]) -> None:
    person = make_actor("person:x", "X")
    with pytest.raises(ValidationError) as refused:
        judging.hold_same([make_actor(key, key) for key in others], person, make_editor())
    assert refused.value.messages[0]
    assert not Judgement.objects.exists()


def test_name_that_a_person_gave_is_not_overwritten() -> None:
    one, _other = two_spellings()
    named = actor(ONE)
    before = {"name_fr": named.name_fr, "name_en": named.name_en}
    named.name_en = "A. Feuerborn"
    named.save()
    judgement = judging.rename(named, before, make_editor())
    assert judgement is not None
    Event.objects.all().delete()
    Citation.objects.all().delete()
    Actor.objects.filter(pk=named.pk).delete()
    read(one)
    settle_events()
    again = Actor.objects.get(key=named.key)
    assert (again.name_fr, again.name_en) == (ONE, "A. Feuerborn")
    judging.undo(judgement)
    again.refresh_from_db()
    assert again.name_en == ONE


def test_correction_of_an_events_actors_follows_a_merge_and_its_undoing() -> None:
    one, _other = two_spellings()
    event = one.citation().event
    assert event is not None
    before = snapshot(event)
    event.participations.filter(actor__name_en=HOST).delete()
    judging.correct(event, before, make_editor())
    corrected = snapshot(event)
    judgement = judging.hold_same([actor(ONE)], actor(OTHER), make_editor("grace"))
    settle_events()
    event.refresh_from_db()
    assert list(event.actors.all()) == [actor(OTHER)]
    judging.undo(judgement)
    settle_events()
    event.refresh_from_db()
    assert snapshot(event) == corrected

"""At the desk: actors that are the same, names that people gave, fields that are handed back, and their history."""

from __future__ import annotations

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.admin.conftest import address, filled_in, messages_on
from tests.claims_stored import Article
from tests.desk import make_actor, make_event
from timeline import judging
from timeline.admin.values import judgement_in_words
from timeline.dates import HistoricalDate
from timeline.ingestion.settlement import settle_events
from timeline.judging.fields import snapshot
from timeline.models import Actor, Event, Judgement

pytestmark = pytest.mark.django_db

LIST = "admin:timeline_actor_changelist"


def two_actors() -> tuple[Actor, Actor]:
    return make_actor("person:ronald-reagan", "Ronald Reagan"), make_actor("person:r-reagan", "R. Reagan")


def ask(desk: Client, *actors: Actor):
    return desk.post(reverse(LIST), {"action": "merge", ACTION_CHECKBOX_NAME: [actor.pk for actor in actors]})


def answer(desk: Client, page, chosen: Actor | None):
    rows = page.context["possible"]
    data = {
        "action": "merge",
        "confirmed": "yes",
        ACTION_CHECKBOX_NAME: [row.pk for row, _aside, _stamp in rows],
        "stamp": [stamp for _row, _aside, stamp in rows],
        "reason": "one man",
    }
    return desk.post(reverse(LIST), data | ({"chosen": chosen.pk} if chosen else {}), follow=True)


def test_actors_chosen_in_the_list_are_merged_under_the_name_that_the_editor_chooses(desk: Client, ada) -> None:
    one, other = two_actors()
    page = answer(desk, ask(desk, one, other), other)
    one.refresh_from_db()
    assert one.merged_into == other
    assert "2 actors are one now" in " ".join(messages_on(page))
    judgement = Judgement.objects.get()
    assert (judgement.verdict, judgement.decided_by, judgement.reason) == ("same", ada, "one man")
    assert list(page.context["cl"].queryset) == [other], "the other is no longer listed"


def test_no_name_chosen_asks_again(desk: Client) -> None:
    one, other = two_actors()
    page = answer(desk, ask(desk, one, other), None)
    assert "Choose one of them." in messages_on(page)
    assert not Judgement.objects.exists()


def test_actor_that_somebody_changed_meanwhile_is_not_merged(desk: Client) -> None:
    one, other = two_actors()
    page = ask(desk, one, other)
    Actor.objects.filter(pk=one.pk).update(name_en="Nancy Reagan")
    assert any("Somebody changed it" in words for words in messages_on(answer(desk, page, other)))
    assert not Judgement.objects.exists()


@pytest.mark.parametrize("keys", [["person:ronald-reagan"], ["person:ronald-reagan", "state:US"]])
def test_what_cannot_be_one_actor_is_refused(desk: Client, keys: list[str]) -> None:
    actors = [make_actor(key, key) for key in keys]
    page = ask(desk, *actors)
    if len(actors) > 1:
        answer(desk, page, actors[0])
    assert not Judgement.objects.exists()


def test_new_name_of_an_actor_is_recorded_as_a_judgement(desk: Client, ada) -> None:
    actor, _other = two_actors()
    place = reverse("admin:timeline_actor_change", args=[actor.pk])
    desk.post(place, filled_in(desk.get(place)) | {"name_fr": "Ronald W. Reagan"})
    judgement = Judgement.objects.get()
    assert (judgement.verdict, judgement.decided_by) == ("rename", ada)
    assert judgement.detail["after"] == {"name_fr": "Ronald W. Reagan"}


def test_list_of_actors_leads_to_those_that_may_be_the_same(desk: Client) -> None:
    assert reverse("likely_same") in desk.get(reverse(LIST)).content.decode()


def test_page_of_a_merged_actor_names_the_survivor(desk: Client, ada) -> None:
    one, other = two_actors()
    judging.hold_same([one], other, ada)
    page = desk.get(reverse("admin:timeline_actor_change", args=[one.pk])).content.decode()
    assert reverse("admin:timeline_actor_change", args=[other.pk]) in page


@pytest.fixture
def corrected(ada) -> Event:
    """An event of the program's whose date Ada set."""
    Article("gazette.txt").tell("1985-11-19", "Ronald Reagan", "Mikhail Gorbachev").store()
    settle_events()
    event = Event.objects.get()
    before = snapshot(event)
    event.date = HistoricalDate.parse("1985")
    event.save()
    judging.correct(event, before, ada)
    return event


def test_field_is_handed_back_on_the_form(save, corrected: Event) -> None:
    page = save(corrected, hand_back=["date"])
    corrected.refresh_from_db()
    assert (corrected.edtf, corrected.locked) == ("1985-11-19", [])
    assert "The program sets again: Date." in messages_on(page)


def test_form_offers_to_hand_back_what_people_set_and_nothing_else(desk: Client, corrected: Event) -> None:
    form = desk.get(address(corrected)).context["adminform"].form
    assert [name for name, _words in form.fields["hand_back"].choices] == ["date"]
    assert "hand_back" not in desk.get(address(make_event("a"))).content.decode()


def test_field_that_no_passage_tells_of_is_not_handed_back(save) -> None:
    event = make_event("a")
    save(event, title_fr="Sommet")
    event.refresh_from_db()
    page = save(event, hand_back=["title_fr"])
    assert b"no passage from which" in page.content
    event.refresh_from_db()
    assert event.title_fr == "Sommet"


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (
            "en",
            [
                "Merged with it: ",
                "1 passage split from “",
                "Handed back: Date",
                "not the same",
                "the same as R. Reagan",
            ],
        ),
        (
            "fr",
            [
                "Réuni à lui : ",
                "1 passage mis à part de « ",
                "Rendu au programme : Date",
                "pas le même acteur",
                "le même acteur que R. Reagan",
            ],
        ),
    ],
)
def test_history_tells_every_judgement_in_words(ada, corrected: Event, language, wanted) -> None:
    other = Article("herald.txt").tell("1986-10-11", "Ronald Reagan", "Mikhail Gorbachev")
    other.store()
    settle_events()
    one, two = Event.objects.order_by("earliest")
    reagan, short = two_actors()
    judgements = [
        judging.merge([two], one, ada),
        judging.split(one, [other.citation()], ada),
        judging.hand_back(corrected, ["date"], ada),
        judging.hold_different(reagan, short, ada),
        judging.hold_same([reagan], short, ada),
    ]
    with translation.override(language):
        told = [judgement_in_words(judgement).replace("\u00a0", " ") for judgement in judgements]
    for words, judgement in zip(wanted, told, strict=True):
        assert words in judgement
    browser = Client(headers={"accept-language": language})
    browser.force_login(ada)
    page = browser.get(reverse("admin:timeline_judgement_changelist")).content.decode().replace("\u00a0", " ")
    assert all(words in page for words in wanted)

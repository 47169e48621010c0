"""Every change is recorded with who, when and why, is told in words, and can be taken back; that is recorded, too."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.management import call_command
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import filled_in
from tests.desk import make_actor, make_editor, make_event, make_place, make_publisher
from timeline import judging
from timeline.history import acting
from timeline.history.versions import state_at, versions_of
from timeline.models import ActorName, Change, Citation, Event, Judgement, Participation, Tenure

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> User:
    return make_publisher("ada")


@pytest.fixture
def desk(ada: User) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(ada)
    return client


def change(desk: Client, row: Model, **fields: Any) -> Any:
    page = reverse(f"admin:timeline_{row._meta.model_name}_change", args=[row.pk])
    return desk.post(page, filled_in(desk.get(page)) | fields)


def history(row: Model) -> str:
    return reverse(f"admin:timeline_{row._meta.model_name}_history", args=[row.pk])


def lines(desk: Client, row: Model) -> list[list[str]]:
    return [one["lines"] for one in desk.get(history(row)).context["versions"]]


def put_back(desk: Client, row: Model, number: int | None, **form: str) -> Any:
    """The version with this place in the list, or what was before all."""
    version = "original" if number is None else str(versions_of(row)[number].act)
    return desk.post(history(row), {"version": version} | form, follow=True)


def make_tenure() -> Tenure:
    return Tenure.objects.create(actor=make_actor("person:x", "X"), office_fr="a", office_en="a")


def test_what_a_person_changed_is_kept_with_who_and_why(desk: Client, ada: User) -> None:
    event = make_event("a")
    change(desk, event, title_fr="Sommet", reason="as the cable says")
    found = Change.objects.filter(noun="event", before__has_key="title_fr").get()
    assert (found.by, found.why, found.is_program) == (ada, "as the cable says", False)
    assert (found.before["title_fr"], found.after["title_fr"]) == ("", "Sommet")


@pytest.mark.parametrize(
    ("write", "noun", "field"),
    [
        (lambda: make_place("city:1", "Vienne", "Vienna"), "place", "name_fr"),
        (lambda: make_actor("person:x", "X"), "actor", "name_fr"),
        (lambda: ActorName.objects.create(actor=make_actor("person:x", "X"), name="Y"), "actorname", "name"),
        (
            lambda: Tenure.objects.create(actor=make_actor("person:x", "X"), office_fr="a", office_en="a"),
            "tenure",
            "office_fr",
        ),
        (lambda: make_event(), "event", "title_fr"),
    ],
    ids=["place", "actor", "name", "tenure", "event"],
)
def test_row_that_a_person_makes_changes_and_deletes_is_kept_three_times(
    ada: User, write: Callable[[], Any], noun: str, field: str
) -> None:
    with acting(ada, "by hand"):
        row = write()
        setattr(row, field, "Autre")
        row.save()
        pk = row.pk
        row.delete()
    kept = Change.objects.filter(noun=noun, row=pk).order_by("pk")
    assert [(one.kind, one.by, one.why) for one in kept] == [
        (kind, ada, "by hand") for kind in ("added", "changed", "deleted")
    ]


def test_saving_without_a_change_leaves_no_trace(ada: User) -> None:
    place = make_place("city:1", "Vienne", "Vienna")
    with acting(ada):
        place.save()
    assert not Change.objects.exists()


def test_program_adds_without_a_trace_and_its_changes_are_its_own(seeded: None) -> None:
    assert not Change.objects.exists()
    with acting(AnonymousUser()):
        event = Event.objects.first()
        event.kind = "other"
        event.save()
    assert [(one.is_program, one.by) for one in Change.objects.all()] == [(True, None)]


def test_extractor_is_named_where_it_changed_something(tmp_path) -> None:
    article = tmp_path / "reykjavik.txt"
    article.write_text("Reagan et Gorbatchev se sont rencontrés à Reykjavik le 11 octobre 1986.\n")
    call_command("ingest", str(article), stdout=StringIO(), verbosity=0)
    assert not Change.objects.exists()
    Event.objects.update(kind="other")
    Citation.objects.filter(event__isnull=False).update(event=None)
    from timeline.ingestion.settlement import settle_events

    Event.objects.update(public_id="other")
    settle_events()
    program = Change.objects.filter(noun="event")
    assert program.exists()
    assert all(one.is_program and one.why.startswith("extractor ") for one in program)


def test_no_text_of_an_article_and_no_claim_is_copied(ada: User) -> None:
    event = make_event("a")
    citation = event.citations.get()
    with acting(ada):
        citation.source.title = "Autre titre"
        citation.source.save()
    judging.judge_passage(citation, Citation.State.REJECTED, ada)
    kept = Change.objects.filter(noun__in=["source", "citation"])
    assert kept.count() == 2
    assert {name for one in kept for name in one.after} == {"title", "state"}


def test_history_is_told_in_words_the_newest_first(desk: Client) -> None:
    event = make_event("a")
    shultz = make_actor("person:george-shultz", "George Shultz")
    change(desk, event, edtf="11 October 1986")
    adding = {"participations-TOTAL_FORMS": "3", "participations-2-actor": shultz.pk, "participations-2-role": "target"}
    change(desk, event, **adding)
    change(desk, event, **{"citations-0-state": "rejected"})
    newest, middle, oldest = lines(desk, event)
    assert "Passage “à Reykjavik”: State: proposed by the program → rejected by an editor" in newest
    assert middle == ["Participation added: target · George Shultz"]
    assert "Date: October 1986 → 11 October 1986" in oldest
    assert "Reviewed: no → yes" in oldest


def test_history_reads_in_french_too(desk: Client) -> None:
    event = make_event("a")
    change(desk, event, edtf="11 October 1986")
    page = desk.get(history(event), headers={"accept-language": "fr"}).content.decode()
    assert "octobre 1986 → 11 octobre 1986" in page


def test_earlier_version_of_an_event_is_put_back_as_a_judgement(desk: Client, ada: User) -> None:
    event = make_event("a")
    change(desk, event, title_fr="Un")
    change(desk, event, title_fr="Deux", edtf="1987")
    put_back(desk, event, 1, reason="the first was right")
    event.refresh_from_db()
    assert (event.title_fr, event.edtf) == ("Un", "1986-10")
    judgement = Judgement.objects.latest("pk")
    assert (judgement.decided_by, judgement.reason) == (ada, "the first was right")
    assert {"title_fr", "date"} <= set(event.locked)
    assert len(versions_of(event)) == 3
    judging.undo(judgement, ada)
    event.refresh_from_db()
    assert (event.title_fr, event.edtf) == ("Deux", "1987")


def test_what_was_before_all_changes_is_put_back_with_its_actors(desk: Client) -> None:
    event = make_event("a")
    change(desk, event, **{"participations-0-DELETE": "on"}, title_en="Summit")
    assert event.participations.count() == 1
    put_back(desk, event, None)
    event.refresh_from_db()
    assert event.title_en == ""
    assert {actor.name_en for actor in event.actors.all()} == {"Ronald Reagan", "Mikhail Gorbachev"}
    assert "participations" in event.locked


def test_put_back_event_survives_a_new_run(desk: Client, ada: User) -> None:
    event = make_event("a")
    change(desk, event, title_fr="Un")
    change(desk, event, title_fr="Deux")
    put_back(desk, event, 1)
    Event.objects.update(title_fr="the program's")
    judging.replay(Event.objects.all())
    assert Event.objects.get().title_fr == "Un"


def test_editor_does_not_publish_by_putting_back(ada: User) -> None:
    event = make_event("a")
    judging.publish(event, ada)
    published = versions_of(event)[0]
    judging.take_back(event, ada)
    client = Client(headers={"accept-language": "en"})
    client.force_login(make_editor("grace"))
    page = client.post(history(event), {"version": str(published.act)}, follow=True)
    event.refresh_from_db()
    assert event.status == "draft"
    assert b"Left as it is, because it cannot be put back: Status" in page.content


def test_names_and_offices_of_an_actor_are_put_back(desk: Client) -> None:
    actor = make_actor("person:ronald-reagan", "Ronald Reagan")
    name = ActorName.objects.create(actor=actor, name="Reagan")
    Tenure.objects.create(actor=actor, office_fr="président", office_en="President", edtf="1981/1989")
    change(desk, actor, name_fr="R. Reagan", **{"names-0-DELETE": "on", "tenures-0-edtf": "1981"})
    assert (actor.names.count(), actor.tenures.get().edtf) == (0, "1981")
    put_back(desk, actor, None)
    actor.refresh_from_db()
    assert (actor.name_fr, actor.tenures.get().edtf) == ("Ronald Reagan", "1981/1989")
    assert [one.name for one in actor.names.all()] == [name.name]


def test_place_is_put_back(desk: Client) -> None:
    place = make_place("city:3413829", "Reykjavik", "Reykjavik")
    change(desk, place, name_fr="Reykjavík", latitude="64.1")
    put_back(desk, place, None)
    place.refresh_from_db()
    assert (place.name_fr, place.latitude) == ("Reykjavik", None)


def test_state_is_worked_out_through_all_changes(ada: User) -> None:
    place = make_place("city:1", "0", "x")
    for number in range(1, 6):
        with acting(ada):
            place.name_fr = str(number)
            place.save()
    versions = versions_of(place)
    assert [state_at(place, version).values["name_fr"] for version in versions] == ["5", "4", "3", "2", "1"]
    assert state_at(place, None).values["name_fr"] == "0"


def test_merged_events_keep_who_moved_their_passages(ada: User) -> None:
    one, other = make_event("a", public_id="one"), make_event("b", public_id="other")
    with acting(ada):
        judging.merge([one, other], one, ada)
    moved = Change.objects.get(noun="citation")
    assert (moved.by, moved.before, moved.after) == (ada, {"event": "other"}, {"event": "one"})


def test_who_may_only_look_puts_nothing_back(client: Client, ada: User) -> None:
    from django.contrib.auth.models import Permission

    event = make_event("a")
    with acting(ada):
        event.title_fr = "Un"
        event.save()
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_event"))
    client.force_login(reader)
    assert b'<form method="post">' not in client.get(history(event)).content.split(b"desk-history__versions")[1]
    assert client.post(history(event), {"version": "original"}).status_code == 403


def test_evidence_is_never_put_back(desk: Client) -> None:
    source = make_event("a").citations.get().source
    assert desk.post(history(source), {"version": "original"}).status_code == 403


def test_deleted_event_is_still_told_of_with_its_name(desk: Client, ada: User) -> None:
    event = make_event()
    desk.post(reverse("admin:timeline_event_delete", args=[event.pk]), {"post": "yes"})
    gone = Change.objects.get(noun="event", kind="deleted")
    assert (gone.by, gone.name) == (ada, "Summit: Ronald Reagan and Mikhail Gorbachev")
    assert not Participation.objects.exists()


def test_event_page_leads_editors_and_nobody_else_to_the_history(client: Client, desk: Client) -> None:
    event = make_event("a", status="published")
    assert history(event) in desk.get(event.get_absolute_url()).content.decode()
    assert history(event) not in client.get(event.get_absolute_url()).content.decode()

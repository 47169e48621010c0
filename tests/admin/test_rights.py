"""Who may do what: an editor decides everything and deletes nothing; evidence and history are not edited by anybody."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import address, filled_in
from tests.desk import make_actor, make_citation, make_editor, make_event, make_source
from timeline import judging
from timeline.models import Actor, ActorName, Citation, Import, ImportedFile, Judgement, Place, Source, Tenure

pytestmark = pytest.mark.django_db


@pytest.fixture
def one_of_each(ada: User) -> dict[str, Any]:
    event = make_event("a", status="published")
    batch = Import.objects.create(extractor="1")
    actor = Actor.objects.first()
    assert actor is not None
    ActorName.objects.create(actor=actor, name="Ronald Wilson Reagan")
    Tenure.objects.create(actor=actor, office_fr="président", office_en="President", edtf="1981/1989")
    return {
        "event": event,
        "actor": actor,
        "place": Place.objects.get(),
        "source": Source.objects.get(),
        "citation": Citation.objects.get(),
        "judgement": judging.publish(event, ada),
        "import": batch,
        "importedfile": ImportedFile.objects.create(batch=batch, name="reykjavik.txt", state="added"),
    }


@pytest.fixture
def editors_desk(db: None) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(make_editor("grace"))
    return client


NOUNS = ["event", "actor", "place", "source", "citation", "judgement", "import", "importedfile"]


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_editor_sees_the_list_and_the_page_of_every_noun(
    editors_desk: Client, one_of_each, noun: str, language: str
) -> None:
    editors_desk.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    row = one_of_each[noun]
    listed = editors_desk.get(
        reverse(f"admin:timeline_{noun}_changelist"), {"q": "reykjavik"} if noun != "import" else {}
    )
    shown = editors_desk.get(reverse(f"admin:timeline_{noun}_change", args=[row.pk]))
    assert (listed.status_code, shown.status_code) == (200, 200)


@pytest.mark.parametrize("noun", NOUNS)
def test_editor_cannot_delete_by_the_page_nor_by_a_crafted_post(editors_desk: Client, one_of_each, noun: str) -> None:
    row = one_of_each[noun]
    delete = reverse(f"admin:timeline_{noun}_delete", args=[row.pk])
    assert editors_desk.get(delete).status_code == 403
    assert editors_desk.post(delete, {"post": "yes"}).status_code == 403
    assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("noun", NOUNS)
def test_editor_cannot_delete_by_the_action(editors_desk: Client, one_of_each, noun: str) -> None:
    row = one_of_each[noun]
    listed = reverse(f"admin:timeline_{noun}_changelist")
    assert b"delete_selected" not in editors_desk.get(listed).content
    editors_desk.post(listed, {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"})
    assert type(row).objects.filter(pk=row.pk).exists()


def test_editor_cannot_delete_a_passage_inline(desk: Client, one_of_each, save) -> None:
    save(one_of_each["event"], **{"citations-0-DELETE": "on"})
    assert one_of_each["event"].citations.count() == 1


def test_editor_cannot_delete_names_or_offices_inline(editors_desk: Client, one_of_each) -> None:
    actor = one_of_each["actor"]
    page = reverse("admin:timeline_actor_change", args=[actor.pk])
    values = filled_in(editors_desk.get(page)) | {
        "names-0-DELETE": "on",
        "tenures-0-DELETE": "on",
        "name_fr": "R. Reagan",
    }
    editors_desk.post(page, values)
    actor.refresh_from_db()
    assert actor.name_fr == "R. Reagan"
    assert (actor.names.count(), actor.tenures.count()) == (1, 1)


@pytest.mark.parametrize("noun", ["source", "citation", "judgement", "import", "importedfile"])
def test_nobody_adds_evidence_or_history_by_hand(admin_client: Client, noun: str) -> None:
    assert admin_client.get(reverse(f"admin:timeline_{noun}_add")).status_code == 403


@pytest.mark.parametrize("noun", ["source", "citation", "judgement", "import", "importedfile"])
def test_nobody_deletes_evidence_or_history(admin_client: Client, one_of_each, noun: str) -> None:
    delete = reverse(f"admin:timeline_{noun}_delete", args=[one_of_each[noun].pk])
    assert admin_client.post(delete, {"post": "yes"}).status_code == 403


def test_nobody_edits_the_text_of_evidence(admin_client: Client) -> None:
    source = make_source()
    page = reverse("admin:timeline_source_change", args=[source.pk])
    assert admin_client.post(page, {"text": "Nobody met.", "title": "Nothing"}).status_code == 403
    source.refresh_from_db()
    assert "Reykjavik" in source.text


def test_offsets_and_quote_of_a_passage_cannot_be_edited(admin_client: Client) -> None:
    citation = make_citation(make_event(), "a")
    page = reverse("admin:timeline_citation_change", args=[citation.pk])
    admin_client.post(page, {"state": "accepted", "start": 0, "end": 5, "quote": "Other", "key": "other"})
    again = Citation.objects.get()
    assert (again.state, again.start, again.quote, again.key) == ("accepted", citation.start, "à Reykjavik", "a")


@pytest.mark.parametrize("action", ["publish", "reject", "mark_reviewed"])
def test_who_may_only_look_decides_nothing(client: Client, action: str) -> None:
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_event"))
    client.force_login(reader)
    event = make_event("a")
    chosen = {"action": action, "_selected_action": [event.pk], "stamp": [f"{event.pk}:1"], "confirmed": "yes"}
    client.post(reverse("admin:timeline_event_changelist"), chosen)
    assert client.post(address(event), {"kind": "visit"}).status_code == 403
    event.refresh_from_db()
    assert (event.status, event.kind, event.reviewed) == ("draft", "summit", False)
    assert not Judgement.objects.exists()


def test_who_may_only_look_at_judgements_undoes_none(client: Client, ada) -> None:
    judgement = judging.reject(make_event("a", status="published"), ada)
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_judgement"))
    client.force_login(reader)
    listed = reverse("admin:timeline_judgement_changelist")
    stamp = f"{judgement.pk}:standing"
    client.post(listed, {"action": "undo", "_selected_action": [judgement.pk], "stamp": [stamp], "confirmed": "yes"})
    judgement.refresh_from_db()
    assert judgement.undone is None


def test_key_of_an_actor_is_chosen_once(desk: Client) -> None:
    actor = make_actor("person:ronald-reagan", "Ronald Reagan")
    page = reverse("admin:timeline_actor_change", args=[actor.pk])
    desk.post(page, filled_in(desk.get(page)) | {"key": "person:other", "slug": "other"})
    actor.refresh_from_db()
    assert (actor.key, actor.slug) == ("person:ronald-reagan", "ronald-reagan")


def test_editor_has_no_way_to_accounts(desk: Client) -> None:
    assert desk.get(reverse("admin:auth_user_changelist")).status_code == 403

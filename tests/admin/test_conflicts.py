"""Two editors on one row: the second sees both versions side by side and chooses; nothing is overwritten unseen."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import address, filled_in, settled
from tests.desk import make_actor, make_editor, make_event, make_place
from timeline.models import Citation, Event, Judgement, Participation, Tenure

pytestmark = pytest.mark.django_db


@pytest.fixture
def grace(db: None) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(make_editor("grace"))
    return client


def page_of(row: Model) -> str:
    return reverse(f"admin:timeline_{row._meta.model_name}_change", args=[row.pk])


def collide(desk: Client, grace: Client, row: Model, theirs: dict[str, Any], mine: dict[str, Any]) -> Any:
    """Both open it; Grace saves first, then Ada. Returns what Ada sees."""
    of_ada, of_grace = filled_in(desk.get(page_of(row))), filled_in(grace.get(page_of(row)))
    assert grace.post(page_of(row), of_grace | theirs).status_code == 302
    return desk.post(page_of(row), of_ada | mine)


def differences(page: Any) -> dict[str, tuple[list[str], list[str], str]]:
    return {one.name: (one.theirs, one.mine, one.proposed) for one in page.context["differences"]}


def test_both_versions_are_shown_field_by_field_and_nothing_is_saved(desk: Client, grace: Client) -> None:
    event = make_event("a")
    theirs = {"edtf": "11 October 1986", "title_fr": "Sommet"}
    page = collide(desk, grace, event, theirs, {"title_en": "Summit", "title_fr": "Rencontre"})
    assert page.status_code == 409
    assert differences(page) == {
        "edtf": (["11 October 1986"], ["October 1986"], "theirs"),
        "title_fr": (["Sommet"], ["Rencontre"], "mine"),
        "title_en": (["nothing"], ["Summit"], "mine"),
    }
    event.refresh_from_db()
    assert (event.edtf, event.title_fr, event.title_en, event.version) == ("1986-10-11", "Sommet", "", 2)


def test_what_is_chosen_is_saved_and_recorded_as_that_editors(desk: Client, grace: Client, ada) -> None:
    event = make_event("a")
    mine = {"title_en": "Summit", "title_fr": "Rencontre", "reason": "as the cable says"}
    page = collide(desk, grace, event, {"edtf": "11 October 1986", "title_fr": "Sommet"}, mine)
    assert desk.post(page_of(event), settled(page, title_fr="theirs")).status_code == 302
    event.refresh_from_db()
    assert (event.edtf, event.title_fr, event.title_en) == ("1986-10-11", "Sommet", "Summit")
    judgement = Judgement.objects.latest("pk")
    assert (judgement.decided_by, judgement.reason) == (ada, "as the cable says")
    assert set(judgement.detail["after"]) == {"title_en"}


@pytest.mark.parametrize(
    ("take", "title", "edtf"), [("mine", "Summit", "1986-10"), ("theirs", "", "1986-10-11")], ids=["mine", "theirs"]
)
def test_one_version_is_taken_whole(desk: Client, grace: Client, take: str, title: str, edtf: str) -> None:
    event = make_event("a")
    page = collide(desk, grace, event, {"edtf": "11 October 1986"}, {"title_en": "Summit"})
    desk.post(page_of(event), settled(page, take))
    event.refresh_from_db()
    assert (event.title_en, event.edtf) == (title, edtf)


def test_third_change_while_choosing_is_shown_too(desk: Client, grace: Client) -> None:
    event = make_event("a")
    page = collide(desk, grace, event, {"title_fr": "Sommet"}, {"title_en": "Summit"})
    Event.objects.update(kind="visit")
    again = desk.post(page_of(event), settled(page))
    assert again.status_code == 409
    assert differences(again)["kind"] == (["visit"], ["summit"], "theirs")
    desk.post(page_of(event), settled(again))
    event.refresh_from_db()
    assert (event.kind, event.title_fr, event.title_en) == ("visit", "Sommet", "Summit")


def test_unreadable_date_typed_meanwhile_is_kept_as_it_was_typed(desk: Client, grace: Client) -> None:
    event = make_event("a")
    page = collide(desk, grace, event, {"title_fr": "Sommet"}, {"edtf": "the day after"})
    answer = desk.post(page_of(event), settled(page))
    assert b'value="the day after"' in answer.content
    assert b"cannot be read as a date" in answer.content


def test_actors_of_both_versions_are_shown_and_chosen_as_one(desk: Client, grace: Client) -> None:
    event = make_event("a")
    shultz = make_actor("person:george-shultz", "George Shultz")
    adding = {"participations-TOTAL_FORMS": "3", "participations-2-actor": shultz.pk, "participations-2-role": "target"}
    page = collide(desk, grace, event, {"participations-0-DELETE": "on"}, adding)
    theirs, mine, _proposed = differences(page)["participations"]
    assert theirs == ["Mikhail Gorbachev · participant"]
    assert mine == ["Ronald Reagan · participant", "Mikhail Gorbachev · participant", "George Shultz · target"]
    desk.post(page_of(event), settled(page))
    roles = dict(Participation.objects.values_list("actor__name_en", "role"))
    assert roles == {"Mikhail Gorbachev": "participant", "Ronald Reagan": "participant", "George Shultz": "target"}


def test_rows_made_anew_by_the_program_are_known_by_their_actor(desk: Client) -> None:
    event = make_event("a")
    values = filled_in(desk.get(address(event))) | {"title_fr": "Sommet"}
    actors = list(event.actors.order_by("participations__pk"))
    event.participations.all().delete()
    for actor in actors:
        Participation.objects.create(event=event, actor=actor)
    assert desk.post(address(event), values).status_code == 302
    event.refresh_from_db()
    assert (event.title_fr, event.participations.count()) == ("Sommet", 2)


def test_passage_judged_meanwhile_is_shown_with_its_words(desk: Client) -> None:
    event = make_event("a", "b")
    values = filled_in(desk.get(address(event)))
    event.citations.filter(key="a").update(state="rejected")
    page = desk.post(address(event), values | {"title_fr": "Sommet"})
    theirs, _mine, proposed = differences(page)["citations"]
    assert theirs == ["à Reykjavik: rejected by an editor", "à Reykjavik: proposed by the program"]
    desk.post(address(event), settled(page))
    assert proposed == "theirs"
    assert Citation.objects.get(key="a").state == "rejected"


def test_passages_that_swap_their_states_are_no_agreement(desk: Client) -> None:
    event = make_event("a", "b")
    values = filled_in(desk.get(address(event))) | {"citations-0-state": "rejected"}
    other = event.citations.exclude(pk=values["citations-0-id"]).get()
    Citation.objects.filter(pk=other.pk).update(state="rejected")
    assert desk.post(address(event), values).status_code == 409


def test_same_change_by_both_is_no_conflict(desk: Client, grace: Client) -> None:
    event = make_event("a")
    assert collide(desk, grace, event, {"title_fr": "Sommet"}, {"title_fr": "Sommet"}).status_code == 302


@pytest.mark.parametrize("seen", ["", "forged:1abc:xyz"])
def test_form_without_proof_of_what_was_seen_saves_nothing(desk: Client, seen: str) -> None:
    event = make_event("a")
    values = filled_in(desk.get(address(event))) | {"title_fr": "Sommet", "seen": seen}
    page = desk.post(address(event), values)
    assert (page.status_code, b"This form is incomplete" in page.content) == (409, True)
    event.refresh_from_db()
    assert event.title_fr == ""


def test_names_and_offices_of_an_actor_are_guarded(desk: Client, grace: Client) -> None:
    actor = make_actor("person:ronald-reagan", "Ronald Reagan")
    tenure = Tenure.objects.create(actor=actor, office_fr="président", office_en="President", edtf="1981/1989")
    name = {"names-TOTAL_FORMS": "1", "names-0-name": "R. Reagan", "names-0-language": ""}
    page = collide(desk, grace, actor, {"tenures-0-edtf": "1981-01-20/1989-01-20"}, name)
    assert set(differences(page)) == {"tenures", "names"}
    desk.post(page_of(actor), settled(page))
    tenure.refresh_from_db()
    assert (tenure.edtf, [one.name for one in actor.names.all()]) == ("1981-01-20/1989-01-20", ["R. Reagan"])


# -- fifty pairs ------------------------------------------------------------------------------------------------------

FIELDS = [
    ("event", "title_fr", "title_en"),
    ("event", "edtf", "sequence"),
    ("actor", "name_fr", "name_en"),
    ("place", "name_fr", "latitude"),
    ("event", "title_en", "title_en"),
]


@pytest.mark.parametrize("pair", range(50))
def test_fifty_pairs_of_edits_are_fifty_conflicts_and_nothing_is_lost(desk: Client, grace: Client, pair: int) -> None:
    noun, first, second = FIELDS[pair % len(FIELDS)]
    rows: dict[str, Model] = {
        "event": make_event("a"),
        "actor": make_actor("person:ronald-reagan", "Ronald Reagan"),
        "place": make_place("city:3413829", "Reykjavik", "Reykjavik"),
    }
    row = rows[noun]
    number = str(pair + 1)
    typed = {"edtf": f"{1900 + pair}", "sequence": number, "latitude": number}
    theirs, mine = {first: typed.get(first, f"theirs {pair}")}, {second: typed.get(second, f"mine {pair}")}
    page = collide(desk, grace, row, theirs, mine)
    assert page.status_code == 409
    row.refresh_from_db()
    assert str(getattr(row, first)) == theirs[first], "the first is there until the second has chosen"
    assert desk.post(page_of(row), settled(page)).status_code == 302
    row.refresh_from_db()
    assert (
        float(getattr(row, second)) == float(mine[second]) if second in typed else getattr(row, second) == mine[second]
    )
    if first != second:
        assert str(getattr(row, first)) == theirs[first]
    else:
        assert Judgement.objects.latest("pk").detail["before"][first] == theirs[first], "the history has it"


def test_what_was_seen_of_another_row_counts_as_nothing_seen(desk: Client) -> None:
    event, actor = make_event("a"), make_actor("person:george-shultz", "George Shultz")
    of_the_actor = desk.get(page_of(actor)).context["seen"]
    for take in ("", "chosen"):
        sent = filled_in(desk.get(page_of(event))) | {"seen": of_the_actor, "take": take, "title_en": "Summit"}
        assert desk.post(page_of(event), sent).status_code == 409
    event.refresh_from_db()
    assert event.title_en == ""

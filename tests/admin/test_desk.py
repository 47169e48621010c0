"""What the desk shows: lists, searches, filters, the way to the site, and dates as people type them."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import address, filled_in
from tests.desk import make_actor, make_event
from timeline import judging, search
from timeline.models import Event, Tenure

pytestmark = pytest.mark.django_db


def test_time_in_office_is_typed_as_people_write_it(desk: Client) -> None:
    actor = make_actor("person:ronald-reagan", "Ronald Reagan")
    page = reverse("admin:timeline_actor_change", args=[actor.pk])
    tenure = {
        "tenures-TOTAL_FORMS": "1",
        "tenures-0-actor": actor.pk,
        "tenures-0-office_fr": "président des États-Unis",
        "tenures-0-office_en": "President of the United States",
        "tenures-0-edtf": "from 20 January 1981 to 20 January 1989",
    }
    desk.post(page, filled_in(desk.get(page)) | tenure)
    assert Tenure.objects.get().edtf == "1981-01-20/1989-01-20"


def test_desk_is_found_from_the_site_and_back_in_both_languages(desk: Client) -> None:
    page = desk.get(reverse("admin:index"))
    assert b'<a href="/">View site</a>' in page.content
    assert 'value="fr" lang="fr">Français</button>' in page.content.decode()
    desk.post(reverse("set_language"), {"language": "fr", "next": reverse("admin:index")})
    assert 'value="en" lang="en">English</button>' in desk.get(reverse("admin:index")).content.decode()


def test_published_event_links_to_what_readers_see_and_a_draft_does_not(desk: Client) -> None:
    published, draft = make_event("a", status="published", public_id="one"), make_event("b", public_id="two")
    assert b"View on site" in desk.get(address(published)).content
    assert b"View on site" not in desk.get(address(draft)).content


@pytest.mark.parametrize(
    ("searched", "found"),
    [("gorbachev", True), ("Gorbatchev", False), ("à Reykjavik", True), ("reykjavik", True), ("Camp David", False)],
)
def test_events_are_searched_by_actor_quote_and_place(desk: Client, searched: str, found: bool) -> None:
    event = make_event("a")
    event.actors.get(key="person:mikhail-gorbachev").names.create(name="Mikhail Gorbachev")
    search.refresh()
    page = desk.get(reverse("admin:timeline_event_changelist"), {"q": searched})
    assert (event in page.context["cl"].queryset) is found


@pytest.mark.parametrize(
    "chosen",
    [
        {"status__exact": "draft"},
        {"reviewed__exact": "0"},
        {"kind__exact": "summit"},
        {"precision__exact": "month"},
        {"participations__actor__kind__exact": "person"},
    ],
    ids=lambda chosen: next(iter(chosen)),
)
def test_events_are_filtered(desk: Client, chosen: dict[str, str]) -> None:
    event = make_event("a")
    page = desk.get(reverse("admin:timeline_event_changelist"), chosen)
    assert list(page.context["cl"].queryset) == [event]
    other = {name: "nothing" if "reviewed" not in name else "1" for name in chosen}
    assert Event.objects.count() == 1
    assert list(desk.get(reverse("admin:timeline_event_changelist"), other).context["cl"].queryset) == []


@pytest.mark.parametrize(("kind", "found"), [("summit", 1), ("visit", 0)])
def test_passages_are_filtered_by_kind(desk: Client, kind: str, found: int) -> None:
    make_event("a")
    page = desk.get(reverse("admin:timeline_citation_changelist"), {"kind__exact": kind})
    assert page.context["cl"].queryset.count() == found


@pytest.mark.parametrize(("state", "found"), [("standing", 1), ("undone", 1), ("", 2)])
def test_judgements_are_filtered_by_whether_they_stand(desk: Client, ada, state: str, found: int) -> None:
    judging.undo(judging.reject(make_event("a", public_id="one"), ada))
    judging.reject(make_event("b", public_id="two"), ada)
    page = desk.get(reverse("admin:timeline_judgement_changelist"), {"state": state} if state else {})
    assert page.context["cl"].queryset.count() == found

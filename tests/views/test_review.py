"""The review without JavaScript: every decision by plain forms, nothing of somebody else's written over."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

from tests import chronicle
from tests.desk import make_editor, make_publisher
from timeline import search
from timeline.models import Event, Judgement
from timeline.reviewing.grading import rank_new_events

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _queue() -> None:
    """Talks, Geneva, Reykjavik and Washington, none of them reviewed."""
    chronicle.cold_war()
    rank_new_events()


@pytest.fixture
def ada(client: Client) -> Client:
    """A publisher, who may do all that editors may."""
    client.force_login(make_publisher("ada"))
    return client


@pytest.fixture
def bob() -> Client:
    """An editor."""
    client = Client()
    client.force_login(make_editor("bob"))
    return client


def page(client: Client, address: str = "/review/") -> str:
    answer = client.get(address, headers={"accept-language": "en"}, follow=True)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def shown(text: str) -> str:
    """The public id of the proposal on the page; empty where none waits."""
    found = re.search(r'action="/review/events/([\w-]+)/decide/', text)
    return found[1] if found else ""


def decide(client: Client, decision: str, text: str | None = None, **answers: object) -> str:
    """Press a button of the page as it was loaded; returns the page that follows."""
    text = text or page(client)
    version = re.search(r'name="version" value="(\d+)"', text)
    address = re.search(r'action="(/review/events/[^"]+/decide/[^"]*)"', text)
    assert version
    assert address
    answer = client.post(
        address[1],
        {"decision": decision, "version": version[1], **answers},
        headers={"accept-language": "en"},
        follow=True,
    )
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def undo(client: Client) -> str:
    return html.unescape(client.post("/review/undo/", headers={"accept-language": "en"}, follow=True).content.decode())


def test_whole_queue_is_decided_from_the_first_to_the_last(ada: Client) -> None:
    text, seen = page(ada), []
    assert "4 wait" in text
    while public_id := shown(text):
        seen.append(public_id)
        text = decide(ada, "accept", text)
    assert sorted(seen) == ["geneva", "inf", "reykjavik", "talks"]
    assert "The desk is clear" in text
    assert "4 decisions today" in text
    assert set(Event.objects.values_list("status", "reviewed")) == {("published", True)}
    assert Judgement.objects.filter(verdict="publish").count() == 4


def test_refused_event_leaves_the_queue_and_the_chronology(ada: Client) -> None:
    first = shown(page(ada))
    text = decide(ada, "refuse")
    assert "Refused:" in text
    assert shown(text) not in ("", first)
    assert Event.objects.get(public_id=first).status == "rejected"


def test_proposal_shows_its_passage_its_reading_and_its_doubts(ada: Client) -> None:
    text = page(ada, "/review/events/reykjavik/")
    assert "<mark>" in text
    assert "How the date was worked out" in text
    assert "Look twice" in text
    assert "Ronald Reagan" in text


def test_later_leads_to_the_next_and_before_back(ada: Client) -> None:
    first = page(ada)
    later = re.search(r'href="([^"]+)" hx-get="[^"]+" rel="next"', first)
    assert later
    second = page(ada, later[1])
    assert shown(second) != shown(first)
    before = re.search(r'href="([^"]+)" hx-get="[^"]+" rel="prev"', second)
    assert before
    assert shown(page(ada, before[1])) == shown(first)


def test_what_was_skipped_comes_back_at_the_end(ada: Client) -> None:
    skipped = shown(page(ada))
    later = re.search(r'href="([^"]+)" hx-get="[^"]+" rel="next"', page(ada))
    assert later
    text = page(ada, later[1])
    for _ in range(3):
        assert shown(text) != skipped
        text = decide(ada, "accept", text)
    assert shown(text) == skipped


def test_correction_sets_kind_date_place_and_actors_and_accepts(ada: Client) -> None:
    chronicle.place("Camp David")
    text = decide(
        ada,
        "correct",
        page(ada, "/review/events/reykjavik/"),
        kind="meeting",
        date="12 October 1986",
        place="camp david",
        actors=["person:ronald-reagan"],
        more_actors="George Shultz",
        reason="read again",
    )
    assert "Corrected and accepted" in text
    event = Event.objects.get(public_id="reykjavik")
    assert (event.kind, event.edtf, event.place.name_en) == ("meeting", "1986-10-12", "Camp David")
    assert {actor.name_en for actor in event.actors.all()} == {"Ronald Reagan", "George Shultz"}
    assert event.reviewed
    assert {"date", "kind", "place", "participations"} <= set(event.locked)
    assert Judgement.objects.get().reason == "read again"


def test_correction_that_leaves_all_as_it_is_changes_nothing_but_accepts(ada: Client) -> None:
    before = Event.objects.get(public_id="geneva")
    text = page(ada, "/review/events/geneva/")
    date = re.search(r'name="date" value="([^"]*)"', text)
    place = re.search(r'name="place" value="([^"]*)"', text)
    assert date
    assert place
    actors = re.findall(r'name="actors" value="([^"]+)"', text)
    decide(ada, "correct", text, kind="summit", date=date[1], place=place[1], actors=actors)
    after = Event.objects.get(public_id="geneva")
    assert (after.edtf, after.place, after.derivation, after.reviewed) == (
        before.edtf,
        before.place,
        before.derivation,
        True,
    )
    assert after.locked == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"date": "last week"}, "cannot be read as a date"),
        ({"date": "1986", "place": "Atlantis"}, "“Atlantis” is not known here"),
        ({"date": "1986", "more_actors": "Ron"}, "“Ron” may mean Ronald Reagan"),
    ],
    ids=["date", "place", "actor"],
)
def test_what_cannot_be_understood_is_said_and_nothing_is_saved(ada: Client, typed: dict[str, str], said: str) -> None:
    text = decide(ada, "correct", page(ada, "/review/events/reykjavik/"), kind="summit", **typed)
    assert said in text
    assert shown(text) == "reykjavik"
    assert not Judgement.objects.exists()
    assert Event.objects.get(public_id="reykjavik").participations.count() == 2


def test_typed_date_is_shown_as_it_is_read(ada: Client) -> None:
    asked = re.search(r'hx-get="([^"]+)" hx-trigger="input changed[^"]* from:#correct-date"', page(ada))
    assert asked
    assert "<strong>June 2021 (2021-06), known to the month</strong>" in page(ada, f"{asked[1]}?date=juin 2021")
    assert "“soon” cannot be read as a date" in page(ada, f"{asked[1]}?date=soon")


def test_another_kind_is_chosen_and_the_event_accepted(ada: Client) -> None:
    decide(ada, "kind", page(ada, "/review/events/inf/"), kind="meeting")
    event = Event.objects.get(public_id="inf")
    assert (event.kind, event.reviewed, event.status) == ("meeting", True, "published")


def test_no_kind_at_all_refuses_with_that_reason(ada: Client) -> None:
    decide(ada, "kind", page(ada, "/review/events/inf/"), kind="")
    assert Event.objects.get(public_id="inf").status == "rejected"
    assert Judgement.objects.get().reason == "This passage tells of no event."


def test_undo_takes_back_the_last_decisions_one_after_the_other(ada: Client) -> None:
    first = shown(page(ada))
    second = shown(decide(ada, "accept"))
    decide(ada, "refuse")
    assert shown(undo(ada)) == second
    assert shown(undo(ada)) == first
    assert "There is nothing of yours to undo" in undo(ada)
    assert Event.objects.waiting().count() == 4


def test_undo_leaves_decisions_of_others_alone(ada: Client, bob: Client) -> None:
    decide(bob, "accept")
    assert "There is nothing of yours to undo" in undo(ada)
    assert Event.objects.filter(reviewed=True).count() == 1


def test_who_was_slower_sees_what_the_other_decided_and_overwrites_nothing(ada: Client, bob: Client) -> None:
    seen_by_both = page(ada)
    decide(bob, "refuse", seen_by_both)
    text = decide(ada, "accept", seen_by_both)
    assert "Somebody decided about this event" in text
    assert "Decided already: reject, by bob" in text
    assert shown(text) == shown(seen_by_both)
    assert Event.objects.get(public_id=shown(text)).status == "rejected"
    assert Judgement.objects.count() == 1


def test_draft_without_a_date_is_not_accepted_but_can_be_given_one(ada: Client) -> None:
    Event.objects.filter(public_id="inf").update(edtf="", earliest=None, latest=None, precision="", status="draft")
    text = decide(ada, "accept", page(ada, "/review/events/inf/"))
    assert "needs a date" in text
    assert shown(text) == "inf"
    decide(ada, "correct", text, kind="agreement", date="8 December 1987")
    assert Event.objects.published().get(public_id="inf").edtf == "1987-12-08"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("kind=agreement", 1),
        ("actor=George+Shultz", 1),
        ("actor=ronald-reagan", 3),
        ("when=1986", 2),
        ("when=1986&kind=summit", 1),
        ("grade=several", 0),
        ("grade=doubtful", 4),
    ],
)
def test_filter_narrows_the_queue_and_stays_after_a_decision(ada: Client, query: str, count: int) -> None:
    text = page(ada, f"/review/?{query}")
    wait = f"{count} wait" if count else "Nothing waits"
    assert wait in text
    if count > 1:
        assert f"{count - 1} wait" in decide(ada, "accept", text)


def test_filter_that_is_not_understood_says_so(ada: Client) -> None:
    text = page(ada, "/review/?when=whenever&actor=Nobody")
    assert "“whenever” is not understood" in text
    assert "“Nobody” is not known here" in text
    assert "4 wait" in text


def test_filter_by_article_leaves_what_it_tells_of(ada: Client) -> None:
    article = Event.objects.get(public_id="inf").citations.get().source
    assert "1 wait" in page(ada, f"/review/?source={article.sha256[:12]}")


def test_many_are_accepted_at_once_after_a_preview_and_undone_at_once(ada: Client) -> None:
    Event.objects.filter(public_id="inf").update(edtf="", earliest=None, latest=None, precision="", status="draft")
    text = page(ada, "/review/accept/")
    assert "Accept 3 events at once?" in text
    assert "1 is left out" in text
    assert "it has no date" in text
    mark = re.search(r'name="mark" value="(\w+)"', text)
    assert mark
    answer = ada.post("/review/accept/", {"mark": mark[1]}, headers={"accept-language": "en"}, follow=True)
    assert "Accepted: 3 events." in answer.content.decode()
    assert Event.objects.filter(reviewed=True, status="published", locked=["status"], version=2).count() == 3
    assert len(set(Judgement.objects.values_list("batch", flat=True))) == 1
    assert "Undone: 3 acceptances." in undo(ada)
    assert Event.objects.waiting().filter(locked=[]).count() == 4


def test_preview_that_is_no_longer_true_accepts_nothing(ada: Client) -> None:
    mark = re.search(r'name="mark" value="(\w+)"', page(ada, "/review/accept/"))
    assert mark
    decide(ada, "accept")
    answer = ada.post("/review/accept/", {"mark": mark[1]}, headers={"accept-language": "en"})
    assert "have changed since you saw them" in answer.content.decode()
    assert Judgement.objects.count() == 1


def test_undoing_a_batch_leaves_what_somebody_decided_since(ada: Client, bob: Client) -> None:
    mark = re.search(r'name="mark" value="(\w+)"', page(ada, "/review/accept/"))
    assert mark
    ada.post("/review/accept/", {"mark": mark[1]})
    decide(bob, "refuse", page(bob, "/review/events/inf/"))
    assert "somebody changed it since" in undo(ada)
    assert Event.objects.get(public_id="inf").status == "rejected"
    assert Event.objects.waiting().count() == 3


def undated_claim() -> str:
    text = "George Shultz a rencontré Ronald Reagan un jour."
    article = chronicle.source(text, name="undated.txt")
    claim = chronicle.citation(article, text, refusal="undated")
    claim.actors.add(chronicle.actor("George Shultz"))
    return str(claim.key)


def test_undated_claim_that_is_given_a_date_becomes_an_event_and_back(ada: Client) -> None:
    key = undated_claim()
    assert "1 claim without a date" in page(ada, "/review/undated/")
    form = {"decision": "date", "date": "June 1983", "tab": "review_undated"}
    answer = ada.post(f"/review/claims/{key}/", form, headers={"accept-language": "en"}, follow=True)
    assert "It is an event now" in answer.content.decode()
    made = Event.objects.published().get(edtf="1983-06")
    assert [actor.name_en for actor in made.actors.all()] == ["George Shultz"]
    assert made.citations.get().key == key
    undo(ada)
    assert not Event.objects.filter(edtf="1983-06").exists()
    assert "1 claim without a date" in page(ada, "/review/undated/")


def test_undated_claim_is_set_aside_and_comes_back(ada: Client) -> None:
    key = undated_claim()
    ada.post(f"/review/claims/{key}/", {"decision": "aside", "tab": "review_undated"})
    assert "There is none" in page(ada, "/review/undated/")
    undo(ada)
    assert "1 claim without a date" in page(ada, "/review/undated/")


def test_claim_with_an_unreadable_date_stays_a_claim(ada: Client) -> None:
    form = {"decision": "date", "date": "one day", "tab": "review_undated"}
    answer = ada.post(f"/review/claims/{undated_claim()}/", form, headers={"accept-language": "en"}, follow=True)
    assert "cannot be read as a date" in html.unescape(answer.content.decode())
    assert not Judgement.objects.exists()


def test_refused_sentences_tell_why_and_can_become_events(ada: Client) -> None:
    text = "Ronald Reagan rencontrera George Shultz le 3 mai 1984."
    claim = chronicle.citation(chronicle.source(text, name="plan.txt"), text, edtf="1984-05-03", refusal="planned")
    listed = page(ada, "/review/refused/")
    assert "Announced, not reported as done." in listed
    assert 'value="3 May 1984"' in listed
    ada.post(f"/review/claims/{claim.key}/", {"decision": "date", "date": "3 May 1984"})
    assert Event.objects.published().filter(edtf="1984-05-03").exists()


def test_quotes_of_a_replaced_version_are_listed_with_whether_they_still_stand(ada: Client) -> None:
    made = Event.objects.get(public_id="inf")
    old = made.citations.get().source
    old.state = "superseded"
    old.save()
    newer = chronicle.source("Tout autre chose.", name="inf.txt", supersedes=old)
    text = page(ada, "/review/orphans/")
    assert "1 quote from a version that was replaced" in text
    assert "no longer stand in the newer version" in text
    assert newer.get_absolute_url() in text


def test_quotes_that_differ_from_their_article_are_found_on_request(ada: Client) -> None:
    citation = Event.objects.get(public_id="inf").citations.get()
    citation.quote = "X" + citation.quote[1:]
    citation.save()
    assert "0 quotes from" in page(ada, "/review/orphans/")
    assert "1 quote differs from its article" in page(ada, "/review/orphans/?compare=1")


def test_header_leads_editors_to_the_review_and_nobody_else(ada: Client) -> None:
    assert 'href="/review/"' in page(ada, "/")
    assert 'href="/import/"' in page(ada, "/")
    assert 'href="/review/"' not in page(Client(), "/")


def test_near_events_share_actors_and_days(ada: Client) -> None:
    chronicle.event("1986-10-13", "Ronald Reagan", kind="statement", public_id="address")
    text = page(ada, "/review/events/reykjavik/")
    assert 'value="address"' in text
    assert 'value="geneva"' not in text


def test_vague_event_is_near_to_the_days_that_it_may_mean_and_stands_behind_the_nearer(ada: Client) -> None:
    for when, public_id in [("1986-10", "october"), ("1986-10-13", "later"), ("1985", "year-before")]:
        chronicle.event(when, "Ronald Reagan", kind="statement", public_id=public_id)
    text = page(ada, "/review/events/reykjavik/")
    assert re.findall(r'name="into" value="([^"]+)"', text) == ["later", "october"]


def test_event_to_merge_with_is_found_by_words(ada: Client) -> None:
    search.refresh()
    text = page(ada, "/review/events/reykjavik/?find=Geneva")
    assert 'value="geneva"' in text


def test_merged_event_gives_its_passages_to_the_other_and_gets_them_back(ada: Client) -> None:
    chronicle.event("1986-10-12", "Ronald Reagan", kind="statement", public_id="address")
    text = decide(ada, "merge", page(ada, "/review/events/address/"), into="reykjavik")
    assert "Merged into:" in text
    assert Event.objects.get(public_id="reykjavik").citations.count() == 2
    assert not Event.objects.waiting().filter(public_id__in=["address", "reykjavik"]).exists()
    assert shown(undo(ada)) == "address"
    assert Event.objects.get(public_id="address").citations.count() == 1
    assert Event.objects.waiting().filter(public_id__in=["address", "reykjavik"]).count() == 2


def test_nothing_is_merged_into_what_readers_do_not_see(ada: Client) -> None:
    Event.objects.filter(public_id="inf").update(status="draft")
    assert "must be published" in decide(ada, "merge", page(ada, "/review/events/reykjavik/"), into="inf")
    assert not Judgement.objects.exists()


def test_ticked_passages_are_split_off_and_come_back(ada: Client) -> None:
    made = Event.objects.get(public_id="reykjavik")
    text = "Le 13 octobre 1986, Ronald Reagan a parlé à la télévision."
    other = chronicle.citation(chronicle.source(text, name="tv.txt"), text, edtf="1986-10-13", event=made)
    assert "Split off:" in decide(ada, "split", page(ada, "/review/events/reykjavik/"), passage=[other.key])
    other.refresh_from_db()
    assert other.event != made
    assert other.event.status == "published"
    assert shown(undo(ada)) == "reykjavik"
    other.refresh_from_db()
    assert other.event == made


def test_split_without_a_ticked_passage_says_so(ada: Client) -> None:
    made = Event.objects.get(public_id="reykjavik")
    text = "Reykjavik encore."
    chronicle.citation(chronicle.source(text, name="tv.txt"), text, edtf="1986-10-13", event=made)
    assert "Choose at least one passage" in decide(ada, "split", page(ada, "/review/events/reykjavik/"))


def test_draft_waits_for_somebody_who_may_show_it_to_readers(ada: Client, bob: Client) -> None:
    Event.objects.filter(public_id="inf").update(status="draft")
    text = decide(bob, "accept", page(bob, "/review/events/inf/"))
    assert "Only publishers show an event to readers" in text
    assert "Corrected, and left to publishers" in decide(bob, "correct", text, kind="meeting", date="1987-12-08")
    assert Event.objects.waiting().get(public_id="inf").kind == "meeting"
    listed = page(bob, "/review/accept/")
    assert "only publishers show it to readers" in listed
    assert "Accept 3 events at once?" in listed
    decide(ada, "accept", page(ada, "/review/events/inf/"))
    assert Event.objects.published().filter(public_id="inf").exists()


def test_claim_that_an_editor_dates_waits_for_a_publisher(bob: Client) -> None:
    bob.post(f"/review/claims/{undated_claim()}/", {"decision": "date", "date": "June 1983"})
    made = Event.objects.waiting().get(edtf="1983-06")
    assert made.status == "draft"
    undo(bob)
    assert not Event.objects.filter(pk=made.pk).exists()


def test_page_asks_the_database_as_often_however_many_wait(ada: Client, django_assert_max_num_queries) -> None:
    for number in range(30):
        chronicle.event(f"{1900 + number}", "Ronald Reagan", public_id=f"more-{number}")
    rank_new_events()
    page(ada)
    with django_assert_max_num_queries(30):
        ada.get("/review/")

"""Events made by hand, without a script: the form, its questions, and what becomes of what was typed."""

import re

import pytest
from django.urls import reverse

from tests import chronicle
from tests.desk import make_editor, make_publisher
from timeline import search
from timeline.judging import undo
from timeline.models import Actor, Citation, Event, Judgement, Place, Source
from timeline.serving.accounts import Role

pytestmark = pytest.mark.django_db

TEXT = (
    "🕊️ Mardi, Nikita Khrouchtchev a reçu Zorglub Martin à Vienne.\r\n\r\n"
    "Les deux hommes se sont revus.\nLes deux hommes se sont revus le 3 juin 1961."
)
PASSAGE = "Nikita Khrouchtchev a reçu Zorglub Martin à Vienne"


@pytest.fixture
def article() -> Source:
    return chronicle.source(TEXT, published="1961-06-07", title="Vienne")


@pytest.fixture
def publisher(client):
    client.force_login(make_publisher())
    return client


def address(article: Source, words: str = PASSAGE, route: str = "new_event", **arguments: str) -> str:
    start = TEXT.index(words)
    where = f"?source={article.sha256[:12]}&start={start}&end={start + len(words)}"
    return reverse(route, kwargs=arguments) + where


def page(client, where: str) -> str:
    answer = client.get(where, headers={"accept-language": "en"})
    assert answer.status_code == 200
    return answer.content.decode()


def send(client, where: str, **fields: str):
    """`actor_0` stands for the field `actor-0`."""
    data = {
        "kind": "meeting",
        **{name.replace("_", "-") if "actor_" in name else name: fields[name] for name in fields},
    }
    return client.post(where, data, headers={"accept-language": "en"})


# -- from a passage ---------------------------------------------------------------------------------------------------


def test_form_shows_the_passage_in_its_sentence(publisher, article):
    html = page(publisher, address(article, "Zorglub Martin"))
    assert "a reçu <mark>Zorglub Martin</mark> à Vienne." in html
    assert "revus" not in html


def test_date_in_the_passage_is_proposed_as_it_is_read_there(publisher, article):
    html = page(publisher, address(article, "Mardi, Nikita Khrouchtchev"))
    assert 'value="6 June 1961"' in html
    assert '<input type="hidden" name="shown" value="1961-06-06">' in html


def test_those_whom_the_passage_names_are_proposed(publisher, article):
    assert 'name="actor-0" value="Nikita Khrushchev"' in page(publisher, address(article))


def test_what_the_program_found_in_the_passage_is_proposed(publisher, article):
    found = chronicle.citation(article, PASSAGE, kind="visit", place=chronicle.place("Vienna"))
    found.actors.add(chronicle.actor("Zorglub Martin"))
    html = page(publisher, address(article))
    assert '<option value="visit" selected>' in html
    assert 'value="Vienna"' in html
    assert 'value="Zorglub Martin"' in html


def test_first_submit_shows_how_the_date_is_read_and_the_second_saves(publisher, article):
    first = send(publisher, address(article), date="début juin 1961", do="draft")
    html = first.content.decode()
    assert "Read as:" in html
    assert "June 1961 (1961-06)" in html
    assert not Event.objects.exists()
    shown = re.search(r'name="shown" value="([^"]+)"', html)
    assert shown
    second = send(publisher, address(article), date="début juin 1961", shown=shown[1], do="draft")
    event = Event.objects.get()
    assert second.url == event.get_absolute_url()
    assert (event.edtf, event.wording, event.status) == ("1961-06", "début juin 1961", "draft")


def number_of(html: str) -> str:
    found = re.search(r'name="once" value="(\w+)"', html)
    assert found
    return found[1]


def test_form_that_is_sent_twice_makes_one_event_and_leads_to_it_both_times(publisher, article):
    said = {"date": "1961-06-06", "shown": "1961-06-06", "once": number_of(page(publisher, address(article)))}
    new = {"actor-0": "Zorglub Martin", "actor-0-kind": "person"}
    answers = [send(publisher, address(article), **said, **new, do=button) for button in ("draft", "draft", "publish")]
    event = Event.objects.get()
    assert [answer.url for answer in answers] == [event.get_absolute_url()] * 3
    assert (Citation.objects.count(), Actor.objects.count(), event.judgements.count()) == (1, 1, 1)


def test_form_that_was_sent_at_the_same_moment_leads_to_the_event_of_the_other(publisher, article, monkeypatch):
    said = {"date": "1961", "shown": "1961", "once": number_of(page(publisher, address(article)))}
    first = send(publisher, address(article), **said, do="draft")
    from timeline.views import by_hand

    look, seen = by_hand._made_already, []

    def not_yet(public_id: str) -> Event | None:
        seen.append(public_id)
        return look(public_id) if len(seen) > 1 else None

    monkeypatch.setattr(by_hand, "_made_already", not_yet)
    assert send(publisher, address(article), **said, do="draft").url == first.url
    assert len(seen) == 2
    assert Event.objects.count() == 1


def test_form_that_is_changed_after_going_back_and_another_form_make_other_events(publisher, article):
    number = number_of(page(publisher, address(article)))
    assert number_of(page(publisher, address(article))) != number
    for date, once in (("1961", number), ("1962", number), ("1962", "another")):
        send(publisher, address(article), date=date, shown=date, once=once, do="draft")
    assert Event.objects.count() == 3


def test_form_that_is_sent_again_after_its_event_was_taken_back_makes_it_anew(publisher, article):
    said = {"date": "1961", "shown": "1961", "once": "abc", "do": "draft"}
    send(publisher, address(article), **said)
    undo(Judgement.objects.get())
    answer = send(publisher, address(article), **said)
    assert answer.url == Event.objects.get(status="draft").get_absolute_url()


def test_form_that_comes_back_with_a_question_keeps_its_number(publisher, article):
    asked = send(publisher, address(article), date="1961", once="abc", do="draft").content.decode()
    assert number_of(asked) == "abc"


def test_reading_of_another_date_is_not_the_one_that_was_seen(publisher, article):
    send(publisher, address(article), date="1962", shown="1961", do="draft")
    assert not Event.objects.exists()


def test_words_that_need_one_are_counted_from_the_day_of_publication(publisher, article):
    html = page(publisher, reverse("reading") + "?date=mardi&base=1961-06-07")
    assert "6 June 1961 (1961-06-06)" in html
    assert "in an article dated 7 June 1961" in html
    assert "cannot be read" in page(publisher, reverse("reading") + "?date=mardi")


def test_event_is_published_with_its_passage(publisher, article):
    send(
        publisher, address(article), date="1961-06-06", shown="1961-06-06", actor_0="Nikita Khrouchtchev", do="publish"
    )
    event = Event.objects.get()
    assert event.status == "published"
    assert [actor.key for actor in event.actors.all()] == ["person:nikita-khrushchev"]
    assert event.citations.get().quote == PASSAGE
    publisher.logout()
    assert "passage taken by an editor" in page(publisher, event.get_absolute_url())


def test_time_words_of_the_passage_are_kept_where_they_give_the_date(publisher, article):
    send(publisher, address(article, f"Mardi, {PASSAGE}"), date="6 juin 1961", shown="1961-06-06", do="draft")
    citation = Citation.objects.get()
    assert TEXT[citation.time_start : citation.time_end] == citation.wording == "Mardi"


def test_actor_whom_nobody_knows_is_asked_about_and_made_when_it_is_said_what_it_is(publisher, article):
    asked = send(publisher, address(article), actor_0="Zorglub Martin", do="draft").content.decode()
    assert "Nobody is called “Zorglub Martin” here" in asked
    assert 'name="actor-0-kind"' in asked
    assert not Actor.objects.exists()
    send(publisher, address(article), do="draft", **{"actor-0": "Zorglub Martin", "actor-0-kind": "person"})
    made = Event.objects.get().actors.get()
    assert (made.key, made.kind, made.name_fr) == ("person:zorglub-martin", "person", "Zorglub Martin")


def test_name_of_several_is_asked_about(publisher, article):
    for kind in ("person", "organisation"):
        Actor.objects.create(key=f"{kind}:zorglub", slug=kind, kind=kind, name_fr="Zorglub", name_en="Zorglub")
    asked = send(publisher, address(article), actor_0="Zorglub", do="draft").content.decode()
    assert "organisation:zorglub or person:zorglub" in asked
    send(publisher, address(article), actor_0="person:zorglub", do="draft")
    assert Event.objects.get().actors.get().kind == "person"


def test_place_that_nobody_knows_is_made_when_it_is_said_to_be_new(publisher, article):
    asked = send(publisher, address(article), place="Nullepart-les-Bains", do="draft").content.decode()
    assert "No place is called “Nullepart-les-Bains” here" in asked
    assert not Place.objects.exists()
    send(publisher, address(article), place="Nullepart-les-Bains", place_is_new="on", do="draft")
    assert Event.objects.get().place.name_fr == "Nullepart-les-Bains"


def test_known_place_is_found_by_either_of_its_names(publisher, article):
    send(publisher, address(article), place="Vienne", do="draft")
    assert Event.objects.get().place.name_en == "Vienna"


@pytest.mark.parametrize("field", [{"kind": ""}, {"kind": "party"}, {"date": "un beau jour"}, {"title_fr": "a" * 301}])
def test_what_is_not_understood_is_said_and_nothing_is_saved(publisher, article, field):
    answer = send(publisher, address(article), **{"do": "draft", **field})
    assert "something is to be corrected" in answer.content.decode()
    assert not Event.objects.exists()


def test_more_rows_for_actors_save_nothing(publisher, article):
    html = send(publisher, address(article), actor_7="Nikita Khrushchev", do="more").content.decode()
    assert 'name="actor-7" value="Nikita Khrushchev"' in html
    assert 'name="actor-10"' in html
    assert not Event.objects.exists()


def test_event_that_it_may_be_is_offered_for_the_passage(publisher, article):
    near = chronicle.event("1961-06-06", "Nikita Khrushchev", public_id="vienna")
    chronicle.event("1950", "Nikita Khrushchev", public_id="long-before")
    html = page(publisher, address(article, f"Mardi, {PASSAGE}"))
    assert f"/events/{near.public_id}/passages/new/?source=" in html
    assert "long-before" not in html


def test_vague_event_and_one_of_that_day_with_others_may_be_it_too(publisher, article):
    for when, who, public_id in [
        ("1961-06", "Nikita Khrushchev", "june"),
        ("1961-06-08", "Nikita Khrushchev", "days-apart"),
        ("1961-06-06", "Ronald Reagan", "same-day"),
        ("1961-06-07", "Ronald Reagan", "others"),
    ]:
        chronicle.event(when, who, public_id=public_id)
    offered = re.findall(r"/events/([\w-]+)/passages/new/", page(publisher, address(article, f"Mardi, {PASSAGE}")))
    assert offered == ["days-apart", "june", "same-day"]


@pytest.mark.parametrize(
    "end", ["&start=0", "&start=5&end=5", "&start=0&end=99999", "&start=-1&end=4", "&start=a&end=b"]
)
def test_offsets_that_are_no_passage_lead_nowhere(publisher, article, end):
    assert publisher.get(f"{reverse('new_event')}?source={article.sha256[:12]}{end}").status_code == 404


def test_article_that_there_is_not_leads_nowhere(publisher):
    assert publisher.get(f"{reverse('new_event')}?source=abcdefabcdef").status_code == 404


# -- words that were copied -------------------------------------------------------------------------------------------


def looked_for(client, article: Source, words: str):
    data = {"source": article.sha256[:12], "words": words}
    return client.get(reverse("new_event"), data, headers={"accept-language": "en"})


def test_copied_words_lead_to_the_passage(publisher, article):
    answer = looked_for(publisher, article, "Zorglub  Martin\nà Vienne")
    start = TEXT.index("Zorglub")
    assert answer.url.endswith(f"&start={start}&end={start + len('Zorglub Martin à Vienne')}")


def test_words_that_stand_there_several_times_are_asked_about(publisher, article):
    html = looked_for(publisher, article, "Les deux hommes se sont revus").content.decode()
    starts = [match.start() for match in re.finditer("Les deux hommes", TEXT)]
    assert len(starts) == 2
    assert all(f"start={start}&amp;" in html for start in starts)


@pytest.mark.parametrize("words", ["Zorglub Durand", "zorglub martin", "   "])
def test_words_that_do_not_stand_there_are_not_guessed(publisher, article, words):
    answer = looked_for(publisher, article, words)
    assert answer.status_code == 200
    assert "start=" not in answer.content.decode()


# -- drafts -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def draft(publisher) -> Event:
    send(publisher, reverse("new_event"), date="1961", shown="1961", actor_0="Nikita Khrushchev", do="draft")
    return Event.objects.get()


def test_event_without_a_passage_stays_a_draft_and_says_so(publisher, draft):
    assert draft.status == "draft"
    html = page(publisher, draft.get_absolute_url())
    assert "Draft, no source yet" in html
    assert draft.get_absolute_url() in page(publisher, reverse("drafts"))


def test_drafts_are_a_tab_of_the_review_for_those_who_review(publisher, draft):
    tab = r'<nav class="tabs".*?<a href="/events/drafts/"( aria-current="page")?>'
    found = re.search(tab, page(publisher, reverse("review_undated")), re.DOTALL)
    assert found
    assert not found[1]
    found = re.search(tab, page(publisher, reverse("drafts")), re.DOTALL)
    assert found
    assert found[1]


def test_contributor_sees_drafts_without_the_tabs_of_the_review(client, draft):
    client.force_login(make_editor("carl", Role.CONTRIBUTOR))
    html = page(client, reverse("drafts"))
    assert draft.get_absolute_url() in html
    assert "/review/" not in html


def test_nothing_is_published_at_once_that_no_article_supports(publisher):
    said = {"date": "1961", "shown": "1961", "actor-0": "Zorglub Martin", "actor-0-kind": "person"}
    answer = send(publisher, reverse("new_event"), **said, do="publish")
    assert "An event needs a citation before it can be published." in answer.content.decode()
    assert not Event.objects.exists()
    assert not Actor.objects.exists()


def test_readers_are_told_of_no_draft(client, draft):
    client.logout()
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_draft_is_published_once_it_has_a_passage(publisher, article, draft):
    refused = publisher.post(reverse("publish", args=[draft.public_id]), follow=True, headers={"accept-language": "en"})
    assert "An event needs a citation before it can be published." in refused.content.decode()
    send(publisher, address(article, route="add_passage", public_id=draft.public_id), date="", do="cite")
    assert "Draft: readers do not see it." in page(publisher, draft.get_absolute_url())
    publisher.post(reverse("publish", args=[draft.public_id]))
    draft.refresh_from_db()
    assert draft.status == "published"


def test_rejected_event_is_shown_to_nobody(publisher, draft):
    draft.reject()
    assert publisher.get(draft.get_absolute_url()).status_code == 404


# -- a passage for an event that there is -----------------------------------------------------------------------------


def test_passage_is_added_to_a_published_event(publisher, article):
    event = chronicle.event("1961-06", "Nikita Khrushchev", public_id="vienna")
    where = address(article, route="add_passage", public_id="vienna")
    assert "What this passage says of it" in page(publisher, where)
    send(publisher, where, date="1961-06-06", shown="1961-06-06", do="cite")
    citation = event.citations.by_hand().get()
    assert (citation.quote, citation.edtf, citation.state) == (PASSAGE, "1961-06-06", "accepted")
    again = send(publisher, where, date="1961-06-06", shown="1961-06-06", do="cite")
    assert "This passage supports this event already." in again.content.decode()


def test_article_for_an_event_is_found_by_words_in_it(publisher, article):
    chronicle.event("1961-06", "Nikita Khrushchev", public_id="vienna")
    search.refresh()
    html = page(publisher, reverse("add_passage", args=["vienna"]) + "?q=Zorglub")
    assert f"/events/vienna/passages/new/?source={article.sha256[:12]}" in html
    assert "Words of the passage" in page(
        publisher, reverse("add_passage", args=["vienna"]) + f"?source={article.sha256[:12]}"
    )


def test_event_to_cite_a_passage_for_is_found_by_a_name_or_a_date(publisher, article):
    chronicle.event("1986-10-11", "Ronald Reagan", public_id="reykjavik")
    search.refresh()
    where = address(article, route="choose_event")
    assert "reykjavik" not in page(publisher, where)
    assert "/events/reykjavik/passages/new/?source=" in page(publisher, f"{where}&q=Reagan")
    assert "/events/reykjavik/passages/new/?source=" in page(publisher, f"{where}&q=11 octobre 1986")


# -- who may ----------------------------------------------------------------------------------------------------------


def test_contributor_proposes_and_decides_nothing(client, article):
    client.force_login(make_editor("carl", Role.CONTRIBUTOR))
    assert 'value="publish"' not in page(client, address(article))
    send(client, address(article), date="1961-06-06", shown="1961-06-06", do="publish")
    event = Event.objects.get()
    assert (event.status, event.reviewed, event.citations.get().state) == ("draft", False, "proposed")
    assert "Draft: readers do not see it." in page(client, event.get_absolute_url())
    assert client.get(address(article, route="add_passage", public_id=event.public_id)).status_code == 403


def test_readers_see_nothing_of_it_on_an_article(client, article):
    html = page(client, article.get_absolute_url())
    assert "take-passage" not in html
    assert "data-sentences" not in html
    assert "events/new" not in html


def test_every_sentence_of_an_article_can_be_chosen_by_its_places(publisher, article):
    html = page(publisher, article.get_absolute_url())
    listed = re.search(r'data-sentences="([^"]+)"', html)
    assert listed
    bounds = [tuple(map(int, pair.split("-"))) for pair in listed[1].split()]
    assert [TEXT[start:end] for start, end in bounds] == [
        f"🕊️ Mardi, {PASSAGE}.",
        "Les deux hommes se sont revus.",
        "Les deux hommes se sont revus le 3 juin 1961.",
    ]


@pytest.mark.parametrize(
    ("noun", "typed", "found"), [("actors", "khrouch", "Nikita Khrushchev"), ("places", "vien", "Vienna")]
)
def test_names_are_suggested_while_they_are_typed(publisher, noun, typed, found):
    assert f'<option value="{found}">' in page(publisher, reverse("names", args=[noun]) + f"?actor-3={typed}")
    assert publisher.get(reverse("names", args=["things"])).status_code == 404

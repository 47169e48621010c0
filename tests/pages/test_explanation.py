"""How a date was worked out, in sentences."""

import pytest
from django.utils import translation

from tests import chronicle
from tests.extraction.times.reading import times_in
from timeline.extraction.records import MergeReason, Origin
from timeline.extraction.times.grammar import Example, Rule, grammar
from timeline.ingestion.claims import derivation_json
from timeline.models import Citation
from timeline.pages.explanation import (
    EXPLANATIONS,
    explain_citation,
    explain_event,
    explain_publication,
    merge_reasons,
)
from timeline.wording import date_words, of_date, quoted

pytestmark = pytest.mark.django_db

TUESDAYS = "[2021-11-02,2021-11-09,2021-11-16,2021-11-23,2021-11-30]"


def derived(origin: str, kind: str = "", base: str = "", wording: str = "") -> dict[str, str]:
    return {"origin": origin, "rule": "", "base": base, "base_kind": kind, "base_wording": wording}


def passage(words: str, edtf: str, derivation: dict[str, str], event=None, name: str = "a.txt"):
    article = chronicle.source(f"Ils se sont vus {words}.", name=name)
    return chronicle.citation(article, "se sont vus", edtf=edtf, words=words, derivation=derivation, event=event)


@pytest.mark.parametrize(
    ("words", "edtf", "derivation", "sentence"),
    [
        pytest.param(
            "mardi",
            TUESDAYS,
            derived("relative", "published", "2021-11"),
            "“mardi”, in an article dated November 2021, is one of five Tuesdays: 2, 9, 16, 23 or 30 November 2021.",
            id="weekday in an article dated by its month",
        ),
        pytest.param(
            "mardi",
            "2021-11-02",
            derived("relative", "published", "2021-11-03"),
            "“mardi”, in an article dated 3 November 2021, is Tuesday 2 November 2021.",
            id="weekday in an article dated by its day",
        ),
        pytest.param(
            "la veille",
            "1986-10-10",
            derived("relative", "context", "1986-10-11", "le 11 octobre"),
            "“la veille”, counted from 11 October 1986, which the text gives as “le 11 octobre”, "
            "is Friday 10 October 1986.",
            id="counted from a date in the text",
        ),
        pytest.param(
            "à ce moment-là",
            "2013",
            derived("relative", "context", "2013", "2013"),
            "“à ce moment-là” takes up a date that stands earlier in the text: 2013.",
            id="the same date again",
        ),
        pytest.param(
            "le 2 novembre",
            "2021-11-02",
            derived("inherited", "text_bound", "2021-06-16"),
            "“le 2 novembre” does not name the year: 2021 follows from the latest date that this article, itself "
            "undated, reports as past (16 June 2021).",
            id="year from the text of an undated article",
        ),
        pytest.param(
            "le 30 septembre",
            "2021-09-30",
            derived("inherited", "published", "2021-11"),
            "“le 30 septembre” does not name the year: 2021 follows from the article’s date (November 2021).",
            id="year from the article's date",
        ),
        pytest.param(
            "le 12",
            "1986-10-12",
            derived("inherited", "context", "1986-10-11"),
            "“le 12” is completed from a date that stands earlier in the text (11 October 1986): 12 October 1986.",
            id="more than the year is missing",
        ),
        pytest.param(
            "le 8 décembre 1987",
            "1987-12-08",
            derived("explicit"),
            "“le 8 décembre 1987”: the article gives the full date.",
            id="full date",
        ),
        pytest.param(
            "en mars 2021",
            "2021-03",
            derived("explicit"),
            "“en mars 2021”: the article gives the month and no day.",
            id="month",
        ),
        pytest.param(
            "en 2013", "2013", derived("explicit"), "“en 2013”: the article gives the year and no more.", id="year"
        ),
        pytest.param(
            "de 2005 à 2008",
            "2005/2008",
            derived("explicit"),
            "“de 2005 à 2008”: the article says so itself (2005–2008).",
            id="interval",
        ),
        pytest.param(
            "en 1962 ou 1963",
            "[1962,1963]",
            derived("explicit"),
            "“en 1962 ou 1963” leaves open which of them: 1962 or 1963.",
            id="either of two",
        ),
        pytest.param(
            "vers 1995",
            "1995~",
            derived("explicit"),
            "“vers 1995”: the article says so itself (about 1995).",
            id="about",
        ),
        pytest.param(
            "le 28",
            "2015-09-28",
            derived("inherited", "context", "2015-09-21") | {"rule": "day_of_month"},
            "“le 28” is completed from a date that stands earlier in the text (21 September 2015): 28 September 2015.",
            id="day without a month",
        ),
        pytest.param("", "", {}, "No date can be worked out from this passage.", id="undated"),
        pytest.param("en 2013", "2013", derived("editor"), "An editor set this date: 2013.", id="editor"),
    ],
)
def test_derivation_of_a_passage_is_one_plain_sentence(words, edtf, derivation, sentence):
    with translation.override("en"):
        assert explain_citation(passage(words, edtf, derivation)) == sentence


@pytest.mark.parametrize(
    ("words", "edtf", "derivation", "sentence"),
    [
        pytest.param(
            "mardi",
            TUESDAYS,
            derived("relative", "published", "2021-11"),
            "« mardi », dans un article daté de novembre 2021, est l’un des cinq mardis possibles : "
            "2, 9, 16, 23 ou 30 novembre 2021.",
            id="weekday",
        ),
        pytest.param(
            "hier",
            "2021-11-02",
            derived("relative", "published", "2021-11-03"),
            "« hier », dans un article daté du 3 novembre 2021 : mardi 2 novembre 2021.",
            id="article dated by its day",
        ),
        pytest.param(
            "trois mois plus tard",
            "1986-11",
            derived("relative", "context", "1986-08"),
            "« trois mois plus tard », compté à partir d’août 1986, date qui figure plus haut dans le texte : "
            "novembre 1986.",
            id="month with a vowel",
        ),
        pytest.param(
            "le 2 novembre",
            "2021-11-02",
            derived("inherited", "text_bound", "2021-06-16"),
            "« le 2 novembre » ne dit pas l’année : 2021 se déduit de la date la plus tardive que cet article, "
            "lui-même sans date, donne pour passée (16 juin 2021).",
            id="year from the text",
        ),
    ],
)
def test_sentence_is_said_in_french(words, edtf, derivation, sentence):
    with translation.override("fr"):
        assert explain_citation(passage(words, edtf, derivation)).replace("\u00a0", " ") == sentence


EXAMPLES = [
    pytest.param(language, rule, example, id=f"{language}-{rule.name}-{example.text[:40]}")
    for language in ("fr", "en")
    for rule in grammar(language).rules
    for example in rule.examples
    if example.date
]


@pytest.mark.parametrize(("language", "rule", "example"), EXAMPLES)
def test_every_rule_of_the_grammar_explains_its_date(language: str, rule: Rule, example: Example):
    times = times_in(example.text, language, example.published)
    time = [time for time in times if time.derivation.rule == rule.name][-1]
    derivation = derivation_json(time.derivation)
    assert derivation["origin"] in EXPLANATIONS
    with translation.override(language):
        sentence = explain_citation(Citation(edtf=example.date, wording=time.text, derivation=derivation))
        assert sentence.startswith(quoted(time.text))
        assert date_words(time.date) in sentence or str(time.date.earliest.year) in sentence
        base = time.derivation.base
        assert base is None or date_words(base) in sentence or of_date(base) in sentence


def test_every_origin_has_its_sentence():
    assert EXPLANATIONS.keys() == {origin.value for origin in Origin} - {"settled"}


def test_event_settled_by_two_sources_shows_both_and_what_they_leave():
    event = chronicle.event("2021-11-02", "William Burns")
    event.citations.all().delete()
    vague = passage("mardi", TUESDAYS, derived("relative", "published", "2021-11"), event)
    fine = passage("le 2 novembre", "2021-11-02", derived("inherited", "text_bound", "2021-06-16"), event, "b.txt")
    event.derivation = {"origin": "settled", "rule": "readings_together", "from": [vague.key, fine.key]}

    with translation.override("en"):
        explanation = explain_event(event, [vague, fine])
    assert len(explanation.steps) == 2
    assert explanation.conclusion == "Together they leave: 2 November 2021."


def test_contradiction_is_said_not_hidden():
    event = chronicle.event("1986-10-11", "Ronald Reagan")
    one = passage("le 11 octobre 1986", "1986-10-11", derived("explicit"), event, "b.txt")
    other = passage("le 13 octobre 1986", "1986-10-13", derived("explicit"), event, "c.txt")
    with translation.override("en"):
        conclusion = explain_event(event, [one, other]).conclusion
    assert conclusion == "The sources contradict each other. The chronology shows 11 October 1986."


def test_date_set_by_an_editor_needs_no_further_reason():
    event = chronicle.event("1986-10-11", "Ronald Reagan", derivation={"origin": "editor"})
    with translation.override("en"):
        explanation = explain_event(event, list(event.citations.all()))
    assert explanation.steps == []
    assert explanation.conclusion == "An editor set this date: 11 October 1986."


@pytest.mark.parametrize(
    ("published", "sentence"),
    [
        ("", "The article bears no date. Its dates are worked out from what its own text says."),
        ("2021-11-03", "The article is dated 3 November 2021; its header says “2021-11-03”."),
        (
            "2021-11",
            "The article is dated November 2021 and no more precisely; its header says “2021-11”. "
            "No day is made up for it.",
        ),
    ],
)
def test_article_says_how_it_was_dated(published, sentence):
    with translation.override("en"):
        assert explain_publication(chronicle.source("Texte.", published=published)) == sentence


def test_reasons_for_merging_are_said_and_unknown_ones_left_out():
    event = chronicle.event("1986", "Ronald Reagan", merge_reasons=["same_kind", "same_place", "a_rule_of_old"])
    with translation.override("en"):
        assert merge_reasons(event) == "they report the same kind of event and they name the same place"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("reason", MergeReason)
def test_every_rule_that_merges_has_words(reason, language):
    event = chronicle.event("1986", "Ronald Reagan", merge_reasons=[reason.value])
    with translation.override(language):
        assert merge_reasons(event)


def test_of_two_reasons_the_one_that_holds_for_all_passages_is_said():
    reasons = ["same_actors", "shared_actors", "same_date", "same_kind", "one_occasion"]
    event = chronicle.event("1986", "Ronald Reagan", merge_reasons=reasons)
    with translation.override("en"):
        assert merge_reasons(event) == (
            "one reports a meeting, another what was agreed or said there, they give the same date and they have "
            "actors in common"
        )

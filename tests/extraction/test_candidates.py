"""What one passage claims: the deed that a date dates, its parties, its place, and why a claim is held back."""

import pytest

from tests.one_article import article
from timeline.extraction.pipeline import extract
from timeline.knowledge import load_knowledge


def claims_in(text, language="fr", published=None):
    return extract(article(text, language, published), load_knowledge())


def parties(claim):
    return [participant.actor.key.partition(":")[2] for participant in claim.participants]


CLAIMS = [
    pytest.param(
        "fr",
        "Richard Nixon a rencontré Mao Zedong à Pékin le 21 février 1972.",
        ("1972-02-21", "summit", ["richard-nixon", "mao-zedong"], "Beijing"),
        id="heads of state meet at a summit",
    ),
    pytest.param(
        "en",
        "Henry Kissinger flew to Beijing on 9 July 1971.",
        ("1971-07-09", "visit", ["henry-kissinger"], "Beijing"),
        id="English verb",
    ),
    pytest.param(
        "fr",
        "Le sommet entre Ronald Reagan et Mikhaïl Gorbatchev a eu lieu à Reykjavik les 11 et 12 octobre 1986.",
        ("1986-10-11/1986-10-12", "summit", ["ronald-reagan", "mikhail-gorbachev"], "Reykjavik"),
        id="noun with a verb that only says that it happened",
    ),
    pytest.param(
        "fr",
        "Henry Kissinger menait des négociations secrètes en 1972 à Paris avec Le Duc Tho.",
        ("1972", "negotiation", ["henry-kissinger", "le-duc-tho"], "Paris"),
        id="noun with a verb that only carries it",
    ),
    pytest.param(
        "fr",
        "Début septembre 1978, l'Égypte et Israël ont repris leurs pourparlers.",
        ("1978-09", "negotiation", ["EG", "IL"], None),
        id="date in front of the sentence",
    ),
    pytest.param(
        "fr",
        "George Kennan a été ambassadeur des États-Unis en Yougoslavie de 1961 à 1963.",
        ("1961/1963", "tenure", ["george-kennan"], "Yugoslavia"),
        id="office held",
    ),
    pytest.param(
        "fr",
        "Kofi Annan a été nommé secrétaire général de l'ONU en décembre 1996.",
        ("1996-12", "appointment", ["kofi-annan"], None),
        id="appointment names the person, not the organisation",
    ),
    pytest.param(
        "fr",
        "L'Irak a envahi le Koweït le 2 août 1990.",
        ("1990-08-02", "conflict", ["IQ", "KW"], None),
        id="states act",
    ),
    pytest.param(
        "fr",
        "L'Égypte et Israël, qui avaient signé un traité le 26 mars 1979, ont échangé des ambassadeurs.",
        ("1979-03-26", "agreement", ["EG", "IL"], None),
        id="relative clause takes the noun before it",
    ),
    pytest.param(
        "fr",
        "Leonid Brejnev et Richard Nixon se sont parlé au téléphone en octobre 1973.",
        ("1973-10", "call", ["leonid-brezhnev", "richard-nixon"], None),
        id="by telephone it is a call",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CLAIMS)
def test_a_dated_deed_becomes_a_claim(language, text, expected):
    (claim,) = [claim for claim in claims_in(text, language) if not claim.refusal]
    place = claim.place.name if claim.place else None
    assert (claim.time.date.edtf, claim.kind, parties(claim), place) == expected


def test_every_passage_is_a_stretch_of_the_article():
    text = "Le 4 juin 1961, à Vienne, John Kennedy a rencontré Nikita Khrouchtchev."
    (claim,) = claims_in(text)
    passage = text[claim.start : claim.end]
    assert all(word in passage for word in ("4 juin 1961", "Vienne", "Kennedy", "rencontré", "Khrouchtchev"))


REFUSED = [
    pytest.param("Richard Nixon n'a pas rencontré Mao Zedong en 1971.", "denied", id="negated"),
    pytest.param("Si Richard Nixon rencontrait Mao Zedong en 1971, tout changerait.", "hypothetical", id="supposed"),
    pytest.param("Richard Nixon rencontrera Mao Zedong en mars 1972.", "planned", id="still to come"),
    pytest.param("« Richard Nixon a rencontré Mao Zedong en 1972 », répète le guide.", "quoted", id="in quoted speech"),
    pytest.param("Richard Nixon a rencontré Mao Zedong à Pékin.", "undated", id="without a date"),
]


@pytest.mark.parametrize(("text", "refusal"), REFUSED)
def test_what_is_not_reported_as_done_is_kept_with_its_reason(text, refusal):
    claims = claims_in(text, published="1971-12-01" if refusal == "planned" else None)
    assert [claim.refusal for claim in claims] == [refusal]


SILENT = [
    pytest.param("« Tout va bien », a indiqué mardi le porte-parole de Richard Nixon.", id="attribution"),
    pytest.param("Il s'agissait du premier sommet entre Richard Nixon et Mao Zedong depuis 1949.", id="firstness"),
    pytest.param("Né en 1923 à Fürth, Henry Kissinger a grandi en Bavière.", id="birth"),
    pytest.param("Henry Kissinger est resté deux jours à Pékin.", id="duration"),
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_event_yields_no_publishable_claim(text):
    assert [claim for claim in claims_in(text, published="1973-02-20") if not claim.refusal] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Begin and Sadat received the Nobel Prize in December 1978."),
        ("fr", "Begin et Sadate ont reçu le prix Nobel en décembre 1978."),
    ],
)
def test_who_receives_a_prize_meets_nobody(language, text):
    assert "meeting" not in [claim.kind for claim in claims_in(text, language)]


def test_talks_that_end_without_an_agreement_did_end():
    text = "Reagan and Gorbachev ended their talks in Reykjavik on 12 October 1986 without an agreement."
    assert [claim.refusal for claim in claims_in(text, "en")] == [""]


def test_coordinated_deeds_share_the_date():
    text = "En 1973, Henry Kissinger et Anouar el-Sadate se sont entretenus par téléphone et se sont rencontrés."
    claims = [claim for claim in claims_in(text) if not claim.refusal]
    assert {(claim.kind.value, claim.time.date.edtf) for claim in claims} == {("call", "1973"), ("meeting", "1973")}


def test_a_clause_tied_to_the_same_time_adds_its_place():
    text = "La rencontre de Nixon et de Brejnev remonte à 1972, lorsque Nixon s'était rendu à Moscou."
    (claim,) = [claim for claim in claims_in(text) if not claim.refusal]
    assert (parties(claim), claim.place.name) == (["richard-nixon", "leonid-brezhnev"], "Moscow")


def test_who_reports_takes_no_part():
    text = "Selon l'OTAN, l'Irak a envahi le Koweït le 2 août 1990."
    (claim,) = claims_in(text)
    assert parties(claim) == ["IQ", "KW"]
    assert "OTAN" in claim.attribution


def test_a_deed_told_again_without_its_date_is_no_claim_of_its_own():
    text = "Richard Nixon a rencontré Mao Zedong à Pékin le 21 février 1972. Nixon et Mao se sont serré la main."
    assert len(claims_in(text)) == 1

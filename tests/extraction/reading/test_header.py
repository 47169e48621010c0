"""Headers: the agency's `date … |` line and front matter."""

import pytest

from timeline.extraction.reading.facts import Facts
from timeline.extraction.reading.header import read_header


@pytest.mark.parametrize(
    ("text", "date", "place", "rest"),
    [
        (" date 1986-10 Reykjavik | Reagan et Gorbatchev", "1986-10", "Reykjavik", "Reagan et Gorbatchev"),
        (" date 1986-10-12 Reykjavik | Reagan", "1986-10-12", "Reykjavik", "Reagan"),
        ("date 1986-10-12 | Reagan", "1986-10-12", "", "Reagan"),
        (" date 1986-10-12\nREYKJAVIK – Reagan", "1986-10-12", "", "\nREYKJAVIK – Reagan"),
        (" date 1986-10-12\r\nReagan", "1986-10-12", "", "\r\nReagan"),
        (" date 12 octobre 1986 New York | Reagan", "12 octobre 1986", "New York", "Reagan"),
        ("Date: October 12, 1986 Reykjavik | Reagan", "October 12, 1986", "Reykjavik", "Reagan"),
        (" date 1986-13-45 Reykjavik | Reagan", "1986-13-45", "Reykjavik", "Reagan"),
        (" date hier Reykjavik | Reagan", "hier", "Reykjavik", "Reagan"),
    ],
)
def test_date_line_gives_date_and_place_and_ends_before_the_article(text, date, place, rest):
    facts, start = read_header(text)
    assert (facts.date_words, facts.dateline, text[start:]) == (date, place, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Date limite : les négociateurs ont jusqu'à dimanche.",
        "Date butoir hier à Genève\n\nLes négociateurs ont dépassé l'échéance.",
        "Datée du 12 octobre 1986, la lettre propose un sommet.",
        "Le 12 octobre 1986 | Reykjavik",
        "Reagan: no deal\n\nThe talks broke up.",
        "---\nNo fence closes this.\n\nThe talks broke up.",
    ],
)
def test_an_article_that_only_looks_like_a_header_has_none(text):
    assert read_header(text) == (Facts(), 0)


FENCED = """---
title: "Camp David : treize jours"
publisher: Le Quotidien
url: https://www.example.org/camp-david
published: 1978-09-18
author: Jeanne Martin
lang: fr
---

Carter a réussi."""

FRENCH_KEYS = """Titre : Camp David : treize jours
Éditeur : Le Quotidien
Lien : https://www.example.org/camp-david
Date de publication : 1978-09-18
Auteur : Jeanne Martin
Rubrique : Monde
Langue : français

Carter a réussi."""


@pytest.mark.parametrize("text", [FENCED, FRENCH_KEYS, FENCED.replace("\n", "\r\n")], ids=["fenced", "keys", "crlf"])
def test_front_matter_gives_every_value_in_both_languages(text):
    facts, start = read_header(text)
    assert facts == Facts(
        date_words="1978-09-18",
        title="Camp David : treize jours",
        publisher="Le Quotidien",
        author="Jeanne Martin",
        url="https://www.example.org/camp-david",
        language="fr",
    )
    assert text[start:].strip() == "Carter a réussi."


def test_authors_may_be_a_list():
    facts, _ = read_header("---\ntitle: Dayton\nauthors:\n  - Jeanne Martin\n  - John Roe\n---\nThe talks ended.")
    assert facts.author == "Jeanne Martin, John Roe"


def test_only_a_web_address_is_an_address():
    facts, _ = read_header("---\ntitle: Dayton\nurl: javascript:alert(1)\n---\nThe talks ended.")
    assert facts.url == ""


def test_a_value_beyond_all_measure_is_cut():
    facts, _ = read_header(f"---\ntitle: {'Dayton ' * 2000}\n---\nThe talks ended.")
    assert len(facts.title) == 500

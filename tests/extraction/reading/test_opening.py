"""The first and last lines tell headline, byline, date and dateline, and leave the body."""

import pytest

from timeline.extraction.reading.furniture import find_furniture
from timeline.extraction.reading.opening import sort_paragraphs
from timeline.extraction.reading.paragraphs import paragraphs

SENTENCE = "Ronald Reagan et Mikhaïl Gorbatchev se sont rencontrés samedi à Reykjavik."


def sort(text, title=""):
    spans = paragraphs(text)
    return sort_paragraphs(text, spans, find_furniture(text, spans), title)


def body_of(text, title=""):
    return [text[span.start : span.end] for span in sort(text, title).body]


@pytest.mark.parametrize(
    ("opening", "place", "date", "publisher"),
    [
        ("MOSCOU, 3 novembre 2021 (AFP) — ", "MOSCOU", "3 novembre 2021", "AFP"),
        ("VIENNA, April 9, 2021 (Reuters) - ", "VIENNA", "April 9, 2021", "Reuters"),
        ("VIENNA, April 9, 2021 — (Meridian Wire) ", "VIENNA", "April 9, 2021", "Meridian Wire"),
        ("WASHINGTON, Sept. 16, 2020 — ", "WASHINGTON", "Sept. 16, 2020", ""),
        ("MINSK, 13 fév (Agence France-Presse) - ", "MINSK", "", "Agence France-Presse"),
        ("PARIS (AFP) - ", "PARIS", "", "AFP"),
        ("Genève, 16 juin 2021 (ATS) - ", "Genève", "16 juin 2021", "ATS"),
        ("LA HAVANE – ", "LA HAVANE", "", ""),
        ("DAYTON, Ohio — ", "DAYTON", "", ""),
        ("PARIS, le 3 novembre 2021 - ", "PARIS", "3 novembre 2021", ""),
        ("(AFP) - ", "", "", "AFP"),
        ("Reykjavik, 12 octobre - ", "Reykjavik", "", ""),
        ("La Haye, 12 octobre – ", "La Haye", "", ""),
        ("Geneva, Nov. 19 -- ", "Geneva", "", ""),
        ("Genève, 19 novembre 1985 - ", "Genève", "19 novembre 1985", ""),
    ],
)
def test_dateline_gives_place_date_and_agency_and_leaves_the_sentence(opening, place, date, publisher):
    article = sort(opening + SENTENCE)
    assert (article.facts.dateline, article.facts.date_words.removeprefix("le "), article.facts.publisher) == (
        place,
        date,
        publisher,
    )
    assert body_of(opening + SENTENCE) == [SENTENCE]


@pytest.mark.parametrize(
    "text",
    [
        "Reagan – qui arrivait de Washington – a parlé le premier.",
        "Reagan (républicain) - en campagne - a parlé le premier.",
        "À Genève, le 16 juin 2021, les deux présidents se sont vus.",
        "M. Reagan - il l'avait promis - est venu.",
        "Samedi, 11 octobre - à Reykjavik - Reagan est venu.",
        "Reagan, 75 ans - et toutes ses dents - est venu.",
    ],
)
def test_a_sentence_with_dashes_has_no_dateline(text):
    assert sort(text).facts.dateline == ""
    assert body_of(text) == [text]


@pytest.mark.parametrize("headline", ["Reykjavik, le sommet manqué", "Why did Reykjavik fail?"])
def test_headline_is_no_sentence_of_the_body(headline):
    text = f"{headline}\n\n{SENTENCE}\n\n{SENTENCE}"
    assert sort(text).facts.title == headline
    assert body_of(text) == [SENTENCE, SENTENCE]


def test_first_line_with_a_full_stop_is_no_headline():
    assert sort(f"{SENTENCE}\n\n{SENTENCE}").facts.title == ""


@pytest.mark.parametrize(
    "lead",
    [
        "Reagan a quitté Reykjavik samedi : « Nous étions tout près. »",
        'Reagan left Reykjavik on Saturday: "We were so close."',
        "Reagan a quitté Reykjavik samedi (et Gorbatchev dimanche.)",
    ],
)
def test_first_line_that_ends_in_a_quoted_sentence_is_no_headline(lead):
    text = f"{lead}\n\n{SENTENCE}"
    assert sort(text).facts.title == ""
    assert body_of(text) == [lead, SENTENCE]


def test_a_headline_may_end_in_quotation_marks():
    text = f"Reagan : « Nous étions tout près »\n\n{SENTENCE}"
    assert body_of(text) == [SENTENCE]


def test_headline_that_the_header_gave_is_not_repeated_in_the_body():
    assert body_of(f"Reykjavik, le sommet manqué\n\n{SENTENCE}", "Reykjavik, le sommet manqué") == [SENTENCE]


def test_subheads_stay_in_the_body():
    assert body_of(f"{SENTENCE}\n\nUne maison isolée\n\n{SENTENCE}") == [SENTENCE, "Une maison isolée", SENTENCE]


def test_press_release_names_its_publisher_over_the_headline():
    facts = sort(f"COMMUNIQUÉ DE PRESSE\nMinistère des Affaires étrangères\n\nUn sommet utile\n\n{SENTENCE}").facts
    assert (facts.publisher, facts.title) == ("Ministère des Affaires étrangères", "Un sommet utile")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Par Jeanne Martin", "Jeanne Martin"),
        ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
        ("Par Jeanne Martin (AFP)", "Jeanne Martin"),
    ],
)
def test_byline_names_the_author_and_is_no_body(line, author):
    text = f"Reykjavik, le sommet manqué\n\n{line}\n\n{SENTENCE}"
    assert sort(text).facts.author == author
    assert body_of(text) == [SENTENCE]


@pytest.mark.parametrize(
    "line", ["Par Moscou", "By Monday the talks had failed", "Par la voix de son ministre, Moscou a dit non."]
)
def test_words_that_only_begin_like_a_byline_stay(line):
    text = f"{SENTENCE}\n\n{line}\n\n{SENTENCE}"
    assert sort(text).facts.author == ""
    assert line in body_of(text)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Publié le 12 octobre 1986 à 18h30", "12 octobre 1986"),
        ("Published on October 12, 1986", "October 12, 1986"),
        ("12 octobre 1986", "12 octobre 1986"),
        ("Dimanche 12 octobre 1986", "Dimanche 12 octobre 1986"),
        ("Paris, le 12 octobre 1986", "12 octobre 1986"),
    ],
)
def test_date_line_near_the_headline_is_the_publication_date(line, words):
    text = f"Reykjavik, le sommet manqué\n\n{line}\n\n{SENTENCE}"
    assert sort(text).facts.date_words == words
    assert body_of(text) == [SENTENCE]


def test_first_publication_counts_more_than_the_update():
    text = f"Le sommet manqué\n\nMis à jour le 14 octobre 1986\nPublié le 12 octobre 1986\n\n{SENTENCE}"
    assert sort(text).facts.date_words == "12 octobre 1986"


def test_dates_that_head_the_parts_of_a_chronology_are_no_publication_date():
    text = f"Quatre rencontres\n\n19 novembre 1985\n\n{SENTENCE}\n\n11 octobre 1986\n\n{SENTENCE}"
    assert sort(text).facts.date_words == ""


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© 1986 Le Quotidien – Tous droits réservés", "Le Quotidien"),
        ("© Le Quotidien 1986. Toute reproduction interdite.", "Le Quotidien"),
        ("(c) 1999-2021 The Annex. All rights reserved.", "The Annex"),
        ("Copyright 2016 The Review. Illustration: M. Paris", "The Review"),
        ("© Tous droits réservés 2016", ""),
        ("Photo © AFP 1986", ""),
        ("© Jeanne Martin", ""),
    ],
)
def test_copyright_line_names_the_publisher_where_it_has_a_year(line, publisher):
    text = f"{SENTENCE}\n\n{line}"
    assert sort(text).facts.publisher == publisher
    assert body_of(text) == [SENTENCE]


@pytest.mark.parametrize(
    "line",
    ["- Louanges et critiques -", '- "Souveraineté nationale" -', "– Une maison isolée –", '- "Révolutionnaire"-'],
)
def test_heads_that_agencies_set_in_dashes_leave_the_body(line):
    assert body_of(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}") == [SENTENCE, SENTENCE]


def test_a_head_with_a_date_stays_since_what_follows_happened_then():
    assert body_of(f"{SENTENCE}\n\n- Octobre 1986 -\n\n{SENTENCE}") == [SENTENCE, "- Octobre 1986 -", SENTENCE]


@pytest.mark.parametrize("line", ["- Reagan, 75 ans, président des États-Unis", "– Non, a dit Gorbatchev."])
def test_a_point_of_a_list_and_a_line_of_speech_stay(line):
    assert body_of(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}") == [SENTENCE, line, SENTENCE]


def test_an_outlet_under_the_byline_is_the_publisher():
    article = sort(f"Un sommet manqué\n\nBy Jane Doe\nBBC News, Reykjavik\n\n{SENTENCE}")
    assert (article.facts.author, article.facts.publisher) == ("Jane Doe", "BBC News")
    assert len(article.body) == 1

"""Page furniture is told from sentences by the words of the lexicon, whose own examples are tested here."""

import pytest

from timeline.extraction.reading.furniture import find_furniture, furniture_rule
from timeline.extraction.reading.paragraphs import paragraphs
from timeline.extraction.reading.words import words

EXAMPLES = [pytest.param(line, id=line[:40]) for rule in words().furniture for line in rule.examples]
SENTENCES = [pytest.param(line, id=line[:40]) for rule in words().furniture for line in rule.sentences]


@pytest.mark.parametrize("line", EXAMPLES)
def test_lexicon_example_is_furniture(line):
    assert furniture_rule(line) is not None


@pytest.mark.parametrize("line", SENTENCES)
def test_lexicon_sentence_is_no_furniture(line):
    assert furniture_rule(line) is None


def furniture_of(text):
    spans = paragraphs(text)
    return [text[spans[position].start : spans[position].end] for position in sorted(find_furniture(text, spans))]


def test_links_under_a_heading_belong_to_it():
    text = "Carter reçoit Sadate.\n\nÀ lire aussi\n• Le Sinaï rendu\n• Begin à Washington\n\nLe lendemain, il repart."
    assert furniture_of(text) == ["À lire aussi", "• Le Sinaï rendu", "• Begin à Washington"]


def test_a_list_with_one_related_link_is_a_list_of_links():
    text = "Carter reçoit Sadate.\n\n• Lire aussi : le Sinaï\n\n• Les accords, point par point\n\nIl repart."
    assert furniture_of(text) == ["• Lire aussi : le Sinaï", "• Les accords, point par point"]


def test_a_list_of_sentences_under_a_link_stays_in_the_article():
    text = "Lire aussi : le Sinaï\n\n• Le premier accord porte sur le Sinaï.\n• Le second porte sur la paix."
    assert furniture_of(text) == ["Lire aussi : le Sinaï"]


def test_a_line_between_furniture_lines_is_furniture():
    text = "They left.\n\nRelated: Dayton\nToday's favourite: the best pens\n(c) 1999 The Annex"
    assert furniture_of(text) == ["Related: Dayton", "Today's favourite: the best pens", "(c) 1999 The Annex"]


@pytest.mark.parametrize("line", ["(AFP)", "(Reuters, AP)", "[Agence France-Presse]"])
def test_an_agency_alone_in_brackets_is_a_signature(line):
    assert furniture_of(f"Carter reçoit Sadate.\n\n{line}") == [line]


def test_words_in_brackets_that_name_no_agency_stay():
    assert furniture_of("Carter reçoit Sadate.\n\n(Applaudissements)") == []


def test_a_sentence_that_is_set_large_beside_the_text_is_said_once():
    quote = "La porte reste ouverte et le dialogue continuera"
    text = f"« {quote} », a dit Reagan en quittant la maison Höfdi.\n\n{quote.upper()}\n\nIl est parti pour Washington."
    assert furniture_of(text) == [quote.upper()]


@pytest.mark.parametrize("line", ["___", "* * *", "—"])
def test_a_line_that_is_drawn_is_furniture(line):
    assert furniture_of(f"Carter reçoit Sadate.\n\n{line}\n\nBegin arrive.") == [line]

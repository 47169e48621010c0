"""Where sentences begin, and that every word keeps its place in the text."""

import hashlib

import pytest

from timeline.extraction import sentences
from timeline.extraction.records import Document, Span
from timeline.extraction.sentence_starts import sentence_starts
from timeline.extraction.sentences import split_sentences


def document_of(*paragraphs: str, language: str = "fr") -> Document:
    text = "\n\n".join(paragraphs)
    body, start = [], 0
    for paragraph in paragraphs:
        body.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Document("article.txt", hashlib.sha256(text.encode()).hexdigest(), text, language, tuple(body))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kissinger est à Pékin. Il repart demain.", ["Il"], id="two sentences"),
        pytest.param("W. Burns a vu N. Patrouchev à Moscou.", [], id="initials"),
        pytest.param("They sounded out P. Poroshenko in Kyiv.", [], id="an initial that abbreviates also a page"),
        pytest.param("Hier, J.-Y. Le Drian est venu.", [], id="joined initials before an article"),
        pytest.param("M. Giscard d’Estaing reçoit MM. Schmidt et Carter.", [], id="French titles"),
        pytest.param("Gen. Haig met Sen. Fulbright and Mr. Dobrynin.", [], id="English titles"),
        pytest.param("« Que faire ? » demande Sadate.", [], id="a question inside the sentence"),
        pytest.param("« C’est fini. » Begin se lève.", ["Begin"], id="after a closing quotation mark"),
        pytest.param("Il le dit. « Nous irons à Reykjavik. »", ["« Nous"], id="before an opening quotation mark"),
        pytest.param("U.S. President Ronald Reagan left.", [], id="acronym inside a name"),
        pytest.param("He flew back to the U.S. The talks failed.", ["The"], id="acronym at the end"),
        pytest.param("Ils se revoient le 11. Rien n’est signé.", ["Rien"], id="a number at the end"),
        pytest.param("1. Le cessez-le-feu", [], id="a list number"),
        pytest.param("Selon l’art. 5 du traité, rien.", [], id="abbreviation before a number"),
        pytest.param("It began in Nov. 1989 and then spread.", [], id="abbreviated month before a year"),
        pytest.param("They said no. Then they left.", ["Then"], id="a word that looks like an abbreviation"),
        pytest.param("Et puis… Rien.", ["Rien"], id="suspension points"),
    ],
)
def test_sentences_begin_after_an_end_mark_that_is_no_abbreviation(text, expected):
    assert [text[start:][: len(word)] for start, word in zip(sentence_starts(text), expected, strict=True)] == expected


def test_a_name_is_never_cut_by_the_parser():
    found = split_sentences(document_of("Le directeur de la CIA William Burns a vu Nikolaï Patrouchev à Moscou."))
    assert len(found) == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_offsets_give_the_words_back(language):
    document = document_of(
        "  L’ambassadeur\xa0Dobrynine  attend.\n Il part. ", "Camp David, 1978 : Begin et Sadate.", language=language
    )
    found = split_sentences(document)
    assert [sentence.paragraph for sentence in found] == [0, 0, 1]
    for sentence in found:
        assert document.text[sentence.start : sentence.end] == sentence.text
        assert all(document.text[token.start : token.end] == token.text for token in sentence.tokens)
        assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens)
        assert all(token.text.strip() for token in sentence.tokens)


def test_text_outside_the_body_is_not_read():
    text = "À lire aussi : Helsinki\nBrejnev signe."
    document = Document("article.txt", "0" * 64, text, "fr", (Span(text.index("Brejnev"), len(text)),))
    assert [sentence.text for sentence in split_sentences(document)] == ["Brejnev signe."]


def test_both_models_name_entities_alike():
    for language, text in {"fr": "Henry Kissinger est à Paris.", "en": "Henry Kissinger is in Paris."}.items():
        (sentence,) = split_sentences(document_of(text, language=language))
        labels = {token.text: token.entity for token in sentence.tokens}
        assert (labels["Kissinger"], labels["Paris"], labels["."]) == ("PER", "LOC", "")


def test_an_overlong_paragraph_is_read_in_pieces(monkeypatch):
    monkeypatch.setattr(sentences, "LONGEST_PIECE", 60)
    paragraph = "Nixon part pour Pékin. Kissinger le suit. " * 5 + "x" * 100
    found = split_sentences(document_of(paragraph))
    assert {sentence.paragraph for sentence in found} == {0}
    assert "".join("".join(token.text for token in s.tokens) for s in found) == paragraph.replace(" ", "")
    assert [sentence.text for sentence in found][:2] == ["Nixon part pour Pékin.", "Kissinger le suit."]


def test_a_document_without_body_has_no_sentences():
    assert split_sentences(document_of()) == ()

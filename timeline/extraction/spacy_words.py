"""spaCy's reading of the words of a sentence → the records of this project.

To ask spaCy for all words of a document at once costs a tenth of asking it word by word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span

from timeline.extraction.records import Sentence, Token
from timeline.extraction.repairs import repaired

# How each model's labels call an adverbial of time.
_FRONTED_LABEL = {"fr": "obl:mod", "en": "npadvmod"}

# The French labels serve for both languages; the English model's dates and numbers have a grammar of their own here.
_ENTITY_LABELS = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG", "PER": "PER", "MISC": "MISC"}
_ENTITY_LABELS |= dict.fromkeys(("NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "LANGUAGE"), "MISC")


class Word(NamedTuple):
    """What spaCy read of a word, in its codes: hashes of its string store, and the head as a distance in words."""

    start: int
    length: int
    lemma: int
    pos: int
    morph: int
    dep: int
    head: int
    entity: int
    entity_part: int
    is_space: int


_IN_THE_ORDER_OF_WORD: list[int | str] = [
    "IDX",
    "LENGTH",
    "LEMMA",
    "POS",
    "MORPH",
    "DEP",
    "HEAD",
    "ENT_TYPE",
    "ENT_IOB",
    "IS_SPACE",
]

# spaCy's code for the first word of an entity, and its name for no morphology.
_BEGINS, _NO_MORPH = 3, "_"


def words_of(doc: Doc) -> list[Word]:
    return [Word(*row) for row in doc.to_array(_IN_THE_ORDER_OF_WORD).tolist()]


def read_sentence(span: Span, words: Sequence[Word], offset: int, paragraph: int, language: str) -> Sentence | None:
    """The sentence of the span; `words` are those of its document, which begins at `offset` of the article.

    White space is no word: it is left out, and the positions of heads are counted without it.
    """
    places = [place for place in range(span.start, span.end) if not words[place].is_space]
    if not places:
        return None
    position = {place: number for number, place in enumerate(places)}
    fronted = _fronted(span)
    strings, text = span.vocab.strings, span.doc.text
    tokens = []
    for number, place in enumerate(places):
        word = words[place]
        morph, entity = strings[word.morph], _ENTITY_LABELS.get(strings[word.entity], "")
        tokens.append(
            Token(
                start=offset + word.start,
                end=offset + word.start + word.length,
                text=text[word.start : word.start + word.length],
                lemma=strings[word.lemma],
                pos=strings[word.pos],
                morph="" if morph == _NO_MORPH else morph,
                dep=_FRONTED_LABEL[language] if place in fronted else strings[word.dep],
                head=position.get(fronted.get(place, place + _signed(word.head)), number),
                entity=entity,
                entity_start=word.entity_part == _BEGINS and bool(entity),
            )
        )
    start, end = tokens[0].start, tokens[-1].end
    return Sentence(start, end, text[start - offset : end - offset], language, paragraph, repaired(tokens))


def _fronted(span: Span) -> dict[int, int]:
    """The roots of what stands in front of the main clause of the sentence, with the root of that clause."""
    if not span.doc._.main_starts:
        return {}
    main = next((token for token in span if token.idx in span.doc._.main_starts), None)
    if main is None:
        return {}
    root = main.sent.root.i
    return {token.i: root for token in span[: main.i - span.start] if token.head.i == token.i}


def _signed(code: int) -> int:
    """A distance to the left comes as a large number: spaCy's arrays are unsigned."""
    return code - (1 << 64) if code >> 63 else code

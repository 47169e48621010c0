"""Mends what the parser often gets wrong in a part of a sentence: a name taken for its root instead of its verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.extraction.records import Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
# Labels under which a main verb hides below a noun; a clause that a word of its own ties to the noun is no main one.
_MISPLACED = (
    "acl",
    "acl:relcl",
    "relcl",
    "conj",
    "parataxis",
    "dep",
    "appos",
    "nmod",
    "advcl",
    "ccomp",
    "amod",
    "fixed",
)
_CLEFT = ("c'", "c’", "ce")


def repaired(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The same words with mended heads and labels."""
    mended = list(tokens)
    for root, token in enumerate(tokens):
        if token.head != root or token.pos not in _NOMINAL or _has_copula(tokens, root):
            continue
        verb = _main_verb(tokens, root)
        if verb is not None:
            mended[verb] = replace(tokens[verb], head=verb, dep="ROOT")
            label = "expl" if token.text.lower() in _CLEFT else "nsubj"
            mended[root] = replace(token, head=verb, dep=label)
    return tuple(mended)


def _main_verb(tokens: Sequence[Token], root: int) -> int | None:
    """« Moscou et Kiev ont échangé … », « c'est ici que l'Iran a conclu … »: the first finite verb after the root that
    no conjunction or relative pronoun of its own makes a clause beside the main one."""
    cleft = tokens[root].text.lower() in _CLEFT
    for position in range(root + 1, len(tokens)):
        token = tokens[position]
        if token.pos != "VERB" or token.dep not in _MISPLACED or _root_of(tokens, position) != root:
            continue
        if not cleft and token.head != root:
            continue
        below = [child for child, word in enumerate(tokens) if word.head == position and child != position]
        tied = [
            tokens[child]
            for child in below
            if "PronType=Rel" in tokens[child].morph
            or (tokens[child].dep == "mark" and not (cleft and tokens[child].text.lower().startswith("qu")))
            or tokens[child].text.lower() in ("who", "which", "that", "whom", "where", "when")
        ]
        if not tied and _is_finite(tokens, position, below):
            return position
    return None


def _is_finite(tokens: Sequence[Token], verb: int, below: Sequence[int]) -> bool:
    auxiliaries = [tokens[child].morph for child in below if tokens[child].dep.startswith("aux")]
    return any("VerbForm=Fin" in morph for morph in (tokens[verb].morph, *auxiliaries))


def _has_copula(tokens: Sequence[Token], root: int) -> bool:
    return any(word.head == root and word.dep == "cop" for word in tokens)


def _root_of(tokens: Sequence[Token], position: int) -> int:
    while tokens[position].head != position:
        position = tokens[position].head
    return position

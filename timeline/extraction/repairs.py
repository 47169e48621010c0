"""Mends what the parser often gets wrong in a part of a sentence: a name taken for its root instead of its verb, a
perfect that an adverbial has split, a subject that hangs elsewhere."""

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
_POSSESSIVES = frozenset({"son", "sa", "leur", "mon", "ma", "notre"})
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass", "csubj", "expl:subj")


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
    for position in range(len(mended)):
        _rejoin_perfect(mended, position)
        _restore_subject(mended, position)
    return tuple(mended)


def _rejoin_perfect(tokens: list[Token], participle: int) -> None:
    """« s'est de son côté entretenu avec … »: the participle is the verb, not something said of the side."""
    auxiliary, preposition, possessive, noun = range(participle - 4, participle)
    if auxiliary < 0 or tokens[participle].head != noun or tokens[participle].dep != "acl":
        return
    if tokens[auxiliary].pos != "AUX" or tokens[auxiliary].dep.startswith("aux"):
        return
    if tokens[possessive].text.lower() not in _POSSESSIVES or "VerbForm=Part" not in tokens[participle].morph:
        return
    above = noun if noun in _above(tokens, auxiliary) else auxiliary  # Whose place the participle takes.
    place = tokens[above]
    for position, word in enumerate(tokens):
        if word.head in (auxiliary, above) and position not in (preposition, possessive):
            tokens[position] = replace(word, head=participle)
    head = participle if place.head == above else place.head
    tokens[participle] = replace(tokens[participle], head=head, dep=place.dep)
    tokens[auxiliary] = replace(tokens[auxiliary], head=participle, dep="aux:tense")
    tokens[noun] = replace(tokens[noun], head=participle, dep="obl:mod")


def _restore_subject(tokens: list[Token], verb: int) -> None:
    """« quand Israël s'est retiré »: the name right before a verb that has no subject is its subject."""
    if tokens[verb].pos != "VERB":
        return
    below = [child for child, word in enumerate(tokens) if word.head == verb and child != verb]
    if any(tokens[child].dep in _SUBJECTS for child in below) or not _is_finite(tokens, verb, below):
        return
    name = verb - 1
    while name in below and tokens[name].dep.startswith(("aux", "expl", "advmod")):
        name -= 1
    while name >= 0 and tokens[name].dep.startswith("flat"):
        name = tokens[name].head
    if name < 0 or tokens[name].pos != "PROPN" or tokens[name].head == name or name in _above(tokens, verb):
        return
    said_of = [word for word in tokens if word.head == name]
    if tokens[name].dep in ("nmod", "dep", "obl:mod", "appos") and not any(
        word.dep in ("case", "det") for word in said_of
    ):
        tokens[name] = replace(tokens[name], head=verb, dep="nsubj")


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


def _above(tokens: Sequence[Token], position: int) -> list[int]:
    """The words over it, up to the root."""
    found = []
    while tokens[position].head != position:
        position = tokens[position].head
        found.append(position)
    return found


def _root_of(tokens: Sequence[Token], position: int) -> int:
    return (position, *_above(tokens, position))[-1]

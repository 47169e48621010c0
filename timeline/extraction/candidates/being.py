"""Clauses that tell what somebody was or became: an office held or entered, a stay in a place."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extraction.candidates.lexicon import Lexicon
from timeline.extraction.candidates.syntax import Tree
from timeline.extraction.candidates.triggers import Trigger
from timeline.extraction.records import ActorKind, EventKind, Mention


def office_held(tree: Tree, word: int, mentions: Sequence[Mention]) -> Trigger | None:
    """« a été ambassadeur », "was ambassador": an office with a copula; not « était alors », which sets a scene."""
    offices = [mention for mention in mentions if mention.office]
    if not offices:
        return None
    complement: int | None = None
    if tree.copulas(word):
        complement = word
    elif tree[word].lemma.lower() in ("être", "be"):
        complement = next(iter(tree.dependents(word, ("attr", "xcomp"))), None)
    if complement is None:
        return None
    token = tree[complement]
    if not any(mention.start <= token.start < mention.end for mention in offices):
        return None
    return Trigger(complement, EventKind.TENURE, word, complement)


def office_entered(tree: Tree, word: int, mentions: Sequence[Mention], lexicon: Lexicon) -> Trigger | None:
    """« devient secrétaire d'État », "became president"."""
    if tree[word].lemma.lower() not in lexicon.words["becoming"]:
        return None
    complements = tree.dependents(word, ("xcomp", "attr", "obj", "acomp"))
    entered = next((c for c in complements if office_named(tree, c, mentions)), None)
    return Trigger(word, EventKind.APPOINTMENT, word, None) if entered is not None else None


def office_named(tree: Tree, word: int, mentions: Sequence[Mention]) -> Trigger | None:
    """« Ambassadeur à Moscou de 2005 à 2008, il … »: an office with the years in which it was held."""
    start = tree[word].start
    named = any(mention.office and mention.start <= start < mention.end for mention in mentions)
    return Trigger(word, EventKind.TENURE, None, word) if named and tree[word].pos == "NOUN" else None


def presence(tree: Tree, word: int, mentions: Sequence[Mention]) -> Trigger | None:
    """« était à Moscou », "was back in Belgrade": being somewhere on a date is a visit."""
    if not tree.copulas(word) and tree[word].lemma.lower() not in ("être", "be"):
        return None
    here = {word, *tree.children(word)} | {below for child in tree.children(word) for below in tree.children(child)}
    persons = any(actor.kind is ActorKind.PERSON for mention in mentions for actor in mention.actors)
    for mention in mentions:
        if mention.as_place and persons and tree.root_of(mention.start, mention.end) in here:
            return Trigger(word, EventKind.VISIT, word, None)
    return None

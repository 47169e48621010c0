"""Whether a clause whose parties are unknown says itself who they are: « des experts se sont réunis »."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.extraction.candidates.lexicon import Lexicon
from timeline.extraction.candidates.syntax import OBJECTS, Tree
from timeline.extraction.candidates.triggers import CONTACTS, Trigger, noun_kind
from timeline.extraction.records import EventKind, TimeExpression

_AGENTS = ("obl:agent", "agent")
_BETWEEN = frozenset({"de", "d'", "d’", "des", "du", "entre", "par", "avec", "of", "between", "by", "with"})
# « les deux délégations », « les mêmes négociateurs », "both sides" are those told of before.
_BOTH = frozenset({"deux", "mêmes", "two", "both", "same"})
# So are, with a definite article, « les parties », "the leaders".
_PARTNERS = frozenset({"partie", "pays", "camp", "dirigeant", "président", "chef", "leader", "homme", "ministre"})
_PARTNERS |= frozenset({"party", "country", "side", "president", "man", "minister"})
_DEFINITE = frozenset({"les", "leurs", "the", "their"})
# What is signed or broken off is a thing; who is received or named is somebody.
_DONE_TO_THINGS = (CONTACTS - {EventKind.MEETING, EventKind.SUMMIT}) | {EventKind.RUPTURE, EventKind.SANCTION}


def tells_of_strangers(tree: Tree, trigger: Trigger, time: TimeExpression | None, lexicon: Lexicon) -> bool:
    """Whether a subject, an agent or a complement of the event's noun names people, and not those told of before."""
    dated = tree.words_between(time.start, time.end) if time else []
    return any(_is_stranger(tree, word) for word in _people_of(tree, trigger, lexicon) if word not in dated)


def _people_of(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> list[int]:
    """The words that name who acted, received or was received, if they name people at all."""
    events = {trigger.noun} if trigger.noun is not None else set()
    found = []
    if trigger.verb is not None:
        passive = "Voice=Pass" in tree.features(trigger.verb) or tree.dependents(trigger.verb, ("nsubjpass",))
        around = {*tree.subjects(trigger.verb), *tree.dependents(trigger.verb, OBJECTS)}
        events |= {word for word in around if noun_kind(tree, word, lexicon)}
        if not passive or trigger.kind not in _DONE_TO_THINGS:
            found += [word for word in tree.subjects(trigger.verb) if word not in events]
        found += [word for agent in tree.dependents(trigger.verb, _AGENTS) for word in _named_by(tree, agent)]
    return found + [word for noun in events for word in _between(tree, noun, lexicon)]


def _between(tree: Tree, noun: int, lexicon: Lexicon) -> Iterator[int]:
    """« une rencontre entre négociateurs », "the visit of a delegation"."""
    for child in tree.children(noun):
        leads = {tree[word].text.lower() for word in (child, *tree.children(child))} & _BETWEEN
        yield from (w for w in _named_by(tree, child) if leads and tree[w].lemma.lower() in lexicon.words["delegates"])


def _named_by(tree: Tree, word: int) -> list[int]:
    """In English a noun hangs on its preposition."""
    return tree.dependents(word, ("pobj",)) if tree[word].pos == "ADP" else [word]


def _is_stranger(tree: Tree, word: int) -> bool:
    token = tree[word]
    if token.pos not in ("NOUN", "PROPN"):
        return False
    before = {tree[child].text.lower() for child in tree.children(word)}
    partners = token.lemma.lower() in _PARTNERS and "Number=Plur" in token.morph and before & _DEFINITE
    return not (partners or before & _BOTH)

"""The verb on which words of time hang, and its tense, in spaCy's reading of the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extraction.records import Token
from timeline.extraction.times.tenses import Direction, Tenses

_PAST_MORPH = ("Tense=Past", "Tense=Imp", "Tense=Pqp")
# English has no future or conditional in its morphology.
_WILL = frozenset({"will", "shall", "'ll", "’ll"})
_WOULD = frozenset({"would", "should", "could", "may", "might"})
_HAVE = frozenset({"have", "avoir"})
_BE = frozenset({"be", "être"})
# Words between an expression and its verb: a parse that takes more is not to be trusted.
_LONGEST_WAY = 8


@dataclass(frozen=True, slots=True)
class Governor:
    verb: int
    """Position of the verb on which the expression hangs."""
    through_noun: bool
    """Whether it hangs on a noun that hangs on the verb: « la présidentielle du 3 novembre »."""


def find_governor(tokens: Sequence[Token], start: int, end: int) -> Governor | None:
    own = [place for place, token in enumerate(tokens) if token.start < end and token.end > start]
    if not own:
        return None
    position, through_noun = own[0], False
    for _ in range(_LONGEST_WAY):
        if tokens[position].pos in ("VERB", "AUX"):
            return Governor(position, through_noun)
        if tokens[position].head == position:
            return None
        if position not in own and tokens[position].pos in ("NOUN", "PROPN"):
            through_noun = True
        position = tokens[position].head
    return None


def tense_of(rules: Tenses, tokens: Sequence[Token], verb: int) -> Direction:
    direction = _own_tense(rules, tokens, verb)
    above = tokens[verb].head
    if direction is Direction.UNKNOWN and "VerbForm=Inf" in tokens[verb].morph and tokens[above].pos in ("VERB", "AUX"):
        # An infinitive has the direction of the verb on which it hangs.
        return _own_tense(rules, tokens, above)
    return direction


def _own_tense(rules: Tenses, tokens: Sequence[Token], verb: int) -> Direction:
    head = tokens[verb]
    helpers = [token for token in tokens if token.head == verb and token.dep.startswith(("aux", "cop"))]
    morphs = [head.morph] + [helper.morph for helper in helpers]
    lemma = head.lemma.lower()
    lemmas = {helper.lemma.lower() for helper in helpers}
    words = {helper.text.lower() for helper in helpers}
    if "VerbForm=Part" in head.morph and lemma in rules.planning and (lemmas & _BE or not lemmas & _HAVE):
        return Direction.PLANNED
    if words & _WILL or any("Tense=Fut" in morph for morph in morphs):
        return Direction.FUTURE
    if words & _WOULD or any("Mood=Cnd" in morph for morph in morphs):
        # « aurait signé », "may have signed"
        return Direction.PAST if lemmas & _HAVE and "VerbForm=Part" in head.morph else Direction.PLANNED
    if any(mark in morph for morph in morphs for mark in _PAST_MORPH):
        return Direction.PAST
    if not any("VerbForm=Fin" in morph for morph in morphs):
        return Direction.UNKNOWN
    if lemma in rules.modal:
        return Direction.PLANNED
    return Direction.PAST if lemma in rules.reporting else Direction.PRESENT

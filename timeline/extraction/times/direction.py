"""Whether a clause looks back or ahead: the tense of its verb, and words such as « prévu » or "scheduled".

Words right before the expression settle it; else spaCy's reading of the governing verb is asked, if there is one, and
the nearest verb or cue word of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.extraction.records import Token
from timeline.extraction.times.tenses import Tenses, tenses

# A cue beyond a comma or a conjunction belongs to another clause: it counts as this many characters further away.
BOUNDARY_COST = 40
# « a annoncé mardi que … », "said on Tuesday he would …": words of time follow their verb more often than they precede it.
AFTER_COST = 15
# The verb of a clause that hangs on what follows the words of time says nothing of them.
FAR = 1_000_000
# Characters on either side within which a verb is looked for.
REACH = 400
# Characters before the expression in which words may settle its direction.
LEAD = 60


class Direction(StrEnum):
    PAST = "past"
    PRESENT = "present"
    """The time of writing, or what is planned for the days after: "he arrives on Tuesday"."""
    FUTURE = "future"
    PLANNED = "planned"
    """To come at the time of which the clause speaks, which may be over by now: "was due on Tuesday"."""
    UNKNOWN = "unknown"

    @property
    def is_ahead(self) -> bool:
        return self in (Direction.FUTURE, Direction.PLANNED)


def direction_of(
    language: str, text: str, start: int, end: int, tokens: Sequence[Token] = (), sentence_start: int = 0
) -> Direction:
    """Where the clause around `text[start:end]` points. `text` is a sentence, lowered but not folded; its first
    character stands at `sentence_start` in the offsets of `tokens`."""
    rules = tenses(language)
    for direction, pattern in rules.before:
        if pattern.search(text[max(0, start - LEAD) : start]):
            return Direction(direction)
    nearest, distance = _nearest_sign(rules, text, start, end)
    governor = _governor(tokens, sentence_start + start, sentence_start + end)
    if governor is None:
        of_a_noun = rules.of_a_noun.search(text, max(0, start - LEAD), start) is not None
    else:
        tense, of_a_noun = _tense_of_governor(rules, tokens, governor.verb), governor.through_noun
        overruled = distance == 0 or (nearest.is_ahead and distance < BOUNDARY_COST)
        if tense is not Direction.UNKNOWN and not overruled and not of_a_noun:
            return tense
    # « la présidentielle du 3 novembre, que … a critiquée »: a verb further off tells nothing of the day of a noun.
    return Direction.UNKNOWN if of_a_noun and distance >= BOUNDARY_COST else nearest


def _nearest_sign(rules: Tenses, text: str, start: int, end: int) -> tuple[Direction, int]:
    """The direction of the nearest sign, and how far off it is. Those before and after are looked for apart: « a menacé
    jeudi de rompre » threatened on Thursday."""
    nearest, least = Direction.UNKNOWN, FAR
    for begin, stop in ((max(0, start - REACH), start), (end, end + REACH)):
        for sign in rules.signs.finditer(text, begin, stop):
            told = rules.direction_of_sign(sign)
            if told == "participle":
                # « un texte adopté par le Sénat mardi »: a participle speaks only for what it stands beside.
                told, distance = "past", 0 if rules.beside.fullmatch(text, sign.end(), start) else FAR
            else:
                distance = _distance(rules, text, (start, end), sign.span())
            if distance < least:
                nearest, least = Direction(told), distance
    return nearest, least


def _distance(rules: Tenses, text: str, here: tuple[int, int], sign: tuple[int, int]) -> int:
    follows = sign[0] >= here[0]
    between = text[here[1] : sign[0]] if follows else text[sign[1] : here[0]]
    if follows and rules.subordinate.search(between):
        return FAR
    crossed = sum(1 for _ in rules.boundary.finditer(between))
    return len(between) + BOUNDARY_COST * crossed + AFTER_COST * follows


# -- spaCy's reading --------------------------------------------------------------------------------------------------

_PAST_MORPH = ("Tense=Past", "Tense=Imp", "Tense=Pqp")
# English has no future or conditional in its morphology.
_WILL = frozenset({"will", "shall", "'ll", "’ll"})
_WOULD = frozenset({"would", "should", "could", "may", "might"})
_HAVE = frozenset({"have", "avoir"})
# Words between an expression and its verb: a parse that takes more is not to be trusted.
_LONGEST_WAY = 8


@dataclass(frozen=True, slots=True)
class _Governor:
    verb: int
    """Position of the verb on which the expression hangs."""
    through_noun: bool
    """Whether it hangs on a noun that hangs on the verb: « la présidentielle du 3 novembre »."""


def _governor(tokens: Sequence[Token], start: int, end: int) -> _Governor | None:
    own = [place for place, token in enumerate(tokens) if token.start < end and token.end > start]
    if not own:
        return None
    position, through_noun = own[0], False
    for _ in range(_LONGEST_WAY):
        if tokens[position].pos in ("VERB", "AUX"):
            return _Governor(position, through_noun)
        if tokens[position].head == position:
            return None
        if position not in own and tokens[position].pos in ("NOUN", "PROPN"):
            through_noun = True
        position = tokens[position].head
    return None


def _tense_of_governor(rules: Tenses, tokens: Sequence[Token], verb: int) -> Direction:
    direction = _tense_of(rules, tokens, verb)
    above = tokens[verb].head
    if direction is Direction.UNKNOWN and "VerbForm=Inf" in tokens[verb].morph and tokens[above].pos in ("VERB", "AUX"):
        # An infinitive has the direction of the verb on which it hangs.
        return _tense_of(rules, tokens, above)
    return direction


def _tense_of(rules: Tenses, tokens: Sequence[Token], verb: int) -> Direction:
    head = tokens[verb]
    helpers = [token for token in tokens if token.head == verb and token.dep.startswith(("aux", "cop"))]
    morphs = [head.morph] + [helper.morph for helper in helpers]
    lemma = head.lemma.lower()
    words = {helper.text.lower() for helper in helpers}
    if "VerbForm=Part" in head.morph and lemma in rules.planning:
        return Direction.PLANNED
    if words & _WILL or any("Tense=Fut" in morph for morph in morphs):
        return Direction.FUTURE
    if words & _WOULD or any("Mood=Cnd" in morph for morph in morphs):
        # « aurait signé », "may have signed"
        perfect = "VerbForm=Part" in head.morph and any(helper.lemma.lower() in _HAVE for helper in helpers)
        return Direction.PAST if perfect else Direction.PLANNED
    if any(mark in morph for morph in morphs for mark in _PAST_MORPH):
        return Direction.PAST
    if not any("VerbForm=Fin" in morph for morph in morphs):
        return Direction.UNKNOWN
    if lemma in rules.modal:
        return Direction.PLANNED
    return Direction.PAST if lemma in rules.reporting else Direction.PRESENT


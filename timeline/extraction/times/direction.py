"""Whether a clause looks back or ahead: the tense of its verb, and words such as « prévu » or "scheduled".

Words right before the expression settle it; else spaCy's reading of the governing verb is asked, if there is one, and
the nearest verb or cue word of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    if not tokens or distance == 0 or (nearest.is_ahead and distance < BOUNDARY_COST):
        return nearest
    tense = _tense_of_governor(rules, tokens, sentence_start + start, sentence_start + end)
    return nearest if tense is Direction.UNKNOWN else tense


def _nearest_sign(rules: Tenses, text: str, start: int, end: int) -> tuple[Direction, int]:
    nearest, least = Direction.UNKNOWN, FAR
    for sign in rules.signs.finditer(text, max(0, start - REACH), end + REACH):
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


def _tense_of_governor(rules: Tenses, tokens: Sequence[Token], start: int, end: int) -> Direction:
    position = next((place for place, token in enumerate(tokens) if token.start < end and token.end > start), None)
    verb = _verb_above(tokens, position) if position is not None else None
    direction = Direction.UNKNOWN if verb is None else _tense_of(rules, tokens, verb)
    if verb is None or direction is not Direction.UNKNOWN or "VerbForm=Inf" not in tokens[verb].morph:
        return direction
    # An infinitive has the direction of the verb on which it hangs.
    above = _verb_above(tokens, tokens[verb].head)
    return Direction.UNKNOWN if above is None else _tense_of(rules, tokens, above)


def _verb_above(tokens: Sequence[Token], position: int) -> int | None:
    for _ in range(_LONGEST_WAY):
        if tokens[position].pos in ("VERB", "AUX"):
            return position
        if tokens[position].head == position:
            return None
        position = tokens[position].head
    return None


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


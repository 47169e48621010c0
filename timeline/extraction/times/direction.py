"""Whether a clause looks back or ahead: the tense of its verb, and words such as « prévu » or "scheduled".

Words right before the expression settle it. Else spaCy's reading of the governing verb is asked, if there is one, then
the nearest verb or cue word of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extraction.records import Token
from timeline.extraction.times.governor import find_governor, tense_of
from timeline.extraction.times.tenses import Direction, Tenses, tenses

# A cue beyond a comma or a conjunction belongs to another clause: it counts as this many characters further away.
BOUNDARY_COST = 40
# « a annoncé mardi que … », "said on Tuesday he would …": words of time rather follow their verb.
AFTER_COST = 15
# The verb of a clause that hangs on what follows the words of time says nothing of them.
FAR = 1_000_000
# Characters on either side within which a verb is looked for.
REACH = 400
# Characters before the expression in which words may settle its direction.
LEAD = 60


def direction_of(
    language: str, text: str, start: int, end: int, tokens: Sequence[Token] = (), sentence_start: int = 0
) -> Direction:
    """Where the clause around `text[start:end]` points. `text` is a sentence, lowered but not folded; its first
    character stands at `sentence_start` in the offsets of `tokens`."""
    rules = tenses(language)
    sign = _nearest_sign(rules, text, start, end)
    settled, fronted = _settled_before(rules, text, start)
    # "By Thursday, a hundred were dead", against "they hope to agree by Thursday".
    if settled is not Direction.UNKNOWN and not (fronted and sign.direction is Direction.PAST):
        return settled
    governor = find_governor(tokens, sentence_start + start, sentence_start + end)
    if governor is None:
        of_a_noun = rules.of_a_noun.search(text, max(0, start - LEAD), start) is not None
    else:
        of_a_noun = governor.through_noun
        tense = tense_of(rules, tokens, governor.verb)
        if tense is not Direction.UNKNOWN and not of_a_noun and not _overrules(sign, tense):
            return tense
    # « la présidentielle du 3 novembre, que … a critiquée »: a verb further off tells nothing of the day of a noun.
    direction = Direction.UNKNOWN if of_a_noun and not sign.same_clause else sign.direction
    if direction is Direction.UNKNOWN and rules.presumed_ahead.search(text, max(0, start - LEAD), start):
        return Direction.PLANNED
    return direction


def _settled_before(rules: Tenses, text: str, start: int) -> tuple[Direction, bool]:
    """What the words right before tell, and whether the sentence begins with them."""
    floor = max(0, start - LEAD)
    lead = text[floor:start]
    for direction, pattern in rules.before:
        found = pattern.search(lead)
        if found:
            return Direction(direction), floor + found.start() == 0
    return Direction.UNKNOWN, False


@dataclass(frozen=True, slots=True)
class _Sign:
    """A verb or cue word, and how far off it is."""

    direction: Direction
    distance: int
    same_clause: bool


_NO_SIGN = _Sign(Direction.UNKNOWN, FAR, same_clause=False)


def _overrules(sign: _Sign, tense: Direction) -> bool:
    """Whether a sign in the text counts more than the tense of the verb that spaCy holds to govern the expression."""
    if sign.distance == 0:
        return True
    return sign.same_clause and (sign.direction.is_ahead or tense is Direction.PRESENT)


def _nearest_sign(rules: Tenses, text: str, start: int, end: int) -> _Sign:
    """Those before and after are looked for apart: « a menacé jeudi de rompre » threatened on Thursday."""
    nearest = _NO_SIGN
    for begin, stop in ((max(0, start - REACH), start), (end, end + REACH)):
        for match in rules.signs.finditer(text, begin, stop):
            sign = _sign(rules, text, (start, end), match)
            if sign.distance < nearest.distance:
                nearest = sign
    return nearest


def _sign(rules: Tenses, text: str, here: tuple[int, int], match: re.Match[str]) -> _Sign:
    told = rules.direction_of_sign(match)
    if told == "participle":
        # « un texte adopté par le Sénat mardi »: a participle speaks only for what it stands beside.
        return (
            _Sign(Direction.PAST, 0, same_clause=True)
            if rules.beside.fullmatch(text, match.end(), here[0])
            else _NO_SIGN
        )
    follows = match.start() >= here[0]
    between = text[here[1] : match.start()] if follows else text[match.end() : here[0]]
    if follows and rules.subordinate.search(between):
        return _NO_SIGN
    crossed = sum(1 for _ in rules.boundary.finditer(between))
    distance = 1 + len(between) + BOUNDARY_COST * crossed + AFTER_COST * follows
    return _Sign(Direction(told), distance, same_clause=not crossed)

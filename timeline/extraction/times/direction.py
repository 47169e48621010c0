"""Whether a clause looks back or ahead: the tense of its verb, and words such as « prévu » or "scheduled".

With spaCy's tokens the governing verb is asked; on plain text, verb endings and cue words are, the nearest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from timeline.extraction.records import Token
from timeline.extraction.times.grammar import Grammar

# A cue beyond a comma or a conjunction belongs to another clause: it counts as this many characters further away.
BOUNDARY_COST = 40
# Characters on either side within which a verb is looked for.
REACH = 400


class Direction(StrEnum):
    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


def direction_of(
    grammar: Grammar, folded: str, start: int, end: int, tokens: Sequence[Token] = (), sentence_start: int = 0
) -> Direction:
    """Where the clause around `folded[start:end]` points."""
    just_before = folded[max(0, start - 30) : start]
    for cue, direction in (("back_before", Direction.PAST), ("ahead_before", Direction.FUTURE)):
        if grammar.cues[cue].search(just_before):
            return direction
    near_cue = _nearest_cue(grammar, folded, start, end)
    if not tokens or near_cue is Direction.FUTURE:
        return near_cue
    tense = _tense_of_governor(tokens, sentence_start + start, sentence_start + end)
    return near_cue if tense is Direction.UNKNOWN else tense


def _nearest_cue(grammar: Grammar, folded: str, start: int, end: int) -> Direction:
    nearest, least = Direction.UNKNOWN, 1_000_000
    for direction in (Direction.FUTURE, Direction.PAST):
        for cue in grammar.cues[direction.value].finditer(folded, max(0, start - REACH), end + REACH):
            distance = _distance(grammar, folded, (start, end), cue.span())
            if distance < least:
                nearest, least = direction, distance
    return nearest


def _distance(grammar: Grammar, folded: str, here: tuple[int, int], cue: tuple[int, int]) -> int:
    gap = (cue[1], here[0]) if cue[0] < here[0] else (here[1], cue[0])
    between = folded[gap[0] : gap[1]]
    crossed = sum(1 for _ in grammar.cues["boundary"].finditer(between))
    return len(between) + BOUNDARY_COST * crossed


_FUTURE_MORPH = ("Tense=Fut", "Mood=Cnd")
_PAST_MORPH = ("Tense=Past", "Tense=Imp", "Tense=Pqp")
_WILL = frozenset({"will", "shall", "'ll", "’ll"})


def _tense_of_governor(tokens: Sequence[Token], start: int, end: int) -> Direction:
    position = next((place for place, token in enumerate(tokens) if token.start < end and token.end > start), None)
    if position is None:
        return Direction.UNKNOWN
    seen = set()
    while tokens[position].pos not in ("VERB", "AUX") and position not in seen:
        seen.add(position)
        position = tokens[position].head
    if tokens[position].pos not in ("VERB", "AUX"):
        return Direction.UNKNOWN
    group = [tokens[position]] + [
        token for token in tokens if token.head == position and token.dep.startswith(("aux", "cop"))
    ]
    if any(any(mark in token.morph for mark in _FUTURE_MORPH) or token.text.lower() in _WILL for token in group):
        return Direction.FUTURE
    if any(any(mark in token.morph for mark in _PAST_MORPH) for token in group):
        return Direction.PAST
    return Direction.UNKNOWN

"""Whether a clause looks back or ahead: the tense of its verb, and words such as « prévu » or "scheduled".

Words right before the expression settle it. Else spaCy's reading of the governing verb is asked, if there is one, then
the nearest verb or cue word of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline.extraction.records import Token
from timeline.extraction.times.folding import lowered
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


@dataclass(frozen=True, slots=True)
class _Sign:
    """A verb or cue word, and how far off it is."""

    direction: Direction
    distance: int
    same_clause: bool
    begin: int = 0
    """Where it stands in the sentence."""
    is_participle: bool = False
    """Whether it is a participle beside the words of time, without an auxiliary."""


_NO_SIGN = _Sign(Direction.UNKNOWN, FAR, same_clause=False)


class Clauses:
    """One sentence, asked where the clauses around its words of time point. What was found out once is kept, as the
    same expression is asked about more than once, and a sentence may hold many."""

    def __init__(self, language: str, text: str, tokens: Sequence[Token] = (), sentence_start: int = 0) -> None:
        """`text` is the sentence as it stands; its first character is at `sentence_start` in the offsets of tokens."""
        self._rules = tenses(language)
        self._text = lowered(text)
        self._tokens = tokens
        self._sentence_start = sentence_start
        self._known: dict[tuple[int, int], Direction] = {}
        self._nearest: dict[tuple[int, int], _Sign] = {}

    def direction(self, start: int, end: int) -> Direction:
        """Where the clause around the characters from `start` to `end` of the sentence points."""
        if (start, end) not in self._known:
            self._known[start, end] = self._find_direction(start, end)
        return self._known[start, end]

    def tells_which(self, start: int, end: int) -> bool:
        """Whether the words of time tell which thing is meant rather than when the clause plays: « le sommet de 2018 »,
        "the 2008 war", « un livre paru en 2015 »."""
        rules, text, floor = self._rules, self._text, max(0, start - LEAD)
        if rules.of_a_noun.search(text, floor, start) or rules.before_a_noun.match(text, end):
            return rules.happening.search(text, floor, start) is None
        if self._nearest_sign(start, end).is_participle:
            return True
        governor = find_governor(self._tokens, self._sentence_start + start, self._sentence_start + end)
        verb = self._tokens[governor.verb] if governor and not governor.through_noun else None
        return verb is not None and verb.dep == "acl" and "VerbForm=Part" in verb.morph

    def leads_up_to(self, start: int) -> bool:
        """Whether the words of time date what the clause only leads up to: « avant l'élection de novembre »."""
        return self._rules.leading_up.search(self._text, max(0, start - LEAD), start) is not None

    def tells_of_before(self, start: int, end: int) -> bool:
        """Whether the verb nearest to the words of time is in the pluperfect."""
        sign = self._nearest_sign(start, end)
        return sign is not _NO_SIGN and any(first <= sign.begin < last for first, last in self._pluperfects)

    def _find_direction(self, start: int, end: int) -> Direction:
        rules, text = self._rules, self._text
        sign = self._nearest_sign(start, end)
        settled, fronted = _settled_before(rules, text, start)
        # "By Thursday, a hundred were dead", against "they hope to agree by Thursday".
        if settled is not Direction.UNKNOWN and not (fronted and sign.direction is Direction.PAST):
            return settled
        governor = find_governor(self._tokens, self._sentence_start + start, self._sentence_start + end)
        if governor is None:
            of_a_noun = rules.of_a_noun.search(text, max(0, start - LEAD), start) is not None
        else:
            of_a_noun = governor.through_noun
            tense = tense_of(rules, self._tokens, governor.verb)
            if tense is not Direction.UNKNOWN and not of_a_noun and not _overrules(sign, tense):
                return tense
        # « la présidentielle du 3 novembre, que … a critiquée »: a verb further off tells nothing of the day of a noun.
        direction = Direction.UNKNOWN if of_a_noun and not sign.same_clause else sign.direction
        if direction is Direction.UNKNOWN and rules.presumed_ahead.search(text, max(0, start - LEAD), start):
            return Direction.PLANNED
        return direction

    def _nearest_sign(self, start: int, end: int) -> _Sign:
        if (start, end) not in self._nearest:
            self._nearest[start, end] = self._find_nearest_sign(start, end)
        return self._nearest[start, end]

    def _find_nearest_sign(self, start: int, end: int) -> _Sign:
        nearest = _NO_SIGN
        for match in self._signs_around(start, end):
            sign = _sign(self._rules, self._text, (start, end), match)
            if sign.distance < nearest.distance:
                nearest = sign
        return nearest

    def _signs_around(self, start: int, end: int) -> Iterator[re.Match[str]]:
        begins = self._sign_begins
        for match in self._signs[bisect_left(begins, start - REACH) : bisect_right(begins, end + REACH)]:
            if match.end() <= start or match.start() >= end:
                yield match
            else:
                # Those before and after are looked for apart: « a menacé jeudi de rompre » threatened on Thursday.
                yield from self._rules.signs.finditer(self._text, match.start(), start)
                yield from self._rules.signs.finditer(self._text, end, match.end())

    @cached_property
    def _signs(self) -> list[re.Match[str]]:
        return list(self._rules.signs.finditer(self._text))

    @cached_property
    def _pluperfects(self) -> list[tuple[int, int]]:
        return [match.span() for match in self._rules.pluperfect.finditer(self._text)]

    @cached_property
    def _sign_begins(self) -> list[int]:
        return [match.start() for match in self._signs]


def _settled_before(rules: Tenses, text: str, start: int) -> tuple[Direction, bool]:
    """What the words right before tell, and whether the sentence begins with them."""
    floor = max(0, start - LEAD)
    lead = text[floor:start]
    for direction, pattern in rules.before:
        found = pattern.search(lead)
        if found:
            return Direction(direction), floor + found.start() == 0
    return Direction.UNKNOWN, False


def _overrules(sign: _Sign, tense: Direction) -> bool:
    """Whether a sign in the text counts more than the tense of the verb that spaCy holds to govern the expression."""
    if sign.distance == 0:
        return True
    return sign.same_clause and (sign.direction.is_ahead or tense is Direction.PRESENT)


def _sign(rules: Tenses, text: str, here: tuple[int, int], match: re.Match[str]) -> _Sign:
    told = rules.direction_of_sign(match)
    if told == "participle":
        # « un texte adopté par le Sénat mardi »: a participle speaks only for what it stands beside.
        return (
            _Sign(Direction.PAST, 0, same_clause=True, begin=match.start(), is_participle=True)
            if rules.beside.fullmatch(text, match.end(), here[0])
            else _NO_SIGN
        )
    follows = match.start() >= here[0]
    between = text[here[1] : match.start()] if follows else text[match.end() : here[0]]
    if follows and rules.subordinate.search(between):
        return _NO_SIGN
    crossed = sum(1 for _ in rules.boundary.finditer(between))
    distance = 1 + len(between) + BOUNDARY_COST * crossed + AFTER_COST * follows
    return _Sign(Direction(told), distance, same_clause=not crossed, begin=match.start())

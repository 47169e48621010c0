"""Which actors may be one under two names, and what speaks for it: a suggestion to a person, never a decision.

Names are compared as they sound, so that « Sergueï Riabkov » and "Sergei Ryabkov" are alike; what is left to doubt is
told in the evidence: initials, a surname alone, a second given name, a letter, an acronym. Company speaks for it, and
that one passage names both speaks against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.fuzz import token_sort_ratio

from timeline.extraction.records import ActorKind
from timeline.knowledge.folding import fold, sound, words_of

ALIKE = 90
"""Of 100: how alike two names must be that sound different."""
MOST_IN_BLOCK = 200
"""A word that more names have than these says nothing of anybody."""
ENOUGH = 0.4


class Likeness(StrEnum):
    """How two names go together; the page words each."""

    SAME_SOUND = "same_sound"
    OTHER_ORDER = "other_order"
    FULLER = "fuller"
    """One has further given names or words."""
    INITIALS = "initials"
    ACRONYM = "acronym"
    SHORT_FORM = "short_form"
    """One given name is the beginning of the other."""
    SPELLED_ALIKE = "spelled_alike"
    SURNAME_ALONE = "surname_alone"


_WEIGHT = {
    Likeness.SAME_SOUND: 0.75,
    Likeness.OTHER_ORDER: 0.65,
    Likeness.FULLER: 0.5,
    Likeness.INITIALS: 0.5,
    Likeness.ACRONYM: 0.5,
    Likeness.SHORT_FORM: 0.5,
    Likeness.SPELLED_ALIKE: 0.45,
    Likeness.SURNAME_ALONE: 0.3,
}


@dataclass(frozen=True, slots=True)
class Bearer:
    """An actor with all its names, and who else takes part in its events."""

    key: str
    kind: ActorKind
    names: tuple[str, ...]
    known: bool = False
    company: frozenset[str] = frozenset()
    """Keys of those who took part in the same events."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    one: str
    other: str
    likeness: Likeness
    names: tuple[str, str]
    """The two names that are most alike."""
    company: tuple[str, ...] = ()
    """Keys of those whom both met."""
    score: float = 0.0


def suggestions(bearers: Iterable[Bearer], together: Iterable[tuple[str, str]] = ()) -> list[Suggestion]:
    """Pairs that may be one actor, the likeliest first. `together` are pairs that one passage names side by side: they
    are two. So are two whom the knowledge files tell apart."""
    everyone = sorted(bearers, key=lambda bearer: bearer.key)
    apart = {frozenset(pair) for pair in together}
    found = []
    for one, other in _pairs(everyone):
        if one.kind is not other.kind or (one.known and other.known) or frozenset({one.key, other.key}) in apart:
            continue
        suggestion = _compared(one, other)
        if suggestion is not None and suggestion.score >= ENOUGH:
            found.append(suggestion)
    return sorted(found, key=lambda suggestion: (-suggestion.score, suggestion.one, suggestion.other))


def _pairs(everyone: Sequence[Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    """Those that share a word as it sounds, the beginning of a name, or an acronym."""
    blocks: dict[str, dict[str, Bearer]] = defaultdict(dict)
    for bearer in everyone:
        for name in bearer.names:
            for block in _blocks(name, bearer.kind):
                blocks[block][bearer.key] = bearer
    seen: set[tuple[str, str]] = set()
    for _block, members in sorted(blocks.items()):
        if len(members) > MOST_IN_BLOCK:
            continue
        for one, other in combinations(members.values(), 2):
            if (one.key, other.key) not in seen:
                seen.add((one.key, other.key))
                yield one, other


def _blocks(name: str, kind: ActorKind) -> set[str]:
    words = _sounds(name)
    blocks = {f"word {word}" for word in words if len(word) > 1}
    if words:
        blocks.add(f"end {words[-1][:3]} {words[0][:1]}")
    if kind is not ActorKind.PERSON:
        blocks.add(f"acronym {_acronym(name)}" if len(words) > 2 else f"acronym {fold(name)}")
    return blocks


def _sounds(name: str) -> tuple[str, ...]:
    return tuple(sound(word) for word in words_of(name))


def _acronym(name: str) -> str:
    return "".join(word[0] for word in words_of(fold(name)) if len(word) > 2)


def _compared(one: Bearer, other: Bearer) -> Suggestion | None:
    likenesses = [
        (-_WEIGHT[likeness], mine, theirs, likeness)
        for mine in one.names
        for theirs in other.names
        if (likeness := _likeness(mine, theirs, one.kind)) is not None
    ]
    if not likenesses:
        return None
    weight, mine, theirs, likeness = min(likenesses)
    company = tuple(sorted((one.company & other.company) - {one.key, other.key}))
    score = min(1.0, -weight + min(0.2, 0.05 * len(company)))
    return Suggestion(one.key, other.key, likeness, (mine, theirs), company, score)


def _likeness(mine: str, theirs: str, kind: ActorKind) -> Likeness | None:
    one, other = _sounds(mine), _sounds(theirs)
    if not one or not other:
        return None
    if one == other:
        return Likeness.SAME_SOUND
    if sorted(one) == sorted(other):
        return Likeness.OTHER_ORDER
    return _of_persons(one, other, mine, theirs) if kind is ActorKind.PERSON else _of_bodies(one, other, mine, theirs)


def _of_bodies(one: tuple[str, ...], other: tuple[str, ...], mine: str, theirs: str) -> Likeness | None:
    for short, full in ((mine, theirs), (theirs, mine)):
        if len(words_of(short)) == 1 and len(words_of(full)) > 2 and fold(short) == _acronym(full):
            return Likeness.ACRONYM
    if len(min(one, other, key=len)) > 1 and (set(one) < set(other) or set(other) < set(one)):
        return Likeness.FULLER
    return _spelled_alike(mine, theirs)


def _of_persons(one: tuple[str, ...], other: tuple[str, ...], mine: str, theirs: str) -> Likeness | None:
    if one[-1] != other[-1]:
        return _spelled_alike(mine, theirs) if len(one) > 1 and len(other) > 1 else None
    given, others = sorted((one[:-1], other[:-1]), key=len)
    if not given:
        return Likeness.SURNAME_ALONE
    if given[0][0] != others[0][0]:
        return None
    if _in_order(given, others):
        return Likeness.FULLER
    if any(len(name) == 1 for name in (*given, *others)) and _initials_fit(given, others):
        return Likeness.INITIALS
    if len(min(given[0], others[0], key=len)) > 1 and (
        given[0].startswith(others[0]) or others[0].startswith(given[0])
    ):
        return Likeness.SHORT_FORM
    return _spelled_alike(mine, theirs)


def _in_order(few: Sequence[str], many: Sequence[str]) -> bool:
    left = iter(many)
    return all(name in left for name in few)


def _initials_fit(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether each of the shorter names goes with one of the longer, in their order."""
    left = iter(many)
    return all(any(_goes_with(name, candidate) for candidate in left) for name in few)


def _goes_with(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _spelled_alike(mine: str, theirs: str) -> Likeness | None:
    """A letter or two differ, in names that are long enough for it to be a slip."""
    one, other = (" ".join(_sounds(name)) for name in (mine, theirs))
    if min(len(one), len(other)) < 8 or one[0] != other[0]:
        return None
    alike = token_sort_ratio(one, other) >= ALIKE and DamerauLevenshtein.distance(one, other) <= 2
    return Likeness.SPELLED_ALIKE if alike else None


def company_of(participants: Mapping[int, Iterable[str]]) -> dict[str, frozenset[str]]:
    """By key, who took part in the same events; given who took part in each."""
    company: dict[str, set[str]] = defaultdict(set)
    for keys in participants.values():
        members = set(keys)
        for key in members:
            company[key] |= members
    return {key: frozenset(others - {key}) for key, others in company.items()}

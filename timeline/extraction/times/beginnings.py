"""What the matches of a pattern can begin with: found out once, so that a rule is tried only where it may match.

A word of text begins few of a hundred rules. Their patterns, which Python has read, tell which.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Sequence
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

# How many characters are looked at.
LENGTH = 4
# Any digit stands for all of them, which keeps the beginnings few.
SAME_DIGIT = {ord(digit): "0" for digit in string.digits}

_WORD = frozenset(string.ascii_lowercase + "0_")
# What folded text holds, but for other alphabets, in which no rule is written.
_ANY = _WORD | frozenset(" '\"-.,;:()/%$€£©°&+*")

Node = tuple[object, object]


def beginnings_of(pattern: str) -> frozenset[str]:
    """The first LENGTH characters of all that the pattern may match in folded text, with 0 for every digit; fewer
    where a match may be over, or go on in any way, after them."""
    return frozenset(_of_sequence(parser.parse(pattern)))


def _of_sequence(nodes: Iterable[Node]) -> set[str]:
    found = {""}
    for node in nodes:
        if all(len(beginning) == LENGTH for beginning in found):
            break
        found = _joined(found, _of_node(node))
    return found


def _joined(beginnings: set[str], following: set[str]) -> set[str]:
    whole = {beginning for beginning in beginnings if len(beginning) == LENGTH}
    return whole | {(beginning + more)[:LENGTH] for beginning in beginnings - whole for more in following}


def _of_node(node: Node) -> set[str]:
    kind, value = node
    reader = _READERS.get(kind)
    return reader(value) if reader else set(_ANY)


def _of_repeat(value: tuple[int, int, Sequence[Node]]) -> set[str]:
    least, most, repeated = value
    once = _of_sequence(repeated)
    found, times = set[str](), {""}
    for count in range(min(int(most), LENGTH) + 1):
        if count >= min(least, LENGTH):
            found |= times
        times = _joined(times, once)
    return found


def _of_class(members: Sequence[Node]) -> set[str]:
    found: set[str] = set()
    for kind, value in members:
        reader = _MEMBERS.get(kind)
        if reader is None:
            return set(_ANY)
        found |= reader(value)
    return found


def _same_digits(characters: Iterable[int]) -> set[str]:
    return {chr(code).translate(SAME_DIGIT) for code in characters}


_CATEGORIES = {ops.CATEGORY_DIGIT: {"0"}, ops.CATEGORY_WORD: set(_WORD), ops.CATEGORY_SPACE: {" "}}

Reader = Callable[..., set[str]]

_MEMBERS: dict[object, Reader] = {
    ops.LITERAL: lambda code: _same_digits([code]),
    ops.RANGE: lambda ends: _same_digits(range(ends[0], ends[1] + 1)),
    ops.CATEGORY: lambda category: _CATEGORIES.get(category, set(_ANY)),
}

_READERS: dict[object, Reader] = {
    ops.LITERAL: lambda code: _same_digits([code]),
    ops.IN: _of_class,
    ops.BRANCH: lambda value: set().union(*map(_of_sequence, value[1])),
    ops.SUBPATTERN: lambda value: _of_sequence(value[-1]),
    ops.MAX_REPEAT: _of_repeat,
    ops.MIN_REPEAT: _of_repeat,
    ops.ASSERT: lambda _: {""},
    ops.ASSERT_NOT: lambda _: {""},
    ops.AT: lambda _: {""},
}

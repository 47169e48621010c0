"""The words of `lexicon/references.toml`, and where they stand in a sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from timeline.extraction.mentions.words import Words

_FILE = Path(__file__).parent.parent / "lexicon" / "references.toml"
_KINDS = ("last_named", "singular", "object", "several", "possessive", "persons", "states", "last_state", "own_state")


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]
    """By first word: the words of a phrase and its kind, the longest first."""
    impersonal: frozenset[str]
    impersonal_passive: frozenset[str]
    shared: frozenset[str]
    article: frozenset[str]
    ranks: frozenset[str]
    not_before: frozenset[str]
    capital: frozenset[str]
    relative: frozenset[str]
    here: frozenset[str]
    town: frozenset[str]
    same: frozenset[str]
    within: frozenset[str]
    located: frozenset[str]
    located_reflexive: frozenset[str]


@lru_cache(maxsize=2)
def reference_words(language: str) -> ReferenceWords:
    lists = tomllib.loads(_FILE.read_text("utf-8"))[language]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in _KINDS:
        for phrase in lists[kind]:
            words = tuple(phrase.split())
            phrases.setdefault(words[0], []).append((words, kind))
    for group in phrases.values():
        group.sort(key=lambda pair: -len(pair[0]))
    names = [field.name for field in fields(ReferenceWords) if field.name != "phrases"]
    return ReferenceWords(phrases, *(frozenset(lists[name].split()) for name in names))


def references(words: Words) -> Iterator[tuple[str, int, int]]:
    """Kind, first word, word after the last; in the order of the text."""
    lexicon = reference_words(words.sentence.language)
    index = 0
    while index < len(words):
        for wanted, kind in lexicon.phrases.get(words.folds[index], ()):
            stands = words.folds[index : index + len(wanted)] == wanted
            if stands and words.folded(index + len(wanted)) not in lexicon.not_before:
                yield kind, index, index + len(wanted)
                index += len(wanted) - 1
                break
        index += 1

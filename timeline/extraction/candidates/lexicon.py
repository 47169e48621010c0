"""The lexicon of triggers: which words tell of an event, and of which kind."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from timeline.extraction.records import EventKind

_LEXICON = Path(__file__).parent.parent / "lexicon"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language. All are lemmas in lower case."""

    verbs: dict[str, EventKind]
    reflexives: dict[str, EventKind]
    phrases: dict[str, tuple[tuple[str, EventKind], ...]]
    """Verb → (complement, kind), reflexive verbs with "se " before them."""
    nouns: dict[str, EventKind]
    compounds: tuple[tuple[tuple[str, ...], EventKind], ...]
    """Nouns of several words."""
    words: dict[str, frozenset[str]]
    happening: dict[str, frozenset[str]]
    """Verb → complements with which it says that something happened; none needed where the set is empty."""
    examples: tuple[tuple[str, EventKind], ...]
    """Sentences with the kind that must be found in them."""


@lru_cache
def load_lexicon(language: str) -> Lexicon:
    data = tomllib.loads((_LEXICON / f"triggers.{language}.toml").read_text("utf-8"))
    words = {key: frozenset(_split(value)) for key, value in data.pop("words").items()}
    verbs: dict[str, EventKind] = {}
    reflexives: dict[str, EventKind] = {}
    phrases: dict[str, list[tuple[str, EventKind]]] = {}
    nouns: dict[str, EventKind] = {}
    compounds: list[tuple[tuple[str, ...], EventKind]] = []
    examples: list[tuple[str, EventKind]] = []
    for name, entry in data.items():
        kind = EventKind(name)
        for verb in _split(entry["verbs"]):
            head, _, complement = verb.partition(" + ")
            if complement:
                phrases.setdefault(_plain(head), []).append((complement, kind))
            elif head.startswith(("se ", "s'")):
                reflexives[_plain(head).removeprefix("se ")] = kind
            else:
                verbs[head] = kind
        for noun in _split(entry["nouns"]):
            parts = tuple(noun.split())
            if len(parts) > 1:
                compounds.append((parts, kind))
            else:
                nouns[noun] = kind
        examples += [(text, EventKind(found)) for text, found in entry["examples"]]
    happening: dict[str, set[str]] = {}
    for verb in words.pop("happening"):
        head, _, complement = verb.partition(" + ")
        happening.setdefault(_plain(head), set()).update([complement] if complement else [])
    return Lexicon(
        verbs,
        reflexives,
        {verb: tuple(found) for verb, found in phrases.items()},
        nouns,
        tuple(compounds),
        words,
        {verb: frozenset(found) for verb, found in happening.items()},
        tuple(examples),
    )


def _split(words: str) -> list[str]:
    return [" ".join(word.split()) for word in words.split(",") if word.strip()]


def _plain(verb: str) -> str:
    return "se " + verb[2:] if verb.startswith("s'") else verb

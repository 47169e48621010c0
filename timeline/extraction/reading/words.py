"""The word lists of `lexicon/furniture.toml`, compiled, and the folding under which words are compared."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parent.parent / "lexicon" / "furniture.toml"


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """Words that make a line page furniture, and in which form of line they do."""

    name: str
    form: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    furniture: tuple[FurnitureRule, ...]
    agency_names: frozenset[str]
    agency_words: re.Pattern[str]
    press_release: frozenset[str]
    labels: frozenset[str]
    published: re.Pattern[str]
    updated: re.Pattern[str]
    byline: re.Pattern[str]


@lru_cache(maxsize=1)
def words() -> Words:
    lexicon = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    opening = lexicon["opening"]
    return Words(
        furniture=tuple(
            FurnitureRule(
                entry["name"],
                entry["form"],
                any_of(entry["words"]),
                tuple(entry["examples"]),
                tuple(entry["sentences"]),
            )
            for entry in lexicon["furniture"]
        ),
        agency_names=frozenset(folded(name) for name in lexicon["agencies"]["names"]),
        agency_words=any_of(lexicon["agencies"]["words"]),
        press_release=frozenset(folded(label) for label in opening["press_release"]),
        labels=frozenset(folded(label) for label in opening["labels"]),
        published=any_of(opening["published"]),
        updated=any_of(opening["updated"]),
        byline=any_of(opening["byline"]),
    )


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the phrases, as whole words, in folded text; the longest that fits."""
    alternatives = sorted((re.escape(folded(phrase)) for phrase in phrases), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!(?<=\w)\w)")


def folded(line: str) -> str:
    """Lower case, without accents, with plain apostrophes and spaces."""
    plain = line.replace("’", "'")
    if not plain.isascii():
        plain = _without_accents(plain)
    return " ".join(plain.lower().split())


def _without_accents(line: str) -> str:
    decomposed = unicodedata.normalize("NFD", line)
    accents = dict.fromkeys(ord(mark) for mark in set(decomposed) if unicodedata.combining(mark))
    return decomposed.translate(accents)


def is_agency(name: str) -> bool:
    """Whether a name is that of a press agency: a known one, several joined, or one that says so itself."""
    plain = folded(name)
    parts = re.split(r"\s?[/,&-]\s?|\s(?:et|and|avec|with)\s", plain)
    return plain in words().agency_names or all(
        part in words().agency_names or words().agency_words.search(part) for part in parts
    )

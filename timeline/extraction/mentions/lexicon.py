"""The word lists of `lexicon/names.toml`, by language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from timeline.extraction.mentions.words import Words

_FILE = Path(__file__).parent.parent / "lexicon" / "names.toml"


@dataclass(frozen=True, slots=True)
class NameWords:
    """Folded words; the file says what each list is for."""

    titles: frozenset[str]
    things_before: frozenset[str]
    before_things: frozenset[str]
    things_after: frozenset[str]
    governments: frozenset[str]
    locative: frozenset[str]
    near: frozenset[str]
    buildings: frozenset[str]
    gatherings: frozenset[str]
    visits: frozenset[str]
    addressing: frozenset[str]
    embassies: frozenset[str]
    bodies: frozenset[str]
    former: frozenset[str]
    coming: frozenset[str]
    feminine: frozenset[str]
    departments: frozenset[str]
    no_body: frozenset[str]
    ministries: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    office_adjectives: frozenset[str]
    predicative: frozenset[str]
    claimed: frozenset[str]
    particles: frozenset[str]
    no_person: frozenset[str]
    agreements: frozenset[str]
    ambiguous_surnames: frozenset[str]

    def is_title(self, words: Words, index: int) -> bool:
        """Whether the word is a title before a name: « général », but of "Major" and "major" only the first."""
        if words.folded(index) not in self.titles:
            return False
        return words.sentence.language == "fr" or words[index].is_capital


@lru_cache(maxsize=2)
def name_words(language: str) -> NameWords:
    lists = tomllib.loads(_FILE.read_text("utf-8"))[language]
    return NameWords(**{field.name: frozenset(lists[field.name].split()) for field in fields(NameWords)})

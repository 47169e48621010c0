"""Whether two names mean the same actor or place: « Poutine » and "Vladimir Putin", « la Maison Blanche » and
"United States of America".

The rules are those of a reader who knows the exonyms, not of the extractor: see names.toml.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_ARTICLES = frozenset({"le", "la", "les", "l", "the", "du", "des", "d"})
_INITIAL = re.compile(r"\b([a-z])\.(?=[a-z]\b|[a-z]\.)")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_PART_OF_PLACE = re.compile(r"[,/(;]")
_SHORTEST_SURNAME = 4
"""Letters. Shorter words (« Kim », « Lee ») are shared by too many persons to stand for one."""


@dataclass(frozen=True, slots=True)
class NormalName:
    """A name made comparable: the code of a state or organisation, or else the words of a person's name."""

    code: str
    words: tuple[str, ...]


def normal_name(name: str) -> NormalName:
    """States and organisations by any name that names.toml knows; all others word by word, without their titles."""
    code = _tables().actors.get(_phrase(name), "")
    if code:
        return NormalName(code, ())
    spellings, titles = _tables().spellings, _tables().titles
    words = [usual for word in _words(name) for usual in spellings.get(word, (word,))]
    return NormalName("", tuple(word for word in words if word not in titles) or tuple(words))


def same_actor(one: NormalName, other: NormalName) -> bool:
    """Whether the names can be of one actor: alike, a surname and a full name, or an initial and a first name."""
    if one.code or other.code:
        return one.code == other.code
    few, many = sorted((one.words, other.words), key=len)
    if not few:
        return False
    if sorted(few) == sorted(many) or "".join(one.words) == "".join(other.words):
        return True
    if len(few) == 1:
        return len(few[0]) >= _SHORTEST_SURNAME and few[0] in many
    return set(few) <= set(many) or _same_but_for_an_initial(few, many)


def place_names(name: str | None) -> frozenset[str]:
    """What a place can be called, for comparison: places agree that share one. "Geneva, Switzerland" is all of
    "Geneva, Switzerland", "Geneva" and "Switzerland"."""
    if not name:
        return frozenset()
    tables = _tables()
    keys: set[str] = set()
    for phrase in map(_phrase, (name, *_PART_OF_PLACE.split(name))):
        if phrase:
            keys.add(f"name:{phrase}")
            keys |= {
                f"{kind}:{table[phrase]}"
                for kind, table in (("place", tables.places), ("actor", tables.actors))
                if phrase in table
            }
    return frozenset(keys)


def fold(text: str) -> str:
    """Lower case, without accents, with plain apostrophes."""
    decomposed = unicodedata.normalize("NFKD", text)
    lowered = "".join(char for char in decomposed if not unicodedata.combining(char)).lower()
    return lowered.replace("’", "'").replace("ı", "i").replace("œ", "oe")


def _same_but_for_an_initial(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """« N. Patrouchev » and « Nikolaï Patrouchev »."""
    surname = few[-1] == many[-1] and len(few[-1]) >= _SHORTEST_SURNAME
    return surname and few[0][0] == many[0][0] and 1 in (len(few[0]), len(many[0]))


def _words(name: str) -> list[str]:
    """Folded; "U.S." is one word."""
    return [word for word in _NO_WORD.split(_INITIAL.sub(r"\1", fold(name))) if word]


def _phrase(name: str) -> str:
    """The words without a leading article."""
    words = _words(name)
    while words and words[0] in _ARTICLES:
        del words[0]
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class _Tables:
    actors: Mapping[str, str]
    """Phrase → code of the state or organisation."""
    places: Mapping[str, str]
    spellings: Mapping[str, tuple[str, ...]]
    """Word → the words of its usual spelling."""
    titles: frozenset[str]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    data = tomllib.loads((Path(__file__).parent / "names.toml").read_text("utf-8"))
    actors = _by_phrase("state", data["states"]) | _by_phrase("organisation", data["organisations"])
    spellings = {word: tuple(usual.split()) for word, usual in data["spellings"].items()}
    return _Tables(actors, _by_phrase("place", data["places"]), spellings, frozenset(data["titles"]))


def _by_phrase(kind: str, entries: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {_phrase(name): f"{kind}:{code}" for code, names in entries.items() for name in names}

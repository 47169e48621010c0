"""Whether a person is a woman or a man, as far as the given name tells."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from pathlib import Path

from timeline.extraction.records import ActorRef
from timeline.knowledge.folding import fold, slug, words_of

_FILE = Path(__file__).parent.parent / "lexicon" / "given_names.toml"


class Gender(Enum):
    FEMALE = "female"
    MALE = "male"


def gender_of(person: ActorRef) -> Gender | None:
    """None where the name does not tell; whoever the files hold and no list calls a woman is a man."""
    if person.key in _women():
        return Gender.FEMALE
    names = words_of(person.name)
    told = gender_of_name(names[0]) if names else None
    return told or (Gender.MALE if person.known else None)


def gender_of_name(given_name: str) -> Gender | None:
    return _given_names().get(fold(given_name))


@lru_cache(maxsize=1)
def _given_names() -> Mapping[str, Gender]:
    lists = tomllib.loads(_FILE.read_text("utf-8"))
    return {name: gender for gender in Gender for name in lists[gender.value].split()}


@lru_cache(maxsize=1)
def _women() -> frozenset[str]:
    return frozenset(f"person:{slug(name)}" for name in tomllib.loads(_FILE.read_text("utf-8"))["women"])

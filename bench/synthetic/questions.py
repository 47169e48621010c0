"""What a bench asks of a chronology: who and what occurs in it, kept beside the rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

_FILE = "questions.json"


@dataclass(frozen=True)
class Asked:
    """An actor: its place in the cast, its address, and in how many events it takes part."""

    number: int
    slug: str
    events: int


@dataclass(frozen=True)
class Questions:
    ranked: Sequence[Asked]
    """The most frequent actors in order."""
    actors: Sequence[str]
    """Addresses of frequent actors, in no order."""
    words: Sequence[str]
    """Words of articles and titles, from frequent to rare, in no order."""
    events: Sequence[str]
    """Public ids from the whole chronology, in no order."""

    def write(self, folder: Path) -> None:
        (folder / _FILE).write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Questions:
        found = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return cls(**{**found, "ranked": [Asked(**actor) for actor in found["ranked"]]})

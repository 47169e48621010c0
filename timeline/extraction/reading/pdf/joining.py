"""Lines that were broken at a margin → one paragraph, with words whole."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parents[2] / "lexicon" / "hyphens.toml"

_HYPHENS = "-\u2010\u00ad"
_BROKEN = re.compile(rf"(?P<head>[^\W\d_]+(?:-[^\W\d_]+)*)[{_HYPHENS}]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![^\W\d_]|[-\u2010\u00ad]$)")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class WordJoiner:
    """Knows the words of a document, so that « confron-|tation » loses its hyphen and « porte-|parole » keeps it."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words: set[str] = set()
        broken = False
        for line in lines:
            found = [word.lower() for word in _WORD.findall(line)]
            # What stands after a broken word is half a word.
            self._words.update(found[1:] if broken else found)
            broken = line.endswith(tuple(_HYPHENS))

    def joined(self, lines: Sequence[str]) -> str:
        text = ""
        for line in lines:
            text = self._with(text, line) if text else line
        return text.replace("\u00ad", "")

    def _with(self, text: str, line: str) -> str:
        # Only the end matters, and paragraphs may be long.
        end = text[-80:]
        if end.endswith(("'", "’")) and line[0].isalpha():
            return text + line
        if not end.endswith(tuple(_HYPHENS)) or end[-2:-1] in (" ", "-", ""):
            return f"{text} {line}"
        broken, following = _BROKEN.search(end), _FIRST_WORD.match(line)
        if not broken or not following:
            return text + line  # « 2005-|2008 » stays as it is.
        if end.endswith("\u00ad") or not self._keeps_hyphen(broken["head"], following[0]):
            return text[:-1] + line
        return f"{text[:-1]}-{line}"

    def _keeps_hyphen(self, head: str, rest: str) -> bool:
        before, after = _LAST_WORD.findall(head)[0], rest.lower()
        if f"{head.lower()}-{after}" in self._words:
            return True
        if (before + rest).lower() in self._words:
            return False
        lexicon = _lexicon()
        if rest[0].isupper() or (before != head and before.lower() in lexicon.after):
            return True  # « Patrouchev-|Burns », « vis-à-|vis »
        if before.lower() in lexicon.perhaps_before and after in self._words:
            return True
        return before.lower() in lexicon.before or after.partition("-")[0] in lexicon.after


@dataclass(frozen=True, slots=True)
class _Lexicon:
    before: frozenset[str]
    perhaps_before: frozenset[str]
    after: frozenset[str]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    entries = tomllib.loads(_FILE.read_text("utf-8"))
    return _Lexicon(**{name: frozenset(words.split()) for name, words in entries.items()})

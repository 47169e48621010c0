"""Makes names comparable: no accents, no capitals, no difference between French and English spelling of a sound."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i"})

# One letter for the sound that French and English write differently in names from other scripts: « Poutine » and
# "Putin", « Khrouchtchev » and "Khrushchev", « Choïgou » and "Shoigu". Applied in this order to a folded word.
_SOUNDS = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"chtch|shch|schtsch|tsch|tch|sch|sh|ch|cz", "S"),
        (r"dzh|dj|zh", "j"),
        (r"kh|ck|q", "k"),
        (r"ph|ff", "f"),
        (r"gu(?=[eiy])", "g"),
        (r"ou|oo", "u"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"[yi]+", "i"),
        (r"\A(?:i)(?=e)", ""),
        (r"ee", "i"),
        (r"(.)\1", r"\1"),
        (r"(?<=[bcdfgjklmnprstvzS])er\Z", "r"),
        (r"(?<=..[^aeiou])e\Z", ""),
    )
]

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents: « Évian » is "evian"."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFD", lowered.translate(_LIGATURES))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """One spelling for all transliterations of a word: « Poutine » and "Putin" are both "putin"."""
    folded = fold(word)
    for pattern, replacement in _SOUNDS:
        folded = pattern.sub(replacement, folded)
    return folded


def words_of(text: str) -> list[str]:
    """The words of a name, without hyphens, apostrophes and full stops."""
    return _WORD.findall(text)


def slug(name: str) -> str:
    """The name as the last part of a key: "Recep Tayyip Erdoğan" is "recep-tayyip-erdogan"."""
    return "-".join(words_of(fold(name)))

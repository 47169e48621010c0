"""Where a sentence begins: behind a full stop that ends one, which that of an abbreviation does not."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path


def sentence_starts(text: str) -> list[int]:
    """Offsets at which a sentence begins, 0 not included."""
    return [match.start("next") for match in _BOUNDARY.finditer(text) if _ends_sentence(text, match)]


_BOUNDARY = re.compile(
    r"""
    (?<![.!?…])(?P<mark>[.!?…]++)
    (?P<closing>\s*[»”"’)\]]+|)
    \s+
    (?=(?P<next>(?:[«“"‘(\[—–-]\s*)*[^\W_a-zà-öø-ÿœ]))
    """,
    re.VERBOSE,
)

_LEXICON = tomllib.loads((Path(__file__).parent / "lexicon" / "sentences.toml").read_text("utf-8"))
_TITLES = frozenset(_LEXICON["titles"].split())
_NUMBERED = frozenset(_LEXICON["numbered"].split())
_ABBREVIATIONS = frozenset(_LEXICON["abbreviations"].split())
_OPENERS = frozenset(_LEXICON["openers"].split())

_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_LAST_WORD = re.compile(r"[^\s(«“\"‘\[’']+\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    if match["mark"] != "." or match["closing"]:
        return True
    word = _word_before(text, match.start())
    if word.lower() in _TITLES or _is_list_number(text, word, match.start()):
        return False
    if word.lower() in _NUMBERED and not (len(word) == 1 and word.isupper()):
        return not text[match.start("next")].isdecimal()
    if _INITIALS.fullmatch(word) and word[0].isupper():
        # "W. Burns" goes on, and so does "U.S. President"; "in the U.S. The" does not.
        return len(word) > 1 and "-" not in word and _opens_sentence(text, match)
    if word.lower() in _ABBREVIATIONS:
        # "in Nov. 2011 and after" goes on, whatever word follows the number.
        return not text[match.start("next")].isdecimal() and _opens_sentence(text, match)
    return True


def _word_before(text: str, end: int) -> str:
    match = _LAST_WORD.search(text[max(0, end - 40) : end])
    return match[0] if match else ""


def _is_list_number(text: str, word: str, end: int) -> bool:
    return word.isdecimal() and not text[: end - len(word)].strip()


def _opens_sentence(text: str, match: re.Match[str]) -> bool:
    following = _FIRST_WORD.search(text, match.start("next"))
    return following is not None and following[0].lower() in _OPENERS

"""What people type into the search box, as patterns that forgive accents and plurals.

A pattern is a regular expression that both SQLite (through Python) and PostgreSQL understand; it holds nothing but
letters, digits and classes of letters, so that no input can become syntax.
"""

import re
import unicodedata

MOST_WORDS = 8

_VARIANTS = {
    "a": "aàâäáãåā",
    "c": "cçćč",
    "e": "eéèêëē",
    "i": "iîïíī",
    "n": "nñ",
    "o": "oôöóõø",
    "s": "sšş",
    "u": "uùûüú",
    "y": "yÿý",
    "z": "zž",
}


def word_patterns(text: str) -> list[str]:
    """One pattern for each word, the first eight: « réunis à Genève » gives those of "reuni" and "geneve".

    Words of one or two letters say too little and are left out where others are given.
    """
    words = [_stem(_folded(word)) for word in re.findall(r"\w+", text)]
    telling = [word for word in words if len(word) > 2] or words
    return ["".join(map(_letter, word)) for word in telling[:MOST_WORDS]]


def _folded(word: str) -> str:
    """Lower case without accents; « œ » becomes "oe"."""
    spelt_out = word.casefold().replace("œ", "oe").replace("æ", "ae")
    return "".join(char for char in unicodedata.normalize("NFKD", spelt_out) if char.isalnum())


def _stem(word: str) -> str:
    """Without the plural's ending, which French and English share."""
    return re.sub(r"(?<=\w{4})[sx]$", "", word)


def _letter(char: str) -> str:
    return f"[{_VARIANTS[char]}{_VARIANTS[char].upper()}]" if char in _VARIANTS else char

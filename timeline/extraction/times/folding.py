"""Text as the grammar reads it: lower case, without accents, one form of apostrophe, space and hyphen.

Folding never changes the length, so that an offset in the folded text is the same offset in the text.
"""

from __future__ import annotations

import unicodedata

_SAME = {
    "'": "’‘ʼ′`´",
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\t\n\r\f\v",
    "-": "\u2010\u2011\u2012\u2013\u2212",
    '"': "«»“”„",
}


def fold(text: str) -> str:
    return _lower(text).translate(_ACCENTS)


def lowered(text: str) -> str:
    """The same with its accents, which tell « a signé » from « à signer »."""
    return _lower(text).translate(_PRINT)


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):
        # A few capitals, such as the dotted İ, have a longer lower case.
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return lower


_PRINT = {ord(variant): kept for kept, variants in _SAME.items() for variant in variants}


def _accents() -> dict[int, str]:
    table = dict(_PRINT)
    for code in range(0xC0, 0x180):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base.lower()
    return table


_ACCENTS = _accents()

"""Numbers in digits and words: « cinquante-six », "twenty-three", "half a dozen" is left alone."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.extraction.times.grammar import Match, WordValue

_SEPARATOR = re.compile(r"[ -]+(?:et[ -]+|and[ -]+)?|-et-")


def amount_of(match: Match, name: str = "amount") -> float | None:
    """The number that the match captured; None where it is vague."""
    text = match.captures.get(name)
    return None if text is None else _read(text, tuple(match.words["numeral"].items()))


@lru_cache(maxsize=1024)
def _read(text: str, numerals: tuple[tuple[str, WordValue], ...]) -> float | None:
    if text.split()[-1] in ("a", "an"):
        return 1.0
    digits = re.search(r"\d+(?:[.,]\d+)?", text)
    if digits:
        return float(digits[0].replace(",", "."))
    values = dict(numerals)
    whole = values.get(text)
    if whole is not None:
        return float(whole)
    total, understood = 0.0, False
    for word in _SEPARATOR.split(_join_scores(text)):
        value = values.get(word.replace("_", "-"))
        if value is None:
            if understood:
                return None
            continue
        number = float(value)
        total = total * 100 if number == 100 and 0 < total < 10 else total + number
        understood = True
    return total if understood else None


def _join_scores(text: str) -> str:
    """« quatre-vingt » is one word for eighty, not four and twenty."""
    return text.replace("quatre-vingt", "quatre_vingt")

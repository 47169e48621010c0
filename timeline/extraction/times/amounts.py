"""Numbers in digits and words: « cinquante-six », "twenty-three", "half a dozen" is left alone."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.extraction.times.grammar import Match, WordValue

_SEPARATOR = re.compile(r"[ -]+(?:et[ -]+|and[ -]+)?|-et-")

_AND_A_HALF = re.compile(r"[ -]and[ -]a[ -]half$")
_THOUSANDS = re.compile(r",(?=\d{3}\b)")


def amount_of(match: Match, name: str = "amount") -> float | None:
    """The number that the match captured, with « et demi » after the unit; None where it is vague."""
    text = match.captures.get(name)
    number = None if text is None else _read(text, tuple(match.words["numeral"].items()))
    return number + 0.5 if number is not None and match.has("and_half") else number


@lru_cache(maxsize=1024)
def _read(text: str, numerals: tuple[tuple[str, WordValue], ...]) -> float | None:
    half = _AND_A_HALF.search(text)
    if half:
        whole_number = _read(text[: half.start()], numerals)
        return None if whole_number is None else whole_number + 0.5
    if text.startswith("half a"):
        return 0.5
    if text.split()[-1] in ("a", "an"):
        return 1.0
    digits = re.search(r"\d+(?:,\d{3}\b)*(?:[.,]\d+)?", text)
    if digits:
        return float(_THOUSANDS.sub("", digits[0]).replace(",", "."))
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
        multiplies = number >= 100 and 0 < total < number
        total = total * number if multiplies else total + number
        understood = True
    return total if understood else None


def _join_scores(text: str) -> str:
    """« quatre-vingt » is one word for eighty, not four and twenty."""
    return text.replace("quatre-vingt", "quatre_vingt")

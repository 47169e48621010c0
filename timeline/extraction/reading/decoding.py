"""Bytes → characters: UTF-8 and UTF-16 for certain, the old Western encodings where the result makes sense."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from timeline.extraction.reading.refusals import Refusal, Refused

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# The encodings that French and English articles were written in before UTF-8, the likeliest first.
_WESTERN = ("cp1252", "iso8859_15", "mac_roman", "cp850")

# What such an article uses beyond ASCII. A wrong guess shows itself by characters outside this list.
_EXPECTED = frozenset(
    "àâäæçéèêëîïíìñôöóòœùûüúÿáãåøšžčćşğ" + "ÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸÁÍÓÚÑÅØŠŽČĆ" + "«»‹›“”„’‘…–—•·°º²³½¼¾€£§©®™†×\u00a0\u00ad"
)
_EXPECTED_SHARE = 0.97
_SAMPLE = 100_000

# Bytes that can only be meant as UTF-8: a Western text has no accented capital before a currency sign.
_UTF8_LIKE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_HIGH = re.compile(rb"[\x80-\xff]")

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.02


def decode(content: bytes) -> str:
    """The characters of a text file, without byte order mark and NUL. Raises Refused."""
    text = _unicode(content)
    if text is None:
        text = _western(content)
    visible = text.replace("\x00", "")
    if not visible.strip():
        raise Refused(Refusal.EMPTY)
    if len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise Refused(Refusal.BINARY, kind="many control characters")
    return visible


def _unicode(content: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise Refused(Refusal.ENCODING, position=len(mark) + error.start, guess=encoding) from error
    for encoding in (_utf16_without_mark(content), "utf-8"):
        try:
            return content.decode(encoding) if encoding else None
        except UnicodeDecodeError:
            continue  # Not that one: the next guess is tried, and `_western` has the last word.
    return None


def _utf16_without_mark(content: bytes) -> str:
    """French and English in UTF-16 have a zero as every second byte, but for a few typographic characters."""
    sample = content[:4096]
    half = len(sample) // 2 or 1
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.8 and even < 0.1:
        return "utf-16-le"
    if even > 0.8 and odd < 0.1:
        return "utf-16-be"
    return "utf-8"


def _western(content: bytes) -> str:
    telling = b"\n".join(line for line in content.splitlines() if not line.isascii())[:_SAMPLE]
    if len(_CONTROL.findall(telling.decode("latin-1"))) > _CONTROL_SHARE * len(telling):
        raise Refused(Refusal.BINARY, kind="many control characters")
    if sum(len(match) for match in _UTF8_LIKE.findall(telling)) > len(_HIGH.findall(telling)) / 2:
        raise Refused(Refusal.ENCODING, position=_first_bad_byte(content), guess="broken UTF-8")
    guesses = [match.encoding for match in from_bytes(telling, cp_isolation=list(_WESTERN))]
    # The detector leaves out some encodings that read the bytes just as well: all are weighed by the same measure.
    for encoding in dict.fromkeys([*guesses, *_WESTERN]):
        if _makes_sense(telling.decode(encoding, errors="replace")):
            return content.decode(encoding, errors="replace")
    raise Refused(Refusal.ENCODING, position=_first_bad_byte(content), guess=(guesses or _WESTERN)[0])


def _makes_sense(text: str) -> bool:
    foreign = [character for character in text if not character.isascii()]
    return sum(character in _EXPECTED for character in foreign) >= _EXPECTED_SHARE * len(foreign)


def _first_bad_byte(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0

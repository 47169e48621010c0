"""Bytes become the characters that were meant, or a refusal."""

import codecs

import pytest

from timeline.extraction.reading.decoding import decode
from timeline.extraction.reading.refusals import Refusal, Refused

FRENCH = (
    "À Genève, le président a reçu « son homologue » : l’été où tout a changé, c’était près du cœur de l’Élysée…\n"
    "Déjà, à Reykjavik, où les discussions furent âpres, les deux délégations s’étaient séparées sans accord."
)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"],
)
def test_french_survives_the_encodings_of_the_press(encoding):
    assert decode(FRENCH.encode(encoding)) == FRENCH


@pytest.mark.parametrize("encoding", ["latin-1", "iso8859_15", "cp850"])
def test_french_with_plain_punctuation_survives_the_older_encodings(encoding):
    plain = FRENCH.replace("’", "'").replace("…", "...").replace("œ", "oe")
    assert decode(plain.encode(encoding)) == plain


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8 + b"", codecs.BOM_UTF16_LE], ids=["utf-8", "utf-16"])
def test_a_byte_order_mark_is_no_text(mark):
    content = mark + "Oslo".encode("utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-8")
    assert decode(content) == "Oslo"


def test_line_ends_stay_as_they_are():
    assert decode(b"Camp David\r\n\r\n1978\n") == "Camp David\r\n\r\n1978\n"


def test_nul_characters_are_taken_out():
    assert decode(b"Camp\x00 David, 1978: thirteen days of talks between Carter, Begin and Sadat") == (
        "Camp David, 1978: thirteen days of talks between Carter, Begin and Sadat"
    )


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        pytest.param(b" \n\t \r\n", Refusal.EMPTY, id="white space"),
        pytest.param(codecs.BOM_UTF8, Refusal.EMPTY, id="only a byte order mark"),
        pytest.param(b"\x00" * 500, Refusal.EMPTY, id="only NUL"),
        pytest.param(bytes(range(256)) * 20, Refusal.BINARY, id="every byte"),
        pytest.param(b"abc\x01\x02\x03" * 50, Refusal.BINARY, id="control characters"),
        pytest.param(FRENCH.encode() + b"\xe9\xff", Refusal.ENCODING, id="UTF-8 with a broken end"),
        pytest.param("Встреча в Женеве".encode("cp1251") * 5, Refusal.ENCODING, id="Cyrillic"),
        pytest.param("ジュネーブでの会談".encode("shift_jis") * 5, Refusal.ENCODING, id="Japanese"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8x", Refusal.ENCODING, id="lone surrogate"),
        pytest.param(b"Reykjavik \xed\xa0\x80 1986", Refusal.ENCODING, id="surrogate in UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(content, refusal):
    with pytest.raises(Refused) as caught:
        decode(content)
    assert caught.value.refusal is refusal

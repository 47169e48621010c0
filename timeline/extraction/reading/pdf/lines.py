"""A page → its lines, each with its place and the size of its type, in the order in which the page draws them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from math import isfinite

from pypdf import PageObject
from pypdf.generic import DictionaryObject

from timeline.extraction.reading.refusals import Refusal, Refused

# Smaller than its neighbours, behind a word without a space, and only figures: the number of a note.
_NOTE_NUMBER = re.compile(r"\d{1,3}\s*")
_NOTE_SIZE = 0.8
# In parts of the size of the type.
_SAME_LINE, _WIDE_LETTER, _WIDE_SPACE = 0.5, 0.6, 3.0

# Writing costs the library more time than drawing.
_TEXT_OPERATORS = frozenset((b"Tj", b"TJ", b"'", b'"', b"Td", b"TD", b"Tm", b"T*"))
_TEXT_STEP = 3

# Letters that are drawn as one; they are two everywhere else.
_LIGATURES = {ord(one): unicodedata.normalize("NFKC", one) for one in "ﬀﬁﬂﬃﬄﬅﬆ"}


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    page: int
    x: float
    """From the left edge of the page, in points."""
    y: float
    """From the bottom edge of the page to the foot of the letters, in points."""
    size: float
    """Of the type that most of the line is set in, in points."""
    page_height: float

    @property
    def height(self) -> float:
        """Where on the page it stands: 0 at the bottom, 1 at the top."""
        return self.y / self.page_height


@dataclass(slots=True)
class _Piece:
    text: str
    x: float
    y: float
    size: float


@dataclass(slots=True)
class _Collector:
    """Takes what the library reports of a page, piece by piece; a piece may end with the line's end."""

    rotation: int
    width: float
    height: float
    lines: list[list[_Piece]] = field(default_factory=lambda: [[]])
    line_ended: bool = False

    def visit(
        self, text: str, cm: list[float], tm: list[float], _font: DictionaryObject | None, font_size: float
    ) -> None:
        x, y, size = _place(cm, tm, font_size)
        if not (isfinite(x) and isfinite(y) and isfinite(size)):
            return  # Matrices may be multiplied until nothing is left of a place.
        x, y = self._upright(x, y)
        for number, part in enumerate(text.split("\n")):
            self.line_ended = self.line_ended or number > 0
            if part.strip():
                self._add(_Piece(part, x, y, size))
            elif part and self.lines[-1]:
                self.lines[-1][-1].text += " "

    def _add(self, piece: _Piece) -> None:
        line = self.lines[-1]
        if line and (_is_other_line(line[-1], piece, self.line_ended) or is_far_behind(line[-1], piece)):
            self.lines.append([piece])
        else:
            line.append(piece)
        self.line_ended = False

    def _upright(self, x: float, y: float) -> tuple[float, float]:
        """The place on the page as it is shown."""
        match self.rotation % 360:
            case 90:
                return y, self.width - x
            case 180:
                return self.width - x, self.height - y
            case 270:
                return self.height - y, x
        return x, y


class Budget:
    """How much may still be drawn. Pages may share drawings, and those others, so that their bytes tell nothing."""

    def __init__(self, steps: int) -> None:
        self._limit = steps
        self._spent = 0

    def spend(self, operator: bytes, _operands: list[object], _cm: list[float], _tm: list[float]) -> None:
        """Counts a step before it is drawn. Raises Refused when there have been too many."""
        self._spent += _TEXT_STEP if operator in _TEXT_OPERATORS else 1
        if self._spent > self._limit:
            raise Refused(Refusal.TOO_LARGE, size=self._spent, limit=self._limit, unit="drawing steps")


def lines_of(page: PageObject, number: int, budget: Budget) -> list[Line]:
    """Text that stands upright on the page as it is shown; what runs up its margins is left out. Raises Refused."""
    box = page.cropbox
    rotation = page.rotation
    width, height = float(box.width), float(box.height)
    collector = _Collector(rotation, width, height)
    # The library counts the turn of the text, and a turned page holds text that is turned the other way.
    page.extract_text(orientations=(rotation % 360,), visitor_text=collector.visit, visitor_operand_before=budget.spend)
    shown_height = width if rotation % 180 else height
    lines = (_line(pieces, number, shown_height or 1) for pieces in collector.lines)
    return [line for line in lines if line is not None]


def is_far_behind(before: _Piece | Line, piece: _Piece | Line) -> bool:
    """The two ends of a running head, or two columns: how wide letters are is only guessed, so generously."""
    width = _WIDE_LETTER * before.size * len(before.text)
    return piece.x - before.x > width + _WIDE_SPACE * before.size


def _place(cm: list[float], tm: list[float], font_size: float) -> tuple[float, float, float]:
    """Text space → page: the matrices of the text and of the drawing multiplied (ISO 32000-1, 9.4.4)."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    across = tm[2] * cm[0] + tm[3] * cm[2]
    up = tm[2] * cm[1] + tm[3] * cm[3]
    return x, y, abs(font_size) * (across**2 + up**2) ** 0.5


def _is_other_line(before: _Piece, piece: _Piece, ended: bool) -> bool:
    """Where the library ends a line at a raised figure, the line goes on."""
    if abs(piece.y - before.y) > _SAME_LINE * max(piece.size, before.size, 1):
        return True
    return ended and piece.x <= before.x


def _line(pieces: list[_Piece], page: int, page_height: float) -> Line | None:
    if not pieces:
        return None
    letters: Counter[float] = Counter()
    for piece in pieces:
        letters[round(piece.size, 1)] += len(piece.text.strip())
    size = max(letters, key=lambda size: (letters[size], size))
    base = next(piece.y for piece in pieces if round(piece.size, 1) == size)
    kept = [piece for number, piece in enumerate(pieces) if not (number and _is_note_number(piece, size))]
    text = " ".join("".join(piece.text for piece in kept).translate(_LIGATURES).split())
    return Line(text, page, kept[0].x, base, size, page_height) if text else None


def _is_note_number(piece: _Piece, size: float) -> bool:
    return piece.size <= _NOTE_SIZE * size and bool(_NOTE_NUMBER.fullmatch(piece.text))

"""What the reader of a format hands on: the text laid out, and what the format itself says of its stretches.

Word, PDF, EPUB and feeds have no text of their own: it is composed here, from blocks set apart by blank lines, and is
from then on the document's text, to which every offset counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from timeline.extraction.reading.facts import NOTHING, Facts
from timeline.extraction.reading.refusals import Refusal, Refused
from timeline.extraction.records import Span


class Role(StrEnum):
    BODY = "body"
    HEADING = "heading"
    FURNITURE = "furniture"
    """Running heads and feet, page numbers, captions: known as such by their place or their markup."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading; line breaks inside it are the author's."""

    text: str
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Layout:
    """The text of a file, what its metadata say, and which stretches of it are known not to be running text."""

    text: str
    facts: Facts = NOTHING
    """What a header or the file itself says for certain."""
    fallback: Facts = NOTHING
    """What counts only where the article is silent: who is named as author is often only whose computer it was."""
    start: int = 0
    """Where the article begins, after a header."""
    furniture: tuple[Span, ...] = ()
    headings: tuple[Span, ...] = ()


def laid_out(blocks: Iterable[Block], facts: Facts, fallback: Facts = NOTHING) -> Layout:
    """The blocks one below the other. Raises Refused where none has any text."""
    pieces: list[str] = []
    spans: dict[Role, list[Span]] = {role: [] for role in Role}
    offset = 0
    for block in blocks:
        text = storable(block.text).strip()
        if not text:
            continue
        spans[block.role].append(Span(offset, offset + len(text)))
        pieces.append(text)
        offset += len(text) + len(_BETWEEN)
    if not pieces:
        raise Refused(Refusal.NO_BODY)
    return Layout(
        _BETWEEN.join(pieces),
        facts,
        fallback,
        furniture=tuple(spans[Role.FURNITURE]),
        headings=tuple(spans[Role.HEADING]),
    )


def storable(text: str) -> str:
    """Without the halves of characters and the NUL that character references can smuggle in."""
    return text.encode("utf-8", errors="ignore").decode("utf-8").replace("\x00", "")


_BETWEEN = "\n\n"

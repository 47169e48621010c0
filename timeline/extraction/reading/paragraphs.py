"""Text → paragraphs with exact offsets: one for each line, or for each block where lines were wrapped at a margin."""

from __future__ import annotations

from timeline.extraction.records import Span

# Wrapped text: every line but the last is about as long as the longest, seldom ends a sentence, and the next one often
# goes on in lower case. A list of links has short lines too, but each begins anew.
_WIDEST_MARGIN = 100
_NARROWEST_MARGIN = 40
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", "»", "”", '"')


def paragraphs(text: str, start: int = 0) -> list[Span]:
    """The paragraphs from `start` on, without the white space around them."""
    found: list[Span] = []
    block: list[Span] = []
    offset = start
    for line in text[start:].splitlines(keepends=True):
        span = trimmed(text, offset, offset + len(line))
        offset += len(line)
        if span is not None:
            block.append(span)
            continue
        found += _joined_if_wrapped(text, block)
        block = []
    return found + _joined_if_wrapped(text, block)


def within(paragraphs: list[Span], stretches: tuple[Span, ...]) -> set[int]:
    """Positions of the paragraphs that lie in one of the stretches; both come in the order of the text."""
    found: set[int] = set()
    position = 0
    for stretch in stretches:
        while position < len(paragraphs) and paragraphs[position].end <= stretch.end:
            if paragraphs[position].start >= stretch.start:
                found.add(position)
            position += 1
    return found


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without white space at its ends; None where nothing is left."""
    inner = text[start:end]
    kept = inner.strip()
    if not kept:
        return None
    start += len(inner) - len(inner.lstrip())
    return Span(start, start + len(kept))


def ends_sentence(line: str) -> bool:
    return line.rstrip(" \u00a0\u202f)»”\"'’]").endswith((".", "!", "?", "…"))


def is_same_block(text: str, paragraphs: list[Span], position: int) -> bool:
    """Whether no blank line stands between this paragraph and the one before."""
    between = text[paragraphs[position - 1].end : paragraphs[position].start]
    return len(f"{between}.".splitlines()) <= 2


def _joined_if_wrapped(text: str, block: list[Span]) -> list[Span]:
    return [Span(block[0].start, block[-1].end)] if _is_wrapped(text, block) else block


def _is_wrapped(text: str, block: list[Span]) -> bool:
    if len(block) < 3:
        return False
    full = [text[line.start : line.end] for line in block[:-1]]
    widest = max(len(line) for line in full)
    if not _NARROWEST_MARGIN <= widest <= _WIDEST_MARGIN or min(len(line) for line in full) < 0.6 * widest:
        return False
    goes_on = sum(text[line.start].islower() for line in block[1:])
    return sum(line.endswith(_SENTENCE_ENDS) for line in full) <= len(full) / 3 <= goes_on

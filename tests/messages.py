"""The strings of code and templates that are meant for translation, gathered without the gettext tools."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.extract import extract
from django.utils.translation.template import templatize

PROJECT = Path(__file__).resolve().parents[1]

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


class Message(NamedTuple):
    """A string as the catalogue knows it: `text` is a pair where it has a plural."""

    text: str | tuple[str, ...]
    context: str | None
    where: str


def messages() -> Iterator[Message]:
    for path in sorted((PROJECT / "timeline").rglob("*.py")):
        yield from _messages_in(path.read_text(encoding="utf-8"), path)
    for path in sorted((PROJECT / "templates").rglob("*.html")):
        source = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        # What was markup is now blanks and X; without indentation Python's tokenizer takes it.
        yield from _messages_in("\n".join(line.lstrip() for line in source.splitlines()), path)


def _messages_in(python: str, path: Path) -> Iterator[Message]:
    for line, text, _, context in extract("python", io.BytesIO(python.encode()), KEYWORDS):
        yield Message(text, context, f"{path.relative_to(PROJECT)}:{line}")

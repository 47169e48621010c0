"""What an article says about itself beside its body: the values that headers, datelines and pages give."""

from __future__ import annotations

from dataclasses import dataclass, fields

# The longest value that is kept of each: what is longer is no title or name but a broken header.
_LONGEST = {
    "date_words": 200, "title": 500, "publisher": 200, "author": 300, "url": 1000, "dateline": 200, "language": 20,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """Empty means that nothing is said. White space is normalised and what cannot be printed left
    out, since these are values and no quotations."""

    date_words: str = ""
    """The words that carry the publication date, not yet read."""
    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    dateline: str = ""
    language: str = ""

    @classmethod
    def tidied(cls, **values: str) -> Facts:
        return cls(**{key: _tidy(value, _LONGEST[key]) for key, value in values.items()})

    def or_else(self, other: Facts) -> Facts:
        """Each value of this one, or the other's where this one is silent."""
        return Facts(**{field.name: getattr(self, field.name) or getattr(other, field.name) for field in fields(self)})


NOTHING = Facts()


def _tidy(value: str, longest: int) -> str:
    value = "".join(mark for mark in " ".join(value[: 10 * longest].split()) if mark.isprintable())
    return value if len(value) <= longest else value[: longest - 1] + "…"

"""Passages that a person takes from an article: a stretch between two offsets, or words that are found in its text."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from timeline.models import Citation, Source

LONGEST = 3_000
"""Characters. What is longer is no passage that a reader could check at a glance."""

MOST_PLACES = 50


@dataclass(frozen=True)
class Evidence:
    """A passage of an article: `source.text[start:end]`, in characters, without white space at its ends."""

    source: Source
    start: int
    end: int

    @property
    def quote(self) -> str:
        return self.source.text[self.start : self.end]

    def free_key(self, kind: str) -> str:
        """The same for the same passage at every time; another one where an event holds that already."""
        for attempt in range(1000):
            parts = (Citation.BY_HAND, self.source.sha256, self.start, self.end, kind, *([attempt] if attempt else []))
            key = hashlib.sha256(":".join(map(str, parts)).encode()).hexdigest()[:16]
            if not Citation.objects.filter(key=key).exists():
                return key
        raise RuntimeError(f"no free key for characters {self.start} to {self.end} of {self.source.sha256}")


def take(source: Source, start: int, end: int) -> Evidence:
    """The passage between these offsets, trimmed. Raises ValidationError where there is none, or too much."""
    text = source.text
    if not 0 <= start < end <= len(text):
        raise ValidationError(_("These places lie outside the article."))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        raise ValidationError(_("There are no words in this passage."))
    if end - start > LONGEST:
        raise ValidationError(
            _("A passage may have up to %(most)s characters; this one has %(given)s.")
            % {"most": LONGEST, "given": end - start}
        )
    return Evidence(source, start, end)


def find(source: Source, words: str) -> list[Evidence]:
    """Every place at which exactly these words stand, whatever white space parts them; never words that are like them.

    Raises ValidationError as `take` does.
    """
    pieces = words.split()
    if not pieces:
        raise ValidationError(_("There are no words in this passage."))
    if len(words) > LONGEST:
        raise ValidationError(
            _("A passage may have up to %(most)s characters; this one has %(given)s.")
            % {"most": LONGEST, "given": len(words)}
        )
    # Looked for from each character on, so that places that overlap are all found.
    phrase = r"\s+".join(map(re.escape, pieces))
    pattern = re.compile(f"(?=({phrase}))")
    found = []
    for match in pattern.finditer(source.text):
        found.append(take(source, *match.span(1)))
        if len(found) == MOST_PLACES:
            break
    return found

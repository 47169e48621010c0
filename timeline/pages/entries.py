"""An event as lists show it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.models import Citation, Event
from timeline.pages.agreement import agreement
from timeline.wording import agreement_words, facts_beside_title


@dataclass(frozen=True)
class Entry:
    """An event as the list shows it: its first passage, further ones as notes, and whether the sources agree."""

    event: Event
    citations: list[Citation]
    agreement: str
    differs: bool
    facts: str
    """Who and where, as far as the title does not say it."""


def entry(event: Event) -> Entry:
    """Needs an event from `for_lists()` or `with_evidence()`."""
    citations = list(event.citations.all())
    found = agreement(citations)
    return Entry(event, citations, agreement_words(found), bool(found.differ_on), facts_beside_title(event))

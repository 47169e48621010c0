"""Events as the list shows them, rendered once and kept for the next reader.

Rendering an event with its passages costs a hundred times what it costs to find it. What was rendered is kept by this
process, for each language, as long as nothing in the database changes.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from dataclasses import dataclass
from itertools import groupby

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from timeline.index.current import Index
from timeline.languages import readers_language
from timeline.models import Event
from timeline.pages.entries import entry
from timeline.search.marking import marks

MOST_CARDS = 20_000
"""Of about one kilobyte each."""


@dataclass(frozen=True)
class Year:
    number: int
    cards: list[SafeString]


def cards_by_year(index: Index, keys: list[int], search: str = "") -> list[Year]:
    """The events with these primary keys, in chronological order, under the years in which they begin; the words of a
    search are marked in them."""
    cards = _cards.of(index, keys)
    years = index.columns.years_of(keys)
    found = [(year, marked(cards[key], search)) for year, key in zip(years, keys, strict=True) if key in cards]
    return [Year(year, [card for _year, card in of_year]) for year, of_year in groupby(found, key=lambda pair: pair[0])]


class _Cards:
    """The most recently used ones, all of one revision."""

    def __init__(self) -> None:
        self._revision: tuple[object, ...] = ()
        self._kept: OrderedDict[tuple[str, int], SafeString] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, index: Index, keys: list[int]) -> dict[int, SafeString]:
        language = readers_language()
        with self._lock:
            if self._revision != index.revision:
                self._kept.clear()
                self._revision = index.revision
            cards = {key: self._kept[language, key] for key in keys if (language, key) in self._kept}
        lacking = [key for key in keys if key not in cards]
        if lacking:
            cards |= _rendered(list(Event.objects.for_lists().filter(pk__in=lacking)))
        self._keep(language, index, cards)
        return cards

    def _keep(self, language: str, index: Index, cards: dict[int, SafeString]) -> None:
        with self._lock:
            if self._revision != index.revision:
                return
            for key, card in cards.items():
                self._kept[language, key] = card
                self._kept.move_to_end((language, key))
            while len(self._kept) > MOST_CARDS:
                self._kept.popitem(last=False)


_cards = _Cards()


_SEAM = "\0"
"""Between two cards that are rendered in one go; no text holds it."""


def _rendered(events: list[Event]) -> dict[int, SafeString]:
    """All at once: setting up a template's context costs as much as an event."""
    entries = [entry(event) for event in events]
    html = render_to_string("timeline/_entries.html", {"entries": entries, "seam": _SEAM})
    return {event.pk: mark_safe(card) for event, card in zip(events, html.split(_SEAM), strict=False)}  # noqa: S308


_TAG = re.compile(r"(<[^>]*>|&[#\w]+;)")


def marked(html: SafeString, search: str) -> SafeString:
    """The words of the search between <mark> and </mark>, in the text between the tags only."""
    if not search:
        return html
    pieces = _TAG.split(html)
    pieces[::2] = [_marked_text(text, search) if text.strip() else text for text in pieces[::2]]
    return mark_safe("".join(pieces))  # noqa: S308  # What was rendered, with two tags more that hold nothing typed.


def _marked_text(text: str, search: str) -> str:
    for start, end in reversed(marks(text, search)):
        text = f"{text[:start]}<mark>{text[start:end]}</mark>{text[end:]}"
    return text

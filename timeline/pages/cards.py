"""Events as the list shows them, rendered once and kept for the next reader.

Rendering an event with its passages costs many times what it costs to find it. What was rendered is kept by this
process, for each language, as long as nothing in the database changes.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe

from timeline.index.current import Index
from timeline.languages import readers_language
from timeline.pages.card_markup import cards
from timeline.pages.entries import entries_of
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
    kept = _cards.of(index, keys)
    years = index.columns.years_of(keys)
    found = [(year, marked(kept[key], search)) for year, key in zip(years, keys, strict=True)]
    return [Year(year, [html for _year, html in of_year]) for year, of_year in groupby(found, key=lambda pair: pair[0])]


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
            found = {key: self._kept[language, key] for key in keys if (language, key) in self._kept}
        lacking = [key for key in keys if key not in found]
        if lacking:
            found |= cards(entries_of(index, lacking))
        self._keep(language, index, found)
        return found

    def _keep(self, language: str, index: Index, found: dict[int, SafeString]) -> None:
        with self._lock:
            if self._revision != index.revision:
                return
            for key, html in found.items():
                self._kept[language, key] = html
                self._kept.move_to_end((language, key))
            while len(self._kept) > MOST_CARDS:
                self._kept.popitem(last=False)


_cards = _Cards()


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

"""An event of a list as HTML. A page has thirty of them: as templates they would cost as much as all else together.

Whatever comes from articles, from editors or from addresses goes through `escape`; Python's own, for Django's marks
each piece as safe, which costs as much again.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from timeline.dates import HistoricalDate
from timeline.pages.entries import Entry
from timeline.pages.listed import ListedCitation
from timeline.pages.passages import excerpt
from timeline.wording import date_words, source_credit, source_label

_ID = "ID"
"""Where an address has what it is the address of."""


def cards(entries: Sequence[Entry]) -> dict[int, SafeString]:
    """By the primary keys of the events. Django is asked once for the form of the addresses, not for each."""
    event, source = reverse("event", args=[_ID]), reverse("source", args=[_ID])
    return {entry.key: _card(entry, event, source) for entry in entries}


def _card(entry: Entry, event: str, source: str) -> SafeString:
    return mark_safe(  # noqa: S308  # Every value in it has been escaped where it was put in.
        f'<article class="event{" event--uncertain" if is_uncertain(entry.date) else ""}" id="e-{entry.public_id}">\n'
        f'<p class="event__date"><span>{escape(date_words(entry.date, short=True))}</span></p>\n'
        f'<div class="event__body">\n'
        f'<h3 class="event__title"><a href="{event.replace(_ID, entry.public_id)}">{escape(entry.title)}</a></h3>'
        f"{_paragraph('event__facts', entry.facts)}"
        f"{''.join(_quote(first, source) for first in entry.citations[:1])}"
        f"{_notes(entry.citations[1:], source)}"
        f'\n</div>\n<div class="event__edge">'
        f"{_paragraph(_agreement_class(entry), entry.agreement)}"
        f"{_paragraph('event__unreviewed', '' if entry.reviewed else _('not yet reviewed by an editor'))}"
        f"\n</div>\n</article>"
    )


def is_uncertain(date: HistoricalDate) -> bool:
    """Whether the date says more than "this day", "this month" or "this year": one of several, about, open."""
    return bool(date.qualifier) or date.precision == "set" or not date.is_bounded


def _agreement_class(entry: Entry) -> str:
    return "event__agreement event__agreement--differs" if entry.differs else "event__agreement"


def _paragraph(name: str, text: str) -> str:
    return f'\n<p class="{name}">{escape(text)}</p>' if text else ""


def _notes(citations: Sequence[ListedCitation], address: str) -> str:
    """Passages after the first, each to be opened."""
    if not citations:
        return ""
    items = (
        f"<li><details><summary>{escape(source_label(one.source))}</summary>{_quote(one, address)}</details></li>"
        for one in citations
    )
    return f'\n<ol class="event__notes" start="2">\n{"".join(items)}\n</ol>'


def _quote(citation: ListedCitation, address: str) -> str:
    source = citation.source
    words = "".join(
        f'<b class="quote__time">{escape(piece.text)}</b>' if piece.time else escape(piece.text)
        for piece in excerpt(citation)
    )
    article = source.sha256[:12]
    return (
        f'\n<blockquote class="quote" lang="{escape(source.language)}">\n<p>{words}</p>\n'
        f'<footer data-at="{citation.start}–{citation.end}" data-article="{article}">'
        f'<a href="{address.replace(_ID, article)}#c-{citation.key}">{escape(source_label(source))}</a>'
        f'<span class="quote__credit">, {escape(source_credit(source))}</span></footer>\n</blockquote>'
    )

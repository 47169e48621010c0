"""An event as a footnote that can be pasted into a text, in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext as _

from timeline.models import Citation, Event, Source
from timeline.wording import date_words, event_title, quoted, source_credit, source_label


def footnote(event: Event, citations: Sequence[Citation]) -> str:
    """Title, place and date; every article with its publisher and date; the permanent address."""
    where_and_when = ", ".join(
        part for part in (event.place.name if event.place else "", date_words(event.date)) if part
    )
    articles: dict[int, Source] = {citation.source_id: citation.source for citation in citations}
    sources = _("; ").join(f"{quoted(source_label(source))}, {source_credit(source)}" for source in articles.values())
    return _("%(title)s, %(where_and_when)s. After %(sources)s. Aide-mémoire, %(address)s") % {
        "title": event_title(event),
        "where_and_when": where_and_when,
        "sources": sources,
        "address": settings.SITE_URL + event.get_absolute_url(),
    }

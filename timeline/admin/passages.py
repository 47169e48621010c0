"""A passage in its article: the quote with some words around it, and the way to the page that shows it all."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline.admin.values import in_lines
from timeline.models import Citation
from timeline.wording import date_words, join_names, source_label

CONTEXT = 160
"""Characters of the article that are shown on either side of a quote."""


def quote_in_context(citation: Citation) -> SafeString:
    text = citation.source.text
    before = text[max(0, citation.start - CONTEXT) : citation.start]
    after = text[citation.end : citation.end + CONTEXT]
    return format_html(
        '<blockquote class="passage">{}{}<mark>{}</mark>{}{}</blockquote><a href="{}">{}</a>{}',
        "… " if citation.start > CONTEXT else "",
        before,
        citation.quote,
        after,
        " …" if citation.end + CONTEXT < len(text) else "",
        passage_address(citation),
        source_label(citation.source),
        "" if citation.matches_its_source else _(" — the article no longer says this at these offsets"),
    )


def passage_address(citation: Citation) -> str:
    """On the source page, at the highlighted passage."""
    return f"{citation.source.get_absolute_url()}#c-{citation.key}"


def claim_in_words(citation: Citation) -> SafeString:
    """What this source says: kind, date and the words that carry it, place, actors, who says so."""
    date = date_words(citation.date)
    lines = [
        f"{capfirst(citation.get_kind_display())}, {citation.get_modality_display()}",
        _("%(date)s (in the article: “%(wording)s”)") % {"date": date, "wording": citation.wording}
        if citation.wording
        else date,
        citation.place.name if citation.place else "",
        join_names([actor.name for actor in citation.actors.all()]),
        _("according to “%(who)s”") % {"who": citation.attribution} if citation.attribution else "",
        capfirst(citation.get_refusal_display()) if citation.refusal else "",
    ]
    return in_lines(lines)

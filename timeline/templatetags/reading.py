"""What templates need to put events, dates and sources into words."""

from __future__ import annotations

import html
from collections.abc import Iterable

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline.dates import HistoricalDate
from timeline.knowledge.reading import GENERAL_KNOWLEDGE, OFFICE_OF_THE_HISTORIAN
from timeline.languages import in_readers_language
from timeline.models import Actor, Citation
from timeline.models.kinds import Kind
from timeline.pages.explanation import explain_citation
from timeline.pages.facets import Option, Period
from timeline.pages.passages import Piece, excerpt
from timeline.pages.silence import Silence
from timeline.refusal_words import reason_words
from timeline.wording import (
    date_words,
    duration_words,
    event_facts,
    event_title,
    office_words,
    precision_words,
    quoted,
    source_credit,
    source_label,
)

register = template.Library()

register.filter("event_title", event_title)
register.filter("event_facts", event_facts)
register.filter("reason_words", reason_words)
register.filter("source_label", source_label)
register.filter("source_credit", source_credit)
register.filter("office_words", office_words)
register.filter("precision_words", precision_words)
register.filter("quoted", quoted)
register.filter("explain_citation", explain_citation)


@register.filter
def parameter_words(parameter: str) -> str:
    """A parameter of the address as its field in the form is called."""
    names = {
        "actor": _("Actors"),
        "kind": _("Kinds"),
        "place": _("Places"),
        "source": _("Sources"),
        "when": _("When"),
        "q": _("Words in titles, passages and names"),
        "page": _("Page"),
    }
    return names.get(parameter, parameter)


@register.filter
def origin_words(origin: str) -> str:
    """Where a fact comes from, without the address of the record within its data set."""
    if origin == GENERAL_KNOWLEDGE:
        return _("general knowledge, no source given")
    return OFFICE_OF_THE_HISTORIAN if origin.startswith(OFFICE_OF_THE_HISTORIAN) else origin


@register.filter
def in_words(date: HistoricalDate | None) -> str:
    return date_words(date)


@register.filter
def in_short_words(date: HistoricalDate | None) -> str:
    return date_words(date, short=True)


class _Counted(int):
    """Written with its thousands told apart, « 1 478 » and "1,478", and still a number where a plural depends on it."""

    def __str__(self) -> str:
        return f"{int(self):,}".replace(",", in_readers_language(fr="\u202f", en=","))


@register.filter
def thousands(number: int) -> int:
    """For what is counted; years and the like are no amounts."""
    return _Counted(number)


@register.filter
def lasting(silence: Silence) -> str:
    return duration_words(silence.start, silence.end)


@register.filter
def verbatim(text: str) -> SafeString:
    """Every character as it is: a bare carriage return would be lost on its way into a page, and the places of all that
    follow be other ones."""
    return mark_safe(escape(text).replace("\r", "&#13;"))  # noqa: S308 - it was escaped just before.


@register.filter(name="excerpt")
def excerpt_pieces(citation: Citation) -> list[Piece]:
    return excerpt(citation)


@register.filter
def kind_words(kind: str) -> str:
    return capfirst(str(Kind(kind).label))


@register.simple_tag
def relations_url(one: Actor, other: Actor) -> str:
    """The one address of what brought these two together."""
    return reverse("relations", args=sorted((one.slug, other.slug)))


@register.simple_tag
def site_url() -> str:
    """Where the site is published, without a slash at the end."""
    return settings.SITE_URL


# -- long lists -----------------------------------------------------------------------------------------------------
# A panel has a hundred small items. As a loop of the template they cost more than all else on the page.


@register.simple_tag
def option_items(parameter: str, options: Iterable[Option]) -> SafeString:
    """The values of a filter as boxes to tick, each with its count."""
    items = (
        f'<li><label><input type="checkbox" name="{parameter}" value="{value}" id="{parameter}-{value}"'
        f'{" checked" if one.chosen else ""}> <span class="filters__words">{html.escape(one.words)}</span> '
        f'<span class="filters__count">{thousands(one.count)!s}</span></label></li>'
        for one in options
        for value in [html.escape(one.value)]
    )
    return mark_safe("\n".join(items))  # noqa: S308  # Words and values have been escaped.


@register.simple_tag
def period_items(periods: Iterable[Period], address: str) -> SafeString:
    """Years or decades as links to the chronology of each."""
    items = (
        f'<li><a href="{there}" hx-get="{there}">{html.escape(one.words)} '
        f'<span class="filters__count">{thousands(one.count)!s}</span></a></li>'
        for one in periods
        for there in [html.escape(f"{address}?{one.query_string}")]
    )
    return mark_safe("".join(items))  # noqa: S308  # Words and addresses have been escaped.

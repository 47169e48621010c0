"""How a date was worked out, as a chain: the words of the source, what they were read against, what they give."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline.dates import HistoricalDate, InvalidDate
from timeline.models import Citation
from timeline.wording import date_words, precision_words, quoted


@dataclass(frozen=True)
class Link:
    """One link of the chain: what it is, and what stands there."""

    label: str
    text: str
    remark: str = ""


def chain_of(citation: Citation) -> list[Link]:
    """Empty where there is nothing to show: no date, or one that an editor set without words of the source."""
    derivation = citation.derivation
    if citation.date is None or not citation.wording or derivation.get("origin") == "editor":
        return []
    words = Link(_("The words"), quoted(citation.wording))
    value = Link(capfirst(precision_words(citation.date)), date_words(citation.date))
    if derivation.get("origin") not in ("relative", "inherited"):
        return [words, value]
    return [words, _against(citation), value]


def _against(citation: Citation) -> Link:
    """What the words were counted from or completed by."""
    rule = _("Counted from") if citation.derivation.get("origin") == "relative" else _("Completed by")
    base, kind = base_of(citation), citation.derivation.get("base_kind", "")
    if base is None:
        return Link(rule, _("the context"))
    if kind == "published":
        return Link(rule, date_words(base), _("the article’s date"))
    if kind == "text_bound":
        return Link(rule, date_words(base), _("the latest date that the article reports as past"))
    wording = citation.derivation.get("base_wording", "")
    said = _("earlier in the text: %(words)s") % {"words": quoted(wording)} if wording else _("earlier in the text")
    return Link(rule, date_words(base), said)


def base_of(citation: Citation) -> HistoricalDate | None:
    """The date that the words were read against; None where there is none."""
    try:
        edtf = citation.derivation.get("base", "")
        return HistoricalDate.parse(edtf) if edtf else None
    except InvalidDate:
        return None

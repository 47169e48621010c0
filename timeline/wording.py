"""Events, sources and agreement in words, in the reader's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.knowledge import load_knowledge
from timeline.languages import in_readers_language, readers_language
from timeline.models.kinds import Kind

if TYPE_CHECKING:
    from timeline.dates import HistoricalDate
    from timeline.index.names import ArticleName
    from timeline.models import Event, Source
    from timeline.pages.agreement import Agreement
    from timeline.pages.listed import ListedSource

OFFICES = ("tenure", "appointment")
"""The kinds of events that are about an office."""
MOST_NAMES = 4
"""More names than that make a title unreadable; the page has them all."""
MOST_NAMES_BESIDE = 12


def event_title(event: Event) -> str:
    """The editors' title where there is one, otherwise « Rencontre : William Burns et Nikolaï Patrouchev »."""
    names = [participation.actor.name for participation in event.leading_participations]
    return title_in_words(event.kind, in_readers_language(fr=event.title_fr, en=event.title_en), names)


def title_in_words(kind: str, own: str, names: list[str]) -> str:
    """`own` is the editors' title, `names` are those of who took part."""
    if own:
        return own
    words = capfirst(str(Kind(kind).label))
    return _("%(kind)s: %(actors)s") % {"kind": words, "actors": shortened_names(names)} if names else words


def facts_beside_title(own: str, names: list[str], office: str, where: str) -> str:
    """Who and where in one line, without repeating names that a worded title already has."""
    who = shortened_names(names, MOST_NAMES_BESIDE) if own or len(names) > MOST_NAMES else ""
    return " · ".join(part for part in (who, office, where) if part)


def event_facts(event: Event) -> str:
    """`facts_beside_title` of an event with its participations, its place and its passages."""
    own = in_readers_language(fr=event.title_fr, en=event.title_en)
    names = [participation.actor.name for participation in event.leading_participations]
    return facts_beside_title(own, names, office_words(event), event.place.name if event.place else "")


def office_words(event: Event) -> str:
    """Of a tenure or an appointment, the office as its sources have it: « ambassadeur (États-Unis, Russie) »."""
    if event.kind not in OFFICES:
        return ""
    return office_in_words(office for citation in event.citations.all() if (office := citation.office_told))


def office_in_words(told: Iterable[Mapping[str, Any]]) -> str:
    """The first of the offices that sources tell; empty where they tell none."""
    office = next(iter(told), None)
    if office is None:
        return ""
    knowledge = load_knowledge()
    language = readers_language()
    label = knowledge.office_label(office["role"], language)
    bodies = [(knowledge.actor(body["key"]), body["name"]) for body in (office["of"], office["to"]) if body]
    names = [in_readers_language(fr=known.name_fr, en=known.name_en) if known else name for known, name in bodies]
    return f"{label} ({', '.join(names)})" if names else label


def shortened_names(names: list[str], most: int = MOST_NAMES) -> str:
    """« A, B, C et 5 autres » where there are too many to name."""
    if len(names) <= most:
        return join_names(names)
    kept, others = names[: most - 1], len(names) - most + 1
    rest = ngettext("%(count)s other", "%(count)s others", others) % {"count": others}
    return join_names([*kept, rest])


def join_names(names: list[str]) -> str:
    """« A, B et C », "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def date_words(date: HistoricalDate | None, *, short: bool = False) -> str:
    return date.in_words(readers_language(), short=short) if date else _("undated")


def of_date(date: HistoricalDate) -> str:
    """The date as it follows "dated": French needs « du 3 novembre », « de juin », « d’août » there."""
    words = date_words(date)
    if readers_language() != "fr":
        return words
    if date.precision == "day":
        return f"du {words}"
    return f"d’{words}" if words[0] in "aeoéh" else f"de {words}"


def duration_words(start: dt.date, end: dt.date) -> str:
    """The time between two days in whole years and months, « 2 ans et 3 mois »; in days where it is short."""
    months = 12 * (end.year - start.year) + end.month - start.month - (end.day < start.day)
    if months < 2:
        days = (end - start).days
        return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
    years, rest = divmod(months, 12)
    parts = []
    if years:
        parts.append(ngettext("%(count)s year", "%(count)s years", years) % {"count": years})
    if rest:
        parts.append(ngettext("%(count)s month", "%(count)s months", rest) % {"count": rest})
    return join_names(parts)


def precision_words(date: HistoricalDate | None) -> str:
    """How finely the date is known, as a remark beside it; nothing where the date itself says it all."""
    if date is None:
        return ""
    if date.qualifier == "~":
        return _("an approximate date")
    if date.qualifier == "?":
        return _("an uncertain date")
    return {
        "day": _("known to the day"),
        "month": _("known to the month"),
        "season": _("known to the season"),
        "year": _("known to the year"),
        "decade": _("known to the decade"),
        "interval": _("a stretch of time") if date.is_bounded else _("open at one end"),
        "set": _("one of several days"),
    }[date.precision.value]


def quoted(text: str) -> str:
    """Between the quotation marks of the reader's language."""
    return _("“%(text)s”") % {"text": text}


def source_label(source: Source | ListedSource | ArticleName) -> str:
    """The article's title; for one without, its opening words."""
    return source.title or source.opening or _("Untitled article (%(file)s)") % {"file": PurePath(source.name).stem}


def source_credit(source: Source | ListedSource) -> str:
    """Publisher, author and date, as far as the article says."""
    date = date_words(source.date) if source.date else _("no publication date")
    return ", ".join(part for part in (source.publisher, source.author, date) if part)


def agreement_words(agreement: Agreement) -> str:
    """« 2 sources concordent », "they differ on the day"; nothing where a single source speaks."""
    if agreement.sources < 2:
        return ""
    if agreement.differ_on:
        return {
            "day": _("they differ on the day"),
            "month": _("they differ on the month"),
            "year": _("they differ on the year"),
            "place": _("they differ on the place"),
        }[agreement.differ_on]
    return ngettext("%(count)s source agrees", "%(count)s sources agree", agreement.sources) % {
        "count": agreement.sources
    }

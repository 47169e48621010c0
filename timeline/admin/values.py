"""What was decided, in words: the values that judgements hold, for messages and for the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from timeline.dates import HistoricalDate
from timeline.models import Actor, Citation, Event, Judgement, Participation, Place
from timeline.wording import date_words, join_names


def field_name(name: str) -> str:
    """`title_fr` is « Titre français »."""
    own = {"date": _("date"), "participations": _("actors"), "passage": _("passage"), "passages": _("passages")}
    return capfirst(own.get(name) or str(getattr(Event._meta.get_field(name), "verbose_name", name)))


def field_names(names: Iterable[str]) -> str:
    return join_names([field_name(name) for name in names]) or _("none")


def change_in_words(name: str, before: Any, after: Any) -> str:
    """« Date : novembre 2021 → 2 novembre 2021 »"""
    return _("%(field)s: %(before)s → %(after)s") % {
        "field": field_name(name),
        "before": value_in_words(name, before),
        "after": value_in_words(name, after),
    }


def changes_in_words(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """One line for each field that differs."""
    return [
        change_in_words(name, before.get(name), value) for name, value in after.items() if before.get(name) != value
    ]


def value_in_words(name: str, value: Any) -> str:
    if value in (None, "", []):
        return _("nothing")
    match name:
        case "date":
            return date_words(HistoricalDate.parse(value["edtf"]) if value["edtf"] else None)
        case "kind":
            return str(Event.Kind(value).label)
        case "status":
            return str(Event.Status(value).label)
        case "passage":
            return str(Citation.State(value).label)
        case "place":
            place = Place.objects.filter(key=value).first()
            return place.name if place else str(value)
        case "participations":
            return _participations(value)
        case "reviewed":
            return _("yes") if value else _("no")
    return str(value)


def _participations(pairs: list[list[str]]) -> str:
    actors = {actor.key: actor.name for actor in Actor.objects.filter(key__in=[key for key, _role in pairs])}
    return join_names(
        [
            actors.get(key, key)
            if role == Participation.Role.PARTICIPANT
            else f"{actors.get(key, key)} ({Participation.Role(role).label})"
            for key, role in pairs
        ]
    )


def judgement_in_words(judgement: Judgement) -> str:
    """« 2026-11-22 03:20 · ada · corriger · Date : novembre 2021 → 2 novembre 2021 »"""
    parts = [
        f"{localtime(judgement.decided):%Y-%m-%d %H:%M}",
        str(judgement.decided_by or _("somebody whose account is gone")),
        str(judgement.get_verdict_display()),
        *decided_in_words(judgement),
        judgement.reason,
        _("undone") if judgement.undone else "",
    ]
    return " · ".join(part for part in parts if part)


def decided_in_words(judgement: Judgement) -> list[str]:
    return changes_in_words(judgement.detail.get("before", {}), judgement.detail.get("after", {}))


def in_lines(lines: Iterable[str]) -> SafeString:
    return format_html_join("", "<div>{}</div>", ((line,) for line in lines if line))

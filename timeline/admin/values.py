"""What was decided, in words: the values that judgements hold, for messages and for the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.dates import HistoricalDate
from timeline.judging.actors import NAMES
from timeline.models import Actor, Citation, Event, Judgement, Participation, Place
from timeline.wording import date_words, join_names


def field_name(name: str) -> str:
    """`title_fr` is « Titre français »."""
    own = {
        "date": _("date"),
        "participations": _("actors"),
        "actors": _("actors"),
        "passage": _("passage"),
        "passages": _("passages"),
    }
    model = Actor if name in NAMES else Event
    return capfirst(own.get(name) or str(getattr(model._meta.get_field(name), "verbose_name", name)))


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
    detail = judgement.detail
    changes = changes_in_words(detail.get("before", {}), detail.get("after", {}))
    match judgement.verdict:
        case Judgement.Verdict.MERGE:
            titles = join_names(_titles(detail["emptied"]))
            return [_("Merged with it: %(events)s") % {"events": titles}, *changes]
        case Judgement.Verdict.SPLIT:
            left, stayed = (len(group) for group in detail["groups"])
            counted = ngettext("%(count)s passage", "%(count)s passages", left) % {"count": left}
            words = _("%(passages)s split from “%(event)s”, where %(stayed)s stayed")
            title = join_names(_titles({detail["from"]: detail["into"]}))
            return [words % {"passages": counted, "event": title, "stayed": stayed}]
        case Judgement.Verdict.HAND_BACK:
            return [_("Handed back: %(fields)s") % {"fields": field_names(detail["handed_back"])}, *changes]
        case Judgement.Verdict.SAME:
            told = dict(zip(detail["told"], judgement.actor_names, strict=True))
            others = join_names([told[key] for key in detail["actors"]])
            return [_("%(others)s: the same as %(survivor)s") % {"others": others, "survivor": told[detail["into"]]}]
        case Judgement.Verdict.DIFFERENT:
            return [_("%(actors)s: not the same") % {"actors": join_names(judgement.actor_names)}]
    return changes


def _titles(events: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """In the reader's language, where the row is still there; otherwise as they were when it was decided."""
    found = {event.public_id: str(event) for event in Event.objects.filter(public_id__in=events)}
    return [found.get(public_id, was["title"]) for public_id, was in events.items()]


def in_lines(lines: Iterable[str]) -> SafeString:
    return format_html_join("", "<div>{}</div>", ((line,) for line in lines if line))

"""A version in words: what an act changed of a row, of what belongs to it, and of the passages beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from timeline.admin.values import field_name, value_in_words
from timeline.dates import HistoricalDate
from timeline.history.nouns import BY_NAME
from timeline.history.versions import Version
from timeline.models import Actor, Change, Citation, Event
from timeline.wording import date_words

UNSAID = {"wording", "derivation", "locked"}
"""What goes along with another value and says nothing more to a person."""


def who_in_words(change: Change) -> str:
    if change.is_program:
        return _("the program")
    return str(change.by or _("somebody whose account is gone"))


def version_in_words(version: Version) -> list[str]:
    """A line for each value, the row's own first."""
    own = [change for change in version.changes if change.noun == change.subject_noun and change.noun != "citation"]
    others = [change for change in version.changes if change not in own]
    lines = [line for change in (*reversed(own), *reversed(others)) for line in _lines(change)]
    return list(dict.fromkeys(lines)) or [_("looked at, with the same values")]


def _lines(change: Change) -> Iterator[str]:
    if change.noun == change.subject_noun and change.kind == Change.Kind.DELETED:
        yield _("deleted: %(name)s") % {"name": change.name}
    elif change.noun == change.subject_noun:
        about = f"{_passage(change)}: " if change.noun == "citation" else ""
        for name, value in change.after.items():
            before = change.before.get(name)
            if name not in UNSAID and (change.kind == Change.Kind.CHANGED or value not in (None, "", [], 0, False)):
                yield about + _difference(change.noun, name, before, value)
    else:
        yield _belonging(change)


def _belonging(change: Change) -> str:
    words = {"noun": capfirst(BY_NAME[change.noun].model._meta.verbose_name)}
    match change.kind:
        case Change.Kind.ADDED:
            return _("%(noun)s added: %(row)s") % (words | {"row": _row(change.noun, change.after)})
        case Change.Kind.DELETED:
            return _("%(noun)s taken out: %(row)s") % (words | {"row": _row(change.noun, change.before)})
    differences = [
        _difference(change.noun, name, change.before.get(name), value) for name, value in change.after.items()
    ]
    return f"{words['noun']}: {'; '.join(differences)}"


def _passage(change: Change) -> str:
    citation = Citation.objects.filter(pk=change.row).only("quote").first()
    return _("Passage “%(quote)s”") % {"quote": Truncator(citation.quote).chars(60)} if citation else _("A passage")


def _row(noun: str, values: dict[str, Any]) -> str:
    return " · ".join(_value(noun, name, value) for name, value in values.items() if value and name not in UNSAID)


def _difference(noun: str, name: str, before: Any, after: Any) -> str:
    return _("%(field)s: %(before)s → %(after)s") % {
        "field": _field(noun, name),
        "before": _value(noun, name, before),
        "after": _value(noun, name, after),
    }


def _field(noun: str, name: str) -> str:
    if noun == "event" and name != "edtf":
        return field_name(name)
    return str(capfirst(BY_NAME[noun].model._meta.get_field(name).verbose_name))  # type: ignore[union-attr]


def _value(noun: str, name: str, value: Any) -> str:
    if value in (None, "", []):
        return _("nothing")
    if name == "edtf":
        return date_words(HistoricalDate.parse(value))
    if noun == "event":
        return value_in_words(name, value)
    if name == "actor":
        actor = Actor.objects.filter(key=value).first()
        return actor.name if actor else str(value)
    if name == "event":
        event = Event.objects.filter(public_id=value).first()
        return str(event or value)
    choices = BY_NAME[noun].model._meta.get_field(name).choices  # type: ignore[union-attr]
    return str(dict(choices).get(value, value)) if choices else str(value)

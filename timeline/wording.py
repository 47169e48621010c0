"""Events in words: titles made from kind, actors and place, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline.languages import in_readers_language

if TYPE_CHECKING:
    from timeline.models import Event


def event_title(event: Event) -> str:
    """The editors' title where there is one, otherwise « Rencontre : William Burns et Nikolaï Patrouchev »."""
    own = in_readers_language(fr=event.title_fr, en=event.title_en)
    if own:
        return own
    actors = join_names([participation.actor.name for participation in event.participations.all()])
    kind = capfirst(event.get_kind_display())
    return _("%(kind)s: %(actors)s") % {"kind": kind, "actors": actors} if actors else kind


def join_names(names: list[str]) -> str:
    """« A, B et C », "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s and %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}

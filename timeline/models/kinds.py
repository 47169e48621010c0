"""The kinds of events in words, for an event and for what a passage claims of it."""

import re
from functools import lru_cache

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from timeline.extraction.records import EventKind


class Kind(models.TextChoices):
    MEETING = EventKind.MEETING.value, _("meeting")
    SUMMIT = EventKind.SUMMIT.value, _("summit")
    CALL = EventKind.CALL.value, _("call")
    VISIT = EventKind.VISIT.value, _("visit")
    NEGOTIATION = EventKind.NEGOTIATION.value, _("negotiation")
    CONFERENCE = EventKind.CONFERENCE.value, _("conference")
    AGREEMENT = EventKind.AGREEMENT.value, _("agreement")
    STATEMENT = EventKind.STATEMENT.value, _("statement")
    APPOINTMENT = EventKind.APPOINTMENT.value, _("appointment")
    TENURE = EventKind.TENURE.value, _("tenure")
    SANCTION = EventKind.SANCTION.value, _("sanction")
    RUPTURE = EventKind.RUPTURE.value, _("rupture")
    CONFLICT = EventKind.CONFLICT.value, _("conflict")
    INCIDENT = EventKind.INCIDENT.value, _("incident")
    EXCHANGE = EventKind.EXCHANGE.value, _("exchange")
    OTHER = EventKind.OTHER.value, _("other event")


def kinds_called(pattern: str) -> list[str]:
    """The kinds in whose name, in any language of the site, the regular expression is found."""
    return [kind for kind, name in _names() if re.search(pattern, name, re.IGNORECASE)]


@lru_cache
def _names() -> tuple[tuple[str, str], ...]:
    names = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            names += [(kind.value, str(kind.label)) for kind in Kind]
    return tuple(names)

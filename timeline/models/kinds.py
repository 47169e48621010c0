"""The kinds of events in words, for an event and for what a passage claims of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

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

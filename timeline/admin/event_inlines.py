"""What belongs to an event on its page: who took part, and the passages that say so."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from timeline.admin.labelled_rows import LabelledTabularInline
from timeline.admin.passages import claim_in_words, quote_in_context
from timeline.admin.read_only import Kept, NothingAdded
from timeline.models import Citation, Event, Participation


class ParticipationInline(LabelledTabularInline):
    model = Participation
    identity = ("actor",)
    autocomplete_fields = ("actor",)
    verbose_name = _("actor who took part")
    verbose_name_plural = _("actors who took part")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("help_text", _("Person, state or organisation that took part."))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        """To take an actor out of an event is a correction of the event: it is recorded and can be undone."""
        return self.has_change_permission(request, obj)


class CitationInline(NothingAdded, Kept, LabelledTabularInline):
    model = Citation
    fields = ("passage", "reported", "state")
    readonly_fields = ("passage", "reported")
    verbose_name = _("passage")
    verbose_name_plural = _("passages that support it")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        rows = super().get_queryset(request).select_related("source", "place").prefetch_related("actors")
        return rows.order_by("source__earliest", "source_id", "start")

    @admin.display(description=_("passage"))
    def passage(self, citation: Citation) -> SafeString:
        return quote_in_context(citation)

    @admin.display(description=_("what this source says"))
    def reported(self, citation: Citation) -> SafeString:
        return claim_in_words(citation)

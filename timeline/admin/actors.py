"""Actors with the names under which sources know them and the offices that they held."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from timeline.admin.conflicts import GuardedAdmin
from timeline.admin.labelled_rows import LabelledTabularInline
from timeline.admin.typed_date_field import TypedDateField
from timeline.models import Actor, ActorName, Tenure


class TenureForm(forms.ModelForm):
    edtf = TypedDateField(label=_("Time in office"))

    class Meta:
        model = Tenure
        fields = ("office_fr", "office_en", "edtf", "origin")


class NameInline(LabelledTabularInline):
    model = ActorName
    identity = ("name", "language")


class TenureInline(LabelledTabularInline):
    model = Tenure
    form = TenureForm
    identity = ("office_fr", "office_en", "edtf")


@admin.register(Actor)
class ActorAdmin(GuardedAdmin):
    list_display = ("name_fr", "name_en", "kind", "events_held", "wikidata")
    list_display_links = ("name_fr", "name_en")
    list_filter = ("kind",)
    search_fields = ("name_fr", "name_en", "names__name", "key", "wikidata")
    search_help_text = _("Any of the actor's names, the key or the Wikidata id.")
    fields = ("kind", "name_fr", "name_en", "key", "slug", "wikidata")
    prepopulated_fields = {"slug": ("name_en",)}
    inlines = (NameInline, TenureInline)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Actor]:
        return super().get_queryset(request).annotate(held=Count("participations", distinct=True))

    def get_readonly_fields(self, request: HttpRequest, obj: Actor | None = None) -> tuple[str, ...]:
        """The key and the address of the page are relied on elsewhere: they are chosen once."""
        return ("key", "slug") if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Actor | None = None) -> dict[str, Any]:
        return {} if obj else dict(self.prepopulated_fields)

    @admin.display(description=_("events"), ordering="held")
    def events_held(self, actor: Any) -> int:
        count: int = actor.held
        return count

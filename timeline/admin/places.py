"""Places, by their names in both languages."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from timeline.admin.conflicts import GuardedAdmin
from timeline.models import Place


@admin.register(Place)
class PlaceAdmin(GuardedAdmin):
    list_display = ("name_fr", "name_en", "country", "key")
    list_display_links = ("name_fr", "name_en")
    search_fields = ("name_fr", "name_en", "key", "country")
    search_help_text = _("Name, key or two-letter country code.")
    fields = ("name_fr", "name_en", "country", "latitude", "longitude", "key")

    def get_readonly_fields(self, request: HttpRequest, obj: Place | None = None) -> tuple[str, ...]:
        """Programs rely on the key: it is chosen once."""
        return ("key",) if obj else ()

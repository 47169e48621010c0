"""Places where events happen."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.languages import in_readers_language


class Place(models.Model):
    key = models.CharField(
        _("key"), max_length=120, unique=True, help_text=_("Stable name for programs, such as city:524901 (GeoNames).")
    )
    name_fr = models.CharField(_("French name"), max_length=200, help_text=_("As French readers write it."))
    name_en = models.CharField(_("English name"), max_length=200, help_text=_("As English readers write it."))
    country = models.CharField(
        _("country"), max_length=2, blank=True, help_text=_("ISO 3166-1 code of two letters; empty if none.")
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True, help_text=_("Degrees north (WGS 84)."))
    longitude = models.FloatField(_("longitude"), null=True, blank=True, help_text=_("Degrees east (WGS 84)."))

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name_en", "key"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """In the reader's language."""
        return in_readers_language(fr=self.name_fr, en=self.name_en)

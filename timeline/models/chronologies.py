"""Chronologies that stand beside the one that is made from the articles read here."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.languages import in_readers_language


class Chronology(models.Model):
    """A collection of events and sources of its own. The articles' chronology is no row: its events have none."""

    slug = models.SlugField(_("address"), max_length=60, unique=True, help_text=_("Its name in addresses."))
    title_fr = models.CharField(_("French title"), max_length=200, help_text=_("As the chooser shows it."))
    title_en = models.CharField(_("English title"), max_length=200, help_text=_("As the chooser shows it."))
    about_fr = models.TextField(_("about it, in French"), blank=True, help_text=_("Its subject, origin and licence."))
    about_en = models.TextField(_("about it, in English"), blank=True, help_text=_("Its subject, origin and licence."))

    class Meta:
        verbose_name = _("chronology")
        verbose_name_plural = _("chronologies")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """In the reader's language."""
        return in_readers_language(fr=self.title_fr, en=self.title_en)

    @property
    def about(self) -> str:
        """In the reader's language."""
        return in_readers_language(fr=self.about_fr, en=self.about_en)

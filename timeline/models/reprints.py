"""Which articles share most of their text: kept, so that a new article is compared without reading all others again."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.sources import Source


class Sketch(models.Model):
    """An article's sketch, and the articles that are alike. An article without one has not been compared yet."""

    source = models.OneToOneField(
        Source, models.CASCADE, primary_key=True, related_name="sketch", verbose_name=_("source")
    )
    minima = models.BinaryField(_("minima"), help_text=_("A MinHash of the article's runs of five words."))
    length = models.PositiveIntegerField(_("length"), help_text=_("Characters that the author wrote."))
    alike = models.ManyToManyField(
        "self", blank=True, verbose_name=_("alike"), help_text=_("Articles that share most of their text with it.")
    )

    class Meta:
        verbose_name = _("sketch")
        verbose_name_plural = _("sketches")

    def __str__(self) -> str:
        return str(self.source)

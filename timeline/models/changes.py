"""What was changed, by whom and why: a row for each row of another table that was added, changed or deleted."""

from __future__ import annotations

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangeQuerySet(models.QuerySet["Change"]):
    def of(self, noun: str, row: int) -> Self:
        """All changes of a row and of what belongs to it, the newest first."""
        return self.filter(subject_noun=noun, subject_row=row).select_related("by").order_by("-id")


class Change(models.Model):
    """A change names its row by noun and number and keeps only the values that changed: it outlives the row, and holds
    no text of an article."""

    class Kind(models.TextChoices):
        ADDED = "added", _("added")
        CHANGED = "changed", _("changed")
        DELETED = "deleted", _("deleted")

    noun = models.CharField(_("noun"), max_length=20, help_text=_("What sort of row it was."))
    row = models.PositiveBigIntegerField(_("row"), help_text=_("The number of the row."))
    subject_noun = models.CharField(
        _("noun of the subject"), max_length=20, help_text=_("What the row belongs to: itself, or its event or actor.")
    )
    subject_row = models.PositiveBigIntegerField(_("row of the subject"), help_text=_("The number of that row."))
    kind = models.CharField(_("kind of change"), max_length=8, choices=Kind, help_text=_("What was done to the row."))
    name = models.CharField(_("name"), max_length=300, blank=True, help_text=_("What a deleted row was called."))
    before = models.JSONField(_("before"), default=dict, help_text=_("The values that changed, as they were."))
    after = models.JSONField(_("after"), default=dict, help_text=_("The same values, as they are since."))
    act = models.UUIDField(_("act"), default=uuid.uuid4, help_text=_("Changes that were made together share it."))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,  # An account that has done something is deactivated; who did it stays known.
        null=True,
        blank=True,
        related_name="changes",
        verbose_name=_("by"),
        help_text=_("Who did it; empty: the program, or somebody whose account is gone."),
    )
    is_program = models.BooleanField(_("by the program"), default=False, help_text=_("Whether nobody asked for it."))
    why = models.CharField(_("why"), max_length=500, blank=True, help_text=_("The reason that was given."))
    at = models.DateTimeField(_("at"), auto_now_add=True)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-id"]
        indexes = [models.Index(fields=["subject_noun", "subject_row", "id"], name="changes_of_a_subject")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.noun} {self.row}"

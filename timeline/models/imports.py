"""Batches of article files and what became of each."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Import(models.Model):
    """One run over some files or folders."""

    started = models.DateTimeField(_("started"), auto_now_add=True)
    finished = models.DateTimeField(_("finished"), null=True, blank=True, help_text=_("Empty while it runs."))
    paths = models.JSONField(_("paths"), default=list, help_text=_("What it was asked to read."))
    extractor = models.CharField(_("extractor version"), max_length=64, help_text=_("The version that read the files."))

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started", "-id"]

    def __str__(self) -> str:
        return f"{self.started:%Y-%m-%d %H:%M}"


class ImportedFile(models.Model):
    """A file of a batch."""

    class State(models.TextChoices):
        ADDED = "added", _("added")
        UNCHANGED = "unchanged", _("already known")
        NEW_VERSION = "new_version", _("new version")
        DUPLICATE = "duplicate", _("same article as another file")
        REFUSED = "refused", _("refused")

    batch = models.ForeignKey(Import, models.CASCADE, related_name="files", verbose_name=_("import"))
    name = models.CharField(_("file name"), max_length=400, help_text=_("Relative to the folder that was read."))
    state = models.CharField(_("state"), max_length=12, choices=State, help_text=_("What became of it."))
    reason = models.TextField(_("reason"), blank=True, help_text=_("Why it was refused, and what can be done."))
    source = models.ForeignKey(
        "timeline.Source",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="imported_files",
        verbose_name=_("source"),
        help_text=_("The article it holds."),
    )
    claims = models.PositiveIntegerField(_("claims"), default=0, help_text=_("Passages found in it."))
    undated = models.PositiveIntegerField(_("undated"), default=0, help_text=_("Of these, without a date."))

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        ordering = ["batch", "name", "id"]

    def __str__(self) -> str:
        return self.name

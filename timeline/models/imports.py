"""Batches of article files and what became of each."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from timeline.models.jobs import Job


class ImportQuerySet(models.QuerySet["Import"]):
    def with_counts(self) -> Self:
        """Adds how many files it has, and how many of them came to nothing."""
        refused = models.Q(files__state__in=ImportedFile.CAME_TO_NOTHING)
        counted = self.select_related("imported_by").annotate(
            total=models.Count("files"), came_to_nothing=models.Count("files", filter=refused)
        )
        return counted.order_by("-started", "-pk")


class Import(models.Model):
    """One run over some files or folders."""

    started = models.DateTimeField(_("started"), auto_now_add=True)
    finished = models.DateTimeField(_("finished"), null=True, blank=True, help_text=_("Empty while it runs."))
    paths = models.JSONField(_("paths"), default=list, help_text=_("What it was asked to read."))
    extractor = models.CharField(_("extractor version"), max_length=64, help_text=_("The version that read the files."))
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="imports",
        verbose_name=_("imported by"),
        help_text=_("Who brought the files; empty for the command line."),
    )

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started", "-id"]

    def __str__(self) -> str:
        return f"{self.started:%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("import", args=[self.pk])


class ImportedFileQuerySet(models.QuerySet["ImportedFile"]):
    def under_way(self) -> Self:
        """Those that wait or are being read just now."""
        return self.filter(state__in=ImportedFile.UNDER_WAY)

    def in_order_of_need(self) -> Self:
        """Those that came to nothing first, then by name."""
        nothing = models.Case(models.When(state__in=ImportedFile.CAME_TO_NOTHING, then=0), default=1)
        return self.order_by(nothing, "name", "pk")

    def counted_by_state(self) -> list[tuple[str, int]]:
        return list(self.order_by().values_list("state").annotate(models.Count("pk")))

    def to_try_again(self) -> Self:
        """Those that came to nothing and whose bytes are still there."""
        return self.filter(state__in=ImportedFile.CAME_TO_NOTHING).exclude(upload="")


class ImportedFile(models.Model):
    """A file of a batch."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        READING = "reading", _("being read")
        EXTRACTING = "extracting", _("looking for events")
        ADDED = "added", _("added")
        UNCHANGED = "unchanged", _("already known")
        NEW_VERSION = "new_version", _("new version")
        DUPLICATE = "duplicate", _("same article as another file")
        REFUSED = "refused", _("refused")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")
        UNPACKED = "unpacked", _("unpacked")

    UNDER_WAY = (State.WAITING, State.READING, State.EXTRACTING)
    CAME_TO_NOTHING = (State.REFUSED, State.FAILED, State.CANCELLED)

    batch = models.ForeignKey(Import, models.CASCADE, related_name="files", verbose_name=_("import"))
    name = models.CharField(_("file name"), max_length=400, help_text=_("Relative to the folder that was read."))
    state = models.CharField(_("state"), max_length=12, choices=State, help_text=_("What became of it."))
    reason = models.TextField(_("reason"), blank=True, help_text=_("Why it was refused, and what can be done."))
    code = models.CharField(
        _("code of the reason"), max_length=20, blank=True, editable=False, help_text=_("Worded in either language.")
    )
    detail = models.JSONField(
        _("figures of the reason"), default=dict, blank=True, editable=False, help_text=_("What the code's words name.")
    )
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
    upload = models.CharField(
        _("upload"), max_length=200, blank=True, editable=False, help_text=_("Where its bytes are until it is read.")
    )
    archive = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="members",
        verbose_name=_("archive"),
        help_text=_("The archive or feed that it came in."),
    )
    job = models.ForeignKey(
        Job, models.SET_NULL, null=True, blank=True, editable=False, related_name="files", verbose_name=_("job")
    )

    objects = ImportedFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        ordering = ["batch", "name", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_under_way(self) -> bool:
        return self.state in self.UNDER_WAY

    @property
    def can_be_tried_again(self) -> bool:
        return self.state in self.CAME_TO_NOTHING and bool(self.upload)

    @property
    def dated(self) -> int:
        """How many of its passages have a date."""
        return self.claims - self.undated

"""The columns of a date, for every model that has one."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from timeline.dates import HistoricalDate, InvalidDate, Precision


def validate_edtf(text: str) -> None:
    try:
        HistoricalDate.parse(text)
    except InvalidDate as error:
        raise ValidationError(
            _("“%(text)s” is not an EDTF date such as 2021-11-02, 2021-11, 2005/2008 or 2018/..") % {"text": text}
        ) from error


class Dated(models.Model):
    """A `HistoricalDate` in columns: the value, its bounds for the database, its wording and its derivation.

    `edtf` is the truth; `earliest`, `latest` and `precision` follow from it at every save and are there so that the
    database can sort and filter. An empty `edtf` means undated.
    """

    edtf = models.CharField(
        _("date"),
        max_length=300,
        blank=True,
        validators=[validate_edtf],
        help_text=_("In EDTF: 2021-11-02, 2021-11, 2021, 2005/2008, 2018/.., ../1991, 2013-12~. Empty: undated."),
    )
    earliest = models.DateField(
        _("earliest day"), null=True, blank=True, editable=False, help_text=_("First possible day; empty: open.")
    )
    latest = models.DateField(
        _("latest day"), null=True, blank=True, editable=False, help_text=_("Last possible day; empty: open.")
    )
    precision = models.CharField(
        _("precision"),
        max_length=10,
        blank=True,
        editable=False,
        choices=[
            (Precision.DAY.value, _("day")),
            (Precision.MONTH.value, _("month")),
            (Precision.SEASON.value, _("season")),
            (Precision.YEAR.value, _("year")),
            (Precision.DECADE.value, _("decade")),
            (Precision.INTERVAL.value, _("interval")),
            (Precision.SET.value, _("one of several")),
        ],
        help_text=_("How finely the date is known."),
    )
    wording = models.CharField(
        _("wording"), max_length=300, blank=True, help_text=_("The words of the source that carry the date.")
    )
    derivation = models.JSONField(
        _("derivation"),
        default=dict,
        blank=True,
        help_text=_("How the date was worked out: origin, rule, base. Filled by the program."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_does_not_end_before_it_starts",
                condition=Q(earliest__isnull=True) | Q(latest__isnull=True) | Q(earliest__lte=F("latest")),
            )
        ]

    @property
    def date(self) -> HistoricalDate | None:
        return HistoricalDate.parse(self.edtf) if self.edtf else None

    @date.setter
    def date(self, value: HistoricalDate | None) -> None:
        self.edtf = value.edtf if value else ""
        self._follow_edtf()

    def _follow_edtf(self) -> None:
        value = self.date
        self.earliest = value.earliest if value else None
        self.latest = value.latest if value else None
        self.precision = value.precision.value if value else ""

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._follow_edtf()
        fields = kwargs.get("update_fields")
        if fields is not None and "edtf" in fields:
            kwargs["update_fields"] = {*fields, "earliest", "latest", "precision"}
        super().save(*args, **kwargs)

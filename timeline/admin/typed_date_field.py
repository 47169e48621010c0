"""A form field for dates: typed in words or in EDTF, kept in EDTF, shown in the reader's words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.dates import HistoricalDate, InvalidDate
from timeline.languages import readers_language
from timeline.typed_dates import read_date


class TypedDateField(forms.CharField):
    widget = AdminTextInputWidget

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("Date"))
        kwargs.setdefault("required", False)
        kwargs.setdefault(
            "help_text",
            gettext_lazy(
                "As you would write it: 2 November 2021, mid-June 2021, 2005–2008, before 1991, about 2013, "
                "since 2018; or in EDTF: 2021-11-02, 2005/2008, ../1990, 2013~. Empty: undated."
            ),
        )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        if not text:
            return ""
        try:
            return read_date(text).edtf
        except InvalidDate as error:
            raise ValidationError(
                _("“%(text)s” cannot be read as a date. Write it with its year in four digits, as in the examples.")
                % {"text": text}
            ) from error

    def prepare_value(self, value: Any) -> Any:
        """The stored date in words, where these can be typed back; what was typed wrongly stays as it was typed."""
        try:
            date = HistoricalDate.parse(value or "")
            words = date.in_words(readers_language())
            return words if read_date(words) == date else value
        except InvalidDate:
            return value

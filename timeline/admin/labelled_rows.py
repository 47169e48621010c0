"""Rows of a table whose fields a screen reader can tell apart: Django labels only the columns."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _


class LabelledFormSet(BaseInlineFormSet):
    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for name, field in form.fields.items():
            label = _("Take out") if name == "DELETE" else field.label
            widget = getattr(field.widget, "widget", field.widget)
            widget.attrs.setdefault("aria-label", label)


class LabelledTabularInline(admin.TabularInline):
    formset = LabelledFormSet
    extra = 0

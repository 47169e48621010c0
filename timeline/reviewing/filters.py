"""The part of the queue that an editor wants to see: read from the query string, and written back into addresses."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.dates import HistoricalDate, InvalidDate
from timeline.languages import readers_language
from timeline.models import Actor, Event, Import, Source
from timeline.models.events import EventQuerySet
from timeline.models.kinds import Kind
from timeline.reviewing.grading import Grade, ranks_of
from timeline.reviewing.names import NamedField, actors_named
from timeline.typed_dates import read_span
from timeline.wording import source_label

MOST_IMPORTS = 30
LONGEST_KEY = 18
"""Digits; the database has no larger numbers."""
_GRADES = {"several": Grade.SEVERAL, "confident": Grade.CONFIDENT, "doubtful": Grade.DOUBTFUL}


class ImportChoice(forms.ModelChoiceField):
    def label_from_instance(self, batch: models.Model) -> str:
        assert isinstance(batch, Import)
        return f"{localtime(batch.started):%Y-%m-%d %H:%M}"


class SpanField(forms.CharField):
    """A stretch of time, typed in words."""

    def clean(self, value: str) -> HistoricalDate | None:
        typed = super().clean(value)
        if not typed:
            return None
        try:
            return read_span(typed)
        except InvalidDate as error:
            raise ValidationError(
                _(
                    "“%(value)s” is not understood as a time. Try “June 2021”, “2005–2008”, “since 2018”, "
                    "“before 1991” or “early 2013”."
                )
                % {"value": typed}
            ) from error


def _words_of_grades() -> list[tuple[str, str]]:
    return [("", _("all")), *((value, capfirst(grade.words)) for value, grade in _GRADES.items())]


def _words_of_kinds() -> list[tuple[str, str]]:
    return [("", _("all")), *((kind.value, capfirst(str(kind.label))) for kind in Kind)]


class QueueFilter(forms.Form):
    """What makes no sense is said beside its field and left out; the rest applies."""

    grade = forms.ChoiceField(label=gettext_lazy("Confidence"), choices=_words_of_grades, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=_words_of_kinds, required=False)
    actor = NamedField(actors_named, label=gettext_lazy("Actor"), required=False)
    when = SpanField(label=gettext_lazy("When"), max_length=100, required=False)
    batch = ImportChoice(
        Import.objects.none(), label=gettext_lazy("Import"), required=False, empty_label=gettext_lazy("all")
    )
    source = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, str]) -> None:
        super().__init__(data)
        batches = Import.objects.order_by("-started", "-pk")
        asked = data.get("batch", "")
        recent = list(batches.values_list("pk", flat=True)[:MOST_IMPORTS])
        # An older one is found by its address only.
        wanted = [*recent, int(asked)] if asked.isdecimal() and len(asked) < LONGEST_KEY else recent
        field = self.fields["batch"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = batches.filter(pk__in=wanted)
        self.full_clean()

    def clean_source(self) -> Source | None:
        address = self.cleaned_data["source"]
        if not address:
            return None
        found = Source.objects.with_addresses([address]).defer("text").first() if len(address) >= 12 else None
        if found is None:
            raise ValidationError(_("“%(value)s” is not known here.") % {"value": address})
        return found

    def applied_to(self, events: EventQuerySet) -> EventQuerySet:
        given = self.cleaned_data
        if given.get("grade"):
            events = events.filter(rank__range=ranks_of(_GRADES[given["grade"]]))
        if given.get("kind"):
            events = events.filter(kind=given["kind"])
        if given.get("actor"):
            events = events.involving(given["actor"])
        if given.get("when"):
            events = events.possibly_within(given["when"])
        if given.get("batch"):
            events = events.told_in(Source.objects.filter(imported_files__batch=given["batch"]))
        if given.get("source"):
            events = events.told_in(Source.objects.filter(pk=given["source"].pk))
        return events

    @property
    def query_string(self) -> str:
        """The address after the question mark; empty where nothing is asked for."""
        return urlencode([(name, self._typed(name)) for name in self.fields if self.cleaned_data.get(name)])

    def __bool__(self) -> bool:
        return any(self.cleaned_data.values())

    def as_words(self) -> str:
        """« Sources multiples · Rencontre · 2005–2008 »"""
        given = self.cleaned_data
        grade, kind, when = given.get("grade"), given.get("kind"), given.get("when")
        actor: Actor | None = given.get("actor")
        parts = [
            _GRADES[grade].words if grade else "",
            str(Kind(kind).label) if kind else "",
            actor.name if actor else "",
            when.in_words(readers_language()) if when else "",
            _("import of %(when)s") % {"when": f"{localtime(given['batch'].started):%Y-%m-%d %H:%M}"}
            if given.get("batch")
            else "",
            source_label(given["source"]) if given.get("source") else "",
        ]
        return capfirst(" · ".join(part for part in parts if part))

    def _typed(self, name: str) -> str:
        return str(self.data.get(name, "")).strip()


def waiting(filters: QueueFilter) -> EventQuerySet:
    """The proposals that the filter leaves, without order."""
    return filters.applied_to(Event.objects.waiting())

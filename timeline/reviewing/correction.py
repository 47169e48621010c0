"""The form in which an editor puts a proposal right: kind, date, place and actors, in the words that people use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.dates import HistoricalDate, InvalidDate
from timeline.models import Actor, Event, Participation, Place
from timeline.models.kinds import Kind
from timeline.reviewing.names import NamedField, SeveralNamedField, actors_named, places_named
from timeline.typed_dates import as_typed, read_date

SET_BY_EDITOR = {"origin": "editor", "rule": "typed", "base": "", "base_kind": "", "base_wording": ""}


class TypedDate(forms.CharField):
    """The date that was typed in words or in EDTF, and the words; None where there are none."""

    def clean(self, value: Any) -> HistoricalDate | None:
        typed = super().clean(value)
        if not typed:
            return None
        try:
            return read_date(typed)
        except InvalidDate as error:
            raise ValidationError(
                _("“%(text)s” cannot be read as a date. Write it with its year in four digits, as in the examples.")
                % {"text": typed}
            ) from error


def _kinds() -> list[tuple[str, str]]:
    return [(kind.value, capfirst(str(kind.label))) for kind in Kind]


class CorrectionForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=_kinds)
    date = TypedDate(
        label=gettext_lazy("Date"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("2 November 2021, June 2021, 2005–2008, about 2013, since 2018"),
    )
    place = NamedField(places_named, label=gettext_lazy("Place"), required=False)
    actors = forms.MultipleChoiceField(
        label=gettext_lazy("Actors"), required=False, widget=forms.CheckboxSelectMultiple
    )
    more_actors = SeveralNamedField(
        actors_named,
        label=gettext_lazy("Further actors"),
        required=False,
        help_text=gettext_lazy("Their names, with semicolons between them"),
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500, required=False)

    def __init__(self, event: Event, data: Mapping[str, Any] | None = None) -> None:
        self._event = event
        self._parts = list(event.participations.select_related("actor").order_by("id"))
        initial = {
            "kind": event.kind,
            "date": as_typed(event.date),
            "place": event.place.name if event.place else "",
            "actors": [part.actor.key for part in self._parts],
        }
        super().__init__(data, initial=initial, auto_id="correct-%s")
        actors = self.fields["actors"]
        assert isinstance(actors, forms.MultipleChoiceField)
        actors.choices = [(part.actor.key, part.actor.name) for part in self._parts]

    def apply(self) -> None:
        """Put what was typed into the event; what was left as it was stays. Needs a valid form."""
        event, given = self._event, self.cleaned_data
        event.kind = given["kind"]
        if self._is_typed("date") and given["date"] != event.date:
            event.date = given["date"]
            event.wording = self._typed("date")[:300]
            event.derivation = dict(SET_BY_EDITOR)
        if self._is_typed("place"):
            place: Place | None = given["place"]
            event.place = place
        self._write_actors(given["actors"], given["more_actors"])
        event.save()

    def _write_actors(self, kept: list[str], more: list[Actor]) -> None:
        for part in self._parts:
            if part.actor.key not in kept:
                part.delete()
        there = set(kept)
        for actor in more:
            if actor.key not in there:
                Participation.objects.create(event=self._event, actor=actor)
                there.add(actor.key)

    def _is_typed(self, name: str) -> bool:
        """Whether the field holds something else than what it showed."""
        return self._typed(name) != str(self.initial[name])

    def _typed(self, name: str) -> str:
        return str(self.data.get(name, "")).strip()

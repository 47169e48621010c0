"""The form in which a person says what an event was, or what a passage says of one.

Nothing is saved before the reading of its date was seen: a form that was sent with a date not yet shown comes back with
it. Names that nobody bears yet are asked about, and never taken for somebody with a name like that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.dates import HistoricalDate
from timeline.extraction.records import ActorKind, ActorRef, PlaceRef, TimeExpression
from timeline.ingestion.catalogue import Catalogue
from timeline.judging.creation import Stated
from timeline.knowledge import load_knowledge
from timeline.models import Actor
from timeline.models.kinds import Kind
from timeline.pages.date_reading import DateReading, read_typed
from timeline.pages.known_names import actors_called, new_actor, new_place, places_called

MOST_ACTORS = 40
BLANK_ROWS = 3


@dataclass
class ActorRow:
    """A line of the form: the name of an actor, and the kind of one who is new."""

    number: int
    name: str = ""
    kind: str = ""
    ref: ActorRef | None = None
    fault: str = ""
    is_unknown: bool = False


class StatementForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[("", "—"), *Kind.choices])
    date = forms.CharField(label=gettext_lazy("Date"), required=False, max_length=300)
    place = forms.CharField(label=gettext_lazy("Place"), required=False, max_length=200)
    place_is_new = forms.BooleanField(label=gettext_lazy("It is a new place"), required=False)
    title_fr = forms.CharField(label=gettext_lazy("French title"), required=False, max_length=300)
    title_en = forms.CharField(label=gettext_lazy("English title"), required=False, max_length=300)
    reason = forms.CharField(label=gettext_lazy("Reason"), required=False, max_length=500)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        initial: Mapping[str, Any] | None = None,
        actors: Sequence[str] = (),
        published: HistoricalDate | None = None,
    ) -> None:
        """`actors` are names to begin with; `published` is when the article came out of which the passage is."""
        super().__init__(data, initial=dict(initial or {}))
        self._published = published
        self.rows = _rows_sent(data) if data is not None else [ActorRow(n, name) for n, name in enumerate(actors)]
        self.place_is_unknown = False

    @property
    def all_rows(self) -> list[ActorRow]:
        """Those that were filled in, and some more."""
        next_number = max((row.number for row in self.rows), default=-1) + 1
        return [*self.rows, *(ActorRow(next_number + more) for more in range(BLANK_ROWS))]

    @property
    def kinds_of_actors(self) -> list[tuple[str, Any]]:
        return list(Actor.Kind.choices)

    # -- the date ---------------------------------------------------------------------------------------------------

    @cached_property
    def reading(self) -> DateReading:
        return read_typed(str(self["date"].value() or ""), self._published)

    @property
    def was_read(self) -> bool:
        """Whether the person has seen how the date is read."""
        return not self.reading.typed or self.data.get("shown") == self.reading.edtf

    def clean_date(self) -> str:
        if self.reading.fault:
            raise forms.ValidationError(self.reading.fault)
        return self.reading.typed

    # -- names ------------------------------------------------------------------------------------------------------

    def clean_place(self) -> PlaceRef | None:
        typed = " ".join(self.cleaned_data["place"].split())
        if not typed:
            return None
        found = places_called(typed)
        if len(found) == 1:
            return found[0]
        if found:
            raise forms.ValidationError(_several(typed, [place.key for place in found]))
        if self.data.get("place_is_new"):
            return new_place(typed)
        self.place_is_unknown = True
        raise forms.ValidationError(_("No place is called “%(name)s” here. Correct it, or add it.") % {"name": typed})

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for row in self.rows:
            _resolve(row)
        faults = [row.fault for row in self.rows if row.fault]
        if faults:
            self.add_error(None, _("See the names of the actors."))
        return cleaned

    # -- what was said ----------------------------------------------------------------------------------------------

    def stated(self, times: Sequence[TimeExpression] = ()) -> Stated:
        """As it is kept. `times` are the dates that the passage names: one of them may be the one that was typed.
        Makes the rows of actors and places that are new."""
        catalogue = Catalogue(load_knowledge())
        date = self.reading.date
        refs = dict.fromkeys(row.ref for row in self.rows if row.ref)
        return Stated(
            kind=self.cleaned_data["kind"],
            date=date,
            typed=self.reading.typed,
            time=next((time for time in times if time.date == date), None) if date else None,
            actors=list(dict.fromkeys(catalogue.actor(ref) for ref in refs)),
            place=catalogue.place(self.cleaned_data["place"]),
            titles={name: " ".join(self.cleaned_data[name].split()) for name in ("title_fr", "title_en")},
        )

    @property
    def actor_keys(self) -> list[str]:
        return [row.ref.key for row in self.rows if row.ref]


def _rows_sent(data: QueryDict) -> list[ActorRow]:
    """The lines `actor-0`, `actor-1`, … that hold a name, in their order."""
    numbers = sorted(int(match[1]) for name in data if (match := re.fullmatch(r"actor-([0-9]{1,3})", name)))
    rows = [
        ActorRow(number, " ".join(data.get(f"actor-{number}", "").split())[:200], data.get(f"actor-{number}-kind", ""))
        for number in numbers[:MOST_ACTORS]
    ]
    return [row for row in rows if row.name]


def _resolve(row: ActorRow) -> None:
    found = actors_called(row.name)
    if len(found) == 1:
        row.ref = found[0]
    elif found:
        row.fault = _several(row.name, [actor.key for actor in found])
    elif row.kind in {kind.value for kind in ActorKind}:
        row.ref = new_actor(row.name, ActorKind(row.kind))
    else:
        row.is_unknown = True
        row.fault = _("Nobody is called “%(name)s” here. Correct it, or say what it is.") % {"name": row.name}


def _several(typed: str, keys: Sequence[str]) -> str:
    return _("“%(name)s” may be several: write %(keys)s.") % {"name": typed, "keys": _(" or ").join(keys)}

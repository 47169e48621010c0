"""The filter of the chronology, read from the query string.

Every field is a GET parameter. A value that makes no sense is reported (`errors`, by parameter) and left out; the
others still apply, so that a mistyped link shows something and says what it does not show.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from timeline.dates import HistoricalDate, InvalidDate
from timeline.models import Actor, Chronology, Place, Source
from timeline.models.kinds import Kind
from timeline.pages.conditions import Conditions
from timeline.typed_dates import read_span

MOST_VALUES = 20

Found = TypeVar("Found")


class ValuesField(forms.Field):
    """Every value of a parameter that may be repeated, in the order given, without blanks and repeats."""

    widget = forms.SelectMultiple

    def to_python(self, value: object) -> list[str]:
        given = value if isinstance(value, list) else []
        return list(dict.fromkeys(text.strip() for text in given if text.strip()))


class ChronologyFilter(forms.Form):
    chronology = forms.CharField(required=False)
    actor = ValuesField(required=False)
    match = forms.CharField(required=False)
    when = forms.CharField(required=False, max_length=100)
    certainty = forms.CharField(required=False)
    kind = ValuesField(required=False)
    place = ValuesField(required=False)
    source = ValuesField(required=False)
    q = forms.CharField(required=False, max_length=200)

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(QueryDict() if data is None else data)
        self.full_clean()
        given = self.cleaned_data
        self.conditions = Conditions(
            chronology=given.get("chronology"),
            actors=tuple(given["actor"]),
            any_actor=given.get("match") == "any",
            typed_span=self.typed("when"),
            span=given.get("when"),
            certainly=given.get("certainty") == "certainly",
            kinds=tuple(given["kind"]),
            places=tuple(given["place"]),
            sources=tuple(given["source"]),
            text=given.get("q", ""),
        )

    def as_words(self) -> str:
        return self.conditions.as_words()

    def query_string(self, without: str = "", value: str = "") -> str:
        return self.conditions.query_string(without, value)

    def typed(self, parameter: str) -> str:
        """What the reader typed, understood or not: it stays in its field."""
        return " ".join(self.data.get(parameter, "").split())

    # -- one parameter each -----------------------------------------------------------------------------------------

    def clean_chronology(self) -> Chronology | None:
        wanted = self.cleaned_data["chronology"]
        found = Chronology.objects.filter(slug=wanted[:60]).first() if wanted else None
        if wanted and not found:
            self._report_unknown("chronology", wanted)
        return found

    def clean_actor(self) -> list[Actor]:
        return self._found("actor", r"[\w-]{1,200}", _actors)

    def clean_match(self) -> str:
        return self._one_of("match", "all", "any")

    def clean_when(self) -> HistoricalDate | None:
        typed = self.cleaned_data["when"]
        if not typed:
            return None
        try:
            return read_span(typed)
        except InvalidDate:
            reason = _(
                "“%(value)s” is not understood as a time. Try “June 2021”, “2005–2008”, “since 2018”, "
                "“before 1991” or “early 2013”."
            )
            self.add_error("when", reason % {"value": typed})
            return None

    def clean_certainty(self) -> str:
        return self._one_of("certainty", "possibly", "certainly")

    def clean_kind(self) -> list[Kind]:
        return self._found("kind", r"[a-z]{1,12}", _kinds)

    def clean_place(self) -> list[Place]:
        return self._found("place", r"[\w:.+-]{1,120}", _places)

    def clean_source(self) -> list[Source]:
        return self._found("source", r"[0-9a-f]{12}", _sources)

    def _found(self, parameter: str, pattern: str, find: Callable[[list[str]], Mapping[str, Found]]) -> list[Found]:
        """What `find` knows by these values. It is not asked for nothing: even that costs as much as an answer."""
        wanted = self._plausible(parameter, pattern)
        known = find(wanted) if wanted else {}
        for value in wanted:
            if value not in known:
                self._report_unknown(parameter, value)
        return list(dict.fromkeys(known[value] for value in wanted if value in known))  # Two may be one by now.

    # -- reporting what makes no sense ------------------------------------------------------------------------------

    def _plausible(self, parameter: str, pattern: str) -> list[str]:
        """The values that could be one at all; the others are reported before the database sees them."""
        given = self.cleaned_data[parameter]
        if len(given) > MOST_VALUES:
            reason = _("Only the first %(most)s of %(given)s values are used.")
            self.add_error(parameter, reason % {"most": MOST_VALUES, "given": len(given)})
        for value in given[:MOST_VALUES]:
            if not re.fullmatch(pattern, value):
                self._report_unknown(parameter, value)
        return [value for value in given[:MOST_VALUES] if re.fullmatch(pattern, value)]

    def _one_of(self, parameter: str, usual: str, other: str) -> str:
        value = self.cleaned_data[parameter] or usual
        if value in (usual, other):
            return str(value)
        self._report_unknown(parameter, value)
        return usual

    def _report_unknown(self, parameter: str, value: str) -> None:
        shown = value if len(value) <= 60 else value[:59] + "…"
        self.add_error(parameter, _("“%(value)s” is not known here.") % {"value": shown})


def _actors(slugs: list[str]) -> Mapping[str, Actor]:
    found = Actor.objects.filter(slug__in=slugs).select_related("merged_into")
    return {actor.slug: actor.survivor for actor in found}


def _kinds(_values: list[str]) -> Mapping[str, Kind]:
    return {kind.value: kind for kind in Kind}


def _places(keys: list[str]) -> Mapping[str, Place]:
    return {place.key: place for place in Place.objects.filter(key__in=keys)}


def _sources(addresses: list[str]) -> Mapping[str, Source]:
    found = Source.objects.with_addresses(addresses).defer("text")
    return {source.sha256[:12]: source for source in found}

"""The values that a reader may filter by, each with the number of events that it would give."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline import search
from timeline.index.columns import Integers, Keys, most_frequent
from timeline.index.names import Names
from timeline.models.kinds import Kind
from timeline.pages.selection import Selection
from timeline.wording import source_label

OPTIONS_SHOWN = 8
OPTIONS_LISTED = 60
MOST_YEARS = 24


@dataclass(frozen=True)
class Option:
    value: str
    words: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """The values of one filter, those chosen first, then the most frequent."""

    parameter: str
    title: str
    options: list[Option]
    total: int
    """How many values there are that would give an event."""

    @property
    def has_more(self) -> bool:
        return self.total > len(self.options)


@dataclass(frozen=True)
class Period:
    """A year or a decade with events, and the address that shows it alone."""

    words: str
    count: int
    query_string: str


def facets(selection: Selection) -> list[Facet]:
    return [facet(selection) for facet in FACETS.values()]


def actor_facet(selection: Selection, most: int = OPTIONS_SHOWN, typed: str = "") -> Facet:
    """With "all of them", each further actor narrows the list; with "any", each widens it."""
    asked, columns = selection.conditions, selection.columns
    counts = columns.actors.counted_in(selection.leaving_out("actor" if asked.any_actor else ""))
    chosen = [(actor.pk, actor.slug, actor.name) for actor in asked.actors]
    return _named(
        "actor", _("Actors"), selection.index.actors, columns.actors.keys, counts, chosen, most=most, typed=typed
    )


def place_facet(selection: Selection, most: int = OPTIONS_SHOWN, typed: str = "") -> Facet:
    columns = selection.columns
    counts = columns.places_in(selection.leaving_out("place"))
    chosen = [(place.pk, place.key, place.name) for place in selection.conditions.places]
    return _named(
        "place", _("Places"), selection.index.places, columns.place_keys, counts, chosen, most=most, typed=typed
    )


def kind_facet(selection: Selection, _most: int = OPTIONS_SHOWN, _typed: str = "") -> Facet:
    """All of them: there are few."""
    counts = selection.columns.kinds_in(selection.leaving_out("kind"))
    asked = {kind.value for kind in selection.conditions.kinds}
    options = [
        Option(kind, capfirst(str(Kind(kind).label)), counts.get(kind, 0), chosen=kind in asked)
        for kind in counts.keys() | asked
    ]
    ordered = sorted(options, key=lambda option: (not option.chosen, -option.count, option.words.casefold()))
    return Facet("kind", _("Kinds"), ordered, len(ordered))


def source_facet(selection: Selection, most: int = OPTIONS_SHOWN, typed: str = "") -> Facet:
    articles = selection.columns.articles
    counts = articles.counted_in(selection.leaving_out("source"))
    if typed:
        counts = _only(articles.keys, counts, search.found(search.ARTICLES, typed))
    top = most_frequent(articles.keys, counts, most)
    number = dict(top)
    options = [
        Option(article.address, source_label(article), number[key], chosen=False)
        for key, article in selection.index.articles.named(list(number))
    ]
    asked = [
        Option(source.sha256[:12], source_label(source), _count_of(articles.keys, counts, source.pk), chosen=True)
        for source in selection.conditions.sources
    ]
    return _facet("source", _("Sources"), asked, options, counts)


FACETS: dict[str, Callable[..., Facet]] = {
    "actor": actor_facet,
    "kind": kind_facet,
    "place": place_facet,
    "source": source_facet,
}


def periods(selection: Selection) -> list[Period]:
    """Years with events; decades where the years would be too many to read."""
    events = selection.leaving_out("when")
    years = selection.columns.counted_by_years(events)
    if len(years) <= MOST_YEARS:
        return [_period(selection, str(year), f"{year:04}", count) for year, count in sorted(years.items())]
    decades = selection.columns.counted_by_years(events, 10)
    return [
        _period(selection, _("%(year)ss") % {"year": decade * 10}, f"{decade:03}X", count)
        for decade, count in sorted(decades.items())
    ]


def _period(selection: Selection, words: str, edtf: str, count: int) -> Period:
    return Period(words, count, selection.conditions.query_string_with("when", edtf))


def _named(
    parameter: str,
    title: str,
    names: Names,
    keys: Keys,
    counts: Integers,
    chosen: Iterable[tuple[int, str, str]],
    *,
    most: int,
    typed: str,
) -> Facet:
    if typed:
        counts = _only(keys, counts, names.beginning_with(typed))
    asked = [Option(value, words, _count_of(keys, counts, key), chosen=True) for key, value, words in chosen]
    top = [(names[key], count) for key, count in most_frequent(keys, counts, most)]
    return _facet(parameter, title, asked, [Option(one.value, one.name, n, chosen=False) for one, n in top], counts)


def _facet(parameter: str, title: str, chosen: list[Option], top: list[Option], counts: Integers) -> Facet:
    """Chosen values first, even those that match nothing, so that they can be taken back."""
    taken = {option.value for option in chosen}
    rest = [option for option in top if option.value not in taken]
    rest.sort(key=lambda option: (-option.count, option.words.casefold()))
    beyond = sum(not option.count for option in chosen)
    return Facet(parameter, title, chosen + rest, int(np.count_nonzero(counts)) + beyond)


def _only(keys: Keys, counts: Integers, wanted: Iterable[int]) -> Integers:
    return np.where(np.isin(keys, np.fromiter(wanted, dtype=np.int64)), counts, 0)


def _count_of(keys: Keys, counts: Integers, key: int) -> int:
    place = int(np.searchsorted(keys, key))
    return int(counts[place]) if place < len(keys) and keys[place] == key else 0

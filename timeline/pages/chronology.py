"""The chronology page as a plain object: events by year, counts for every filter, pages, undated claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline.forms import ChronologyFilter
from timeline.models import Actor, Citation, Event, Place, Source
from timeline.models.kinds import Kind
from timeline.pages.agreement import agreement
from timeline.wording import agreement_words, date_words, facts_beside_title, source_label

EVENTS_PER_PAGE = 100
OPTIONS_SHOWN = 8
MOST_OPTIONS = 60
MOST_YEARS = 24


@dataclass(frozen=True)
class Entry:
    """An event as the list shows it: its first passage, further ones as notes, and whether the sources agree."""

    event: Event
    citations: list[Citation]
    agreement: str
    differs: bool
    facts: str
    """Who and where, as far as the title does not say it."""


@dataclass(frozen=True)
class Year:
    number: int
    entries: list[Entry]


@dataclass(frozen=True)
class Option:
    value: str
    words: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """The values of one filter, each with the number of events that it would give."""

    parameter: str
    title: str
    options: list[Option]

    @property
    def first(self) -> list[Option]:
        return self.options[:OPTIONS_SHOWN]

    @property
    def more(self) -> list[Option]:
        return self.options[OPTIONS_SHOWN:]


@dataclass(frozen=True)
class Period:
    """A year or a decade with events, and the address that shows it alone."""

    words: str
    count: int
    query_string: str


@dataclass(frozen=True)
class Chip:
    """A condition in words with the address that takes it back, and what joins it to the one before."""

    words: str
    undo: str
    joint: str


class Chronology:
    def __init__(self, filters: ChronologyFilter, page: str = "") -> None:
        self.filters = filters
        self.conditions = filters.conditions
        self._asked_page = page

    # -- the list ---------------------------------------------------------------------------------------------------

    @cached_property
    def page(self) -> Page[Event]:
        """A page that does not exist gives the nearest one; `notices` says so."""
        return Paginator(self.filters.events().in_order().with_evidence(), EVENTS_PER_PAGE).get_page(self._asked_page)

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @cached_property
    def years(self) -> list[Year]:
        return entries_by_year(self.page.object_list)

    @property
    def query_string(self) -> str:
        """The one address of this view and page."""
        return self._page_address(self.page.number).removeprefix("?")

    @property
    def previous_page(self) -> str:
        return self._page_address(self.page.previous_page_number())

    @property
    def next_page(self) -> str:
        return self._page_address(self.page.next_page_number())

    def _page_address(self, number: int) -> str:
        parts = [self.filters.query_string(), f"page={number}" if number > 1 else ""]
        return "?" + "&".join(part for part in parts if part)

    @cached_property
    def has_no_events_at_all(self) -> bool:
        return not self.total and not Event.objects.published().exists()

    @cached_property
    def undated(self) -> int:
        return Citation.objects.undated_claims().count()

    # -- the view in words ------------------------------------------------------------------------------------------

    @cached_property
    def chips(self) -> list[Chip]:
        """« William Burns × et Nikolaï Patrouchev × · 2005–2021 × »: actors are joined by "and" or "or"."""
        between_actors = _("or") if self.conditions.any_actor else _("and")
        parts = list(self.conditions.parts())
        follows_actor = [False, *(part.parameter == "actor" for part in parts)]
        return [
            Chip(
                part.words,
                self.conditions.query_string(part.parameter, part.value),
                between_actors if part.parameter == "actor" and after_actor else "·",
            )
            for part, after_actor in zip(parts, follows_actor, strict=False)
        ]

    @property
    def when_typed(self) -> str:
        """Stays in its field: as typed, or in words where a link asked in EDTF."""
        typed = self.filters.typed("when")
        span = self.conditions.span
        return date_words(span) if span and span.edtf == typed else typed

    # -- what could not be understood -------------------------------------------------------------------------------

    @cached_property
    def notices(self) -> list[tuple[str, str]]:
        """Parameter and reason for every value that is not part of this view."""
        found = [(name, str(reason)) for name, reasons in self.filters.errors.items() for reason in reasons]
        if self._asked_page and self._asked_page != str(self.page.number):
            reason = _("There is no page “%(value)s”: this is page %(number)s.")
            found.append(("page", reason % {"value": self._asked_page[:20], "number": self.page.number}))
        return found

    # -- the filters with their counts ------------------------------------------------------------------------------

    @cached_property
    def facets(self) -> list[Facet]:
        return [
            Facet("actor", _("Actors"), self._actor_options()),
            Facet("kind", _("Kinds"), self._kind_options()),
            Facet("place", _("Places"), self._place_options()),
            Facet("source", _("Sources"), self._source_options()),
        ]

    def _actor_options(self) -> list[Option]:
        """With "all of them", each further actor narrows the list; with "any", each widens it."""
        events = self.conditions.events(leaving_out="actor" if self.conditions.any_actor else "")
        counted = Actor.objects.counted_in(events).only("slug", "name_fr", "name_en")[:MOST_OPTIONS]
        return _options(
            ((actor.slug, actor.name, actor.count) for actor in counted),
            ((actor.slug, actor.name) for actor in self.conditions.actors),
        )

    def _kind_options(self) -> list[Option]:
        counted = self.conditions.events(leaving_out="kind").order_by().values_list("kind").annotate(Count("pk"))
        return _options(
            ((kind, _kind_words(kind), count) for kind, count in counted),
            ((kind.value, _kind_words(kind.value)) for kind in self.conditions.kinds),
        )

    def _place_options(self) -> list[Option]:
        events = self.conditions.events(leaving_out="place")
        counted = Place.objects.counted_in(events).only("key", "name_fr", "name_en")[:MOST_OPTIONS]
        return _options(
            ((place.key, place.name, place.count) for place in counted),
            ((place.key, place.name) for place in self.conditions.places),
        )

    def _source_options(self) -> list[Option]:
        events = self.conditions.events(leaving_out="source")
        counted = Source.objects.counted_in(events).only("sha256", "title", "dateline", "opening", "name")[
            :MOST_OPTIONS
        ]
        return _options(
            ((source.sha256[:12], source_label(source), source.count) for source in counted),
            ((source.sha256[:12], source_label(source)) for source in self.conditions.sources),
        )

    @cached_property
    def periods(self) -> list[Period]:
        """Years with events; decades where the years would be too many to read."""
        spans = self.conditions.events(leaving_out="when").counted_by_years()
        years: Counter[int] = Counter()
        decades: Counter[int] = Counter()
        for first, last, count in spans:
            years.update(dict.fromkeys(range(first, last + 1), count))
            decades.update(dict.fromkeys(range(first // 10 * 10, last + 1, 10), count))
        if len(years) <= MOST_YEARS:
            return [self._period(str(year), str(year), count) for year, count in sorted(years.items())]
        return [
            self._period(_("%(year)ss") % {"year": year}, f"{year // 10:03}X", count)
            for year, count in sorted(decades.items())
        ]

    def _period(self, words: str, edtf: str, count: int) -> Period:
        return Period(words, count, self.conditions.query_string_with("when", edtf))


def entries_by_year(events: Iterable[Event]) -> list[Year]:
    """Needs events from `in_order()` and `with_evidence()`, so that a list costs no query for each event."""
    by_year = groupby(events, key=_heading_year)
    return [Year(year, [_entry(event) for event in of_year]) for year, of_year in by_year]


def _entry(event: Event) -> Entry:
    citations = list(event.citations.all())
    found = agreement(citations)
    return Entry(event, citations, agreement_words(found), bool(found.differ_on), facts_beside_title(event))


def _heading_year(event: Event) -> int:
    day = event.earliest or event.latest
    assert day is not None, "only dated events are published"
    return day.year


def _kind_words(kind: str) -> str:
    return capfirst(str(Kind(kind).label))


def _options(counted: Iterable[tuple[str, str, int]], chosen: Iterable[tuple[str, str]]) -> list[Option]:
    """Chosen values first, even those that match nothing, so that they can be taken back; then the most frequent."""
    counts = {value: (words, count) for value, words, count in counted}
    first = [Option(value, words, counts.pop(value, ("", 0))[1], chosen=True) for value, words in chosen]
    rest = [Option(value, words, count, chosen=False) for value, (words, count) in counts.items()]
    return first + sorted(rest, key=lambda option: (-option.count, option.words.casefold()))

"""The chronology page as a plain object: events by year, counts for every filter, pages, undated claims."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from timeline.forms import ChronologyFilter
from timeline.models import Event
from timeline.pages.cards import Year, cards_by_year
from timeline.pages.facets import Facet, Period, facets, periods
from timeline.pages.selection import Selection
from timeline.wording import date_words

EVENTS_PER_PAGE = 30


@dataclass(frozen=True)
class Chip:
    """A condition in words with the address that takes it back, and what joins it to the one before."""

    words: str
    undo: str
    joint: str


@dataclass(frozen=True)
class Choice:
    """One of the chronologies of this site, and where it is."""

    title: str
    address: str
    current: bool


class ChronologyPage:
    def __init__(self, filters: ChronologyFilter, page: str = "") -> None:
        self.filters = filters
        self.conditions = filters.conditions
        self.selection = Selection(filters.conditions)
        self._asked_page = page

    # -- the list ---------------------------------------------------------------------------------------------------

    @cached_property
    def page(self) -> Page[int]:
        """The primary keys of its events. A page that does not exist gives the nearest one; `notices` says so."""
        return Paginator(self.selection.keys, EVENTS_PER_PAGE).get_page(self._asked_page)

    @property
    def total(self) -> int:
        return self.selection.total

    @cached_property
    def years(self) -> list[Year]:
        return cards_by_year(self.selection.index, list(self.page.object_list), self.conditions.text)

    @property
    def events(self) -> list[Event]:
        """Those of this page as rows, for a list of titles."""
        found = Event.objects.for_titles().in_bulk(list(self.page.object_list))
        return [found[key] for key in self.page.object_list if key in found]

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
        return not self.selection.columns.size

    @property
    def undated(self) -> int:
        return 0 if self.conditions.chronology else self.selection.index.undated

    @cached_property
    def choices(self) -> list[Choice]:
        """That of the articles first; it alone where there is no other."""
        shown = self.conditions.chronology
        articles = Choice(_("The articles read here"), "", current=shown is None)
        others = [
            Choice(other.title, f"?chronology={other.slug}", current=other == shown)
            for other in self.selection.index.others
        ]
        return [articles, *others]

    @property
    def everything(self) -> str:
        """The end of the address of all events of this chronology."""
        shown = self.conditions.chronology
        return f"?chronology={shown.slug}" if shown else ""

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
        return facets(self.selection)

    @cached_property
    def periods(self) -> list[Period]:
        return periods(self.selection)

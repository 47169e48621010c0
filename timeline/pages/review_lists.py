"""What the review lists beside its proposals: undated claims, refused sentences, quotes without a hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import User
from django.db.models import F
from django.db.models.functions import Substr

from timeline.models import Citation, Event, Source
from timeline.models.sources import CitationQuerySet
from timeline.pages.paging import Leaf, leaf_of
from timeline.pages.review import Desk
from timeline.reviewing.accepting import Acceptance, acceptance
from timeline.reviewing.filters import QueueFilter
from timeline.typed_dates import as_typed

PER_PAGE = 30
MOST_LISTED = 200
"""Of the proposals that would be accepted at once."""


@dataclass(frozen=True)
class RefusedClaim:
    citation: Citation

    @property
    def typed_date(self) -> str:
        """The date that the passage gives, as an editor would type it."""
        return as_typed(self.citation.date)


class ClaimList(Desk):
    """Passages that no event stands for."""

    def __init__(self, user: User, page: str = "") -> None:
        super().__init__(user, QueueFilter({}))
        self._asked_page = page

    @cached_property
    def leaf(self) -> Leaf[Citation]:
        # By key, which is the order in which articles came and passages stand: no sorting of all to show a few.
        return leaf_of(self._claims().for_reading().order_by("pk"), self._asked_page, PER_PAGE)

    @property
    def claims(self) -> list[RefusedClaim]:
        return [RefusedClaim(citation) for citation in self.leaf.rows]

    def _claims(self) -> CitationQuerySet:
        raise NotImplementedError


class UndatedList(ClaimList):
    """Claims that no date could be found for."""

    def _claims(self) -> CitationQuerySet:
        return Citation.objects.undated_claims().filter(source__chronology=None)


class RefusedList(ClaimList):
    """Claims that the program did not take for events, for another reason than a missing date."""

    def _claims(self) -> CitationQuerySet:
        return Citation.objects.refused_claims()


@dataclass(frozen=True)
class Orphan:
    """A quote whose hold on its article is in question."""

    citation: Citation
    newer: Source | None
    """The version of the article that replaced the one quoted."""

    @property
    def stands_in_newer(self) -> bool:
        return self.newer is not None and self.citation.quote in self.newer.text

    @property
    def event(self) -> Event | None:
        return self.citation.event


class OrphanList(Desk):
    """Passages of articles that a newer version replaced; on request, also quotes that differ from their article."""

    def __init__(self, user: User, page: str = "", *, compare: bool = False) -> None:
        super().__init__(user, QueueFilter({}))
        self.compare = compare
        """Whether every quote is compared with its article, which reads all of them."""
        self._asked_page = page

    @cached_property
    def leaf(self) -> Leaf[Citation]:
        rows = (_differing() if self.compare else Citation.objects.orphaned()).select_related(
            "source", "place", "event__place"
        )
        rows = rows.prefetch_related("source__superseded_by", "event__participations__actor").order_by("pk")
        return leaf_of(rows, self._asked_page, PER_PAGE, compare="1" if self.compare else "")

    @property
    def orphans(self) -> list[Orphan]:
        return [Orphan(row, next(iter(row.source.superseded_by.all()), None)) for row in self.leaf.rows]


def _differing() -> CitationQuerySet:
    stands_there = Substr("source__text", F("start") + 1, F("end") - F("start"))
    kept = Citation.objects.exclude(state=Citation.State.REJECTED)
    return kept.annotate(stands_there=stands_there).exclude(stands_there=F("quote"))


class AcceptancePage(Desk):
    """Before many proposals are accepted at once: which, and which not."""

    @cached_property
    def acceptance(self) -> Acceptance:
        return acceptance(self.filters, self.user)

    @cached_property
    def listed(self) -> list[Event]:
        keys = [event.pk for event in self.acceptance.accepted[:MOST_LISTED]]
        rows = {event.pk: event for event in Event.objects.for_lists().filter(pk__in=keys)}
        return [rows[key] for key in keys if key in rows]

    @property
    def unlisted(self) -> int:
        return max(len(self.acceptance.accepted) - MOST_LISTED, 0)

"""A long list in pages: which one is shown, and the addresses of its neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

Row = TypeVar("Row")


@dataclass(frozen=True)
class Leaf(Generic[Row]):
    """One page of a list. A page that does not exist gives the nearest one."""

    page: Page[Row]
    kept: Mapping[str, str]
    """Parameters that its neighbours' addresses keep."""

    @property
    def rows(self) -> list[Row]:
        return list(self.page.object_list)

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def number(self) -> int:
        return self.page.number

    @property
    def last(self) -> int:
        return self.page.paginator.num_pages

    @property
    def previous(self) -> str:
        """The address of the page before, after the path; empty on the first."""
        return self._address(self.number - 1) if self.page.has_previous() else ""

    @property
    def next(self) -> str:
        return self._address(self.number + 1) if self.page.has_next() else ""

    def _address(self, number: int) -> str:
        given = {name: value for name, value in self.kept.items() if value}
        return "?" + urlencode(given | ({"page": str(number)} if number > 1 else {}))


def leaf_of(rows: QuerySet[Any, Row] | Sequence[Row], asked: str, size: int, **kept: str) -> Leaf[Row]:
    """`rows` may be a queryset: only the rows of the page are taken from it."""
    return Leaf(Paginator(rows, size).get_page(asked), kept)

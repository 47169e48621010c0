"""The proposals in their order. A place in it is a pair of keys, so that far down costs no more than the top."""

from __future__ import annotations

from functools import cached_property

from timeline.models import Event
from timeline.models.events import EventQuerySet
from timeline.reviewing.filters import QueueFilter, waiting


class Queue:
    def __init__(self, filters: QueueFilter) -> None:
        self.filters = filters

    @cached_property
    def count(self) -> int:
        """How many wait, of those that the filter leaves."""
        return self._waiting.count()

    def first(self) -> str | None:
        """The public id of the one to decide first; None where the queue is empty."""
        return next(iter(self.opening(1)), None)

    def opening(self, number: int) -> list[str]:
        """The public ids of the first ones."""
        return list(self._waiting.in_order_of_review().values_list("public_id", flat=True)[:number])

    def after(self, event: Event) -> str | None:
        """The public id of the next one; at the end the first again, unless nothing else waits."""
        further = self._waiting.after_in_review(event.rank, event.pk).in_order_of_review()
        found = further.values_list("public_id", flat=True).first() or self.first()
        return None if found == event.public_id else found

    def before(self, event: Event) -> str | None:
        """None at the top."""
        nearer = self._waiting.before_in_review(event.rank, event.pk).in_order_of_review().reverse()
        return nearer.values_list("public_id", flat=True).first()

    @property
    def _waiting(self) -> EventQuerySet:
        return waiting(self.filters)

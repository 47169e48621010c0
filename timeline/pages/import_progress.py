"""An import as its page shows it: one line a file, what has become of it, and what can be done."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Q

from timeline.ingestion.uploads import last_settlement_failed
from timeline.models import Event, Import, ImportedFile, Job, Source

FILES_PER_PAGE = 200


class ImportProgress:
    def __init__(self, batch: Import, page: str = "") -> None:
        self.batch = batch
        self._asked_page = page

    @cached_property
    def files(self) -> Page[ImportedFile]:
        """Files that came to nothing first, then the others in the order of their names."""
        rows = self.batch.files.select_related("source__reprint_of", "job", "archive").defer(
            "source__text", "source__reprint_of__text"
        )
        return Paginator(rows.in_order_of_need(), FILES_PER_PAGE).get_page(self._asked_page)

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(dict(self.batch.files.counted_by_state()))

    @property
    def total(self) -> int:
        return self.counts.total()

    @property
    def under_way(self) -> int:
        return sum(self.counts[state] for state in ImportedFile.UNDER_WAY)

    @property
    def done(self) -> int:
        return self.total - self.under_way

    @cached_property
    def is_settling(self) -> bool:
        """Whether what was found is still to be merged into events. That is asked for at the end of a file's own job, a
        moment after the file is said to be read."""
        return Job.objects.unfinished().filter(Q(task="settle") | Q(files__batch=self.batch)).exists()

    @cached_property
    def settling_failed(self) -> str:
        """Why what was found could not be merged into events; empty where that is not so."""
        return "" if self.is_settling else last_settlement_failed()

    @cached_property
    def hindrance(self) -> str:
        """Why files that wait are not being read just now, as far as anybody knows."""
        waiting = self.batch.files.filter(state=ImportedFile.State.WAITING, job__state=Job.State.WAITING)
        return waiting.exclude(job__error="").values_list("job__error", flat=True).first() or ""

    @property
    def goes_on(self) -> bool:
        """Whether there will be more to see."""
        return bool(self.under_way) or self.is_settling

    @cached_property
    def to_review(self) -> int:
        """How many events that its articles tell of nobody has reviewed."""
        return Event.objects.waiting().told_in(Source.objects.filter(imported_files__batch=self.batch)).count()

    @cached_property
    def waiting(self) -> int:
        return self.counts[ImportedFile.State.WAITING]

    @cached_property
    def to_try_again(self) -> int:
        return self.batch.files.to_try_again().count()

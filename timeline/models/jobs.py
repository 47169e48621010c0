"""Work that is waiting, running or done, in the database: what a crash interrupts is still there afterwards."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MOST_ATTEMPTS = 3
"""A job during which so many workers died is not given to a further one."""


def lease() -> dt.timedelta:
    """For how long a worker may be silent before its job is taken for abandoned."""
    return dt.timedelta(seconds=settings.JOB_LEASE)


class JobQuerySet(models.QuerySet["Job"]):
    def waiting(self) -> Self:
        return self.filter(state=Job.State.WAITING)

    def unfinished(self) -> Self:
        return self.filter(state__in=(Job.State.WAITING, Job.State.RUNNING))

    @transaction.atomic
    def claim(self, worker: str) -> Job | None:
        """The next job, most urgent and oldest first, leased to this worker; None where there is nothing to do."""
        rows = self.waiting().order_by("urgency", "pk")
        if connection.features.has_select_for_update_skip_locked:
            rows = rows.select_for_update(skip_locked=True)
        job = rows.first()
        if job is None:
            return None
        job.lease_to(worker)
        return job

    @transaction.atomic
    def claim_this(self, key: int, worker: str) -> Job | None:
        """A job that a broker hands over by its key; None where another worker has it or it is done."""
        job = self.select_for_update().filter(pk=key).waiting().first()
        if job is not None:
            job.lease_to(worker)
        return job

    def abandoned(self) -> Self:
        """Those whose workers have not been heard of for too long."""
        return self.filter(state=Job.State.RUNNING, leased_until__lt=timezone.now())

    def hopeless(self) -> Self:
        """Those during which too many workers have died."""
        return self.filter(attempts__gte=MOST_ATTEMPTS)

    def give_back(self) -> int:
        """Let another worker have them."""
        return self.update(state=Job.State.WAITING, worker="", leased_until=None)


class Job(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    task = models.CharField(_("task"), max_length=40, help_text=_("Which work it is; see timeline/jobs/tasks.py."))
    arguments = models.JSONField(_("arguments"), default=dict, help_text=_("What the work is about."))
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.WAITING, help_text=_("How far it has come.")
    )
    urgency = models.SmallIntegerField(_("urgency"), default=0, help_text=_("Smaller comes first."))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0, help_text=_("How often it was begun."))
    worker = models.CharField(_("worker"), max_length=100, blank=True, help_text=_("Who has it at hand."))
    leased_until = models.DateTimeField(
        _("leased until"), null=True, blank=True, help_text=_("After that it is given to another worker.")
    )
    error = models.TextField(_("error"), blank=True, help_text=_("Why it failed."))
    created = models.DateTimeField(_("created"), auto_now_add=True)
    finished = models.DateTimeField(_("finished"), null=True, blank=True, help_text=_("Empty until then."))

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["urgency", "id"], name="job_waiting", condition=Q(state="waiting")),
            models.Index(fields=["leased_until"], name="job_running", condition=Q(state="running")),
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.pk}"

    def lease_to(self, worker: str) -> None:
        self.state = self.State.RUNNING
        self.worker = worker
        self.attempts += 1
        self.error = ""
        self.leased_until = timezone.now() + lease()
        self.save()

    def prolong(self, worker: str) -> bool:
        """The worker is alive; False where the job is no longer its own."""
        mine = Job.objects.filter(pk=self.pk, worker=worker, state=self.State.RUNNING)
        return bool(mine.update(leased_until=timezone.now() + lease()))

    def end(self, worker: str, state: str, error: str = "") -> bool:
        """Write down what became of it, unless it has been given to another worker meanwhile."""
        mine = Job.objects.filter(pk=self.pk, worker=worker, state=self.State.RUNNING)
        return bool(mine.update(state=state, error=error, worker="", leased_until=None, finished=timezone.now()))

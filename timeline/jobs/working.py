"""Doing jobs: one at a time, on a lease that is prolonged as long as the worker lives."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, close_old_connections, connection, transaction
from django.utils.translation import gettext as _

from timeline.jobs.queue import announce
from timeline.jobs.tasks import ON_FAILURE, TASKS
from timeline.models import Job
from timeline.models.jobs import MOST_ATTEMPTS, lease

POLL = 0.5
"""Seconds between two looks at an empty queue."""

ANNOUNCED_AT_ONCE = 200
"""How many waiting jobs one sweep tells the broker of: it may know of them already."""

DATABASE_AWAY = (OperationalError, InterfaceError)
"""What is raised where the database is locked, full, restarted or out of reach: that passes."""

logger = logging.getLogger(__name__)


def worker_name() -> str:
    """Of this process, unlike that of any other that may live at the same time."""
    return f"{socket.gethostname()}:{os.getpid()}"


def perform(key: int) -> None:
    """Do the job with this key, unless another worker has it."""
    job = Job.objects.claim_this(key, worker_name())
    if job is not None:
        _do(job)


def work(*, until_idle: bool = False, stop: Callable[[], bool] = lambda: False) -> int:
    """Do what waits, then wait for more; returns how many jobs were done. `until_idle`: end when nothing waits any
    more. `stop` is asked between two jobs."""
    done = 0
    while not stop():
        try:
            sweep()
            job = Job.objects.claim(worker_name())
            if job is not None:
                _do(job)
                done += 1
        except DATABASE_AWAY:
            logger.exception("The database cannot be used; the worker tries again.")
            time.sleep(10 * POLL)
            close_old_connections()
            continue
        if job is None and until_idle:
            return done
        if job is None:
            time.sleep(POLL)
    return done


@transaction.atomic
def sweep() -> int:
    """Give back what workers held that have not been heard of; returns how many jobs wait again. A job that has
    outlived too many workers has failed."""
    abandoned = Job.objects.abandoned()
    for job in abandoned.hopeless():
        reason = _("the program ended in the middle of it %(times)s times; its log may say why")
        _fail(job, job.worker, reason % {"times": MOST_ATTEMPTS})
    return abandoned.give_back()


def announce_waiting() -> int:
    """Tell the workers of the jobs that wait, in case that a message was lost; returns of how many."""
    waiting = Job.objects.waiting().order_by("urgency", "pk")
    keys = list(waiting.values_list("pk", flat=True)[:ANNOUNCED_AT_ONCE])
    for key in keys:
        announce(key)
    return len(keys)


def _do(job: Job) -> None:
    me = worker_name()
    with _Lease(job, me):
        try:
            TASKS[job.task](**job.arguments)
        except Exception as error:  # Whatever the task stumbles over, the next job is done all the same.
            logger.exception("%s failed", job)
            reason = str(error) if hasattr(error, "in_plain_words") else f"{type(error).__name__}: {error}"
            _write_down(lambda: _fail(job, me, reason))
        else:
            _write_down(lambda: job.end(me, Job.State.DONE))


@transaction.atomic
def _fail(job: Job, worker: str, reason: str) -> None:
    """Unless it has been given to another worker meanwhile."""
    if job.end(worker, Job.State.FAILED, reason) and job.task in ON_FAILURE:
        ON_FAILURE[job.task](reason, **job.arguments)


def _write_down(end: Callable[[], object]) -> None:
    """What made the task fail may keep its end from being written, too, and may pass: a full disk, a database that is
    restarted. After a lease without success the job is left to whoever comes next."""
    patience = time.monotonic() + lease().total_seconds()
    while True:
        try:
            end()
        except DATABASE_AWAY:
            if connection.in_atomic_block or time.monotonic() > patience:
                raise
            logger.exception("What became of a job cannot be written down yet.")
            time.sleep(2 * POLL)
            close_old_connections()
        else:
            return


class _Lease:
    """Prolongs the lease from a thread of its own while the work goes on."""

    def __init__(self, job: Job, worker: str) -> None:
        self._job, self._worker = job, worker
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._prolong, name=f"lease of {job}", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()

    def _prolong(self) -> None:
        while not self._over.wait(lease().total_seconds() / 3):
            try:
                if not self._job.prolong(self._worker):
                    return
            except DATABASE_AWAY:
                logger.exception("The lease of %s could not be prolonged", self._job)
            finally:
                connection.close()

"""Doing jobs: one at a time, on a lease that is prolonged as long as the worker lives."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from collections.abc import Callable

from django.db import OperationalError, close_old_connections, connection

from timeline.jobs.queue import announce
from timeline.jobs.tasks import TASKS
from timeline.models import Job
from timeline.models.jobs import LEASE

POLL = 0.5
"""Seconds between two looks at an empty queue."""

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
            Job.objects.sweep()
            job = Job.objects.claim(worker_name())
        except OperationalError:
            logger.exception("The database cannot be used; the worker tries again.")
            time.sleep(10 * POLL)
            close_old_connections()
            continue
        if job is not None:
            _do(job)
            done += 1
        elif until_idle:
            return done
        else:
            time.sleep(POLL)
    return done


def announce_waiting() -> int:
    """Tell the workers of every job that waits, in case that a message was lost; returns how many there are."""
    keys = list(Job.objects.waiting().order_by("urgency", "pk").values_list("pk", flat=True))
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
            job.end(me, Job.State.FAILED, f"{type(error).__name__}: {error}")
        else:
            job.end(me, Job.State.DONE)


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
        while not self._over.wait(LEASE.total_seconds() / 3):
            try:
                if not self._job.prolong(self._worker):
                    return
            except OperationalError:
                logger.exception("The lease of %s could not be prolonged", self._job)
            finally:
                connection.close()

"""Celery as the one who does the work: `celery -A timeline.celery worker`, with CELERY_BROKER_URL for its broker.

A message holds the key of a job and nothing else. A message that is lost, or comes twice, does no harm: the row says
what is to be done, every worker sweeps from time to time and announces anew what waits, and a job is given to one
worker. It is imported before Django is set up, so it stands outside of jobs/, which needs the models.
"""

from __future__ import annotations

import logging
import os
import threading
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

from celery import Celery
from celery.signals import worker_ready

app = Celery("aide-memoire")
app.config_from_object("django.conf:settings", namespace="CELERY")

logger = logging.getLogger(__name__)


@app.task(name="perform_job", ignore_result=True, acks_late=True)
def perform_job(key: int) -> None:
    from timeline.jobs.working import perform

    perform(key)


@worker_ready.connect
def keep_sweeping(**_signal: object) -> None:
    """In a thread of the process that looks after the workers."""
    threading.Thread(target=_keep_sweeping, name="sweeper", daemon=True).start()


def _keep_sweeping() -> None:
    from django.db import connection

    from timeline.jobs.working import DATABASE_AWAY, announce_waiting, sweep
    from timeline.models.jobs import lease

    while True:
        try:
            sweep()
            announce_waiting()
        except DATABASE_AWAY:
            logger.exception("The database cannot be used; the sweeper tries again.")
        finally:
            connection.close()
        time.sleep(lease().total_seconds())

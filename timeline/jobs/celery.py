"""Celery as the one who does the work: `celery -A timeline.jobs.celery worker`, with CELERY_BROKER_URL for its broker.

A message holds the key of a job and nothing else. A message that is lost, or comes twice, does no harm: the row says
what is to be done, `manage.py work --sweep` announces anew what waits for too long, and a job is given to one worker.
"""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

from celery import Celery

app = Celery("aide-memoire")
app.config_from_object("django.conf:settings", namespace="CELERY")


@app.task(name="perform_job", ignore_result=True, acks_late=True)
def perform_job(key: int) -> None:
    from timeline.jobs.working import perform

    perform(key)

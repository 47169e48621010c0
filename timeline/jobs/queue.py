"""Jobs come in here."""

from __future__ import annotations

import logging

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.jobs.tasks import TASKS
from timeline.models import Job

logger = logging.getLogger(__name__)


def enqueue(task: str, *, urgency: int = 0, once: bool = False, **arguments: object) -> Job:
    """Have work done after the present transaction is committed. `once`: a job of this kind that still waits is enough.

    Raises KeyError on an unknown task.
    """
    if task not in TASKS:
        raise KeyError(task)
    if once:
        same = Job.objects.waiting().filter(task=task, arguments=arguments).first()
        if same:
            return same
    job = Job.objects.create(task=task, arguments=arguments, urgency=urgency)
    transaction.on_commit(lambda: announce(job.pk))
    return job


def announce(key: int) -> None:
    """Tell the workers of a job that waits. The embedded one looks for itself."""
    if settings.JOBS == "inline":
        from timeline.jobs.working import perform

        perform(key)
    elif settings.JOBS == "celery":
        _announce_to_celery(key)


def _announce_to_celery(key: int) -> None:
    """A broker that is away loses nothing: the job waits in the database, and says why, until it is announced again."""
    from kombu.exceptions import OperationalError

    from timeline.celery import perform_job

    try:
        perform_job.apply_async([key], retry=False)
    except OperationalError as error:
        logger.warning("The broker cannot be reached (%s); job %s waits until it is announced again.", error, key)
        reason = _("The message broker cannot be reached. What waits is announced again every minute.")
        Job.objects.waiting().filter(pk=key).update(error=reason)
    else:
        Job.objects.waiting().filter(pk=key).exclude(error="").update(error="")

"""A worker that is replaced when it dies: killed for its memory, or by a fault of a library."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import Callable

LOOK = 0.5
"""Seconds between two looks at whether it lives."""

logger = logging.getLogger(__name__)


def keep(work: Callable[[], object], *, stop: Callable[[], bool]) -> None:
    """Have the work done by a child of this process until it comes to its end or `stop` says so.

    The child is forked: this process must have no threads, and no connection to the database.
    """
    while not stop():
        child = os.fork()
        if child == 0:
            _do_and_end(work)
        status = _wait_for(child, stop)
        if status is not None and os.waitstatus_to_exitcode(status) == 0:
            return
        if status is not None:
            logger.error("The worker has died (%s); another one takes its place.", os.waitstatus_to_exitcode(status))
            time.sleep(LOOK)


def _do_and_end(work: Callable[[], object]) -> None:
    """Without what else this process was going to do."""
    try:
        work()
    except BaseException:
        logger.exception("The worker ends.")
        os._exit(1)
    os._exit(0)


def _wait_for(child: int, stop: Callable[[], bool]) -> int | None:
    """How it ended; None where it was told to, and did after the job that it had at hand."""
    while not stop():
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
        time.sleep(LOOK)
    os.kill(child, signal.SIGTERM)
    os.waitpid(child, 0)
    return None

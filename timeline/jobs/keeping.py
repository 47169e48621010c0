"""A worker beside the web server that is replaced when it dies: killed for its memory, or by a fault of a library."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress

from django.conf import settings

PAUSE = 1.0
"""Seconds between the end of one and the beginning of the next."""

logger = logging.getLogger(__name__)


def keep_worker(listening: Sequence[int]) -> None:
    """As long as this process lives; the worker ends when it finds itself without it. `listening`: the files by which
    this process listens to readers, which are not the worker's: it would hold the address against the next server."""
    begun = begin_worker(listening)
    threading.Thread(target=_keep, args=[begun, listening], name="keeper of the worker", daemon=True).start()


def begin_worker(listening: Sequence[int]) -> int:
    """A process of its own: it loads a language model, which web servers can do without. Returns its id.

    `subprocess` would wait for the end of a pipe, whose other end a web server that is forked in the same moment holds.
    """
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "work", "--parent", str(os.getpid())]
    closed = [(os.POSIX_SPAWN_CLOSE, file) for file in listening]
    return os.posix_spawn(command[0], command, os.environ, file_actions=closed)


def _keep(worker: int, listening: Sequence[int]) -> None:
    while True:
        with suppress(ChildProcessError):  # The web server has taken note of its end already.
            os.waitpid(worker, 0)
        logger.warning("The worker has ended; another one takes its place.")
        time.sleep(PAUSE)
        worker = _begin_another(listening)


def _begin_another(listening: Sequence[int]) -> int:
    """However long it takes until the machine has room for it."""
    while True:
        try:
            return begin_worker(listening)
        except OSError:
            logger.exception("No worker can be begun.")
            time.sleep(10 * PAUSE)

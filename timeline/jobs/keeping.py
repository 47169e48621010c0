"""A worker beside the web server that is replaced when it dies: killed for its memory, or by a fault of a library."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time

from django.conf import settings

PAUSE = 1.0
"""Seconds between the end of one and the beginning of the next."""

logger = logging.getLogger(__name__)


def keep_worker() -> None:
    """As long as this process lives; the worker ends when it finds itself without it."""
    threading.Thread(target=_keep_worker, name="keeper of the worker", daemon=True).start()


def _keep_worker() -> None:
    while True:
        begin_worker().wait()
        logger.warning("The worker has ended; another one takes its place.")
        time.sleep(PAUSE)


def begin_worker() -> subprocess.Popen[bytes]:
    """A process of its own: it loads a language model, which web servers can do without."""
    manage = str(settings.BASE_DIR / "manage.py")
    return subprocess.Popen([sys.executable, manage, "work", "--parent", str(os.getpid())])  # noqa: S603  # All ours.

"""Settings of the production server, read by `gunicorn -c python:timeline.serving.gunicorn_settings`."""

import os
import threading
from pathlib import Path
from typing import Any

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
# The site is imported once, before the workers fork, so that they share its memory.
preload_app = True
timeout = 60
graceful_timeout = 5
# Workers touch a file to show that they live; on a disk that is busy they would be taken for dead.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
control_socket_disable = True
loglevel = "warning"
# What readers search for is their own affair: the access log, off by default, leaves out query strings and addresses.
accesslog = "-" if os.environ.get("ACCESS_LOG") else None
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(B)s %(M)sms'


def on_starting(_server: Any) -> None:
    """The index too is loaded before the workers fork: once, and held by all of them together."""
    from timeline.index.current import load_ahead

    load_ahead()


def post_worker_init(_worker: Any) -> None:
    """A worker that takes another's place later loads what has changed since, before its first reader asks for it."""
    from timeline.index.current import load_ahead

    threading.Thread(target=load_ahead, name="index", daemon=True).start()


def when_ready(server: Any) -> None:
    """The worker begins beside the server, where it has to."""
    from django.conf import settings

    from timeline.jobs.keeping import keep_worker

    if settings.JOBS == "embedded":
        keep_worker([listener.fileno() for listener in server.LISTENERS])
    address = os.environ.get("SITE_URL") or f"http://{bind}"
    print(f"\n  Aide-mémoire is at {address}   (Ctrl-C stops it)\n", flush=True)

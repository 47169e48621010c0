"""The same server as the site's, without what only the site has to do: no index to load, no worker to keep."""

from timeline.serving.gunicorn_settings import (
    bind,
    control_socket_disable,
    graceful_timeout,
    loglevel,
    preload_app,
    threads,
    timeout,
    worker_tmp_dir,
    workers,
)

__all__ = (
    "bind",
    "control_socket_disable",
    "graceful_timeout",
    "loglevel",
    "preload_app",
    "threads",
    "timeout",
    "worker_tmp_dir",
    "workers",
)

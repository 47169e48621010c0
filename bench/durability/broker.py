"""Redis as the broker of Celery, in a folder of its own, and the workers that listen to it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from bench.durability.site import Site
from bench.report import PROJECT


class Broker:
    def __init__(self, folder: Path) -> None:
        self._socket = folder / "redis.sock"
        self.url = f"redis+socket://{self._socket}"
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Broker:
        """Also once it has been away; what it held is forgotten then."""
        # It listens on no port, and keeps nothing on the disk.
        alone = ("--port", "0", "--unixsocket", str(self._socket), "--save", "", "--dir", str(self._socket.parent))
        self._server = subprocess.Popen(["redis-server", *alone], stdout=subprocess.DEVNULL)
        for _look in range(100):
            if self._socket.exists():
                return self
            time.sleep(0.1)
        raise RuntimeError("redis-server does not start.")

    def __exit__(self, *_error: object) -> None:
        if self._server:
            self._server.terminate()
            self._server.wait()


class CeleryWorkers:
    """Two of them."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def __enter__(self) -> CeleryWorkers:
        command = [sys.executable, "-m", "celery", "-A", "timeline.celery", "worker", "--concurrency", "2"]
        with self._site.log.open("ab") as log:
            self._node = subprocess.Popen(
                command, cwd=PROJECT, env=self._site.environment, stdout=log, stderr=log, start_new_session=True
            )
        return self

    def __exit__(self, *_error: object) -> None:
        os.killpg(self._node.pid, signal.SIGTERM)
        self._node.wait()

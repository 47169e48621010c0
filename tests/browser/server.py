"""The site as `make run` serves it: prepared, behind gunicorn and whitenoise, with data of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


@contextmanager
def running_site(data: Path, log: Path) -> Iterator[str]:
    """Serve from the data folder, which is filled with the seeds if it is empty; yields the address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        **whereabouts(data),
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "SITE_URL": address,
        "DEBUG": "",
        "WEB_CONCURRENCY": "1",
    }
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve"], cwd=PROJECT, env=environment, stdout=output, stderr=output
        )
    try:
        _wait_until_it_answers(address, server, log)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def whereabouts(data: Path) -> dict[str, str]:
    """The environment in which a process works on that data folder and no other."""
    return {
        "AIDE_MEMOIRE_DATA": str(data),
        "STATIC_ROOT": str(data / "static"),
        "DATABASE_URL": f"sqlite:///{data / 'db.sqlite3'}",
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_it_answers(address: str, server: subprocess.Popen[bytes], log: Path, patience: float = 180) -> None:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"The site stopped while starting:\n{log.read_text(errors='replace')}")
        try:
            urllib.request.urlopen(f"{address}/", timeout=5).close()
        except urllib.error.HTTPError:
            return  # An error page is an answer; the tests say what is wrong with it.
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"No answer from {address} in {patience:.0f} s:\n{log.read_text(errors='replace')}")

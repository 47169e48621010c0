"""The servers that are measured: our site as in production, the floor, Datasette, and files for the peers' pages."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.report import PROJECT
from bench.synthetic.cache import CACHE, Made
from tests.browser.server import free_port

PEERS = PROJECT / "bench" / "peers"
DATASETTE = PEERS / ".venv" / "bin" / "datasette"
GUNICORN = [sys.executable, "-m", "gunicorn", "-c"]
_PREPARE = (
    "import django; django.setup();"
    "from timeline.serving import preparation; preparation.compile_translations(); preparation.collect_static_files()"
)


@contextmanager
def our_site(made: Made) -> Iterator[str]:
    """Behind gunicorn with its usual two workers; yields the address. Nothing is ingested: the rows stay as made."""
    subprocess.run([sys.executable, "-c", _PREPARE], cwd=PROJECT, env=made.environment, check=True)
    command = [*GUNICORN, "python:timeline.serving.gunicorn_settings", "timeline.wsgi"]
    with _running("ours", command, made.environment, ready="/robots.txt") as address:
        yield address


@contextmanager
def floor(made: Made) -> Iterator[str]:
    """The bare view behind the same gunicorn."""
    environment = {**os.environ, "ROWS": str(made.rows), "DJANGO_SETTINGS_MODULE": "bench.floor.settings"}
    command = [*GUNICORN, "python:bench.floor.gunicorn_settings", "bench.floor.wsgi"]
    with _running("floor", command, environment, ready="/") as address:
        yield address


@contextmanager
def datasette(made: Made) -> Iterator[str]:
    port = free_port()
    command = [str(DATASETTE), "serve", str(made.rows), "--host", "127.0.0.1", "--port", str(port)]
    with _running("datasette", command, dict(os.environ), ready="/-/versions.json", port=port) as address:
        yield address


@contextmanager
def peer_pages() -> Iterator[str]:
    """The peers' pages, their packages, and (under /made/) the events of every size."""
    port = free_port()
    command = [sys.executable, "-m", "bench.reading.files", str(port), str(PEERS), str(CACHE)]
    with _running("files", command, dict(os.environ), ready="/peer.js", port=port) as address:
        yield address


@contextmanager
def _running(
    name: str, command: Sequence[str], environment: Mapping[str, str], *, ready: str, port: int | None = None
) -> Iterator[str]:
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"
    here = {"HOST": "127.0.0.1", "PORT": str(port), "SITE_URL": address}
    CACHE.mkdir(parents=True, exist_ok=True)
    log = CACHE / f"{name}.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=PROJECT, env={**environment, **here}, stdout=output, stderr=output, stdin=subprocess.DEVNULL
        )
    try:
        _wait_for(f"{address}{ready}", server, log)
        yield address
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path, patience: float = 120) -> None:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise SystemExit(f"A server stopped while starting:\n{log.read_text(errors='replace')}")
        try:
            urllib.request.urlopen(address, timeout=10).close()
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{address} answered {error.code}:\n{log.read_text(errors='replace')}") from error
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"No answer from {address} in {patience:.0f} s.")

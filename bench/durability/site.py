"""A site of its own as `make run` serves it, with data of its own, that can be killed and begun again."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx

from bench.report import PROJECT
from tests.browser.server import free_port, whereabouts

LEASE = 5
"""Seconds after which a dead worker's job is given to another: a minute, as usual, would only be waited for."""
PATIENCE = 180
_MANAGE = (sys.executable, "manage.py")


class Site:
    def __init__(self, folder: Path, database: str = "", **settings: str) -> None:
        """`database`: a URL of PostgreSQL; without it, SQLite in the folder. `settings`: environment variables."""
        self.folder = folder
        self.data = folder / "data"
        self.address = f"http://127.0.0.1:{free_port()}"
        self.environment = {
            **os.environ,
            **whereabouts(self.data),
            **({"DATABASE_URL": database} if database else {}),
            "HOST": "127.0.0.1",
            "PORT": self.address.rpartition(":")[2],
            "SITE_URL": self.address,
            "JOB_LEASE": str(LEASE),
            "JOBS": "embedded",
            "DEBUG": "",
            **settings,
        }
        self.log = folder / "log.txt"
        self._server: subprocess.Popen[bytes] | None = None
        self._groups: list[int] = []

    def start(self) -> None:
        with self.log.open("ab") as output:
            self._server = subprocess.Popen(
                [*_MANAGE, "serve"],
                cwd=PROJECT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        self._groups.append(self._server.pid)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self._server.poll() is None:
            with contextlib.suppress(httpx.TransportError):
                httpx.get(f"{self.address}/robots.txt", timeout=5)
                return
            time.sleep(0.1)
        raise RuntimeError(f"The site does not answer:\n{self.log.read_text(errors='replace')[-3000:]}")

    def stop(self) -> None:
        """As Ctrl-C does; then nothing of it is left."""
        if self._server and self._server.poll() is None:
            os.killpg(self._server.pid, signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._server.wait(timeout=30)
        for group in self._groups:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(group, signal.SIGKILL)
        if self._server:
            self._server.wait()

    def __enter__(self) -> Site:
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    # -- kill -9 ----------------------------------------------------------------------------------------------------

    def kill_everything(self) -> None:
        """As a power failure does, as far as processes go."""
        assert self._server
        os.killpg(self._server.pid, signal.SIGKILL)
        self._server.wait()
        self.start()

    def kill_web_server(self) -> None:
        """Its worker goes on with what it has at hand, and meets the worker of the next server."""
        assert self._server
        for process in self._processes(worker=False):
            _kill(process)
        self._server.wait()
        self.start()

    def kill_worker(self) -> None:
        """Nobody begins another one by hand."""
        for process in self._processes(worker=True)[-1:]:
            _kill(process)

    def _processes(self, *, worker: bool) -> list[int]:
        """Those of the site as it runs now, in the order in which they began."""
        assert self._server
        found = []
        for folder in Path("/proc").iterdir():
            with contextlib.suppress(OSError):
                if folder.name.isdecimal() and os.getpgid(int(folder.name)) == self._server.pid:
                    arguments = (folder / "cmdline").read_bytes().split(b"\0")
                    if (b"work" in arguments) is worker:
                        found.append(int(folder.name))
        return sorted(found)

    # -- what is in it ----------------------------------------------------------------------------------------------

    def manage(self, *arguments: str) -> str:
        """What a command says; raises CalledProcessError where it fails."""
        done = subprocess.run(
            [*_MANAGE, *arguments], cwd=PROJECT, env=self.environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    def new_editor(self, name: str = "durability") -> tuple[str, str]:
        said = self.manage("ensure_editor", name)
        password = re.search(r"password “([^”]+)”", said)
        if password is None:
            raise RuntimeError(said)
        return name, password[1]


def _kill(process: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)

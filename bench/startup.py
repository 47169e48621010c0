"""From `make run` to the first answer: of a new clone with packages from pip's cache, and of every later start."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from bench.report import PROJECT, command_line, publish, table
from tests.browser.server import free_port

LATER_STARTS = 5


def main() -> None:
    arguments = command_line(str(__doc__)).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "aide-memoire"
        subprocess.run(["git", "clone", "--quiet", str(PROJECT), str(clone)], check=True)
        first = _seconds_to_first_answer(clone, patience=600)
        later = sorted(_seconds_to_first_answer(clone, patience=60) for _ in range(LATER_STARTS))
    rows = [
        ["first `make run` in a new clone, packages in pip's cache", f"{first:.1f}", ""],
        [f"later starts, median of {LATER_STARTS}", f"{later[LATER_STARTS // 2]:.1f}", f"{later[-1]:.1f}"],
    ]
    publish("startup", table(["start", "seconds to first page", "worst"], rows), write=arguments.write)


def _seconds_to_first_answer(clone: Path, patience: float) -> float:
    port = free_port()
    # Settings of the caller's own site must not reach this one.
    strangers = {
        "AIDE_MEMOIRE_DATA",
        "DATABASE_URL",
        "SITE_URL",
        "SECRET_KEY",
        "DEBUG",
        "MAKEFLAGS",
        "MAKELEVEL",
        "MFLAGS",
    }
    environment = {name: value for name, value in os.environ.items() if name not in strangers}
    begin = time.perf_counter()
    run = subprocess.Popen(
        ["make", "--silent", "run", f"PORT={port}"],
        cwd=clone,
        env=environment,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while not _answers(port):
            if run.poll() is not None:
                raise SystemExit(f"`make run` ended with status {run.returncode} before it answered.")
            if time.perf_counter() - begin > patience:
                raise SystemExit(f"No answer within {patience:.0f} s.")
            time.sleep(0.02)
        return time.perf_counter() - begin
    finally:
        os.killpg(run.pid, signal.SIGINT)
        run.wait(timeout=30)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as answer:
            return bool(answer.status == 200)
    except urllib.error.HTTPError as error:
        raise SystemExit(f"The first page answered {error.code}.") from error
    except OSError:
        return False


if __name__ == "__main__":
    main()

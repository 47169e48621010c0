"""The peers, from npm and PyPI into folders of the bench that git ignores. What cannot be had is said and left out."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.reading.serving import DATASETTE, PEERS

PATIENCE = 600
"""Seconds for each installation."""


def npm_packages() -> bool:
    """vis-timeline, TimelineJS, ECharts and Lighthouse; whether they are there."""
    npm = shutil.which("npm")
    if not npm or not shutil.which("node"):
        return _without("node and npm are missing: no peers in the browser, no Lighthouse")
    modules = PEERS / "node_modules"
    return _installed(
        modules, PEERS / "package-lock.json", lambda: [[npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]]
    )


def datasette() -> bool:
    """In an environment of its own; whether it is there."""
    environment = PEERS / ".venv"
    pip = [str(DATASETTE.parent / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return _installed(
        environment,
        PEERS / "requirements.txt",
        lambda: [
            [sys.executable, "-m", "venv", "--clear", str(environment)],
            [*pip, "--no-input", "--require-hashes", "-r", "requirements.txt"],
        ],
    )


def _installed(folder: Path, lock: Path, commands: Callable[[], Sequence[Sequence[str]]]) -> bool:
    stamp = folder / ".installed"
    if stamp.exists() and stamp.read_bytes() == lock.read_bytes():
        return True
    print(f"Installing {lock.relative_to(PEERS.parents[1])} …", flush=True)
    for command in commands():
        try:
            subprocess.run(command, cwd=PEERS, check=True, timeout=PATIENCE, capture_output=True, text=True)
        except subprocess.CalledProcessError as error:
            return _without(f"{lock.name} could not be installed:\n{error.stderr[:500]}\n")
        except (subprocess.SubprocessError, OSError) as error:
            return _without(f"{lock.name} could not be installed ({error})")
    stamp.write_bytes(lock.read_bytes())
    return True


def _without(reason: str) -> bool:
    print(f"{reason}. The rest is measured all the same.", file=sys.stderr, flush=True)
    return False

"""`make dev` serves, and has what is imported read."""

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.modules import PROJECT

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="no make")


def begun(folder: Path, *variables: str) -> dict[str, list[str]]:
    """The commands of manage.py that `make dev` begins, each with its own id, its parent's, and its arguments."""
    log, manage = folder / "log", folder / "manage"
    manage.write_text(f'#!/bin/sh\necho "$1 $$ $PPID $*" >> {log}\n[ "$1" = runserver ] && sleep 0.3\nexit 0\n')
    manage.chmod(0o755)
    command = ["make", "--silent", "dev", "-o", ".venv/dev.stamp", f"MANAGE={manage}", *variables]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, timeout=60)
    time.sleep(0.2)
    return {words[0]: words[1:] for words in map(str.split, log.read_text().splitlines())}


def test_worker_reads_imports_beside_the_server_and_ends_with_it(tmp_path):
    commands = begun(tmp_path)
    server = commands["runserver"][0]
    assert commands["work"][1:] == [server, "work", "--parent", server]


def test_no_worker_begins_where_the_server_reads_itself(tmp_path):
    assert begun(tmp_path, "JOBS=inline").keys() == {"prepare", "runserver"}

"""Eight writers at the same time, each a process that corrects events as the editors' desk does: what fails, what is
lost, how long a change takes.

    python -m bench.durability.writers
    python -m bench.durability.writers --database postgres://user:password@host/postgres
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.durability.databases import is_sound, new_database
from bench.report import PROJECT, command_line, percentile, publish, table
from tests.browser.server import whereabouts

WRITERS, CHANGES = 8, 300


@dataclass(frozen=True, slots=True)
class Written:
    errors: list[str]
    lost: int
    """Changes of which no judgement tells, or that an event does not show."""
    seconds: list[float]
    """Of each change."""
    duration: float
    sound: bool


def write_together(server: str, writers: int = WRITERS, changes: int = CHANGES) -> Written:
    with tempfile.TemporaryDirectory() as folder, new_database(server) as database:
        data = Path(folder)
        environment = {
            **os.environ,
            **whereabouts(data),
            **({"DATABASE_URL": database} if database else {}),
            "DJANGO_SETTINGS_MODULE": "timeline.settings",
        }
        _run(environment, "prepare", writers)
        begun = time.perf_counter()
        processes = [_begun(environment, "write", number, changes) for number in range(writers)]
        told = [json.loads(process.communicate()[0]) for process in processes]
        duration = time.perf_counter() - begun
        return Written(
            errors=[error for each in told for error in each["errors"]],
            lost=json.loads(_run(environment, "lost", writers, changes)),
            seconds=[seconds for each in told for seconds in each["seconds"]],
            duration=duration,
            sound=is_sound(data / "db.sqlite3"),
        )


def _begun(environment: dict[str, str], *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bench.durability.writer", *map(str, arguments)]
    return subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True)


def _run(environment: dict[str, str], *arguments: object) -> str:
    process = _begun(environment, *arguments)
    said = process.communicate()[0]
    if process.returncode:
        raise RuntimeError(f"{arguments} ended with status {process.returncode}")
    return said


def main() -> None:
    parser = command_line(str(__doc__))
    parser.add_argument("--database", default="", help="a server of PostgreSQL; default: SQLite")
    arguments = parser.parse_args()
    done = write_together(arguments.database)
    rows = [
        ["writers × changes", f"{WRITERS} × {CHANGES}", ""],
        ["errors", len(done.errors), 0],
        ["changes lost", done.lost, 0],
        ["database damaged", "no" if done.sound else "yes", "no"],
        ["changes a second, all writers together", f"{len(done.seconds) / done.duration:.0f}", ""],
        ["ms for a change, median", f"{1000 * percentile(done.seconds, 50):.0f}", ""],
        ["ms, 99th percentile", f"{1000 * percentile(done.seconds, 99):.0f}", ""],
        ["ms, worst", f"{1000 * max(done.seconds):.0f}", ""],
    ]
    section = "writers-postgresql" if arguments.database else "writers-sqlite"
    publish(section, table(["", "measured", "wanted"], rows), write=arguments.write)
    for error in done.errors[:5]:
        print(error, file=sys.stderr)


if __name__ == "__main__":
    main()

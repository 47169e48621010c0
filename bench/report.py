"""Figures as a table, on the screen and in docs/performance.md."""

from __future__ import annotations

import argparse
import os
import platform
import re
import statistics
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
DOCUMENT = PROJECT / "docs" / "performance.md"
LOAD_BEFORE = os.getloadavg()[0]
"""How many processes wanted a core before the measurement began: above 0.5, the figures tell of these, too."""


def percentile(values: Sequence[float], share: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def command_line(description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the figures into docs/performance.md")
    return parser


def folder_of(argument: str) -> Path:
    """A folder of articles named on the command line."""
    folder = Path(argument)
    if not folder.is_dir():
        raise argparse.ArgumentTypeError(f"{argument} is no folder")
    return folder


def publish(section: str, text: str, *, write: bool) -> None:
    """Print the text; put it between the section's marks in the document too, if that is wanted."""
    text = f"{text}\n\n{_circumstances()}"
    print(text)
    if write:
        begin, end = f"<!-- {section}: begin -->", f"<!-- {section}: end -->"
        document = DOCUMENT.read_text(encoding="utf-8")
        pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
        written, count = pattern.subn(lambda _: f"{begin}\n{text}\n{end}", document)
        if count != 1:
            raise SystemExit(f"{DOCUMENT.name} has no place for “{section}”.")
        DOCUMENT.write_text(written, encoding="utf-8")


def _circumstances() -> str:
    day, python, cores = datetime.now(UTC).date().isoformat(), platform.python_version(), os.cpu_count()
    machine = f"{cores} cores, load {LOAD_BEFORE:.1f} before"
    return f"*Measured on {day}, Python {python}, {machine}.*"

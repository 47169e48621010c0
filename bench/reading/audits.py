"""What Lighthouse thinks of our pages: performance, accessibility, best practices, findability, layout shift."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.reading.figures import Figures
from bench.reading.serving import PEERS
from tests.browser.visits import CHROMIUM

PATIENCE = 240
TRIES = 3
"""Lighthouse now and then fails to record a page, and asks to be run again."""
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_AUDITS = {
    "layout-shift": "cumulative-layout-shift",
    "LCP ms": "largest-contentful-paint",
    "TBT ms": "total-blocking-time",
}


def audit(address: str) -> tuple[Figures, list[str]]:
    """Points out of 100, and which audits do not have them all.

    Lighthouse slows processor and network to those of a phone.
    """
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            str(PEERS / "node_modules" / ".bin" / "lighthouse"),
            address,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
            f"--only-categories={','.join(_CATEGORIES)}",
        ]
        environment = {**os.environ, "CHROME_PATH": CHROMIUM or ""}
        for _ in range(TRIES):
            done = subprocess.run(command, timeout=PATIENCE, env=environment, stdout=subprocess.DEVNULL)
            if done.returncode == 0:
                break
        done.check_returncode()
        found = json.loads(report.read_text())
    figures: dict[str, float | None] = {
        name: None if found["categories"][name]["score"] is None else 100 * found["categories"][name]["score"]
        for name in _CATEGORIES
    }
    figures |= {name: found["audits"][audit].get("numericValue") for name, audit in _AUDITS.items()}
    return figures, _wanting(found)


def _wanting(report: dict[str, dict[str, dict[str, object]]]) -> list[str]:
    """Audits that count and are not passed."""
    counted = {
        reference["id"]
        for category in report["categories"].values()
        for reference in category["auditRefs"]  # type: ignore[attr-defined]
        if reference["weight"] > 0
    }
    scores = {name: audit["score"] for name, audit in report["audits"].items() if name in counted}
    return sorted(name for name, score in scores.items() if isinstance(score, int | float) and score < 1)

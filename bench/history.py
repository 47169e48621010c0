"""What recording the history costs a run over new articles: the same run with and without it, in turns.

.venv/bin/python -m bench.history FOLDER…      (default: tests/corpus)
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 3
RUN = """
import sys, time, django
django.setup()
from django.core.management import call_command
from timeline.history import recording
if sys.argv[1] == "without":
    from django.db.models import signals
    for model in recording.NOUNS:
        signals.pre_save.disconnect(recording._note_what_is_stored, sender=model)
        signals.post_save.disconnect(recording._record_saved, sender=model)
        signals.pre_delete.disconnect(recording._note_what_goes, sender=model)
        signals.post_delete.disconnect(recording._record_deleted, sender=model)
call_command("migrate", verbosity=0)
from pathlib import Path
from timeline.ingestion.ingest import ingest
ingest([Path("seeds")])  # Loads the language models.
start = time.process_time()
ingest([Path(folder) for folder in sys.argv[2:]])
print(time.process_time() - start)
"""


def seconds(how: str, folders: list[str]) -> float:
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, "AIDE_MEMOIRE_DATA": data, "DJANGO_SETTINGS_MODULE": "timeline.settings"}
        process = subprocess.run(
            [sys.executable, "-c", RUN, how, *folders], env=environment, capture_output=True, text=True, check=True
        )
        return float(process.stdout.split()[-1])


def main() -> None:
    folders = sys.argv[1:] or [str(Path("tests") / "corpus")]
    began = time.monotonic()
    taken: dict[str, list[float]] = {"without": [], "with": []}
    for _ in range(RUNS):
        for how, times in taken.items():
            times.append(seconds(how, folders))
    without, with_history = (statistics.median(times) for times in taken.values())
    print(f"without {without:.2f} s, with {with_history:.2f} s of processor time: {with_history / without - 1:+.1%}")
    print(f"({RUNS} runs each, {time.monotonic() - began:.0f} s)")


if __name__ == "__main__":
    main()

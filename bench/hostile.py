"""What hostile input costs: seconds and memory of reading and extraction, each input in a process of its own.

    python -m bench.hostile [WORD …] [--write]

Only the inputs whose names have all the words are measured. Every process begins with the language models loaded; its
memory is counted from there.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import time
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

from bench.report import table
from tests.extraction.hostile.inputs import INPUTS
from timeline.extraction.pipeline import extract
from timeline.extraction.reading import MAX_WORDS, UnreadableArticle, articles_in, read_article
from timeline.knowledge import Knowledge, load_knowledge

MOST_SECONDS, MOST_MEGABYTES = 10, 500
PATIENCE = 60
# Just below what is refused.
WORDS = MAX_WORDS - 1_000
WARM_UP = (
    "Ronald Reagan a rencontré Mikhaïl Gorbatchev à Reykjavik le 11 octobre 1986.",
    "Ronald Reagan met Mikhail Gorbachev in Geneva in November 1985, and they talked for two days. ",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/performance.md")
    arguments = parser.parse_args()
    knowledge = load_knowledge()
    for number, sentence in enumerate(WARM_UP):
        extract(read_article(f"{number}.txt", (sentence * 5).encode()), knowledge)
    rows = []
    for name in INPUTS:
        if all(word in name for word in arguments.words):
            seconds, megabytes, outcome = _measured(name, knowledge)
            too_much = "!" if seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES else ""
            rows.append([name, f"{seconds:.2f}", f"{megabytes:.0f}", outcome + too_much])
            print(*rows[-1], sep=" | ", flush=True)
    print(table(["input", "seconds", "MB", "outcome"], rows))


def _measured(name: str, knowledge: Knowledge) -> tuple[float, float, str]:
    # Forked, so that the models need not be loaded anew.
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_run, args=(name, knowledge, there))
    process.start()
    there.close()
    try:
        if here.poll(PATIENCE):
            return here.recv()
        return float("inf"), float("inf"), "endless"
    except EOFError:
        return float("inf"), float("inf"), "crashed"
    finally:
        process.kill()
        process.join()


def _run(name: str, knowledge: Knowledge, answer: Connection) -> None:
    file, content = INPUTS[name](WORDS)
    # Linux forgets the highest use so far; what making the input took must not hide what reading it takes.
    Path("/proc/self/clear_refs").write_text("5")
    before = _peak_megabytes()
    begin = time.process_time()
    outcome = _outcome(file, content, knowledge)
    seconds = time.process_time() - begin
    answer.send((seconds, _peak_megabytes() - before, outcome))


def _outcome(file: str, content: bytes, knowledge: Knowledge) -> str:
    outcomes: Counter[str] = Counter()
    for article in articles_in(file, content):
        try:
            if isinstance(article, UnreadableArticle):
                raise article
            claims = extract(read_article(article.name, article.content), knowledge)
            outcomes[f"read, {len(claims)} claims"] += 1
        except UnreadableArticle as error:
            outcomes[error.refusal.value] += 1
    shown = [outcome if count == 1 else f"{count} × {outcome}" for outcome, count in outcomes.most_common(3)]
    return "; ".join(shown) + ("; …" if len(outcomes) > 3 else "")


def _peak_megabytes() -> float:
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) / 1000 if found else 0.0


if __name__ == "__main__":
    main()

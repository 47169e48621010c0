"""What hostile input costs: seconds and memory of reading and extraction, each input in a process of its own.

    python -m bench.hostile [WORD …] [--write]

Only the inputs whose names have all the words are measured. Time is CPU time, as other work on the machine would count
otherwise; of a file with several articles, that of the dearest. Every process begins with the language models loaded;
its memory is counted from there (Linux only).
"""

from __future__ import annotations

import multiprocessing
import re
import time
from collections import Counter
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from bench.report import command_line, publish, table
from tests.extraction.hostile.inputs import INPUTS
from timeline.extraction.pipeline import extract
from timeline.extraction.reading import MAX_WORDS, UnreadableArticle, articles_in, read_article
from timeline.knowledge import Knowledge, load_knowledge

MOST_SECONDS, MOST_MEGABYTES = 10, 500
PATIENCE = 120
SHOWN = 10
CRASHED = "crashed"
# Just below what is refused.
WORDS = MAX_WORDS - 1_000
WARM_UP = (
    "Ronald Reagan a rencontré Mikhaïl Gorbatchev à Reykjavik le 11 octobre 1986.",
    "Ronald Reagan met Mikhail Gorbachev in Geneva in November 1985, and they talked for two days. ",
)


@dataclass(frozen=True, slots=True)
class Cost:
    name: str
    seconds: float
    megabytes: float
    outcome: str

    @property
    def is_too_much(self) -> bool:
        return self.seconds > MOST_SECONDS or self.megabytes > MOST_MEGABYTES

    @property
    def row(self) -> list[str]:
        return [self.name, f"{self.seconds:.2f}", f"{self.megabytes:.0f}", self.outcome]


def main() -> None:
    parser = command_line(str(__doc__))
    parser.add_argument("words", nargs="*", help="parts of the names of inputs")
    arguments = parser.parse_args()
    knowledge = load_knowledge()
    for number, sentence in enumerate(WARM_UP):
        extract(read_article(f"{number}.txt", (sentence * 5).encode()), knowledge)
    costs = []
    for name in INPUTS:
        if all(word in name for word in arguments.words):
            cost = _cost(name, knowledge)
            costs.append(cost)
            print(*cost.row, "TOO MUCH" if cost.is_too_much else "", sep=" | ", flush=True)
    publish("hostile", _summary(costs), write=arguments.write)


def _summary(costs: list[Cost]) -> str:
    """The extremes, and the costliest inputs by name."""
    dearest = sorted(costs, key=lambda cost: cost.seconds, reverse=True)[:SHOWN]
    figures = [
        ["inputs", len(costs), ""],
        ["crashes", sum(cost.outcome == CRASHED for cost in costs), "0"],
        ["above a limit", sum(cost.is_too_much for cost in costs), "0"],
        ["most seconds for one", f"{max(cost.seconds for cost in costs):.1f}", f"≤ {MOST_SECONDS}"],
        [
            "most MB for one, beside the language models",
            f"{max(cost.megabytes for cost in costs):.0f}",
            f"≤ {MOST_MEGABYTES}",
        ],
    ]
    head = ["the dearest inputs", "seconds", "MB", "what became of it"]
    return f"{table(['', 'measured', 'allowed'], figures)}\n\n{table(head, [cost.row for cost in dearest])}"


def _cost(name: str, knowledge: Knowledge) -> Cost:
    # Forked, so that the models need not be loaded anew.
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_run, args=(name, knowledge, there))
    process.start()
    there.close()
    try:
        if here.poll(PATIENCE):
            return Cost(name, *here.recv())
        return Cost(name, float("inf"), float("inf"), "endless")
    except EOFError:
        return Cost(name, float("inf"), float("inf"), CRASHED)
    finally:
        process.kill()
        process.join()


def _run(name: str, knowledge: Knowledge, answer: Connection) -> None:
    file, content = INPUTS[name](WORDS)
    # Linux forgets the highest use so far; what making the input took must not hide what reading it takes.
    Path("/proc/self/clear_refs").write_text("5")
    before = _peak_megabytes()
    seconds, outcome = _outcome(file, content, knowledge)
    answer.send((seconds, _peak_megabytes() - before, outcome))


def _outcome(file: str, content: bytes, knowledge: Knowledge) -> tuple[float, str]:
    """The seconds of the dearest article, finding it in the file included, and what became of all."""
    outcomes: Counter[str] = Counter()
    begin, most = time.process_time(), 0.0
    for article in articles_in(file, content):
        try:
            if isinstance(article, UnreadableArticle):
                raise article
            claims = extract(read_article(article.name, article.content), knowledge)
            outcomes[f"read, {len(claims)} claims"] += 1
        except UnreadableArticle as error:
            outcomes[error.refusal.value] += 1
        most, begin = max(most, time.process_time() - begin), time.process_time()
    shown = [outcome if count == 1 else f"{count} × {outcome}" for outcome, count in outcomes.most_common(3)]
    return most, "; ".join(shown) + ("; …" if len(outcomes) > 3 else "")


def _peak_megabytes() -> float:
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) / 1000 if found else 0.0


if __name__ == "__main__":
    main()

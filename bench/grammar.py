"""The temporal grammar against dateparser's search for dates, on the same texts in the same run.

    python -m bench.grammar [FOLDER] [--write]

Both are given the paragraphs of every article, one after the other, and its language. The grammar splits them into
sentences by its rules, without spaCy, and resolves what it finds. The rounds take turns, so that other work on the
machine weighs on both.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import pairwise

from dateparser.search import search_dates

from bench.articles import OPEN_SET, article_files_in, read_all, words_of
from bench.report import command_line, folder_of, publish, table
from timeline.extraction.records import Document, Sentence
from timeline.extraction.sentence_starts import sentence_starts
from timeline.extraction.times import Anchors, find_times

ROUNDS = 5
BASE = datetime(2021, 11, 15)  # noqa: DTZ001 -- dateparser wants it without a zone
WANTED = 3


def main() -> None:
    parser = command_line(str(__doc__))
    parser.add_argument("folder", nargs="?", type=folder_of, default=OPEN_SET)
    arguments = parser.parse_args()
    documents = read_all(article_files_in(arguments.folder))
    tools = {"the grammar": _by_grammar, "dateparser's search": _by_dateparser}
    speeds: dict[str, list[float]] = {name: [] for name in tools}
    found: dict[str, int] = {}
    for _ in range(ROUNDS + 1):
        for name, tool in tools.items():
            seconds, found[name] = _measured(partial(_in_all, tool, documents))
            speeds[name].append(words_of(documents) / seconds)
    # The first round warms up.
    middle = {name: statistics.median(of_rounds[1:]) for name, of_rounds in speeds.items()}
    rows = [
        [name, f"{middle[name]:,.0f}", f"{min(speeds[name][1:]):,.0f} to {max(speeds[name][1:]):,.0f}", found[name]]
        for name in tools
    ]
    ratio = middle["the grammar"] / middle["dateparser's search"]
    text = table(["tool", "words a second of CPU time, median", f"{ROUNDS} rounds", "expressions"], rows)
    summary = f"{len(documents)} articles, {words_of(documents):,} words. {ratio:.1f} times as fast; wanted: {WANTED}."
    publish("grammar", f"{text}\n\n{summary}", write=arguments.write)


Tool = Callable[[Document], int]


def _in_all(tool: Tool, documents: list[Document]) -> int:
    return sum(tool(document) for document in documents)


def _measured(work: Callable[[], int]) -> tuple[float, int]:
    begin = time.process_time()
    found = work()
    return time.process_time() - begin, found


def _by_grammar(document: Document) -> int:
    anchors = Anchors(document.published, document.published_wording)
    return sum(map(len, find_times(_sentences(document), anchors)))


def _sentences(document: Document) -> list[Sentence]:
    sentences = []
    for paragraph, span in enumerate(document.body):
        text = document.text[span.start : span.end]
        cuts = [0, *sentence_starts(text), len(text)]
        for begin, end in pairwise(cuts):
            start = span.start + begin
            sentences.append(Sentence(start, span.start + end, text[begin:end], document.language, paragraph, ()))
    return sentences


def _by_dateparser(document: Document) -> int:
    # Relative dates are counted from a fixed day, so that the result is that of every other day.
    settings = {"RELATIVE_BASE": BASE}
    paragraphs = (document.text[span.start : span.end] for span in document.body)
    return sum(len(search_dates(text, languages=[document.language], settings=settings) or ()) for text in paragraphs)


if __name__ == "__main__":
    main()

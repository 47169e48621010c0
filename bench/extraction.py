"""What extraction costs: against spaCy alone, in memory, at a cold start, and as the number of articles grows.

    python -m bench.extraction [FOLDER] [--write]

Time is CPU time, as other work on the machine would count otherwise; a cold start is measured by the clock as well.
The whole way of an article (reading, extraction, merging; no database) is measured against spaCy's components on the
same paragraphs, in turns and with the models loaded. Growth is measured on claims of these articles with dates and
actors changed by a fixed seed: the work of merging them, as their extraction costs the same for every article.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path

import spacy
from spacy.language import Language

from bench.articles import OPEN_SET, article_files_in, read_all, words_of
from bench.copies import copies_of
from bench.report import PROJECT, command_line, folder_of, publish, table
from timeline.extraction.merging import merge_events
from timeline.extraction.pipeline import extract
from timeline.extraction.reading import ArticleFile
from timeline.extraction.records import CandidateEvent, Document
from timeline.extraction.sentences import MODELS
from timeline.knowledge import Knowledge, load_knowledge

ROUNDS, COLD_STARTS = 3, 5
BATCH = 32
FEW, MANY = 200, 2_000
MOST_TIMES_SPACY, MOST_MEGABYTES, MOST_SECONDS_COLD, MOST_GROWTH = 1.25, 900, 3.5, 11


def main() -> None:
    parser = command_line(str(__doc__))
    parser.add_argument("folder", nargs="?", type=folder_of, default=OPEN_SET)
    arguments = parser.parse_args()
    files, knowledge = article_files_in(arguments.folder), load_knowledge()
    documents = read_all(files)
    whole, spacy_alone = _against_spacy(files, documents, knowledge)
    waits, works = (
        statistics.median(all_of) for all_of in zip(*(_cold_start(files) for _ in range(COLD_STARTS)), strict=True)
    )
    claims = [list(extract(document, knowledge)) for document in documents]
    few, many = (_seconds_to_merge(claims, number, knowledge) for number in (FEW, MANY))
    rows = [
        ["the whole way, seconds", f"{whole:.1f}", ""],
        ["spaCy alone, seconds", f"{spacy_alone:.1f}", ""],
        ["the whole way, times spaCy alone", f"{whole / spacy_alone:.2f}", f"≤ {MOST_TIMES_SPACY}"],
        ["peak memory of one worker, MB", f"{_peak_megabytes(arguments.folder):.0f}", f"≤ {MOST_MEGABYTES}"],
        ["cold start, seconds on the clock", f"{waits:.1f}", f"≤ {MOST_SECONDS_COLD}"],
        ["cold start, seconds of CPU", f"{works:.1f}", ""],
        [f"merging {FEW} articles, seconds", f"{few:.2f}", ""],
        [f"merging {MANY:,} articles, seconds", f"{many:.2f}", ""],
        [f"growth from {FEW} to {MANY:,} articles, times", f"{many / few:.1f}", f"≤ {MOST_GROWTH}"],
    ]
    text = table(["figure", "measured", "wanted"], rows)
    summary = f"{len(documents)} articles, {words_of(documents):,} words; {sum(map(len, claims)):,} claims."
    publish("extraction", f"{text}\n\n{summary}", write=arguments.write)


# -- time -------------------------------------------------------------------------------------------------------------


def _against_spacy(files: list[ArticleFile], documents: list[Document], knowledge: Knowledge) -> tuple[float, float]:
    """CPU seconds of the whole way and of spaCy alone, medians; a first round, not counted, loads the models."""
    models = {language: spacy.load(name) for language, name in MODELS.items()}
    ways = (partial(_whole_way, files, knowledge), partial(_spacy_alone, documents, models))
    rounds = [[_cpu_seconds(way) for way in ways] for _ in range(ROUNDS + 1)]
    whole, spacy_alone = (statistics.median(seconds) for seconds in zip(*rounds[1:], strict=True))
    return whole, spacy_alone


def _whole_way(files: list[ArticleFile], knowledge: Knowledge) -> None:
    claims = [claim for document in read_all(files) for claim in extract(document, knowledge)]
    merge_events(claims, knowledge.affiliations())


def _spacy_alone(documents: list[Document], models: dict[str, Language]) -> None:
    for document in documents:
        paragraphs = (document.text[span.start : span.end] for span in document.body)
        deque(models[document.language].pipe(paragraphs, batch_size=BATCH), maxlen=0)


def _seconds_to_merge(claims: list[list[CandidateEvent]], articles: int, knowledge: Knowledge) -> float:
    copies, affiliations = copies_of(claims, articles), knowledge.affiliations()
    return statistics.median(_cpu_seconds(partial(merge_events, copies, affiliations)) for _ in range(ROUNDS))


def _cpu_seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


# -- a worker of its own ----------------------------------------------------------------------------------------------

_START = """
import sys
from pathlib import Path
from bench.articles import article_files_in, read_all
from timeline.extraction.pipeline import extract
from timeline.knowledge import load_knowledge
knowledge = load_knowledge()
"""
_FIRST = "[extract(document, knowledge) for document in read_all(article_files_in(Path(sys.argv[1])))]\n"
_ALL = """
from timeline.extraction.merging import merge_events
documents = read_all(article_files_in(Path(sys.argv[1])))
claims = [claim for document in documents for claim in extract(document, knowledge)]
merge_events(claims, knowledge.affiliations())
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


def _cold_start(files: list[ArticleFile]) -> tuple[float, float]:
    """Seconds from the call to the end of the first French article: on the clock and of CPU."""
    first = next(file for file in files for document in read_all([file]) if document.language == "fr")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / Path(first.name).name).write_bytes(first.content)
        begin, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        _in_new_process(_START + _FIRST, Path(folder))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - begin, used


def _peak_megabytes(folder: Path) -> float:
    """Of the process itself, by Linux's own account: `getrusage` counts what the calling process had when it forked."""
    return int(_in_new_process(_START + _ALL, folder)) / 1024


def _in_new_process(program: str, folder: Path) -> str:
    command = [sys.executable, "-c", program, str(folder.resolve())]
    return subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()

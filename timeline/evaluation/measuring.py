"""Runs the extractor on annotated files and scores it."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.evaluation.events import EventScore, score_events
from timeline.evaluation.figures import ALL, Accuracy, TimexFigures
from timeline.evaluation.gold import GoldArticle
from timeline.evaluation.json_rows import BadAnnotation
from timeline.evaluation.predictions import Findings, predict
from timeline.evaluation.tallies import article_figures, event_figures, timex_figures
from timeline.evaluation.timex import score_timexes
from timeline.evaluation.timex_texts import AnnotatedText, predict_timexes


@dataclass(frozen=True, slots=True)
class Stamp:
    """To which state of the code the figures belong."""

    commit: str
    day: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    found: Findings
    score: EventScore
    accuracy: Accuracy


def evaluate(
    corpus: str,
    gold: Sequence[GoldArticle],
    timex_texts: Iterable[tuple[str, Sequence[AnnotatedText]]],
    stamp: Stamp,
    *,
    language: str = "",
    on_step: Callable[[], object] = lambda: None,
) -> Evaluation:
    """`corpus` is how the folder of `gold` is called; `timex_texts` are named, too. `language` leaves out all others.
    `on_step` is called after every article and every text. Raises BadAnnotation."""
    wanted = tuple(article for article in gold if language in ("", article.language))
    if not wanted:
        raise BadAnnotation(f"{corpus} has no annotated article in the language {language}.")
    found = predict((article.path for article in wanted), on_step)
    score = score_events(wanted, found.events)
    groups = {ALL: event_figures(score)}
    # French before English, as everywhere on the site.
    for code in sorted({article.language for article in wanted}, reverse=True):
        of_language = [article for article in wanted if article.language == code]
        groups[code] = event_figures(score_events(of_language, found.events))
    timex = tuple(_timex(name, texts, stamp, on_step) for name, texts in timex_texts)
    accuracy = Accuracy(corpus, stamp.commit, stamp.day, groups, article_figures(score.articles), timex)
    return Evaluation(found, score, accuracy)


def stamp(folder: Path) -> Stamp:
    """The commit that is checked out in a folder, empty outside a repository or without git, and today's date."""
    command = ["git", "describe", "--always", "--dirty", "--exclude=*"]
    try:
        described = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603
        commit = described.stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        commit = ""
    return Stamp(commit, dt.datetime.now(dt.UTC).date().isoformat())


def _timex(name: str, texts: Sequence[AnnotatedText], at: Stamp, on_text: Callable[[], object]) -> TimexFigures:
    predicted = predict_timexes(texts, on_text)
    return TimexFigures(
        name=name,
        language=" ".join(sorted({text.language for text in texts})),
        commit=at.commit,
        day=at.day,
        calendar=timex_figures(score_timexes(texts, predicted, only_calendar=True)),
        all_types=timex_figures(score_timexes(texts, predicted)),
    )

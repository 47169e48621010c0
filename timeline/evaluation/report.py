"""The figures as lines for the screen, and the faults one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import fill

from timeline.evaluation.faults import Fault
from timeline.evaluation.figures import Accuracy, ArticleFigures, Counts, Group, Loss, Rates, TimexFigures

WIDTH = 120
INDENT = " " * 6


def report_lines(accuracy: Accuracy, *, per_article: bool = False) -> Iterator[str]:
    """Everything that was measured, the whole set before its languages."""
    if per_article:
        yield from _article_lines(accuracy.articles)
        yield ""
    yield f"{'':4} articles expected found |  strict P     R    F1 | relaxed P     R    F1 | right wrong missed"
    for name, group in accuracy.groups.items():
        counts, rates = group.counts, group.rates
        yield (
            f"{name:4} {counts['articles']:8} {counts['expected']:8} {counts['predicted']:5} | "
            f"   {_three(rates, 'strict')} |     {_three(rates, 'relaxed')} | "
            f"{counts['right']:5} {counts['wrong']:5} {counts['missed']:6}"
        )
    for name, group in accuracy.groups.items():
        yield ""
        yield from _group_lines(name, group.counts, group.rates)
    for timex in accuracy.timex:
        yield ""
        yield from _timex_lines(timex)


def fault_lines(faults: Iterable[Fault]) -> Iterator[str]:
    """By article; faults of one sentence stand together above it, and under it what it was taken for instead."""
    for file, of_file in groupby(faults, key=lambda fault: fault.file):
        yield f"\n{file}"
        for sentence, of_sentence in groupby(of_file, key=lambda fault: fault.sentence):
            together = list(of_sentence)
            for fault in together:
                told = [f"expected {fault.expected}"] if fault.expected else []
                told += [f"found {fault.found}"] if fault.found else []
                yield f"  {fault.kind.upper()}  {' | '.join(told)}"
            if sentence:
                yield fill(f"« {sentence} »", WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
            instead = dict.fromkeys(reading for fault in together for reading in fault.instead)
            yield from (f"{INDENT}→ {reading}" for reading in instead)


def loss_line(loss: Loss) -> str:
    return f"{loss.figure.replace('_', ' ')} fell from {loss.before:.4f} to {loss.now:.4f}"


def _article_lines(articles: Iterable[ArticleFigures]) -> Iterator[str]:
    yield f"{'article':40} exp opt found |  strict P     R    F1 | relaxed P     R    F1 | wrong traps"
    for article in articles:
        counts = article.counts
        yield (
            f"{article.file[:40]:40} {counts['expected']:3} {counts['optional']:3} {counts['predicted']:5} | "
            f"   {_three(article.rates, 'strict')} |     {_three(article.rates, 'relaxed')} | "
            f"{counts['wrong']:5} {counts['traps']:5}"
        )


def _group_lines(name: str, counts: Counts, rates: Rates) -> Iterator[str]:
    yield (
        f"{name}: of the {counts['right']} events found: date {rates['date']:.3f}  kind {rates['kind']:.3f}  "
        f"place {rates['place']:.3f} (of {counts['with_place']})  "
        f"actors F1 {rates['actor_f1']:.3f} (of {counts['with_actors']});  mean F1 of articles {rates['macro_f1']:.3f}"
    )
    yield (
        f"    false events {counts['wrong']}, on passages that are no event {counts['traps']}, in articles without any "
        f"{counts['wrong_without_events']};  optional events found {counts['optional_found']} of {counts['optional']}"
    )
    yield (
        f"    merging: precision {rates['merging_precision']:.3f}  recall {rates['merging_recall']:.3f}  "
        f"F1 {rates['merging_f1']:.3f}  (right {counts['pairs_right']} of {counts['pairs_predicted']} pairs predicted, "
        f"{counts['pairs']} expected; recall where both are found {rates['merging_recall_of_found']:.3f} "
        f"of {counts['pairs_found']})"
    )


def _timex_lines(timex: TimexFigures) -> Iterator[str]:
    for label, group in (("calendar", timex.calendar), ("all types", timex.all_types)):
        yield f"{timex.name}, {label}: {_timex_line(group)}"


def _timex_line(group: Group) -> str:
    counts, rates = group.counts, group.rates
    return (
        f"expected {counts['expected']}, found {counts['predicted']};  relaxed P/R/F1 {_percents(rates, 'relaxed')}, "
        f"strict {_percents(rates, 'strict')};  F1 of type {_percent(rates['type_f1'])}, "
        f"value {_percent(rates['value_f1'])}, strict and value {_percent(rates['strict_value_f1'])};  "
        f"value accuracy {_percent(rates['value_accuracy'])}"
    )


def _three(rates: Rates, mode: str) -> str:
    return " ".join(f"{rates[f'{mode}_{rate}']:5.3f}" for rate in ("precision", "recall", "f1"))


def _percents(rates: Rates, mode: str) -> str:
    return "/".join(_percent(rates[f"{mode}_{rate}"]) for rate in ("precision", "recall", "f1"))


def _percent(rate: float) -> str:
    return f"{100 * rate:.1f}"

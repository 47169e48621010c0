"""Scores → figures: the counts and rates by the names under which they are published."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.evaluation.events import ArticleScore, Count, EventScore
from timeline.evaluation.figures import ArticleFigures, Group, Rates
from timeline.evaluation.timex import TimexScore


def event_figures(score: EventScore) -> Group:
    quality, merging = score.quality, score.merging
    counts = {
        "articles": len(score.articles),
        "expected": sum(article.article.required for article in score.articles),
        "optional": sum(len(article.article.events) - article.article.required for article in score.articles),
        "optional_found": score.optional_found,
        "predicted": sum(article.predicted for article in score.articles),
        "right": score.relaxed.right,
        "wrong": score.relaxed.wrong,
        "missed": score.relaxed.missed,
        "traps": score.traps,
        "wrong_without_events": score.wrong_without_events,
        "with_place": quality.with_place,
        "with_actors": quality.with_actors,
        "pairs": len(merging.expected),
        "pairs_predicted": len(merging.predicted),
        "pairs_right": len(merging.right),
        "pairs_found": len(merging.both_found),
    }
    rates = {
        **_count_rates("relaxed", score.relaxed),
        **_count_rates("strict", score.strict),
        "macro_f1": score.macro_f1,
        "date": quality.date,
        "kind": quality.kind,
        "place": quality.place,
        "actor_f1": quality.actor_f1,
        "merging_precision": merging.precision,
        "merging_recall": merging.recall,
        "merging_f1": merging.f1,
        "merging_recall_of_found": merging.recall_of_found,
    }
    return Group(counts, _rounded(rates))


def article_figures(scores: Sequence[ArticleScore]) -> tuple[ArticleFigures, ...]:
    return tuple(
        ArticleFigures(
            score.article.file,
            score.article.language,
            {
                "expected": score.article.required,
                "optional": len(score.article.events) - score.article.required,
                "predicted": score.predicted,
                "wrong": score.relaxed.wrong,
                "traps": len(score.traps),
            },
            _rounded({**_count_rates("relaxed", score.relaxed), **_count_rates("strict", score.strict)}),
        )
        for score in scores
    )


def timex_figures(score: TimexScore) -> Group:
    rates = {
        "relaxed_precision": score.precision(score.relaxed),
        "relaxed_recall": score.recall(score.relaxed),
        "relaxed_f1": score.f1(score.relaxed),
        "strict_precision": score.precision(score.strict),
        "strict_recall": score.recall(score.strict),
        "strict_f1": score.f1(score.strict),
        "type_f1": score.f1(score.types),
        "value_f1": score.f1(score.values),
        "value_accuracy": score.value_accuracy,
        "strict_value_f1": score.f1(score.strict_values),
    }
    return Group({"expected": score.expected, "predicted": score.predicted}, _rounded(rates))


def _count_rates(name: str, count: Count) -> Rates:
    return {f"{name}_precision": count.precision, f"{name}_recall": count.recall, f"{name}_f1": count.f1}


def _rounded(rates: Rates) -> Rates:
    """To six places: what is written is the same on every machine."""
    return {name: round(rate, 6) for name, rate in rates.items()}

"""docs/accuracy.md, written from the published figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.evaluation.figures import ALL, Accuracy, ArticleFigures, Group, TimexFigures

_GROUP_NAMES = {ALL: "all", "fr": "French", "en": "English"}

_INTRODUCTION = """# Accuracy

Written by `manage.py evaluate --write`; do not edit it. `make evaluate` measures anew and fails when a figure has
fallen by more than one point below those that stand here.

## What is measured

`tests/corpus/` holds {articles} articles in French and English, written for this purpose, with {expected} events
that a careful reader finds in them and {optional} on which readers may differ; [its
README](../tests/corpus/README.md) says what is real in them and how they were annotated. They are the open set:
rules were developed with them in view, so articles that nobody has looked at will come out lower.

The extractor reads all of them, without the database, and merges what it finds. Then, article by article:

- A found event and an annotated one may be **a pair** when their dates fit and they share an actor; of several
  possible pairs the likeliest counts. *Strict* means that the date is the annotated one or an accepted other
  reading. *Relaxed* means that the two share a day and the found one is at most one level vaguer (a month for a
  day, not a year).
- **Precision** is the share of found events that are right, **recall** the share of annotated events that are
  found, **F1** their harmonic mean. An event on which readers may differ is neither missed nor false.
- **Date, kind, place and actors** are measured on the events found by relaxed dates: a date must be strictly right,
  a kind an accepted one, a place the same by any of its names. Actors are an F1: all that this article names, and
  none that no article names. Names compare without accents, by both languages' exonyms and by the seats that stand
  for states.
- **Merging** is measured on pairs of articles that report one event: does one found event cite both, and do the
  articles that it cites report one event? An event that was missed in one of the two is a pair missed.
- A **trap** is a passage that must not become an event: related links, denials, conditions, captions.
"""

_TIMEX = """## Expressions of time

Measured with `manage.py evaluate --timex FILE.jsonl` on the halves of two public corpora that were used during
development; the corpora are not part of this project. Relaxed matching and normalised values as in TempEval-3, days
without a time of day, spans without a leading article. *Calendar* leaves out durations, sets and references to the
present.
"""


def accuracy_document(accuracy: Accuracy) -> str:
    counts = accuracy.groups[ALL].counts
    parts = [
        _INTRODUCTION.format(articles=counts["articles"], expected=counts["expected"], optional=counts["optional"]),
        f"## Events\n\n{_measured(accuracy.commit, accuracy.day)}\n\n{_events_table(accuracy)}\n",
        f"## Article by article\n\n{_articles_table(accuracy.articles)}\n",
    ]
    if accuracy.timex:
        parts.append(f"{_TIMEX}\n{_timex_table(accuracy.timex)}\n")
    return "\n".join(parts)


def _measured(commit: str, day: str) -> str:
    at = f" at commit `{commit}`" if commit else ""
    return f"Measured on {day}{at}."


def _events_table(accuracy: Accuracy) -> str:
    groups = accuracy.groups
    head = ["", *(_GROUP_NAMES.get(name, name) for name in groups)]
    rows = [[label, *(_cell(group, figure) for group in groups.values())] for label, figure in _EVENT_ROWS]
    return _table(head, rows)


_EVENT_ROWS = (
    ("articles", "articles"),
    ("events annotated", "expected"),
    ("events found", "predicted"),
    ("precision, relaxed dates", "relaxed_precision"),
    ("recall, relaxed dates", "relaxed_recall"),
    ("**F1, relaxed dates**", "relaxed_f1"),
    ("precision, strict dates", "strict_precision"),
    ("recall, strict dates", "strict_recall"),
    ("**F1, strict dates**", "strict_f1"),
    ("mean F1 of the articles", "macro_f1"),
    ("date, of events found", "date"),
    ("kind", "kind"),
    ("place", "place"),
    ("actors, F1", "actor_f1"),
    ("merging, precision", "merging_precision"),
    ("merging, recall", "merging_recall"),
    ("merging, F1", "merging_f1"),
    ("false events", "wrong"),
    ("of these on a trap", "traps"),
    ("in articles without events", "wrong_without_events"),
)


def _articles_table(articles: Iterable[ArticleFigures]) -> str:
    head = ["article", "annotated", "found", "precision", "recall", "F1 relaxed", "F1 strict", "false", "traps"]
    return _table(head, [_article_row(article) for article in articles])


def _article_row(article: ArticleFigures) -> list[str]:
    counts, rates = article.counts, article.rates
    figures = ("relaxed_precision", "relaxed_recall", "relaxed_f1", "strict_f1")
    shares = [_share(rates[figure]) if counts["expected"] else "–" for figure in figures]
    name = f"`{article.file}`"
    return [
        name,
        str(counts["expected"]),
        str(counts["predicted"]),
        *shares,
        str(counts["wrong"]),
        str(counts["traps"]),
    ]


def _timex_table(corpora: Iterable[TimexFigures]) -> str:
    head = ["corpus", "values", "expressions", "relaxed F1", "strict F1", "type F1", "value F1", "measured"]
    rows = []
    for corpus in corpora:
        measured = f"{corpus.day}, `{corpus.commit}`" if corpus.commit else corpus.day
        for label, group in (("calendar", corpus.calendar), ("all types", corpus.all_types)):
            shares = [_share(group.rates[figure]) for figure in ("relaxed_f1", "strict_f1", "type_f1", "value_f1")]
            rows.append([corpus.name, label, str(group.counts["expected"]), *shares, measured])
    return _table(head, rows)


def _cell(group: Group, figure: str) -> str:
    return str(group.counts[figure]) if figure in group.counts else _share(group.rates[figure])


def _share(rate: float) -> str:
    return f"{rate:.3f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)

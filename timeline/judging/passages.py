"""Passages as judgements know them: by their keys, and by where they stand should a newer extractor give them others.

A key is made from the article, the bounds and the kind of a passage. When a newer extractor draws the bounds otherwise,
a judged passage is known again by these rules:

1. The passage that has the key is meant, as long as there is one; one that a person took stays, whatever becomes of its
   article.
2. Otherwise the one of the same kind in the same article that shares most characters with it.
3. Otherwise, where a newer version of the article has taken its place, the one of the same kind in that version whose
   quote is the same to the character.
4. Otherwise the judgement says nothing of it, until such a passage is found again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from timeline.models import Citation, Source

Spans = Mapping[str, list[str | int]]
"""By the key of a passage: the article's hash, start, end, kind and the quote."""

AT_A_TIME = 500
"""Keys in one query."""

Row = TypeVar("Row")


def spans_of(citations: Iterable[Citation]) -> dict[str, list[str | int]]:
    return {
        citation.key: [citation.source.sha256, citation.start, citation.end, citation.kind, citation.quote]
        for citation in citations
    }


def in_portions(rows: Iterable[Row]) -> Iterator[list[Row]]:
    ordered = list(rows)
    for start in range(0, len(ordered), AT_A_TIME):
        yield ordered[start : start + AT_A_TIME]


def known_again(spans: Spans) -> dict[str, str]:
    """For each key that no passage has any more, the key of the passage that is meant by it now, where there is one."""
    present: set[str] = set()
    for keys in in_portions(spans):
        counts = Q(source__state=Source.State.CURRENT) | Q(extractor=Citation.BY_HAND)
        present |= set(Citation.objects.filter(counts, key__in=keys).values_list("key", flat=True))
    missing = {key: span for key, span in spans.items() if key not in present and span}
    articles = {str(span[0]) for span in missing.values()}
    found = _by_overlap(missing, _passages_of(articles))
    left = {key: span for key, span in missing.items() if key not in found}
    newest = _newest_versions({str(span[0]) for span in left.values()})
    return found | _by_quote(left, newest, _passages_of(newest.values()))


_Known = Mapping[tuple[str, str], list[tuple[int, int, str, str]]]
"""By article and kind: start, end, key and quote of each passage."""


def _passages_of(articles: Iterable[str]) -> _Known:
    known: dict[tuple[str, str], list[tuple[int, int, str, str]]] = defaultdict(list)
    for some in in_portions(set(articles)):
        rows = Citation.objects.filter(source__sha256__in=some, source__state=Source.State.CURRENT)
        columns = rows.values_list("source__sha256", "kind", "start", "end", "key", "quote")
        for article, kind, start, end, key, quote in columns:
            known[article, kind].append((start, end, key, quote))
    return known


def _by_overlap(missing: Spans, known: _Known) -> dict[str, str]:
    found = {}
    for key, (article, start, end, kind, *_quote) in missing.items():
        shared = [
            (min(int(end), theirs[1]) - max(int(start), theirs[0]), -abs(int(start) - theirs[0]), theirs[2])
            for theirs in known.get((str(article), str(kind)), ())
        ]
        best = max(shared, default=(0, 0, ""))
        if best[0] > 0:
            found[key] = best[2]
    return found


def _newest_versions(articles: Iterable[str]) -> dict[str, str]:
    """For each article that a newer version has replaced, the hash of the one that counts now."""
    newest = {}
    for article in articles:
        source = Source.objects.filter(sha256=article).first()
        seen = set()
        while source is not None and source.state == Source.State.SUPERSEDED and source.pk not in seen:
            seen.add(source.pk)
            source = source.superseded_by.order_by("-added", "-id").first()
        if source is not None and source.sha256 != article:
            newest[article] = source.sha256
    return newest


def with_versions_before(sources: Iterable[int] | QuerySet[Any]) -> set[str]:
    """The hashes of these articles, by their ids, and of the versions that they have replaced."""
    found: set[str] = set()
    rows = list(Source.objects.filter(pk__in=sources).values_list("sha256", "supersedes"))
    while rows:
        rows = [row for row in rows if row[0] not in found]
        found.update(sha256 for sha256, _before in rows)
        before = {older for _sha256, older in rows if older is not None}
        rows = list(Source.objects.filter(pk__in=before).values_list("sha256", "supersedes")) if before else []
    return found


def _by_quote(missing: Spans, newest: Mapping[str, str], known: _Known) -> dict[str, str]:
    found = {}
    for key, (article, _start, _end, kind, *quote) in missing.items():
        same = [
            theirs[2] for theirs in known.get((newest.get(str(article), ""), str(kind)), ()) if [theirs[3]] == quote
        ]
        if len(same) == 1:
            found[key] = same[0]
    return found

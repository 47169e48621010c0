"""What went wrong, one by one, so that it can be put right: each with the sentence that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.evaluation.dates import is_strictly
from timeline.evaluation.events import ArticleScore, EventScore, Everywhere, actor_f1, everywhere, has_place
from timeline.evaluation.gold import GoldArticle, GoldEvent
from timeline.evaluation.matching import Reading
from timeline.evaluation.merges import MergeScore
from timeline.evaluation.predictions import Claim
from timeline.evaluation.quotes import sentence_around


class FaultKind(StrEnum):
    MISSED = "missed"
    FALSE = "false"
    TRAP = "trap"
    """A false event on a passage that must not become one."""
    DATE = "date"
    KIND = "kind"
    ACTORS = "actors"
    PLACE = "place"
    NOT_MERGED = "not merged"
    MERGED = "merged wrongly"


@dataclass(frozen=True, slots=True)
class Fault:
    kind: FaultKind
    file: str
    expected: str
    """What the annotation says, or empty."""
    found: str
    """What the extractor says, or empty."""
    sentence: str
    instead: tuple[str, ...] = ()
    """Of a missed event: what the extractor took its sentence for, and why it refused that, if it did."""


def find_faults(score: EventScore, claims: Iterable[Claim] = ()) -> tuple[Fault, ...]:
    """In the order of the articles and of their texts; the pairs of articles that were merged wrongly or not come last.

    `claims` are what the extractor read in the articles.
    """
    known = everywhere(article.article for article in score.articles)
    by_file: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_file[claim.file].append(claim)
    of_articles: list[Fault] = []
    for article in score.articles:
        text, file = article.article.text, article.article.file
        faults = (*_missed(article, by_file[file]), *_found_wrongly(article, known))
        of_articles += sorted(faults, key=lambda fault: text.find(fault.sentence))
    return (*of_articles, *_merge_faults(score.merging))


def _missed(score: ArticleScore, claims: Sequence[Claim]) -> Iterator[Fault]:
    article = score.article
    found = {id(expected) for _, expected in score.matching.pairs}
    for expected in article.events:
        if id(expected) not in found and not expected.optional:
            sentence = _sentence(article, expected.quote)
            instead = tuple(_of_claim(claim) for claim in claims if _sentence(article, claim.quote) == sentence)
            yield Fault(FaultKind.MISSED, article.file, _of_gold(expected), "", sentence, instead)


def _found_wrongly(score: ArticleScore, known: Everywhere) -> Iterator[Fault]:
    article = score.article
    for reading in score.matching.unmatched:
        kind = FaultKind.TRAP if reading in score.traps else FaultKind.FALSE
        yield Fault(kind, article.file, "", _of_reading(reading), _passage(article, reading))
    for reading, expected in score.matching.pairs:
        if not expected.optional:
            yield from _faults_of_pair(article, reading, expected, known)


def _faults_of_pair(article: GoldArticle, reading: Reading, expected: GoldEvent, known: Everywhere) -> Iterator[Fault]:
    event, passage = reading.event, _passage(article, reading)
    if not reading.has_date(is_strictly, expected):
        dates = " ".join((*reading.dates, f"({event.date} settled)"))
        yield Fault(FaultKind.DATE, article.file, " or ".join(expected.dates), dates, passage)
    if not reading.has_kind(expected):
        yield Fault(FaultKind.KIND, article.file, " or ".join(expected.kinds), event.kind, passage)
    if expected.names and actor_f1(reading, expected, known) < 1:
        yield Fault(FaultKind.ACTORS, article.file, _listed(expected.actors), _listed(event.actors), passage)
    if expected.place and not has_place(reading, expected, known):
        yield Fault(FaultKind.PLACE, article.file, expected.place, event.place or "no place", passage)


def _merge_faults(score: MergeScore) -> Iterator[Fault]:
    for one, other in sorted(score.both_found - score.right):
        yield Fault(FaultKind.NOT_MERGED, one[0], one[1], f"apart from {other[0]}", "")
    for one, other in sorted(set(score.predicted) - score.right):
        yield Fault(FaultKind.MERGED, one[0], one[1], f"{other[1]} of {other[0]}", "")


def _of_gold(event: GoldEvent) -> str:
    return _told(event.dates[0], event.kinds[0], event.actors, event.place)


def _of_reading(reading: Reading) -> str:
    event = reading.event
    return _told(" ".join(reading.dates) or event.date, event.kind, event.actors, event.place)


def _of_claim(claim: Claim) -> str:
    refused = f"refused as {claim.refusal}: " if claim.refusal else ""
    return refused + _told(claim.date or "undated", claim.kind, claim.actors, claim.place)


def _told(date: str, kind: str, actors: Iterable[str], place: str | None) -> str:
    where = f", {place}" if place else ""
    return f"{date} {kind}: {_listed(actors)}{where}"


def _listed(actors: Iterable[str]) -> str:
    return "; ".join(actors) or "nobody"


def _passage(article: GoldArticle, reading: Reading) -> str:
    return _sentence(article, reading.quotes[0])


def _sentence(article: GoldArticle, quote: str) -> str:
    return sentence_around(article.text, article.paragraphs, quote)

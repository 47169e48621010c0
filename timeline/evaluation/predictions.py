"""Events that are to be scored: what the extractor makes of a set of articles, without the database.

As JSON they have the form of the exports: `{"events": [{"date": EDTF, "type": kind, "actors": [names],
"place": name or null, "citations": [{"file": name, "quote": passage, "date": EDTF}]}]}`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from timeline.evaluation.json_rows import BadAnnotation, Row
from timeline.extraction.merging import merge_events
from timeline.extraction.pipeline import extract
from timeline.extraction.reading import UnreadableArticle, read_article
from timeline.extraction.records import ActorRef, CandidateEvent, Document, MergedEvent
from timeline.knowledge import Knowledge, load_knowledge


@dataclass(frozen=True, slots=True)
class PredictedCitation:
    file: str
    quote: str
    date: str
    """EDTF; the article's own reading, or empty."""


@dataclass(frozen=True, slots=True)
class PredictedEvent:
    date: str
    """EDTF; what all its articles say together."""
    kind: str
    actors: tuple[str, ...]
    place: str | None
    citations: tuple[PredictedCitation, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage was read as, before merging."""

    file: str
    quote: str
    date: str
    """EDTF, or empty."""
    kind: str
    actors: tuple[str, ...]
    place: str | None
    refusal: str
    """Why it is in no event, or empty."""


@dataclass(frozen=True, slots=True)
class Findings:
    events: tuple[PredictedEvent, ...]
    """Those that the extractor publishes, in the order of their dates."""
    claims: tuple[Claim, ...]
    """In the order of the articles and their texts, the refused ones among them."""


def predict(paths: Iterable[Path], on_article: Callable[[], object] = lambda: None) -> Findings:
    """What the extractor makes of these articles; of copies only the first counts, as when they are ingested.

    Raises BadAnnotation for an article that cannot be read.
    """
    knowledge = load_knowledge()
    documents: dict[str, Document] = {}
    claims: list[CandidateEvent] = []
    for path in paths:
        document = _read(path)
        if document.sha256 not in documents:
            documents[document.sha256] = document
            claims += extract(document, knowledge)
        on_article()
    merged = merge_events((claim for claim in claims if not claim.refusal), knowledge.affiliations())
    return Findings(
        events=tuple(_predicted(event, documents, knowledge) for event in merged),
        claims=tuple(_claim(claim, documents[claim.document], knowledge) for claim in claims),
    )


def _read(path: Path) -> Document:
    try:
        return read_article(path.name, path.read_bytes())
    except UnreadableArticle as error:
        raise BadAnnotation(f"{path} cannot be read as an article: {error}") from error


def _predicted(event: MergedEvent, documents: dict[str, Document], knowledge: Knowledge) -> PredictedEvent:
    return PredictedEvent(
        date=event.date.edtf,
        kind=event.kind.value,
        actors=tuple(sorted(_name(participant.actor, knowledge) for participant in event.participants)),
        place=event.place.name if event.place else None,
        citations=tuple(_citation(claim, documents[claim.document]) for claim in event.claims),
    )


def _name(actor: ActorRef, knowledge: Knowledge) -> str:
    return knowledge.standard_name(actor.key) or actor.name


def _citation(claim: CandidateEvent, document: Document) -> PredictedCitation:
    return PredictedCitation(document.name, document.text[claim.start : claim.end], _date(claim))


def _claim(claim: CandidateEvent, document: Document, knowledge: Knowledge) -> Claim:
    return Claim(
        file=document.name,
        quote=document.text[claim.start : claim.end],
        date=_date(claim),
        kind=claim.kind.value,
        actors=tuple(sorted(_name(participant.actor, knowledge) for participant in claim.participants)),
        place=claim.place.name if claim.place else None,
        refusal=claim.refusal,
    )


def _date(claim: CandidateEvent) -> str:
    return claim.time.date.edtf if claim.time and claim.time.date else ""


# -- as JSON ----------------------------------------------------------------------------------------------------------


def event_row(event: PredictedEvent) -> dict[str, object]:
    citations = [
        {"file": citation.file, "quote": citation.quote, "date": citation.date or None} for citation in event.citations
    ]
    return {
        "date": event.date,
        "type": event.kind,
        "actors": list(event.actors),
        "place": event.place,
        "citations": citations,
    }


def events_of(row: Row) -> tuple[PredictedEvent, ...]:
    """Events from such JSON. Raises BadAnnotation."""
    return tuple(_event_of(event) for event in row.rows("events", required=True))


def _event_of(row: Row) -> PredictedEvent:
    citations = tuple(
        PredictedCitation(citation.text("file"), citation.text("quote"), citation.text_or_none("date") or "")
        for citation in row.rows("citations")
    )
    return PredictedEvent(row.text("date"), row.text("type"), row.texts("actors"), row.text_or_none("place"), citations)

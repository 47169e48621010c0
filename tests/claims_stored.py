"""A small press whose articles report meetings: claims stored as the extractor would, for tests that need no models."""

from __future__ import annotations

import hashlib

from timeline.dates import HistoricalDate
from timeline.extraction.records import (
    ActorKind,
    ActorRef,
    CandidateEvent,
    Derivation,
    Document,
    EventKind,
    Origin,
    Participant,
    PlaceRef,
    Span,
    TimeExpression,
)
from timeline.ingestion.articles import store_article
from timeline.ingestion.claims import claim_key
from timeline.models import Citation, Source


def person(name: str) -> ActorRef:
    return ActorRef("person:" + name.lower().replace(" ", "-"), ActorKind.PERSON, name)


class Article:
    """Sentences, each with the claim that the extractor finds in it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.text = ""
        self._told: list[tuple[int, int, int, str, tuple[str, ...], EventKind, PlaceRef | None]] = []

    def tell(self, edtf: str, *names: str, kind: str = "meeting", place: PlaceRef | None = None) -> Article:
        start = len(self.text)
        self.text += f"{edtf}: {' / '.join(names)} ({kind}). "
        self._told.append((start, len(self.text) - 1, len(edtf), edtf, names, EventKind(kind), place))
        return self

    @property
    def document(self) -> Document:
        digest = hashlib.sha256(f"{self.name}{self.text}".encode()).hexdigest()
        return Document(self.name, digest, self.text, "fr", (Span(0, len(self.text)),))

    def claims(self, *, shorter_by: int = 0) -> tuple[CandidateEvent, ...]:
        """As one version of the extractor finds them; another draws the bounds `shorter_by` characters tighter."""
        return tuple(
            CandidateEvent(
                document=self.document.sha256,
                start=start,
                end=end - shorter_by,
                kind=kind,
                trigger=Span(start + length + 2, start + length + 4),
                participants=tuple(Participant(person(name)) for name in names),
                time=TimeExpression(
                    start, start + length, edtf, HistoricalDate.parse(edtf), Derivation(Origin.EXPLICIT, "test")
                ),
                place=place,
            )
            for start, end, length, edtf, names, kind, place in self._told
        )

    def store(self, *, shorter_by: int = 0) -> Source:
        """For the first time, or again as a newer extractor reads it."""
        known = Source.objects.filter(sha256=self.document.sha256).first()
        return store_article(self.document, self.claims(shorter_by=shorter_by), known, None).source

    def citation(self, number: int = 0, *, shorter_by: int = 0) -> Citation:
        return Citation.objects.get(key=claim_key(self.claims(shorter_by=shorter_by)[number]))

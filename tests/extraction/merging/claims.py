"""Short ways to write down a claim."""

from timeline.dates import HistoricalDate
from timeline.extraction.records import (
    ActorKind,
    ActorRef,
    CandidateEvent,
    Derivation,
    EventKind,
    Office,
    Origin,
    Participant,
    PlaceRef,
    Span,
    TimeExpression,
)

WASHINGTON = PlaceRef("city:4140963", "Washington", "US", known=True)
PARIS = PlaceRef("city:2988507", "Paris", "FR", known=True)
REYKJAVIK = PlaceRef("city:3413829", "Reykjavik", "IS", known=True)
SINGAPORE = PlaceRef("city:1880252", "Singapore", "SG", known=True)
FRANCE = PlaceRef("country:FR", "France", "FR", known=True)


def person(slug: str, *, known: bool = True) -> ActorRef:
    return ActorRef(f"person:{slug}", ActorKind.PERSON, slug.replace("-", " ").title(), known)


def organisation(slug: str) -> ActorRef:
    return ActorRef(f"organisation:{slug}", ActorKind.ORGANISATION, slug.upper(), known=True)


def state(code: str) -> ActorRef:
    return ActorRef(f"state:{code}", ActorKind.STATE, code, known=True)


def claim(
    edtf: str,
    *actors: ActorRef,
    kind: EventKind = EventKind.MEETING,
    place: PlaceRef | None = None,
    document: str = "gazette",
    start: int = 0,
    base_kind: str = "",
    rule: str = "test",
    words: int | None = None,
    office: Office | None = None,
) -> CandidateEvent:
    """`words` is where the words of the date stand, by default within the passage."""
    derivation = Derivation(Origin.INHERITED if base_kind else Origin.EXPLICIT, rule, base_kind=base_kind)
    words = start + 20 if words is None else words
    return CandidateEvent(
        document=document,
        start=start,
        end=start + 40,
        kind=kind,
        trigger=Span(start + 5, start + 10),
        participants=tuple(Participant(actor) for actor in actors),
        time=TimeExpression(words, words + 10, edtf, HistoricalDate.parse(edtf), derivation),
        place=place,
        office=office,
    )

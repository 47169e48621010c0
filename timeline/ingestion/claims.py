"""CandidateEvent ⇄ Citation: what the extractor found, as a row that the merging stage can read back unchanged."""

from __future__ import annotations

import hashlib
from typing import Any

from timeline.dates import HistoricalDate
from timeline.extraction.records import (
    ActorKind,
    ActorRef,
    CandidateEvent,
    Derivation,
    EventKind,
    Modality,
    Office,
    Origin,
    Participant,
    PlaceRef,
    Span,
    TimeExpression,
)
from timeline.models import Citation, Source

Json = dict[str, Any]


def claim_key(claim: CandidateEvent) -> str:
    """The same for the same passage of the same article at every run: 16 hexadecimal digits."""
    parts = (claim.document, claim.start, claim.end, claim.trigger.start, claim.kind)
    return hashlib.sha256(":".join(map(str, parts)).encode()).hexdigest()[:16]


def fill_citation(citation: Citation, claim: CandidateEvent, source: Source) -> None:
    """Write the claim into the row, without saving it."""
    time = claim.time
    citation.key = claim_key(claim)
    citation.source = source
    citation.start, citation.end = claim.start, claim.end
    citation.quote = source.text[claim.start : claim.end]
    citation.kind = claim.kind.value
    citation.modality = claim.modality.value
    citation.attribution = claim.attribution
    citation.refusal = claim.refusal
    citation.date = time.date if time else None
    citation.wording = time.text if time else ""
    citation.derivation = derivation_json(time.derivation) if time else {}
    citation.time_start, citation.time_end = (time.start, time.end) if time else (None, None)
    citation.claim = _claim_json(claim)


def claim_of(citation: Citation) -> CandidateEvent:
    """The claim as the extractor made it; only the article's hash must be at hand (`select_related("source")`)."""
    data = citation.claim
    return CandidateEvent(
        document=citation.source.sha256,
        start=citation.start,
        end=citation.end,
        kind=EventKind(citation.kind),
        trigger=Span(*data["trigger"]),
        participants=tuple(Participant(_actor(entry), entry["role"]) for entry in data["participants"]),
        time=_time(citation),
        place=_place(data["place"]),
        place_span=Span(*data["place_span"]) if data["place_span"] else None,
        modality=Modality(citation.modality),
        attribution=citation.attribution,
        office=_office(data["office"]),
        refusal=citation.refusal,
    )


def derivation_json(derivation: Derivation) -> Json:
    return {
        "origin": derivation.origin.value,
        "rule": derivation.rule,
        "base": derivation.base.edtf if derivation.base else "",
        "base_kind": derivation.base_kind,
        "base_wording": derivation.base_wording,
    }


def _claim_json(claim: CandidateEvent) -> Json:
    return {
        "trigger": [claim.trigger.start, claim.trigger.end],
        "participants": [_actor_json(p.actor) | {"role": p.role} for p in claim.participants],
        "place": _place_json(claim.place),
        "place_span": [claim.place_span.start, claim.place_span.end] if claim.place_span else None,
        "office": _office_json(claim.office),
    }


def _time(citation: Citation) -> TimeExpression | None:
    if citation.time_start is None or citation.time_end is None:
        return None
    data = citation.derivation
    base = HistoricalDate.parse(data["base"]) if data["base"] else None
    derivation = Derivation(Origin(data["origin"]), data["rule"], base, data["base_kind"], data["base_wording"])
    return TimeExpression(citation.time_start, citation.time_end, citation.wording, citation.date, derivation)


def _actor_json(actor: ActorRef) -> Json:
    return {"key": actor.key, "kind": actor.kind.value, "name": actor.name, "known": actor.known}


def _actor(data: Json) -> ActorRef:
    return ActorRef(data["key"], ActorKind(data["kind"]), data["name"], data["known"])


def _place_json(place: PlaceRef | None) -> Json | None:
    return {"key": place.key, "name": place.name, "country": place.country, "known": place.known} if place else None


def _place(data: Json | None) -> PlaceRef | None:
    return PlaceRef(**data) if data else None


def _office_json(office: Office | None) -> Json | None:
    if office is None:
        return None
    return {
        "role": office.role,
        "of": _actor_json(office.of) if office.of else None,
        "to": _actor_json(office.to) if office.to else None,
    }


def _office(data: Json | None) -> Office | None:
    if data is None:
        return None
    of, to = (_actor(data[end]) if data[end] else None for end in ("of", "to"))
    return Office(data["role"], of, to)

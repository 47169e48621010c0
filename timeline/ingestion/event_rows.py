"""A merged event → its row: what the claims say together, but for the fields that people set."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from typing import Any

from timeline.extraction.records import MergedEvent, Origin
from timeline.history import record_added
from timeline.ingestion.catalogue import Catalogue
from timeline.ingestion.claims import derivation_json
from timeline.models import Citation, Event, Participation


def free_public_id(first_key: str) -> str:
    """From the first passage; other digests until one is free, should an older event hold it."""
    for attempt in range(1000):
        public_id = hashlib.sha256(f"{first_key}:{attempt}".encode()).hexdigest()[:10]
        if not Event.objects.filter(public_id=public_id).exists():
            return public_id
    raise RuntimeError(f"no free public id for the passage {first_key}")


def write_event(
    event: Event, found: MergedEvent, citations: Sequence[Citation], catalogue: Catalogue, locked: Collection[str]
) -> bool:
    """Bring the row in line, with the passages that `found` has the claims of; tells whether that changed anything.

    The fields named in `locked` are left as they are.
    """
    is_new = event.pk is None
    before = None if is_new else _state(event)
    if "kind" not in locked:
        event.kind = found.kind.value
    if "place" not in locked:
        event.place = catalogue.place(found.place)
    if "date" not in locked:
        event.date = found.date
        event.derivation = _derivation(found, citations)
        event.wording = found.claims[0].time.text if found.claims[0].time else ""
    event.merge_reasons = list(found.reasons)
    changed = is_new or _state(event) != before
    if changed:
        event.version += not is_new  # So that an editor whose form is open hears of it.
        event.save()
    changed |= _attach(event, citations)
    changed |= _name_actors(found, citations, catalogue)
    if "participations" not in locked:
        changed |= _write_participations(event, found, catalogue)
    return changed


def _state(event: Event) -> tuple[Any, ...]:
    return event.kind, event.place_id, event.edtf, event.derivation, event.wording, event.merge_reasons


def _derivation(found: MergedEvent, citations: Sequence[Citation]) -> dict[str, Any]:
    derivation: dict[str, Any] = derivation_json(found.derivation)
    if found.derivation.origin is Origin.SETTLED:
        readings = {citation.edtf: citation.key for citation in reversed(citations)}
        derivation |= {"from": sorted(readings.values()), "readings": sorted(readings)}
    return derivation


def _attach(event: Event, citations: Sequence[Citation]) -> bool:
    strangers = [citation for citation in citations if citation.event_id != event.pk]
    for citation in strangers:
        citation.event = event
        citation.save(update_fields=["event"])
    return bool(strangers)


def _name_actors(found: MergedEvent, citations: Sequence[Citation], catalogue: Catalogue) -> bool:
    """Whom each passage names: a bare surname may have found its person only now, in another article."""
    renamed = False
    for claim, citation in zip(found.claims, citations, strict=True):
        actors = {catalogue.actor(participant.actor) for participant in claim.participants}
        if actors != set(citation.actors.all()):
            citation.actors.set(actors)
            renamed = True
    return renamed


def _write_participations(event: Event, found: MergedEvent, catalogue: Catalogue) -> bool:
    wanted = {catalogue.actor(participant.actor): participant.role for participant in found.participants}
    before = [
        (participation.actor, participation.role) for participation in event.participations.select_related("actor")
    ]
    if before == list(wanted.items()):
        return False
    event.participations.all().delete()
    made = Participation.objects.bulk_create(
        Participation(event=event, actor=actor, role=role) for actor, role in wanted.items()
    )
    if before:
        record_added(made)  # Those of a new event are no change of it.
    return True

"""Events with their citations as JSON: the form that the event scorer reads.

`{"events": [{"date": EDTF, "type": kind, "actors": [names], "place": name or null,
"citations": [{"file": name, "quote": passage, "date": EDTF, "reprint_of": name or null}]}]}`, where a citation's date
is that source's own reading, and an article that reprints another one names it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from timeline.knowledge import load_knowledge
from timeline.models import Actor, Event


def events_as_json(events: Iterable[Event]) -> str:
    """The same events give the same text, byte for byte, whatever order they were stored in."""
    rows = sorted((_event(event) for event in events), key=lambda row: json.dumps(row, sort_keys=True))
    rows.sort(key=lambda row: row["date"])
    return json.dumps({"events": rows}, ensure_ascii=False, indent=1) + "\n"


def _event(event: Event) -> dict[str, Any]:
    citations = [citation for citation in event.citations.all() if citation.state != "rejected"]
    return {
        "date": event.edtf,
        "type": event.kind,
        "actors": sorted(_standard_name(participation.actor) for participation in event.participations.all()),
        "place": event.place.name_en if event.place else None,
        "citations": sorted(
            (
                {
                    "file": citation.source.name,
                    "quote": citation.quote,
                    "date": citation.edtf or None,
                    "reprint_of": citation.source.reprint_of.name if citation.source.reprint_of else None,
                }
                for citation in citations
            ),
            key=lambda row: (row["file"], row["quote"]),
        ),
    }


def _standard_name(actor: Actor) -> str:
    """States by their ISO 3166-1 English short name, all others by their English name."""
    return load_knowledge().standard_name(actor.key) or actor.name_en

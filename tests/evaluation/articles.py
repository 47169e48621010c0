"""Small annotated sets for the tests."""

from __future__ import annotations

import json
from pathlib import Path

from timeline.evaluation.predictions import PredictedCitation, PredictedEvent

REYKJAVIK = "Ronald Reagan et Mikhaïl Gorbatchev se sont rencontrés à Reykjavik le 11 octobre 1986."
INF = "Ronald Reagan and Mikhail Gorbachev signed the INF treaty in Washington on 8 December 1987."


def event(event_id: str, date: str, quote: str, **fields: object) -> dict[str, object]:
    """An annotated event; a meeting of Reagan and Gorbachev unless said otherwise."""
    actors = ["Ronald Reagan", "Mikhail Gorbachev"]
    return {"id": event_id, "date": date, "type": "meeting", "actors": actors, "place": None, "quote": quote, **fields}


def annotate(
    folder: Path, name: str, text: str, *events: dict[str, object], lang: str = "fr", traps: tuple = ()
) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    gold = {"lang": lang, "events": list(events), "not_events": [{"quote": quote, "why": "a test"} for quote in traps]}
    (folder / f"{name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")


def predicted(date: str, *citations: tuple[str, ...], kind: str = "meeting", **fields: object) -> PredictedEvent:
    """A predicted event; each citation is (name of the article, quote), and the article's own date if it has one."""
    defaults: dict[str, object] = {"actors": ("Ronald Reagan", "Mikhail Gorbachev"), "place": None}
    cited = tuple(PredictedCitation(f"{name}.txt", quote, "".join(own)) for name, quote, *own in citations)
    return PredictedEvent(date=date, kind=kind, citations=cited, **{**defaults, **fields})


def summits(folder: Path) -> Path:
    """Reykjavik in a French article, the INF treaty in an English one."""
    reykjavik = event(
        "reykjavik", "1986-10-11", "se sont rencontrés à Reykjavik", type_ok=["summit"], place="Reykjavik"
    )
    inf = event("inf", "1987-12-08", "signed the INF treaty", type="agreement", place="Washington")
    annotate(folder, "reykjavik", f"{REYKJAVIK}\n", reykjavik)
    annotate(folder, "inf", f"{INF}\n", inf, lang="en")
    return folder

"""Events as lists show them: from the index, and from the passages that are read for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dates import HistoricalDate
from timeline.index.columns import KINDS, NO_PLACE
from timeline.index.current import Index
from timeline.languages import readers_language
from timeline.pages.agreement import agreement
from timeline.pages.listed import ListedCitation, citations_of, offices_of
from timeline.wording import OFFICES, agreement_words, facts_beside_title, office_in_words, title_in_words


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as the list shows it: its first passage, further ones as notes, and whether the sources agree."""

    key: int
    public_id: str
    date: HistoricalDate
    title: str
    facts: str
    """Who and where, as far as the title does not say it."""
    citations: Sequence[ListedCitation]
    agreement: str
    differs: bool
    reviewed: bool


def entries_of(index: Index, keys: Sequence[int]) -> list[Entry]:
    """Of the events with these primary keys."""
    language, columns = readers_language(), index.columns
    positions = columns.positions_of(keys)
    citations = citations_of(keys)
    offices = offices_of([key for key, at in zip(keys, positions, strict=True) if KINDS[columns.kind[at]] in OFFICES])
    entries = []
    for key, at in zip(keys, positions, strict=True):
        told = citations.get(key, [])
        found = agreement(told)
        names = [index.actors[actor].name_in(language) for actor in columns.actors.unmarked_of(at)]
        place = columns.place[at]
        where = "" if place == NO_PLACE else index.places[int(columns.place_keys[place])].name_in(language)
        french, english = columns.titles.get(at, ("", ""))
        own = french if language == "fr" else english
        entries.append(
            Entry(
                key=key,
                public_id=columns.public_ids[at].decode(),
                date=HistoricalDate.parse(columns.edtf[at]),
                title=title_in_words(KINDS[columns.kind[at]], own, names),
                facts=facts_beside_title(own, names, office_in_words(offices.get(key, [])), where),
                citations=told,
                agreement=agreement_words(found),
                differs=bool(found.differ_on),
                reviewed=bool(columns.reviewed[at]),
            )
        )
    return entries

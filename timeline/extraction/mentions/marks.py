"""What has been recognised in a sentence so far, by the words that it covers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.extraction.mentions.gazetteer import Sort
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorKind, ActorRef, Mention, Office, PlaceRef
from timeline.knowledge import Treaty


@dataclass(frozen=True, slots=True)
class Mark:
    """Something named by the words from `first` up to, but not including, `last`."""

    first: int
    last: int
    sort: Sort | None = None
    """None for persons and offices."""
    actors: tuple[ActorRef, ...] = ()
    place: PlaceRef | None = None
    as_place: bool = False
    office: Office | None = None
    is_office: bool = False
    """Whether the words are those of an office: « le patron de la CIA »."""
    detail: str = ""
    """As in the gazetteer's entry: of a seat, the office of the one who sits there."""
    treaties: tuple[Treaty, ...] = ()
    """Those that the words may name."""
    parties: tuple[ActorRef, ...] = ()
    """Of the treaty that is meant."""

    @property
    def is_person(self) -> bool:
        return self.sort is None and not self.is_office

    @property
    def names_persons(self) -> bool:
        return bool(self.actors) and all(actor.kind is ActorKind.PERSON for actor in self.actors)


def mark_at(marks: Iterable[Mark], index: int) -> Mark | None:
    """The mark that begins at the word."""
    return next((mark for mark in marks if mark.first == index), None)


def mark_ending_at(marks: Iterable[Mark], index: int) -> Mark | None:
    """The mark that ends before the word."""
    return next((mark for mark in marks if mark.last == index), None)


def mention_of(mark: Mark, words: Words) -> Mention:
    start, end = words[mark.first].start, words[mark.last - 1].end
    # The full stop of "U.S." belongs to the name.
    if words[mark.last - 1].is_initial and mark.last - mark.first > 1 and words.text[end : end + 1] == ".":
        end = min(end + 1, words.sentence.end)
    return Mention(
        start=start,
        end=end,
        text=words.text[start:end],
        actors=mark.actors,
        place=mark.place,
        as_place=mark.as_place,
        office=mark.office,
        demonym=mark.sort in (Sort.PEOPLE, Sort.PREFIX),
        parties=mark.parties,
    )

"""Which of several persons of one surname is meant: by the office named before it, and by when the sentence plays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from timeline.dates import HistoricalDate
from timeline.extraction.mentions.gazetteer import Gazetteer
from timeline.extraction.mentions.lexicon import NameWords
from timeline.extraction.mentions.marks import Mark
from timeline.extraction.mentions.moments import Moment
from timeline.extraction.mentions.office_phrases import OfficePhrase
from timeline.extraction.mentions.offices import find_office_phrases
from timeline.extraction.mentions.people import People
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorRef
from timeline.knowledge import Knowledge

# How many years before or after all that is known of a person's time in office a sentence may play that names them; and
# how many one that names them with an office that they are not known to have held.
_YOUTH, _AGE, _CAREER = 40, 50, 20


@dataclass(frozen=True)
class Clues:
    """What a sentence tells of the persons whom it names by surname."""

    words: Words
    marks: Sequence[Mark]
    names: Gazetteer
    people: People
    lexicon: NameWords
    moment: Moment

    def at(self, index: int) -> Clue:
        """What it tells of the person named from the word on."""
        return Clue(self._offices.get(index), self.moment, self.people)

    @cached_property
    def _offices(self) -> Mapping[int, OfficePhrase]:
        """By the word after them."""
        phrases = find_office_phrases(self.words, self.marks, self.names, self.people.knowledge, self.lexicon)
        return {phrase.last: phrase for phrase in phrases}


@dataclass(frozen=True)
class Clue:
    phrase: OfficePhrase | None
    """The office directly before the name."""
    moment: Moment
    people: People = field(repr=False)

    @property
    def knowledge(self) -> Knowledge:
        return self.people.knowledge

    def chosen(
        self, named: tuple[ActorRef, ...], likely: tuple[ActorRef, ...], homonyms: tuple[ActorRef, ...]
    ) -> tuple[ActorRef, ...]:
        """Of those named in the document the ones who fit, else the `likely` ones; somebody else where none of them
        does and one other person of that name had the office then: « le président Clinton » is not Hillary."""
        if self.phrase is not None:
            if fitting := self._with_office(named):
                return fitting
            others = self._with_office(homonyms)
            if len(others) == 1 and all(self.knowledge.tenures_of(person.key) for person in named):
                return others
        then = self._in_office_then(named)
        return then if len(then) == 1 and len(named) > 1 else likely

    def known(self, found: tuple[ActorRef, ...], homonyms: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
        """Of persons whom only the knowledge files name: "President Johnson" of 1967 is not Boris."""
        if self.phrase is not None:
            fitting = self._with_office(homonyms)
            if len(fitting) == 1:
                return fitting
        living = tuple(person for person in found if self._may_be_meant(person))
        if found and not living:
            then = self._in_office_then(homonyms)
            return then if len(then) == 1 and self.phrase is None else ()
        return living

    def _with_office(self, persons: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
        """Those who had the office when the sentence plays; or ever, where they are told of as former or no date of
        the sentence says when."""
        assert self.phrase is not None, "asked only where an office stands before the name"
        office = self.phrase.office
        ever = tuple(person for person in persons if self.knowledge.has_held(person.key, office))
        if self.phrase.former:
            return ever
        if self.moment.own:
            return self._held_at(ever, self.moment.own)
        for date in (self.moment.before, self.moment.published):
            if date and (then := self._held_at(ever, (date,))):
                return then
        return ever

    def _held_at(self, persons: tuple[ActorRef, ...], dates: Sequence[HistoricalDate]) -> tuple[ActorRef, ...]:
        assert self.phrase is not None, "asked only where an office stands before the name"
        office = self.phrase.office
        return tuple(p for p in persons if any(self.knowledge.has_held(p.key, office, date) for date in dates))

    def _in_office_then(self, persons: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
        keys = {key for date in self.moment.own for key in self.people.in_office([p.key for p in persons], date)}
        return tuple(person for person in persons if person.key in keys)

    def _may_be_meant(self, person: ActorRef) -> bool:
        """Whether the person may have lived, and in the office may have served, when the sentence plays."""
        tenures = self.knowledge.tenures_of(person.key)
        own, before, published = self.moment.own, self.moment.before, self.moment.published
        if self.phrase is None or self.knowledge.has_held(person.key, self.phrase.office):
            # What is told in the present, or of who is in office, may look far back: « Macron salue l'esprit de 1918 ».
            serving = self.phrase and published and self.knowledge.has_held(person.key, self.phrase.office, published)
            dates, youth, age = () if serving or not self.moment.is_past else own, _YOUTH, _AGE
        else:
            dates, youth, age = own or tuple(filter(None, [before or published])), _CAREER, _CAREER
        if not dates or not tenures:
            return True
        return any(
            _years_between(date, tenure.date) <= youth and _years_between(tenure.date, date) <= age
            for tenure in tenures
            for date in dates
        )


def _years_between(earlier: HistoricalDate, later: HistoricalDate) -> int:
    """From the end of one to the beginning of the other; zero where one of them is open to that side."""
    if earlier.latest is None or later.earliest is None:
        return 0
    return later.earliest.year - earlier.latest.year

"""The persons of one document: who has been named in full, and with which office."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from timeline.dates import HistoricalDate
from timeline.extraction.mentions.people import (
    People,
    begins_with_family_name,
    initial,
    is_family_first,
    sounds_of,
    surnames,
)
from timeline.extraction.records import ActorRef, Office
from timeline.knowledge.folding import words_of

# Letters of a surname that may be spelled otherwise than in the files: « Raab » may not, « Poutine » may.
_LONG_ENOUGH = 5


@dataclass
class Cast:
    """Filled while the document is read; looked up by surname and by office."""

    people: People
    date: HistoricalDate | None
    """When the article was published."""
    persons: dict[str, ActorRef] = field(default_factory=dict)
    offices: list[tuple[Office, ActorRef]] = field(default_factory=list)
    """In the order of the text."""
    _first_names: set[str] = field(default_factory=set)
    _by_surname: dict[tuple[str, ...], dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, person: ActorRef) -> None:
        if person.key in self.persons:
            return
        self.persons[person.key] = person
        knowledge = self.people.knowledge
        known = knowledge.actor(person.key)
        self._first_names.update(sounds_of(words_of(person.name)[:1]))
        names = [person.name] if known is None else [person.name, *(name.text for name in known.names)]
        family_first = is_family_first(knowledge, person.key)
        for name in names:
            forms = surnames(name, family_first=family_first)
            if known is None and begins_with_family_name(name):
                forms += surnames(name, family_first=True)
            for form in forms:
                self._by_surname[form][person.key] = None

    def bear(self, person: ActorRef, office: Office) -> None:
        if (office, person) not in self.offices:
            self.offices.append((office, person))

    def named(self, words: tuple[str, ...], initials: str = "") -> tuple[ActorRef, ...]:
        """The persons of the document whom the surname, with or without an initial, may mean."""
        keys = self._by_surname.get(sounds_of(words), {})
        found = tuple(self.persons[key] for key in keys)
        if initials:
            found = tuple(person for person in found if initial(person.name) == initials)
        return found

    def narrowed(self, found: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
        """Of a leader and a lesser person of the same name the bare surname means the leader: « Kim », « Bush »."""
        leaders = self.people.leaders(person.key for person in found) if len(found) > 1 else ()
        if len(leaders) > 1:
            leaders = self.people.heads(leaders, self.date)
        return tuple(person for person in found if person.key in leaders) if len(leaders) == 1 else found

    def homonyms(self, words: tuple[str, ...], initials: str = "") -> tuple[ActorRef, ...]:
        """All whom everybody knows by a surname spelled so, whoever the document names."""
        keys = self.people.spelled(self.people.by_surname.get(sounds_of(words), ()), words)
        found = (self.people.knowledge.ref(key) for key in keys)
        return tuple(person for person in found if not initials or initial(person.name) == initials)

    def known_elsewhere(
        self, words: tuple[str, ...], initials: str = "", *, titled: bool = False
    ) -> tuple[ActorRef, ...]:
        """Persons whom the document does not name in full but everybody knows: those in office come first.

        Nobody where the word is the first name of one whom it names: « Khalifa » where Khalifa Haftar is spoken of.
        After a title, `titled`, a surname that is also a first name counts: « M. Michel ».
        """
        if len(words) == 1 and sounds_of(words)[:1] and sounds_of(words)[0] in self._first_names:
            return ()
        keys = self.people.by_surname.get(sounds_of(words), ())
        if titled and not keys:
            keys = self.people.by_first_name_surname.get(sounds_of(words), ())
        knowledge = self.people.knowledge
        if initials:
            keys = tuple(key for key in keys if initial(knowledge.actors[key].standard_name) == initials)
        exact = self.people.spelled(keys, words)
        in_office = self.people.in_office(keys, self.date)
        if not exact and (not titled or max(map(len, words)) < _LONG_ENOUGH):
            # « Vine » sounds like Ne Win, « Homme » like Douglas-Home.
            keys = in_office if max(map(len, words)) >= _LONG_ENOUGH else ()
        elif len(keys) > 1:
            keys = exact or keys
            keys = self.people.in_office(keys, self.date) or keys
        return self.narrowed(tuple(knowledge.ref(key) for key in keys))

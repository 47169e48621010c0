"""Office phrases: « le directeur de la CIA », "the Russian foreign minister", and the names that stand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.extraction.mentions.bodies import state_led_by
from timeline.extraction.mentions.gazetteer import Entry, Gazetteer, Sort
from timeline.extraction.mentions.lexicon import NameWords
from timeline.extraction.mentions.marks import Mark, mark_at, mark_ending_at
from timeline.extraction.mentions.office_phrases import ARTICLES, OfficePhrase, Surroundings
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorRef
from timeline.knowledge import Knowledge

_BODIES = (Sort.STATE, Sort.ORGANISATION, Sort.SEAT)
_OF = ("de", "du", "d", "des", "of", "for")
_POSTED = frozenset({"ambassador", "special_envoy", "charge_daffaires", "high_representative", "envoy", "negotiator"})
_TO = ("en", "a", "au", "aux", "aupres", "pour", "to", "in", "at", "for")
# Offices that a town may have for its state: « le prince héritier d'Abou Dhabi ».
_OF_TOWNS = frozenset({"crown_prince", "emir", "leader"})
_SPEAKING = frozenset({"spokesperson", "adviser", "negotiator", "special_envoy"})


def find_office_phrases(
    words: Words, marks: Sequence[Mark], names: Gazetteer, knowledge: Knowledge, lexicon: NameWords
) -> list[OfficePhrase]:
    """In the order of the text, without overlap."""
    reader = _Reader(words, marks, names, lexicon, Surroundings(words, marks, knowledge, lexicon))
    persons = {index for mark in marks if mark.is_person for index in range(mark.first, mark.last)}
    phrases: list[OfficePhrase] = []
    index = 0
    while index < len(words):
        phrase = None if index in persons else reader.phrase_at(index)
        if phrase is None:
            index += 1
            continue
        while phrases and phrases[-1].last > phrase.first:
            phrases.pop()
        phrases.append(phrase)
        index = phrase.last
    return phrases


@dataclass(frozen=True)
class _Reader:
    words: Words
    marks: Sequence[Mark]
    names: Gazetteer
    lexicon: NameWords
    around: Surroundings

    def phrase_at(self, index: int) -> OfficePhrase | None:
        """The office that the words from here name; of several readings the longest."""
        if self.words.folds[index] not in self.names.roles:
            return None
        readings = [self._read(entry, index) for entry in self.names.roles_at(self.words, index)]
        found = [reading for reading in readings if reading is not None]
        return max(found, key=lambda phrase: (phrase.last - phrase.first, bool(phrase.of)), default=None)

    def _read(self, entry: Entry, index: int) -> OfficePhrase | None:
        last = index + len(entry.words)
        of: tuple[ActorRef, ...] = ()
        if entry.detail:
            last, of = self._tail(entry.detail, last)
            if not last:
                return None
        feminine = self.words.folded(index) in self.lexicon.feminine
        phrase = OfficePhrase(index, last, entry.key, of, plural=entry.sort is Sort.ROLES, is_feminine=feminine)
        phrase = self._with_body_before(phrase)
        phrase = self._with_body_after(phrase)
        phrase = self._with_posting(phrase)
        phrase = self.around.described(phrase)
        return phrase if self.around.makes_sense(phrase) else None

    def _tail(self, tail: str, index: int) -> tuple[int, tuple[ActorRef, ...]]:
        """« ministre russe des Affaires étrangères »: the words after the adjective, and whose they are."""
        of: tuple[ActorRef, ...] = ()
        people = mark_at(self.marks, index)
        if people and people.sort is Sort.PEOPLE:
            index, of = people.last, people.actors
        elif self.words.folded(index) in self.lexicon.office_adjectives:
            index += 1
        wanted = tail.split()
        if [self.words.folded(index + offset) for offset in range(len(wanted))] != wanted:
            return 0, ()
        return index + len(wanted), of

    # -- whose office -------------------------------------------------------------------------------------------------

    def _with_body_before(self, phrase: OfficePhrase) -> OfficePhrase:
        """English: "Russian President", "CIA director", "Russia's new foreign minister"."""
        if self.words.sentence.language != "en":
            return phrase
        index = phrase.first
        while self.words.folded(index - 1) in self.lexicon.office_adjectives:
            index -= 1
        if self.words.folded(index - 1) == "s" and index >= 2 and self.words.between(index - 2, index - 1) in "'’":
            index -= 1
        mark = mark_ending_at(self.marks, index)
        if mark is None or mark.sort not in (*_BODIES, Sort.PEOPLE, Sort.CAPITAL) or not mark.actors:
            return phrase
        return self._of_mark(replace(phrase, first=mark.first), mark)

    def _with_body_after(self, phrase: OfficePhrase) -> OfficePhrase:
        if phrase.of:
            return phrase
        index = phrase.last
        while self.words.folded(index) in self.lexicon.office_adjectives and self.words.sentence.language == "fr":
            index += 1
        mark = mark_at(self.marks, index)
        if mark and mark.sort is Sort.PEOPLE and self.words.sentence.language == "fr":
            return self._peoples(phrase, mark)
        if self.words.folded(index) not in _OF or (self.words.folded(index) == "for" and phrase.role in _POSTED):
            return phrase
        index += 1
        while self.words.folded(index) in ARTICLES:
            index += 1
        return self._of_something(phrase, index)

    def _of_something(self, phrase: OfficePhrase, index: int) -> OfficePhrase:
        mark = mark_at(self.marks, index)
        if mark and mark.sort is Sort.STATE and phrase.plural:
            return self._states(phrase, mark)
        if mark and mark.sort in _BODIES:
            return self._of_mark(replace(phrase, last=mark.last), mark)
        if mark and mark.sort is Sort.CAPITAL and phrase.role in _OF_TOWNS:
            return replace(phrase, of=mark.actors[:1], last=mark.last)
        if self.words.folded(index) in self.lexicon.ministries and phrase.role in _SPEAKING:
            return self._of_ministry(phrase, index + 1)
        if person := self.around.person_at(index):
            # « le conseiller de Donald Trump », « le porte-parole de M. Ghani »
            state = state_led_by(person, self.around.knowledge)
            return replace(phrase, of=(state,)) if state else phrase
        if self.words.folded(index) in self.lexicon.bodies:
            return self._of_body(phrase, index)
        inner = self.phrase_at(index) if index < len(self.words) else None
        if inner and inner.of and not inner.plural:
            # « le conseiller à la sécurité nationale du président américain »
            return replace(phrase, last=inner.last, of=inner.of)
        return phrase

    def _of_ministry(self, phrase: OfficePhrase, index: int) -> OfficePhrase:
        """« le porte-parole du ministère chinois des Affaires étrangères » speaks for China."""
        people = mark_at(self.marks, index)
        if people is None or people.sort is not Sort.PEOPLE:
            return phrase
        return replace(phrase, of=people.actors[:1], last=people.last)

    def _peoples(self, phrase: OfficePhrase, mark: Mark) -> OfficePhrase:
        """« les présidents russe et américain » names several states."""
        of, last = mark.actors, mark.last
        while phrase.plural and self.words.folded(last) in ("et", ",", "and"):
            following = mark_at(self.marks, last + 1)
            if following is None or following.sort is not Sort.PEOPLE:
                break
            of, last = (*of, *following.actors), following.last
        return replace(phrase, of=of, last=last)

    def _states(self, phrase: OfficePhrase, mark: Mark) -> OfficePhrase:
        """« les dirigeants de la France, de l'Allemagne et de l'Ukraine »."""
        of, last = mark.actors, mark.last
        while self.words.folded(last) in ("et", ",", "and"):
            index = last
            while self.words.folded(index) in (",", "et", "and", *_OF, *ARTICLES):
                index += 1
            following = mark_at(self.marks, index)
            if following is None or following.sort is not Sort.STATE:
                break
            of, last = (*of, *following.actors), following.last
        return replace(phrase, of=of, last=last)

    def _of_mark(self, phrase: OfficePhrase, mark: Mark) -> OfficePhrase:
        last = phrase.last
        adjective = mark_at(self.marks, last)
        if mark.sort is Sort.ORGANISATION and adjective and adjective.sort is Sort.PEOPLE and mark.last == last:
            last = adjective.last
        if not mark.actors:
            return phrase
        if mark.sort is Sort.SEAT and mark.detail and phrase.role in ("leader", "president"):
            return replace(phrase, role=mark.detail, of=mark.actors, last=last)
        return replace(phrase, of=mark.actors[:1], last=last)

    def _of_body(self, phrase: OfficePhrase, index: int) -> OfficePhrase:
        """« l'agence de renseignement américaine »: all its words."""
        last = index + 1
        while self.words.folded(last) in ("de", "du", "d", "of") and last + 1 < len(self.words):
            last += 2
        adjective = mark_at(self.marks, last)
        if adjective and adjective.sort is Sort.PEOPLE:
            return replace(phrase, last=adjective.last, of=adjective.actors[:1], body=True)
        return replace(phrase, last=last, body=True)

    # -- where posted -------------------------------------------------------------------------------------------------

    def _with_posting(self, phrase: OfficePhrase) -> OfficePhrase:
        if phrase.role not in _POSTED:
            return phrase
        index = phrase.last
        if self.words.folded(index) not in _TO:
            return phrase
        index += 1
        while self.words.folded(index) in (*ARTICLES, "de", "des", "du"):
            index += 1
        mark = mark_at(self.marks, index)
        if mark is None or mark.sort not in (*_BODIES, Sort.CAPITAL) or not mark.actors:
            return self._with_region(phrase, mark)
        return replace(phrase, last=mark.last, to=mark.actors[0])

    def _with_region(self, phrase: OfficePhrase, mark: Mark | None) -> OfficePhrase:
        if mark and mark.sort is Sort.REGION:
            return replace(phrase, last=mark.last)
        return phrase

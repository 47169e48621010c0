"""Words that refer back: « ce dernier », « ils », « leur rencontre », « les deux présidents », « le Slovaque ».

Only simple rules that rarely err; where two readings remain, the word stays open and gets no mention.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline.extraction.coreference.gender import Genders
from timeline.extraction.coreference.lexicon import reference_words, references
from timeline.extraction.coreference.places import capitals, places_referred_to
from timeline.extraction.coreference.rules import REACH, RULES, Place
from timeline.extraction.coreference.sentence import ReadSentence
from timeline.extraction.mentions.gazetteer import Sort
from timeline.extraction.mentions.marks import Mark
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorRef
from timeline.knowledge import Knowledge


@dataclass
class Discourse:
    """What has been said so far; `read` takes the sentences in order."""

    knowledge: Knowledge
    _genders: Genders = field(default_factory=Genders)
    _before: list[ReadSentence] = field(default_factory=list)

    def read(self, words: Words, marks: list[Mark]) -> list[Mark]:
        """The marks of the sentence with those added that refer back."""
        self._genders.learn(words, marks)
        read = ReadSentence(words, self._with_nationals(words, marks))
        for capital in list(capitals(words, read.marks, self.knowledge)):
            read.replace(capital)
        taken = {index for mark in read.marks for index in range(mark.first, mark.last)}
        for kind, first, last in references(words):
            if not taken & set(range(first, last)):
                actors = RULES[kind](Place(read, first, last), self._before)
                pronoun = " ".join(words.folded(index) for index in range(first, last))
                if actors and all(self._genders.agrees(actor, pronoun) for actor in actors):
                    read.add(Mark(first, last, actors=actors), spoken_of=kind in ("singular", "object"))
        taken = {index for mark in read.marks for index in range(mark.first, mark.last)}
        for place in list(places_referred_to(read, self._before)):
            if not taken & set(range(place.first, place.last)):
                read.add(place, spoken_of=False)
        read.settle_topic(self._before[-1] if self._before else None)
        self._before = [*self._before[-REACH + 1 :], read]
        return read.marks

    def keep(self, marks: list[Mark]) -> None:
        """The final marks of the sentence read last."""
        self._before[-1].marks = marks

    def _with_nationals(self, words: Words, marks: list[Mark]) -> list[Mark]:
        """« Le Slovaque » is the Slovak of whom the sentences before speak, where there is exactly one."""
        recent = {person: None for read in self._before for person in read.persons()}
        found: list[Mark] = []
        for mark in marks:
            if mark.sort is Sort.PEOPLE and len(mark.actors) == 1 and _means_one_person(mark, words):
                state = mark.actors[0].key
                own = dict.fromkeys(actor for other in found if other.names_persons for actor in other.actors)
                nationals = self._nationals(state, own) or self._nationals(state, recent)
                if len(nationals) == 1:
                    mark = Mark(mark.first, mark.last, actors=(nationals[0],))
            found.append(mark)
        return found

    def _nationals(self, state: str, persons: Iterable[ActorRef]) -> list[ActorRef]:
        affiliations = self.knowledge.affiliations()
        return [person for person in persons if state in affiliations.get(person.key, ())]


def _means_one_person(mark: Mark, words: Words) -> bool:
    article = reference_words(words.sentence.language).article
    word = words[mark.last - 1]
    singular = "Number=Plur" not in words.token(mark.last - 1).morph and not word.text.endswith("s")
    return word.is_capital and singular and words.folded(mark.first - 1) in article and _is_noun(words, mark.last - 1)


def _is_noun(words: Words, index: int) -> bool:
    """In English an adjective looks the same: "the American envoy"."""
    if words.sentence.language == "fr":
        return True
    following = words.token(index + 1).pos if index + 1 < len(words) else ""
    return following not in ("NOUN", "PROPN", "ADJ", "NUM")

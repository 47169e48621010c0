"""Words that refer back: « ce dernier », « ils », « leur rencontre », « les deux présidents », « le Slovaque ».

Only simple rules that rarely err; where two readings remain, the word stays open and gets no mention.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.extraction.coreference.gender import Genders
from timeline.extraction.coreference.lexicon import references
from timeline.extraction.coreference.nationals import with_nationals
from timeline.extraction.coreference.places import capitals, places_referred_to
from timeline.extraction.coreference.ranks import Ranks
from timeline.extraction.coreference.rules import REACH, RULES, Place
from timeline.extraction.coreference.sentence import ReadSentence
from timeline.extraction.mentions.marks import Mark
from timeline.extraction.mentions.words import Words
from timeline.knowledge import Knowledge


@dataclass
class Discourse:
    """What has been said so far; `read` takes the sentences in order."""

    knowledge: Knowledge
    _genders: Genders = field(default_factory=Genders)
    _ranks: Ranks = field(init=False)
    _before: list[ReadSentence] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._ranks = Ranks(self.knowledge)

    def read(self, words: Words, marks: list[Mark]) -> list[Mark]:
        """The marks of the sentence with those added that refer back."""
        self._genders.learn(words, marks)
        self._ranks.learn(words, marks)
        read = ReadSentence(words, with_nationals(words, marks, self._before, self.knowledge))
        for capital in list(capitals(words, read.marks, self.knowledge)):
            read.replace(capital)
        taken = {index for mark in read.marks for index in range(mark.first, mark.last)}
        for kind, first, last in references(words):
            if not taken & set(range(first, last)):
                actors = RULES[kind](Place(read, first, last, self.knowledge), self._before)
                pronoun = " ".join(words.folded(index) for index in range(first, last))
                if actors and all(self._genders.agrees(actor, pronoun) for actor in actors):
                    read.add(Mark(first, last, actors=actors), spoken_of=kind in ("singular", "object"))
        taken = {index for mark in read.marks for index in range(mark.first, mark.last)}
        for mark in [*places_referred_to(read, self._before), *self._ranks.meant(words)]:
            if not taken & set(range(mark.first, mark.last)):
                read.add(mark, spoken_of=False)
        read.settle_topic(self._before[-1] if self._before else None)
        self._before = [*self._before[-REACH + 1 :], read]
        return read.marks

    def keep(self, marks: list[Mark]) -> None:
        """The final marks of the sentence read last."""
        self._before[-1].marks = marks

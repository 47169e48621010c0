"""« Le général », "the ayatollah": the one person of the article who bears the rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from timeline.extraction.coreference.lexicon import reference_words
from timeline.extraction.mentions.marks import Mark
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorRef
from timeline.knowledge import Knowledge
from timeline.knowledge.folding import fold, words_of


@dataclass
class Ranks:
    knowledge: Knowledge
    _bearers: dict[str, dict[ActorRef, None]] = field(default_factory=lambda: defaultdict(dict))

    def learn(self, words: Words, marks: Iterable[Mark]) -> None:
        """From « le maréchal Haftar », and from names such as « général de Gaulle » in the knowledge files."""
        ranks = reference_words(words.sentence.language).ranks
        for mark in marks:
            if mark.is_person and len(mark.actors) == 1:
                person = mark.actors[0]
                known = self.knowledge.actor(person.key)
                called = [fold(words_of(name.text)[0]) for name in known.names] if known else []
                for rank in {words.folded(mark.first - 1), words.folded(mark.first), *called} & ranks:
                    self._bearers[rank][person] = None

    def meant(self, words: Words) -> Iterator[Mark]:
        """The marks of ranks without a name of which the article has one bearer."""
        lexicon = reference_words(words.sentence.language)
        for index in range(1, len(words)):
            rank = words.folded(index)
            if rank not in lexicon.ranks or words.folded(index - 1) not in lexicon.article:
                continue
            bearers = self._bearers.get(rank, {})
            if len(bearers) == 1 and not _goes_on(words, index + 1):
                yield Mark(index, index + 1, actors=tuple(bearers))


def _goes_on(words: Words, index: int) -> bool:
    """« le général Dupont », « le colonel de gendarmerie », « le général américain » are others."""
    if index >= len(words):
        return False
    return (
        words[index].is_capital
        or words.folded(index) in ("de", "du", "d", "des", "of", "in")
        or (words.token(index).pos in ("ADJ", "NOUN") and words.between(index - 1, index) == " ")
    )

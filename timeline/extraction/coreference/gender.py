"""Whether « elle » or « il », "she" or "he" may mean a person: by a title in the article or by the given name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline.extraction.mentions.gender import Gender, gender_of
from timeline.extraction.mentions.marks import Mark
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorKind, ActorRef

_FEMALE_WORDS = frozenset({"mme", "mmes", "madame", "mlle", "mrs", "ms", "miss", "lady", "queen", "reine", "princesse"})
_FEMALE_WORDS |= frozenset({"presidente", "chanceliere", "cheffe", "ambassadrice", "directrice"})
_MALE_WORDS = frozenset(
    {"m", "mm", "monsieur", "mr", "lord", "sir", "king", "roi", "prince", "emir", "imam", "ayatollah"}
)
_FEMALE_PRONOUNS = frozenset({"elle", "elles", "celle ci", "cette derniere", "she", "her"})
_MALE_PRONOUNS = frozenset({"il", "celui ci", "he", "him"})


@dataclass
class Genders:
    """Of the persons of one document."""

    told: dict[str, Gender] = field(default_factory=dict)
    """By key: what a title before the name has told."""

    def learn(self, words: Words, marks: Iterable[Mark]) -> None:
        """From « Mme Merkel », « la présidente Tsai »."""
        for mark in marks:
            if mark.is_person and len(mark.actors) == 1:
                before = words.folded(mark.first - 1)
                if before in _FEMALE_WORDS:
                    self.told[mark.actors[0].key] = Gender.FEMALE
                elif before in _MALE_WORDS:
                    self.told.setdefault(mark.actors[0].key, Gender.MALE)

    def agrees(self, person: ActorRef, pronoun: str) -> bool:
        """False only where the pronoun, folded, contradicts what is known."""
        if person.kind is not ActorKind.PERSON or pronoun not in _FEMALE_PRONOUNS | _MALE_PRONOUNS:
            return True
        wanted = Gender.FEMALE if pronoun in _FEMALE_PRONOUNS else Gender.MALE
        gender = self.told.get(person.key) or gender_of(person)
        return gender is None or gender is wanted

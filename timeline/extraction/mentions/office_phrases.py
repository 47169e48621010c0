"""What an office phrase is in its surroundings: whether of today, of whom, and whether it names an office at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.extraction.mentions.lexicon import NameWords
from timeline.extraction.mentions.marks import Mark, mark_at
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorKind, ActorRef, Office
from timeline.knowledge import Knowledge

ARTICLES = ("la", "le", "l", "les", "the")
# Roles that need to be told of what: « le chef », « le secrétaire » alone say nothing.
_VAGUE = frozenset({"leader", "secretary", "director", "director_general", "commander"})
_VAGUE |= frozenset({"deputy", "counterpart", "that_of"})
# Offices of the United States where nothing else is said: no other state calls them so.
_AMERICAN = frozenset({"secretary_of_state", "deputy_secretary_of_state", "under_secretary_of_state"})
# « secrétaire d'État à l'Europe », « chargé des Affaires européennes »: a junior minister.
_JUNIOR = ("a", "aux", "au")
# « le secrétaire d'État adjoint pour l'Asie » is one of several.
_FOR_A_REGION = ("pour", "a", "aux", "au", "charge", "chargee", "for")
_GENITIVE = ("de", "du", "d", "des", "of")


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office as the words name it: from word `first` up to, but not including, word `last`."""

    first: int
    last: int
    role: str
    of: tuple[ActorRef, ...] = ()
    """Several for « les présidents russe et américain »."""
    to: ActorRef | None = None
    plural: bool = False
    former: bool = False
    definite: bool = True
    body: bool = False
    """Whether it is of « l'agence », an organisation named before."""
    is_feminine: bool = False
    """« la dirigeante », « la chancelière »."""

    @property
    def office(self) -> Office:
        return Office(self.role, self.of[0] if len(self.of) == 1 else None, self.to)


@dataclass(frozen=True)
class Surroundings:
    """The sentence in which office phrases are read."""

    words: Words
    marks: Sequence[Mark]
    knowledge: Knowledge
    lexicon: NameWords

    def person_at(self, index: int) -> ActorRef | None:
        """The person named at the word, after titles."""
        while self.lexicon.is_title(self.words, index):
            index += 1
        mark = mark_at(self.marks, index)
        return mark.actors[0] if mark and mark.is_person and len(mark.actors) == 1 else None

    def described(self, phrase: OfficePhrase) -> OfficePhrase:
        """The phrase with what the words before and after it add."""
        before = [self.words.folded(phrase.first - distance) for distance in (1, 2, 3, 4)]
        former = any(word in self.lexicon.former for word in (before[:2]))
        article = next((word for word in before if word in self.lexicon.definite | self.lexicon.indefinite), "")
        role = phrase.role
        if role == "foreign_minister" and phrase.of and phrase.of[0].kind is ActorKind.ORGANISATION:
            role = "high_representative"
        junior = role == "secretary_of_state" and self._is_junior(phrase.last)
        if role == "deputy_secretary_of_state" and self.words.folded(phrase.last) in _FOR_A_REGION:
            role = "assistant_secretary_of_state"
        of = phrase.of
        if role in _AMERICAN and not of and not junior and before[0] != "(":
            of = (self.knowledge.ref("state:US"),)
        return replace(
            phrase,
            role="minister" if junior else role,
            of=of,
            former=former,
            definite=article not in self.lexicon.indefinite and not set(before[:2]) & self.lexicon.coming,
        )

    def makes_sense(self, phrase: OfficePhrase) -> bool:
        """Whether it names an office."""
        role = self.knowledge.roles[phrase.role]
        if self.words.token(phrase.first).pos in ("VERB", "AUX") or self._is_of_something_else(phrase):
            return False
        if role.state_only and any(of.kind is ActorKind.ORGANISATION for of in phrase.of) and not phrase.body:
            return False
        if phrase.role == "high_representative" and phrase.of and phrase.of[0].kind is ActorKind.STATE:
            return False
        if phrase.role in _VAGUE and not (phrase.of or phrase.body):
            return phrase.role in ("counterpart", "deputy") or (phrase.role == "leader" and phrase.plural)
        if phrase.role == "secretary":
            return phrase.of[0].kind is ActorKind.ORGANISATION
        return True

    def _is_junior(self, index: int) -> bool:
        """« secrétaire d'État à l'Europe »; « demande au secrétaire d'État à présenter un rapport » is none."""
        if self.words.folded(index) in ("charge", "chargee"):
            return True
        return self.words.folded(index) in _JUNIOR and self.words.token(index + 1).pos not in ("VERB", "AUX")

    def _is_of_something_else(self, phrase: OfficePhrase) -> bool:
        """« la présidente du Forum », « le président du Sud », "the president of the board": nobody's whom we know."""
        if phrase.of or phrase.body or phrase.to or self.words.folded(phrase.last) not in _GENITIVE:
            return False
        index = phrase.last + 1
        while self.words.folded(index) in ARTICLES:
            index += 1
        if index >= len(self.words) or self.person_at(index) or self.words.token(index).pos == "NUM":
            return False
        return self.words.folded(index) not in self.lexicon.no_body

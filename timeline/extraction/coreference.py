"""Words that refer back: « ce dernier », « ils », « leur rencontre », « les deux présidents », « le Slovaque ».

Only simple rules that rarely err; where two readings remain, the word stays open and gets no mention.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from timeline.extraction.mentions.gazetteer import Sort
from timeline.extraction.mentions.marks import Mark
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorKind, ActorRef, Token
from timeline.knowledge.folding import fold

_FILE = Path(__file__).parent / "lexicon" / "references.toml"
_KINDS = ("last_named", "singular", "object", "several", "possessive", "persons", "states", "last_state")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass")
# How many sentences back « les deux présidents » may have been named.
_REACH = 3
# How many sentences the topic may stay unnamed: "he" is somebody, « il » may be a thing.
_SILENCE = {"fr": 3, "en": 6}


@dataclass
class Discourse:
    """What has been said so far; `read` takes the sentences in order."""

    affiliations: Mapping[str, frozenset[str]]
    """Of every known person the states spoken for, for « le Slovaque »."""
    _before: list[_Read] = field(default_factory=list)

    def read(self, words: Words, marks: list[Mark]) -> list[Mark]:
        """The marks of the sentence with those added that refer back."""
        read = _Read(words, self._with_nationals(words, marks))
        taken = {index for mark in read.marks for index in range(mark.first, mark.last)}
        for kind, first, last in _references(words):
            if not taken & set(range(first, last)):
                actors = _RULES[kind](_Place(read, first, last), self._before)
                if actors:
                    read.add(Mark(first, last, actors=actors), spoken_of=kind in ("singular", "object"))
        read.settle_topic(self._before[-1] if self._before else None)
        self._before = [*self._before[-_REACH + 1 :], read]
        return read.marks

    def keep(self, marks: list[Mark]) -> None:
        """The final marks of the sentence read last."""
        self._before[-1].marks = marks

    def _with_nationals(self, words: Words, marks: list[Mark]) -> list[Mark]:
        """« Le Slovaque » is the Slovak of whom the sentences before speak, where there is exactly one."""
        recent = {person: None for read in self._before for person in read.persons()}
        found = []
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
        return [person for person in persons if state in self.affiliations.get(person.key, ())]


def _means_one_person(mark: Mark, words: Words) -> bool:
    article = _lexicon(words.sentence.language).article
    word = words[mark.last - 1]
    singular = "Number=Plur" not in words.token(mark.last - 1).morph and not word.text.endswith("s")
    return word.is_capital and singular and words.folded(mark.first - 1) in article and _is_noun(words, mark.last - 1)


def _is_noun(words: Words, index: int) -> bool:
    """In English an adjective looks the same: "the American envoy"."""
    if words.sentence.language == "fr":
        return True
    following = words.token(index + 1).pos if index + 1 < len(words) else ""
    return following not in ("NOUN", "PROPN", "ADJ", "NUM")


@dataclass
class _Read:
    """A sentence with the marks found in it so far."""

    words: Words
    marks: list[Mark]
    topic: ActorRef | None = None
    """The one person of whom the sentence speaks."""
    spoken_of: ActorRef | None = None
    """Whom the last pronoun of the sentence means."""
    silent: int = 0
    """For how many sentences the topic has not been named."""

    def add(self, mark: Mark, *, spoken_of: bool) -> None:
        self.marks = sorted([*self.marks, mark], key=lambda each: each.first)
        if spoken_of and len(mark.actors) == 1:
            self.spoken_of = mark.actors[0]

    def subjects(self, before: int | None = None) -> tuple[ActorRef, ...]:
        """The persons who are the subject of the last clause that has any; two where two are joined by « et »."""
        found: tuple[ActorRef, ...] = ()
        end = -1
        for mark in self.marks:
            if not mark.names_persons or (before is not None and mark.last > before):
                continue
            if is_subject(mark, self.words):
                # An office and the name beside it are one subject.
                found = _distinct([*found, *mark.actors]) if 0 <= mark.first - end <= 2 and found else mark.actors
                end = mark.last
            elif found and self._is_joined(end, mark):
                found, end = _distinct([*found, *mark.actors]), mark.last
        return found

    def _is_joined(self, end: int, mark: Mark) -> bool:
        between = [self.words.folded(index) for index in range(end, mark.first)]
        joined = any(word in ("et", "and", ",") for word in between)
        return len(between) <= 3 and joined and all(word in _BETWEEN_JOINED for word in between)

    def settle_topic(self, previous: _Read | None) -> None:
        subjects = self.subjects()
        if self.spoken_of:
            self.topic = self.spoken_of
        elif len(subjects) == 1:
            self.topic = subjects[0]
        elif not subjects and previous and previous.silent < _SILENCE[self.words.sentence.language]:
            self.topic, self.silent = previous.topic, previous.silent + 1

    def persons(self, before: int | None = None) -> tuple[ActorRef, ...]:
        return _distinct(self._named(ActorKind.PERSON, before))

    def has_stranger(self, before: int | None = None) -> bool:
        """Whether somebody is named of whom it is open who it is."""
        return any(
            mark.is_person and not mark.actors and (before is None or mark.last <= before) for mark in self.marks
        )

    def states(self, before: int | None = None) -> tuple[ActorRef, ...]:
        return _distinct(self._named(ActorKind.STATE, before))

    def _named(self, kind: ActorKind, before: int | None) -> Iterator[ActorRef]:
        for mark in self.marks:
            if (before is None or mark.last <= before) and not mark.as_place:
                yield from (actor for actor in mark.actors if actor.kind is kind)


_BETWEEN_JOINED = frozenset({"et", "and", ",", "son", "le", "la", "l", "the", "his", "her", "mm", "m", "mme"})


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a word that refers back stands."""

    read: _Read
    first: int
    last: int


def is_subject(mark: Mark, words: Words) -> bool:
    """Whether spaCy reads the mark, or what it is in apposition to, as the subject of a verb."""
    for index in range(mark.first, mark.last):
        token = words.token(index)
        if token.dep in _SUBJECTS:
            return True
        if token.dep in ("flat:name", "appos", "compound"):
            head = words.sentence.tokens[token.head]
            if head.dep in _SUBJECTS:
                return True
    return False


# -- the rules --------------------------------------------------------------------------------------------------------


def _last_named(place: _Place, before: list[_Read]) -> tuple[ActorRef, ...]:
    """« ce dernier »: the person named last."""
    for read, end in [(place.read, place.first), *((read, len(read.words)) for read in before[-1:])]:
        marks = [mark for mark in read.marks if mark.names_persons and mark.last <= end]
        if marks:
            return marks[-1].actors[-1:]
    return ()


def _singular(place: _Place, before: list[_Read]) -> tuple[ActorRef, ...]:
    """« il »: whom a pronoun of the sentence already means, its subject, or the topic of the sentence before."""
    if place.read.spoken_of:
        return () if _is_impersonal(place) else (place.read.spoken_of,)
    if _is_impersonal(place) or _has_rival(place.read.words, place.first, place.first):
        return ()
    subjects = place.read.subjects(place.first)
    if subjects:
        return subjects if len(subjects) == 1 else ()
    previous = before[-1] if before else None
    if previous is None or previous.topic is None:
        return ()
    if _has_rival(previous.words, len(previous.words), place.first, place.read.words):
        return ()
    return (previous.topic,)


def _object(place: _Place, before: list[_Read]) -> tuple[ActorRef, ...]:
    """ "Bill Clinton sent him to Bonn": the topic of the sentence before, if that is not Bill Clinton."""
    topic = place.read.spoken_of or (before[-1].topic if before else None)
    words = place.read.words
    complement = words.sentence.language == "en" or words.token(place.first).dep in ("iobj", "obj", "obl:arg")
    return (topic,) if topic and complement and topic not in place.read.persons(place.first) else ()


def _is_impersonal(place: _Place) -> bool:
    """« il faut », « il s'agit », « il y a »."""
    words = place.read.words
    token = words.token(place.first)
    if token.dep.startswith("expl"):
        return True
    following = words.folded(place.last), words.folded(place.last + 1)
    if following[0] == "y" and following[1] in ("a", "avait", "aura", "eut"):
        return True
    verb = fold(words.sentence.tokens[token.head].lemma)
    return verb in _lexicon(words.sentence.language).impersonal


def _has_rival(words: Words, end: int, pronoun: int, own: Words | None = None) -> bool:
    """Whether a thing of the pronoun's gender is a subject before it: « l'accord entre en vigueur : il … »."""
    if words.sentence.language != "fr":
        return False
    gender = "Gender=Fem" if (own or words).folded(pronoun).startswith(("elle", "celle")) else "Gender=Masc"
    limit = words[end - 1].end if 0 < end <= len(words) else 0
    return any(_is_thing(token, gender) for token in words.sentence.tokens if token.end <= limit)


def _is_thing(token: Token, gender: str) -> bool:
    common = token.pos == "NOUN" and token.dep in _SUBJECTS and token.text[0].islower()
    return common and gender in token.morph and "Number=Plur" not in token.morph and fold(token.text) not in _HUMAN


# Common nouns for persons, which are no rivals: an office is a mark of its own.
_HUMAN = frozenset(
    {"president", "ministre", "chef", "patron", "directeur", "diplomate", "dirigeant", "homme", "ambassadeur", "roi"}
    | {"secretaire", "emissaire", "chancelier", "chanceliere", "presidente", "general", "negociateur", "premier"}
)


def _several(place: _Place, before: list[_Read]) -> tuple[ActorRef, ...]:
    """« ils »: the joined subject, else exactly two persons named before, else exactly two states."""
    candidates = [place.read, *before[-1:][::-1]]
    for read in candidates:
        subjects = read.subjects(place.first if read is place.read else None)
        if len(subjects) >= 2:
            return subjects
    for persons in _nearest(place, before[-1:], ActorKind.PERSON):
        return persons if len(persons) == 2 else ()
    for states in _nearest(place, before[-1:], ActorKind.STATE):
        return states if len(states) == 2 else ()
    return ()


def _possessive(place: _Place, before: list[_Read]) -> tuple[ActorRef, ...]:
    """« leur première rencontre »; « leur langue » says nothing."""
    words = place.read.words
    shared = _lexicon(words.sentence.language).shared
    if not any(words.folded(index) in shared for index in range(place.last, place.last + 3)):
        return ()
    own = _distinct(
        actor for mark in place.read.marks if mark.last <= place.first and not mark.as_place for actor in mark.actors
    )
    if len(own) >= 2:
        # « l'Iran et le groupe P5+1 ont conclu leur accord »
        return own if len(own) == 2 else ()
    return _several(place, before) or _named_after(place)


def _named_after(place: _Place) -> tuple[ActorRef, ...]:
    """« Pendant leur sommet, Joe Biden et Vladimir Poutine … »: the joined subject that follows."""
    subjects = place.read.subjects()
    return subjects if len(subjects) == 2 else ()


def _two_persons(place: _Place, before: list[_Read]) -> tuple[ActorRef, ...]:
    """« les deux présidents »: the last sentence that names two persons, or two named in turn."""
    gathered: list[ActorRef] = []
    for read, end in [(place.read, place.first), *((read, None) for read in reversed(before))]:
        persons = read.persons(end)
        if read.has_stranger(end):
            return ()
        if len(persons) > 2:
            subjects = read.subjects(end)
            return subjects if len(subjects) == 2 else ()
        gathered.extend(person for person in persons if person not in gathered)
        if len(gathered) >= 2:
            return tuple(gathered) if len(gathered) == 2 else ()
    return ()


def _two_states(place: _Place, before: list[_Read]) -> tuple[ActorRef, ...]:
    for states in _nearest(place, before, ActorKind.STATE):
        return states if len(states) == 2 else ()
    return ()


def _last_state(place: _Place, before: list[_Read]) -> tuple[ActorRef, ...]:
    for states in _nearest(place, before[-1:], ActorKind.STATE):
        return states[-1:]
    return ()


def _nearest(place: _Place, before: list[_Read], kind: ActorKind) -> Iterator[tuple[ActorRef, ...]]:
    """The persons or states of this sentence before the word, then of the sentences before it, where there are any."""
    of_person = kind is ActorKind.PERSON
    own = place.read.persons(place.first) if of_person else place.read.states(place.first)
    # One person alone in this sentence is not « ils »: look further back.
    if len(own) >= 2 or (own and not of_person):
        yield own
    earlier = (read.persons() if of_person else read.states() for read in reversed(before))
    yield from (actors for actors in earlier if actors)


_RULES = {
    "last_named": _last_named,
    "singular": _singular,
    "object": _object,
    "several": _several,
    "possessive": _possessive,
    "persons": _two_persons,
    "states": _two_states,
    "last_state": _last_state,
}


# -- the words --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Lexicon:
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]
    """By first word: the words of a phrase and its kind, the longest first."""
    impersonal: frozenset[str]
    shared: frozenset[str]
    article: frozenset[str]


@lru_cache(maxsize=2)
def _lexicon(language: str) -> _Lexicon:
    lists = tomllib.loads(_FILE.read_text("utf-8"))[language]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in _KINDS:
        for phrase in lists[kind]:
            words = tuple(phrase.split())
            phrases.setdefault(words[0], []).append((words, kind))
    for group in phrases.values():
        group.sort(key=lambda pair: -len(pair[0]))
    return _Lexicon(phrases, *(frozenset(lists[name].split()) for name in ("impersonal", "shared", "article")))


def _references(words: Words) -> Iterator[tuple[str, int, int]]:
    """Kind, first word, word after the last; in the order of the text."""
    phrases = _lexicon(words.sentence.language).phrases
    index = 0
    while index < len(words):
        for wanted, kind in phrases.get(words[index].folded, ()):
            if tuple(words.folded(index + offset) for offset in range(len(wanted))) == wanted:
                yield kind, index, index + len(wanted)
                index += len(wanted) - 1
                break
        index += 1


def _distinct(actors: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
    return tuple(dict.fromkeys(actors))

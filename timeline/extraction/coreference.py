"""Words that refer back: « ce dernier », « ils », « leur », « les deux présidents », « ce pays ».

Only simple rules that rarely err; where two readings remain, the word stays open and gets no mention.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from timeline.extraction.mentions.marks import Mark
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorKind, ActorRef
from timeline.knowledge.folding import fold

_FILE = Path(__file__).parent / "lexicon" / "references.toml"
_KINDS = ("last_named", "subject", "several", "persons", "states", "last_state")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass")
# How many sentences back « les deux présidents » may have been named.
_REACH = 3


def resolve_references(texts: Sequence[Words], marked: Sequence[list[Mark]]) -> list[list[Mark]]:
    """The marks with those added that refer back, in the order of the text."""
    done: list[_Read] = []
    for words, marks in zip(texts, marked, strict=True):
        # A new paragraph may still speak of those before it: « Ils », « Les deux présidents » often open one.
        read = _Read(words, list(marks))
        taken = {index for mark in marks for index in range(mark.first, mark.last)}
        for kind, first, last in _references(words):
            if taken & set(range(first, last)):
                continue
            actors = _RULES[kind](_Place(read, first, last), done[-_REACH:])
            if actors:
                read.add(Mark(first, last, actors=actors))
        done.append(read)
    return [read.marks for read in done]


@dataclass
class _Read:
    """A sentence with the marks found in it so far."""

    words: Words
    marks: list[Mark]
    subjects: tuple[ActorRef, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        self._find_subject()

    def add(self, mark: Mark) -> None:
        self.marks = sorted([*self.marks, mark], key=lambda each: each.first)
        self._find_subject()

    def _find_subject(self) -> None:
        found = (mark.actors for mark in self.marks if mark.names_persons and is_subject(mark, self.words))
        self.subjects = next(found, ())

    def persons(self, before: int | None = None) -> tuple[ActorRef, ...]:
        return _distinct(self._named(ActorKind.PERSON, before))

    def states(self, before: int | None = None) -> tuple[ActorRef, ...]:
        return _distinct(self._named(ActorKind.STATE, before))

    def _named(self, kind: ActorKind, before: int | None) -> Iterator[ActorRef]:
        for mark in self.marks:
            if (before is None or mark.last <= before) and not mark.as_place:
                yield from (actor for actor in mark.actors if actor.kind is kind)


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
        if token.dep in ("flat:name", "appos", "nmod") and mark.is_person:
            head = words.sentence.tokens[token.head]
            if head.dep in _SUBJECTS and token.dep in ("flat:name", "appos"):
                return True
    return False


# -- the rules --------------------------------------------------------------------------------------------------------


def _last_named(place: _Place, before: Sequence[_Read]) -> tuple[ActorRef, ...]:
    """« ce dernier »: the person named last."""
    persons = place.read.persons(place.first) or (before[-1].persons() if before else ())
    return _last_mentioned(place.read, place.first) or persons[-1:]


def _last_mentioned(read: _Read, before: int) -> tuple[ActorRef, ...]:
    marks = [mark for mark in read.marks if mark.names_persons and mark.last <= before]
    return marks[-1].actors[-1:] if marks else ()


def _subject(place: _Place, before: Sequence[_Read]) -> tuple[ActorRef, ...]:
    """« il »: the subject of the clause or sentence before, or the only person there."""
    if _is_impersonal(place):
        return ()
    here = [
        mark
        for mark in place.read.marks
        if mark.names_persons and mark.last <= place.first and is_subject(mark, place.read.words)
    ]
    if here and len(here[-1].actors) == 1:
        return here[-1].actors
    for read in reversed(before[-1:]):
        if len(read.subjects) == 1:
            return read.subjects
        persons = read.persons()
        if persons:
            return persons if len(persons) == 1 else ()
    own = place.read.persons(place.first)
    return own if len(own) == 1 else ()


def _is_impersonal(place: _Place) -> bool:
    words = place.read.words
    token = words.token(place.first)
    if token.dep.startswith("expl"):
        return True
    if words.folded(place.last) in ("y", "s", "ne") and words.folded(place.last + 1) in ("a", "agit", "agissait", "y"):
        return True
    verb = fold(words.sentence.tokens[token.head].lemma)
    return verb in _lexicon(words.sentence.language).impersonal


def _several(place: _Place, before: Sequence[_Read]) -> tuple[ActorRef, ...]:
    """« ils »: exactly two persons named before, else exactly two states."""
    for persons in _nearest(place, before[-1:], "persons"):
        return persons if len(persons) == 2 else ()
    for states in _nearest(place, before[-1:], "states"):
        return states if len(states) == 2 else ()
    return ()


def _two_persons(place: _Place, before: Sequence[_Read]) -> tuple[ActorRef, ...]:
    """« les deux présidents »: the last sentence that names two persons; else two named in turn."""
    gathered: list[ActorRef] = []
    for persons in _nearest(place, before, "persons"):
        if len(persons) >= 2 and not gathered:
            return persons if len(persons) == 2 else _leaders_named_together(place, before)
        gathered.extend(person for person in persons if person not in gathered)
        if len(gathered) >= 2:
            return tuple(gathered[:2]) if len(gathered) == 2 else ()
    return ()


def _leaders_named_together(place: _Place, before: Sequence[_Read]) -> tuple[ActorRef, ...]:
    """Of three or more persons, the two whom one mention or two neighbouring subjects name."""
    for read in [place.read, *reversed(before)]:
        if len(read.subjects) == 2:
            return read.subjects
    return ()


def _two_states(place: _Place, before: Sequence[_Read]) -> tuple[ActorRef, ...]:
    for states in _nearest(place, before, "states"):
        return states if len(states) == 2 else ()
    return ()


def _last_state(place: _Place, before: Sequence[_Read]) -> tuple[ActorRef, ...]:
    for states in _nearest(place, before[-1:], "states"):
        return states[-1:]
    return ()


def _nearest(place: _Place, before: Sequence[_Read], kind: str) -> Iterator[tuple[ActorRef, ...]]:
    """The persons or states of this sentence before the word, then of the sentences before it, where there are any."""
    own = place.read.persons(place.first) if kind == "persons" else place.read.states(place.first)
    earlier = (read.persons() if kind == "persons" else read.states() for read in reversed(before))
    # One person alone in this sentence is not « ils »: look further back.
    if len(own) >= 2 or (own and kind == "states"):
        yield own
    yield from (actors for actors in earlier if actors)


_RULES = {
    "last_named": _last_named,
    "subject": _subject,
    "several": _several,
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
    return _Lexicon(phrases, frozenset(lists["impersonal"].split()))


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

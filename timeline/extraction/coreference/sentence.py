"""A sentence as the search for what refers back remembers it: who is named in it, and of whom it speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.extraction.mentions.marks import Mark
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorKind, ActorRef

SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass")
# How many sentences the topic may stay unnamed: "he" is somebody, « il » may be a thing.
_SILENCE = {"fr": 3, "en": 6}
_BETWEEN_JOINED = frozenset({"et", "and", ",", "son", "le", "la", "l", "the", "his", "her", "mm", "m", "mme"})


@dataclass
class ReadSentence:
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

    def replace(self, mark: Mark) -> None:
        """Put the mark in the place of those that it covers."""
        kept = [other for other in self.marks if other.last <= mark.first or other.first >= mark.last]
        self.marks = sorted([*kept, mark], key=lambda each: each.first)

    def subjects(self, before: int | None = None, kind: ActorKind = ActorKind.PERSON) -> tuple[ActorRef, ...]:
        """The persons who are the subject of the last clause that has any; two where two are joined by « et »."""
        found: tuple[ActorRef, ...] = ()
        end = -1
        for mark in self.marks:
            if not _names(mark, kind) or (before is not None and mark.last > before):
                continue
            if is_subject(mark, self.words):
                # An office and the name beside it are one subject.
                found = distinct([*found, *mark.actors]) if 0 <= mark.first - end <= 2 and found else mark.actors
                end = mark.last
            elif found and self._is_joined(end, mark):
                found, end = distinct([*found, *mark.actors]), mark.last
        return found

    def _is_joined(self, end: int, mark: Mark) -> bool:
        between = [self.words.folded(index) for index in range(end, mark.first)]
        joined = any(word in ("et", "and", ",") for word in between)
        return len(between) <= 3 and joined and all(word in _BETWEEN_JOINED for word in between)

    def settle_topic(self, previous: ReadSentence | None) -> None:
        subjects = self.subjects()
        if self.spoken_of:
            self.topic = self.spoken_of
        elif len(subjects) == 1:
            self.topic = subjects[0]
        elif not subjects and previous and previous.silent < _SILENCE[self.words.sentence.language]:
            self.topic, self.silent = previous.topic, previous.silent + 1

    def persons(self, before: int | None = None) -> tuple[ActorRef, ...]:
        return distinct(self._named(ActorKind.PERSON, before))

    def has_stranger(self, before: int | None = None) -> bool:
        """Whether somebody is named of whom it is open who it is."""
        return any(
            mark.is_person and not mark.actors and (before is None or mark.last <= before) for mark in self.marks
        )

    def states(self, before: int | None = None) -> tuple[ActorRef, ...]:
        return distinct(self._named(ActorKind.STATE, before))

    def _named(self, kind: ActorKind, before: int | None) -> Iterator[ActorRef]:
        for mark in self.marks:
            if (before is None or mark.last <= before) and not mark.as_place:
                yield from (actor for actor in mark.actors if actor.kind is kind)


def _names(mark: Mark, kind: ActorKind) -> bool:
    return bool(mark.actors) and not mark.as_place and all(actor.kind is kind for actor in mark.actors)


def is_subject(mark: Mark, words: Words) -> bool:
    """Whether spaCy reads the mark, or what it is in apposition to, as the subject of a verb."""
    if "quant" in (words.folded(mark.first - 2), words.folded(mark.first - 3)):
        # « Quant au chef du Sinn Fein, il … »
        return True
    for index in range(mark.first, mark.last):
        token = words.token(index)
        if token.dep in SUBJECTS:
            return True
        if token.dep in ("flat:name", "appos", "compound"):
            head = words.sentence.tokens[token.head]
            if head.dep in SUBJECTS:
                return True
    return False


def distinct(actors: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
    return tuple(dict.fromkeys(actors))

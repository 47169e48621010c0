"""Bodies that act for a state though their name is another: embassies, and governments named after a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.extraction.mentions.gazetteer import Sort
from timeline.extraction.mentions.lexicon import NameWords
from timeline.extraction.mentions.marks import Mark, mark_at, mark_ending_at
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorRef
from timeline.knowledge import Knowledge

_PLACES = (Sort.CAPITAL, Sort.STATE, Sort.CITY)
_LINKS = ("de", "des", "du", "d", "la", "l", "les", "of", "the")
_IN = ("a", "au", "aux", "en", "in", "to", "at")
# « le porte-parole du gouvernement Gabriel Attal », « le chef du gouvernement Saad Hariri » name a person.
_OFFICES_OF_GOVERNMENT = ("parole", "chef", "cheffe", "president", "membre")


def find_bodies(words: Words, marks: list[Mark], knowledge: Knowledge, lexicon: NameWords) -> list[Mark]:
    """The marks with embassies made one with the place where they stand, and « l'administration Trump » a state's."""
    for index in range(len(words)):
        if words.folded(index) in lexicon.embassies:
            embassy = _embassy(index, words, marks)
            if embassy:
                marks = [mark for mark in marks if mark.last <= embassy.first or mark.first >= embassy.last]
                marks = sorted([*marks, embassy], key=lambda mark: mark.first)
    return [_government(mark, words, knowledge, lexicon) for mark in marks]


def _embassy(index: int, words: Words, marks: Sequence[Mark]) -> Mark | None:
    """« l'ambassade américaine à Moscou »: the sending state acts; the host is only where it stands."""
    first, last = index, index + 1
    sender = mark_ending_at(marks, index)
    if sender and sender.sort in (Sort.PEOPLE, Sort.STATE) and words.sentence.language == "en":
        first = sender.first
    else:
        sender = _linked_mark(last, words, marks)
    if sender is None or sender.sort not in (Sort.PEOPLE, Sort.STATE) or len(sender.actors) != 1:
        return None
    last = max(last, sender.last)
    host = _host(last, words, marks)
    if host is None:
        return None
    return Mark(first, host.last, Sort.ORGANISATION, sender.actors, place=host.place)


def _linked_mark(index: int, words: Words, marks: Sequence[Mark]) -> Mark | None:
    while words.folded(index) in _LINKS:
        index += 1
    return mark_at(marks, index)


def _host(index: int, words: Words, marks: Sequence[Mark]) -> Mark | None:
    if words.folded(index) not in _IN:
        return None
    index += 1
    while words.folded(index) in ("la", "le", "l", "the"):
        index += 1
    host = mark_at(marks, index)
    return host if host and host.sort in _PLACES else None


def _government(mark: Mark, words: Words, knowledge: Knowledge, lexicon: NameWords) -> Mark:
    """« l'administration Trump », "the Trump administration": the state whose head the person was."""
    if not (mark.is_person and len(mark.actors) == 1):
        return mark
    before = words.folded(mark.first - 1) in lexicon.governments and words.sentence.language == "fr"
    before = before and words.folded(mark.first - 3) not in _OFFICES_OF_GOVERNMENT
    after = words.folded(mark.last) in lexicon.governments and words.sentence.language == "en"
    if not (before or after):
        return mark
    state = state_led_by(mark.actors[0], knowledge)
    if state is None:
        return mark
    first, last = (mark.first - 1, mark.last) if before else (mark.first, mark.last + 1)
    return replace(mark, first=first, last=last, sort=Sort.ORGANISATION, actors=(state,))


def state_led_by(person: ActorRef, knowledge: Knowledge) -> ActorRef | None:
    """The one state of which the person has been the head, if there is one."""
    states = {
        tenure.of
        for tenure in knowledge.tenures_of(person.key)
        if tenure.of in knowledge.states and knowledge.roles[tenure.role].principal
    }
    return knowledge.ref(states.pop()) if len(states) == 1 else None

"""Names of inhabitants that mean one person: « Le Slovaque », « l'Égyptien Hassan Touhami », "the American"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.extraction.coreference.lexicon import reference_words
from timeline.extraction.coreference.sentence import ReadSentence
from timeline.extraction.mentions.gazetteer import Sort
from timeline.extraction.mentions.marks import Mark, mark_at
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorRef
from timeline.knowledge import Knowledge


def with_nationals(
    words: Words, marks: Sequence[Mark], before: Sequence[ReadSentence], knowledge: Knowledge
) -> list[Mark]:
    """The marks of the sentence, such names being their bearer's."""
    recent = {person: None for read in before for person in read.persons()}
    found: list[Mark] = []
    for mark in marks:
        if mark.sort is Sort.PEOPLE and len(mark.actors) == 1:
            mark = _meant(mark, words, marks, found, recent, knowledge)
        found.append(mark)
    return found


def _meant(
    mark: Mark,
    words: Words,
    marks: Sequence[Mark],
    earlier: Sequence[Mark],
    recent: Iterable[ActorRef],
    knowledge: Knowledge,
) -> Mark:
    named = _named_beside(mark, words, marks, knowledge)
    if named:
        # Beside the name the nationality is no party of its own.
        return replace(mark, actors=named.actors)
    if not _means_one_person(mark, words):
        return mark
    state = mark.actors[0].key
    own = dict.fromkeys(actor for other in earlier if other.names_persons for actor in other.actors)
    nationals = _nationals(state, own, knowledge) or _nationals(state, recent, knowledge)
    return Mark(mark.first, mark.last, actors=(nationals[0],)) if len(nationals) == 1 else mark


def _named_beside(mark: Mark, words: Words, marks: Sequence[Mark], knowledge: Knowledge) -> Mark | None:
    """« l'Égyptien Hassan Touhami », « le diplomate chinois Yang Jiechi », « un Soviétique qui sourit, Mikhaïl … »."""
    directly = mark_at(marks, mark.last)
    if directly and directly.is_person and len(directly.actors) == 1 and words.between(mark.last - 1, mark.last) == " ":
        return directly
    if not words[mark.last - 1].is_capital or words.folded(mark.last) not in ("qui", "who"):
        return None
    following = next((other for other in marks if other.first > mark.last and other.is_person), None)
    if following is None or words.folded(following.first - 1) != "," or len(following.actors) != 1:
        return None
    return following if _nationals(mark.actors[0].key, following.actors, knowledge) else None


def _nationals(state: str, persons: Iterable[ActorRef], knowledge: Knowledge) -> list[ActorRef]:
    affiliations = knowledge.affiliations()
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

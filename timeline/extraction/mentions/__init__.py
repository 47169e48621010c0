"""Sentences → mentions: who and where is named.

Full names first, over the whole document; then surnames and initials, which mean the persons named in full; then
offices, which mean the person beside them or their bearer; and last what refers back (`coreference`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.dates import HistoricalDate
from timeline.extraction.coreference import Discourse
from timeline.extraction.mentions.bearers import (
    bearer_of,
    completed,
    deputy_of,
    named_beside,
    names_somebody_else,
    predicates,
)
from timeline.extraction.mentions.bodies import find_bodies
from timeline.extraction.mentions.cast import Cast
from timeline.extraction.mentions.gazetteer import Sort, gazetteer
from timeline.extraction.mentions.gender import Gender, gender_of
from timeline.extraction.mentions.homonyms import Clues
from timeline.extraction.mentions.lexicon import NameWords, name_words
from timeline.extraction.mentions.marks import Mark, mention_of
from timeline.extraction.mentions.moments import Moment, moments_of
from timeline.extraction.mentions.names import Listed, find_names
from timeline.extraction.mentions.office_phrases import OfficePhrase
from timeline.extraction.mentions.offices import find_office_phrases
from timeline.extraction.mentions.people import people
from timeline.extraction.mentions.surnames import find_surnames
from timeline.extraction.mentions.treaties import meant, treaty_names
from timeline.extraction.mentions.words import Words, words_in
from timeline.extraction.records import ActorKind, ActorRef, Document, Mention, Sentence, TimeExpression
from timeline.knowledge import Knowledge

# How many words may stand between an office and « celui de … ».
_CLOSE = 5
# How many sentences back « le président » may have been named.
_REACH = 3


def find_mentions(
    document: Document,
    sentences: Sequence[Sentence],
    times: Sequence[tuple[TimeExpression, ...]],
    knowledge: Knowledge,
) -> list[tuple[Mention, ...]]:
    """One tuple for each sentence, by position in it, without overlap; `times` are the sentences' time expressions."""
    lexicon = name_words(document.language)
    names, known = gazetteer(knowledge, document.language), people(knowledge)
    listed = Listed(names, known, treaty_names(knowledge, document.language), lexicon)
    texts = [words_in(sentence, document.text) for sentence in sentences]
    spoken = [tuple(time.date for time in of_sentence if time.date) for of_sentence in times]
    marked = [find_names(words, listed, document.published) for words in texts]
    cast = Cast(known, document.published)
    for marks in marked:
        for mark in marks:
            if mark.is_person:
                for person in mark.actors:
                    cast.add(person)
    moments = moments_of(sentences, times, document.published)
    clues = [
        Clues(words, marks, names, known, lexicon, moment)
        for words, marks, moment in zip(texts, marked, moments, strict=True)
    ]
    marked = _with_surnames(texts, marked, clues, cast, lexicon)
    marked = [find_bodies(words, marks, knowledge, lexicon) for words, marks in zip(texts, marked, strict=True)]
    phrases = [
        _with_counterparts(find_office_phrases(words, marks, names, knowledge, lexicon))
        for words, marks in zip(texts, marked, strict=True)
    ]
    marked = [
        _with_offices(words, marks, found, cast, lexicon)
        for words, marks, found in zip(texts, marked, phrases, strict=True)
    ]
    marked = _with_references(texts, marked, phrases, moments, times, cast, lexicon)
    marked = _with_parties(marked, spoken, knowledge)
    return [
        tuple(mention_of(mark, words) for mark in marks if _is_worth_telling(mark))
        for words, marks in zip(texts, marked, strict=True)
    ]


def _with_surnames(
    texts: Sequence[Words], marked: Sequence[list[Mark]], clues: Sequence[Clues], cast: Cast, lexicon: NameWords
) -> list[list[Mark]]:
    """In the order of the text: whoever is first named « S. Dinny » may be « Dinny » later."""
    done = []
    for words, marks, clue in zip(texts, marked, clues, strict=True):
        found = find_surnames(words, marks, cast, lexicon, clue)
        for mark in found:
            if mark.is_person:
                for person in mark.actors:
                    cast.add(person)
        done.append(found)
    return done


def _with_parties(
    marked: Sequence[list[Mark]], spoken: Sequence[tuple[HistoricalDate, ...]], knowledge: Knowledge
) -> list[list[Mark]]:
    """The treaties with their parties, where it is clear which treaty is meant or all that may be have the same."""
    named = {actor.key for marks in marked for mark in marks for actor in mark.actors}

    def parties(mark: Mark, dates: tuple[HistoricalDate, ...]) -> tuple[ActorRef, ...]:
        of_each = {treaty.parties for treaty in meant(mark.treaties, dates, named)}
        return tuple(knowledge.ref(key) for key in of_each.pop()) if len(of_each) == 1 else ()

    return [
        [replace(mark, parties=parties(mark, dates)) if mark.treaties else mark for mark in marks]
        for marks, dates in zip(marked, spoken, strict=True)
    ]


def _is_worth_telling(mark: Mark) -> bool:
    """A news agency, a street, « européen » on its own name no party and no place."""
    if mark.sort is Sort.PEOPLE and all(actor.kind is ActorKind.ORGANISATION for actor in mark.actors):
        return False
    return bool(mark.actors or mark.place or mark.office or mark.parties) or mark.is_person


def _with_counterparts(phrases: list[OfficePhrase]) -> list[OfficePhrase]:
    """« le président russe et son homologue américain »: the same office of another state."""
    role, end = "", 0
    found = []
    for phrase in phrases:
        if phrase.role == "that_of":
            # « le chef de l'ONU et celui de l'Otan »; other words may mean a thing.
            if not role or phrase.first - end > _CLOSE:
                continue
            phrase = replace(phrase, role=role)
        elif phrase.role == "counterpart" and role:
            phrase = replace(phrase, role=role)
        elif phrase.role not in ("counterpart", "deputy"):
            role = phrase.role
        end = phrase.last
        found.append(phrase)
    return found


def _with_offices(
    words: Words, marks: list[Mark], phrases: list[OfficePhrase], cast: Cast, lexicon: NameWords
) -> list[Mark]:
    """The offices with a name beside them, and the names with their offices."""
    for phrase in phrases:
        beside = named_beside(phrase, words, marks, cast.people.knowledge, lexicon)
        if not beside:
            continue
        borne: list[tuple[Mark, ActorRef]] = [(mark, actor) for mark in beside for actor in mark.actors]
        bearers = tuple(person for _, person in borne)
        offices = []
        for number, (mark, person) in enumerate(borne):
            of = phrase.of[number] if len(phrase.of) == len(borne) else phrase.office.of
            office = completed(replace(phrase.office, of=of), person, cast)
            cast.bear(person, office)
            offices.append(office)
            marks = [replace(other, office=office) if other is mark else other for other in marks]
        mark = Mark(phrase.first, phrase.last, actors=bearers, office=offices[0], is_office=True)
        marks = _replacing(marks, mark)
    return marks


def _replacing(marks: list[Mark], mark: Mark) -> list[Mark]:
    kept = [other for other in marks if other.last <= mark.first or other.first >= mark.last]
    return sorted([*kept, mark], key=lambda each: each.first)


def _with_references(
    texts: Sequence[Words],
    marked: Sequence[list[Mark]],
    phrases: Sequence[list[OfficePhrase]],
    moments: Sequence[Moment],
    times: Sequence[tuple[TimeExpression, ...]],
    cast: Cast,
    lexicon: NameWords,
) -> list[list[Mark]]:
    """The offices without a name and the pronouns, in the order of the text: each may mean somebody named before."""
    discourse = Discourse(cast.people.knowledge)
    done: list[list[Mark]] = []
    for words, marks, found, moment, its_times in zip(texts, marked, phrases, moments, times, strict=True):
        previous = [mark for marks_before in done[-_REACH:] for mark in marks_before]
        nameless = [
            phrase for phrase in found if not any(mark.is_office and mark.first == phrase.first for mark in marks)
        ]
        said = predicates(nameless, words, lexicon)
        for phrase in nameless:
            if phrase in said:
                continue
            mark = (
                _open_office(phrase)
                if names_somebody_else(phrase, words, marks, its_times)
                else _office_mark(phrase, moment, marks, previous, cast)
            )
            marks = _replacing(marks, mark) if mark else marks
        marks = discourse.read(words, marks)
        # « il a été nommé directeur »: who « il » is must be known first; and for « son adjoint », who is deputy.
        for phrase in said:
            marks = _replacing(marks, _predicate_mark(phrase, words, marks, cast, lexicon))
        for phrase in nameless:
            if phrase.role == "deputy" and phrase not in said and (mark := _deputy_mark(phrase, marks, previous, cast)):
                marks = _replacing(marks, mark)
        discourse.keep(marks)
        done.append(marks)
    return done


def _recent(phrase: OfficePhrase, marks: list[Mark], previous: list[Mark]) -> list[ActorRef]:
    """The persons named before, the last first."""
    before = [mark for mark in marks if mark.last <= phrase.first]
    return [
        person
        for mark in [*reversed(before), *reversed(previous)]
        if mark.names_persons
        for person in reversed(mark.actors)
    ]


def _deputy_mark(phrase: OfficePhrase, marks: list[Mark], previous: list[Mark], cast: Cast) -> Mark | None:
    found = deputy_of(_recent(phrase, marks, previous), cast)
    if found is None:
        return None
    person, office = found
    return Mark(phrase.first, phrase.last, actors=(person,), office=office, is_office=True)


def _predicate_mark(phrase: OfficePhrase, words: Words, marks: list[Mark], cast: Cast, lexicon: NameWords) -> Mark:
    before = [mark for mark in marks if mark.last <= phrase.first and mark.names_persons]
    actors = before[-1].actors if before and len(before[-1].actors) == 1 else ()
    # « Juan Guaidó, reconnu président par 50 pays » is not the one meant by « le président ».
    claimed = any(words.folded(phrase.first - distance) in lexicon.claimed for distance in (1, 2, 3))
    for person in () if claimed else actors:
        cast.bear(person, phrase.office)
    return Mark(phrase.first, phrase.last, actors=actors, office=phrase.office, is_office=True)


def _office_mark(
    phrase: OfficePhrase,
    moment: Moment,
    marks: list[Mark],
    previous: list[Mark],
    cast: Cast,
) -> Mark | None:
    recent = _recent(phrase, marks, previous)
    if phrase.plural:
        return _plural_mark(phrase, moment, cast, recent)
    if not phrase.definite or phrase.role in ("counterpart", "deputy"):
        return None
    person = bearer_of(phrase, phrase.office, moment, cast, recent)
    if person and phrase.is_feminine and gender_of(person) is Gender.MALE:
        person = None
    if person is None:
        return _open_office(phrase)
    office = completed(phrase.office, person, cast)
    return Mark(phrase.first, phrase.last, actors=(person,), office=office, is_office=True)


def _open_office(phrase: OfficePhrase) -> Mark | None:
    """Whose office it is is said, and not who bears it."""
    return Mark(phrase.first, phrase.last, office=phrase.office, is_office=True) if phrase.of else None


def _plural_mark(phrase: OfficePhrase, moment: Moment, cast: Cast, recent: Sequence[ActorRef]) -> Mark | None:
    """« les présidents russe et américain »: the bearer for each state."""
    if len(phrase.of) < 2:
        return None
    bearers = []
    for of in phrase.of:
        single = replace(phrase, of=(of,), plural=False)
        person = bearer_of(single, single.office, moment, cast, recent)
        if person is None:
            return None
        bearers.append(person)
    return Mark(phrase.first, phrase.last, actors=tuple(bearers), office=phrase.office, is_office=True)

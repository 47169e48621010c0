"""The rules, one for each kind of word that refers back: where it stands and what was said before → who is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from timeline.extraction.coreference.lexicon import reference_words
from timeline.extraction.coreference.sentence import SUBJECTS, ReadSentence, distinct, is_subject
from timeline.extraction.mentions.gazetteer import Sort
from timeline.extraction.mentions.marks import Mark
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorKind, ActorRef, Token
from timeline.knowledge import Knowledge
from timeline.knowledge.folding import fold

# How many sentences back « les deux présidents » may have been named.
REACH = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word that refers back stands."""

    read: ReadSentence
    first: int
    last: int
    knowledge: Knowledge


def _last_named(place: Place, before: list[ReadSentence]) -> tuple[ActorRef, ...]:
    """« ce dernier », « celui-ci »: the person named last, if no thing was after that."""
    for read, end in [(place.read, place.first), *((read, len(read.words)) for read in before[-1:])]:
        marks = [mark for mark in read.marks if mark.names_persons and mark.last <= end]
        if marks:
            return () if _names_thing(read.words, marks[-1].last, end, place) else marks[-1].actors[-1:]
    return ()


def _names_thing(words: Words, first: int, last: int, place: Place) -> bool:
    """Whether between the two words a thing is named that the pronoun may mean as well."""
    gender = _gender_of_pronoun(place.read.words, place.first)
    return words.sentence.language == "fr" and any(
        token.pos == "NOUN" and gender in token.morph and "Number=Plur" not in token.morph and _is_thing_word(token)
        for token in map(words.token, range(first, min(last, len(words))))
    )


def _singular(place: Place, before: list[ReadSentence]) -> tuple[ActorRef, ...]:
    """« il »: whom a pronoun of the sentence already means, its subject, or the topic of the sentence before."""
    if place.read.spoken_of:
        return () if _is_impersonal(place) else (place.read.spoken_of,)
    if _is_impersonal(place) or _has_rival(place.read.words, place.first, place.first):
        return ()
    state = _state_spoken_of(place)
    if state is not None:
        return state
    subjects = place.read.subjects(place.first)
    if subjects:
        return subjects if len(subjects) == 1 else ()
    previous = before[-1] if before else None
    if previous is None or previous.topic is None:
        return ()
    if _has_rival(previous.words, len(previous.words), place.first, place.read.words):
        return ()
    # « La Chine proteste. Elle … »: not who was spoken of before China.
    return () if previous.silent and _last_state_subject(previous, len(previous.words)) else (previous.topic,)


def _state_spoken_of(place: Place) -> tuple[ActorRef, ...] | None:
    """« Israël se rapproche des États avec lesquels il … »: the state that is the last subject before the pronoun.

    Empty where its gender is not told; None where a person is the last subject, or nobody.
    """
    if place.read.words.sentence.language != "fr":
        return None
    mark = _last_state_subject(place.read, place.first)
    if mark is None:
        return None
    gender = _gender_of(mark, place.read.words)
    if not gender:
        return ()
    return mark.actors[:1] if gender == _gender_of_pronoun(place.read.words, place.first) else None


def _last_state_subject(read: ReadSentence, end: int) -> Mark | None:
    subjects = [mark for mark in read.marks if mark.last <= end and mark.actors and is_subject(mark, read.words)]
    if not subjects or subjects[-1].names_persons or subjects[-1].as_place or len(subjects[-1].actors) > 1:
        return None
    return subjects[-1]


def _gender_of(mark: Mark, words: Words) -> str:
    """By the article before it, else by spaCy's reading."""
    article = words.folded(mark.first - 1)
    if article in ("le", "la", "du", "au"):
        return "Gender=Fem" if article == "la" else "Gender=Masc"
    morph = words.token(mark.last - 1).morph
    return next((gender for gender in ("Gender=Fem", "Gender=Masc") if gender in morph), "")


def _gender_of_pronoun(words: Words, index: int) -> str:
    feminine = words.folded(index).startswith(("elle", "celle")) or words.folded(index + 1).startswith("derniere")
    return "Gender=Fem" if feminine else "Gender=Masc"


def _object(place: Place, before: list[ReadSentence]) -> tuple[ActorRef, ...]:
    """ "Bill Clinton sent him to Bonn": the topic of the sentence before, if that is not Bill Clinton."""
    topic = place.read.spoken_of or (before[-1].topic if before else None)
    words = place.read.words
    complement = words.sentence.language == "en" or (_is_clitic(words, place) and not _is_quoted(words, place.first))
    return (topic,) if topic and complement and topic not in place.read.persons(place.first) else ()


def _is_clitic(words: Words, place: Place) -> bool:
    """« lui a confié »; not « pour lui », « a lui trouvé refuge »."""
    following = words.token(place.last) if place.last < len(words) else None
    before = words.token(place.first - 1) if place.first else None
    return bool(following and following.pos in ("VERB", "AUX")) and not (before and before.pos in ("AUX", "ADP"))


def _is_quoted(words: Words, index: int) -> bool:
    """Whether somebody else speaks: an odd number of quotation marks before the word."""
    marks = [words[before].text for before in range(index)]
    return marks.count('"') % 2 == 1 or marks.count("«") > marks.count("»") or marks.count("“") > marks.count("”")


def _is_impersonal(place: Place) -> bool:
    """« il faut », « il s'agit », « il y a »."""
    words = place.read.words
    token = words.token(place.first)
    if token.dep.startswith("expl"):
        return True
    following = words.folded(place.last), words.folded(place.last + 1)
    if following[0] == "y" and following[1] in ("a", "avait", "aura", "eut"):
        return True
    lexicon = reference_words(words.sentence.language)
    head = words.sentence.tokens[token.head]
    # « il n'est pas précisé », but not « il précise »
    said = token.dep == "nsubj:pass" and fold(head.lemma) in lexicon.impersonal_passive
    return said or fold(head.lemma) in lexicon.impersonal


def _has_rival(words: Words, end: int, pronoun: int, own: Words | None = None) -> bool:
    """Whether a thing of the pronoun's gender is a subject before it: « l'accord entre en vigueur : il … »."""
    if words.sentence.language != "fr":
        return False
    gender = _gender_of_pronoun(own or words, pronoun)
    limit = words[end - 1].end if 0 < end <= len(words) else 0
    return any(_is_thing(token, gender) for token in words.sentence.tokens if token.end <= limit)


def _is_thing(token: Token, gender: str) -> bool:
    subject = token.pos == "NOUN" and token.dep in SUBJECTS and gender in token.morph
    return subject and "Number=Plur" not in token.morph and _is_thing_word(token)


def _is_thing_word(token: Token) -> bool:
    return token.text[0].islower() and fold(token.text) not in _HUMAN


# Common nouns for persons, which are no rivals: an office is a mark of its own.
_HUMAN = frozenset(
    {"president", "ministre", "chef", "patron", "directeur", "diplomate", "dirigeant", "homme", "ambassadeur", "roi"}
    | {"secretaire", "emissaire", "chancelier", "chanceliere", "presidente", "general", "negociateur", "premier"}
)


def _several(place: Place, before: list[ReadSentence]) -> tuple[ActorRef, ...]:
    """« ils »: the joined subject, else exactly two persons named before, else exactly two states."""
    candidates = [place.read, *before[-1:][::-1]]
    for read in candidates:
        end = place.first if read is place.read else None
        subjects = read.subjects(end)
        if len(subjects) >= 2:
            return subjects
        states = read.subjects(end, ActorKind.STATE)
        if len(states) == 2 and not subjects:
            return states
        if _has_plural_subject(read.words, end):
            return ()
    for persons in _nearest(place, before[-1:], ActorKind.PERSON):
        return persons if len(persons) == 2 else ()
    return ()


def _has_plural_subject(words: Words, end: int | None) -> bool:
    """Whether others may be meant: « les gens savent qui écrit ce qu'ils lisent »."""
    limit = words.sentence.end if end is None else words[end - 1].end if end else 0
    return any(
        token.pos == "NOUN" and token.dep in SUBJECTS and "Number=Plur" in token.morph
        for token in words.sentence.tokens
        if token.end <= limit
    )


def _possessive(place: Place, before: list[ReadSentence]) -> tuple[ActorRef, ...]:
    """« leur première rencontre »; « leur langue » says nothing."""
    words = place.read.words
    shared = reference_words(words.sentence.language).shared
    if not any(words.folded(index) in shared for index in range(place.last, place.last + 3)):
        return ()
    own = distinct(
        actor for mark in place.read.marks if mark.last <= place.first and not mark.as_place for actor in mark.actors
    )
    if len(own) >= 2:
        # « l'Iran et le groupe P5+1 ont conclu leur accord »
        return own if len(own) == 2 else ()
    return (_named_after(place) if not own else ()) or _several(place, before)


def _named_after(place: Place) -> tuple[ActorRef, ...]:
    """« Pendant leur sommet, Joe Biden et Vladimir Poutine … »: the joined subject that follows."""
    subjects = place.read.subjects()
    return subjects if len(subjects) == 2 else ()


def _is_told_apart(place: Place) -> bool:
    """« les dirigeants européens », « les deux pays du Golfe »: others than those named before."""
    words = place.read.words
    if place.last >= len(words):
        return False
    named = any(mark.first == place.last and mark.sort is Sort.PEOPLE for mark in place.read.marks)
    return named or words.folded(place.last) in ("de", "du", "d", "des", "of", "from") or _is_adjective(place)


def _is_adjective(place: Place) -> bool:
    words = place.read.words
    return words.sentence.language == "fr" and words.token(place.last).pos == "ADJ"


def _two_persons(place: Place, before: list[ReadSentence]) -> tuple[ActorRef, ...]:
    """« les deux présidents »: the last sentence that names two persons, or two named in turn."""
    if _is_told_apart(place):
        return ()
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


def _two_states(place: Place, before: list[ReadSentence]) -> tuple[ActorRef, ...]:
    if _is_told_apart(place):
        return ()
    for states in _nearest(place, before, ActorKind.STATE):
        return states if len(states) == 2 else ()
    return ()


def _last_state(place: Place, before: list[ReadSentence]) -> tuple[ActorRef, ...]:
    for states in _nearest(place, before[-1:], ActorKind.STATE):
        return states[-1:]
    return ()


def _own_state(place: Place, before: list[ReadSentence]) -> tuple[ActorRef, ...]:
    """« Donald Trump annonce que son pays se retire »: the state that the subject, or the topic, speaks for."""
    persons = place.read.subjects(place.first) or place.read.persons(place.first)
    topic = place.read.spoken_of or (before[-1].topic if before else None)
    person = persons[0] if len(persons) == 1 else None if persons else topic
    if person is None:
        return ()
    states = {tenure.of for tenure in place.knowledge.tenures_of(person.key) if tenure.of in place.knowledge.states}
    return (place.knowledge.ref(states.pop()),) if len(states) == 1 else ()


def _nearest(place: Place, before: list[ReadSentence], kind: ActorKind) -> Iterator[tuple[ActorRef, ...]]:
    """The persons or states of this sentence before the word, then of the sentences before it, where there are any."""
    of_person = kind is ActorKind.PERSON
    own = place.read.persons(place.first) if of_person else place.read.states(place.first)
    # One person alone in this sentence is not « ils »: look further back.
    if len(own) >= 2 or (own and not of_person):
        yield own
    earlier = (read.persons() if of_person else read.states() for read in reversed(before))
    yield from (actors for actors in earlier if actors)


RULES: Mapping[str, Callable[[Place, list[ReadSentence]], tuple[ActorRef, ...]]] = {
    "last_named": _last_named,
    "singular": _singular,
    "object": _object,
    "several": _several,
    "possessive": _possessive,
    "persons": _two_persons,
    "states": _two_states,
    "last_state": _last_state,
    "own_state": _own_state,
}

"""Words that mean a place named before: « y », « là », « dans la même ville », « la capitale cubaine », "there"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.extraction.coreference.lexicon import ReferenceWords, reference_words
from timeline.extraction.coreference.sentence import ReadSentence
from timeline.extraction.mentions.gazetteer import Sort
from timeline.extraction.mentions.marks import Mark, mark_at, mark_ending_at
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import PlaceRef
from timeline.knowledge import Knowledge
from timeline.knowledge.folding import fold

_TOWNS = (Sort.CITY, Sort.CAPITAL, Sort.REGION)


def capitals(words: Words, marks: Sequence[Mark], knowledge: Knowledge) -> Iterator[Mark]:
    """« dans la capitale marocaine », "the Vietnamese capital": the town, as well as the people named with it."""
    lexicon = reference_words(words.sentence.language)
    for index in range(len(words)):
        if words.folded(index) not in lexicon.capital:
            continue
        people = mark_at(marks, index + 1) if words.sentence.language == "fr" else mark_ending_at(marks, index)
        if people is None or people.sort is not Sort.PEOPLE or len(people.actors) != 1:
            continue
        state = knowledge.states.get(people.actors[0].key)
        place = knowledge.place(state.capital_place) if state else None
        if place:
            first, last = min(index, people.first), max(index + 1, people.last)
            ref = PlaceRef(place.key, place.name_en, place.country, known=True)
            yield Mark(first, last, Sort.CITY, place=ref, as_place=_is_located(first, words, lexicon))


def places_referred_to(read: ReadSentence, before: Sequence[ReadSentence]) -> Iterator[Mark]:
    """The marks of words that mean a place of this sentence or of the one before; none where two are possible."""
    words = read.words
    lexicon = reference_words(words.sentence.language)
    for index in range(len(words)):
        found = _reference_at(index, words, lexicon)
        if found is None:
            continue
        first, last, is_noun = found
        where = mark_ending_at(read.marks, first)
        place = _named_last(read, first, before)
        if words[first].text.lower() in lexicon.relative:
            # « à Bruxelles, où il avait participé »: the place directly before, or none.
            where = where or (mark_ending_at(read.marks, first - 1) if words.folded(first - 1) == "," else None)
            place = where.place if where else None
        if place:
            as_place = not is_noun or _is_located(first, words, lexicon)
            yield Mark(first, last, Sort.CITY, place=place, as_place=as_place)


def _reference_at(index: int, words: Words, lexicon: ReferenceWords) -> tuple[int, int, bool] | None:
    """First word, word after the last, whether it is a noun that needs its own preposition."""
    # By its accent: « où » is not « ou », « là » not « la ».
    word = words[index].text.lower()
    if word in lexicon.relative or (word in lexicon.here and _is_adverb(index, words)):
        return index, index + 1, False
    if word == "y" and words.sentence.language == "fr" and _goes_or_happens_there(index, words, lexicon):
        return index, index + 1, False
    if words[index].text in lexicon.town and words.folded(index - 1) in lexicon.same and _stands_alone(index, words):
        first = index - 1
        while first and words.folded(first - 1) in lexicon.same:
            first -= 1
        return first, index + 1, True
    return None


def _is_adverb(index: int, words: Words) -> bool:
    """« c'est là que », "met there"; not "there was"."""
    if words.sentence.language == "en":
        return words.token(index).pos == "ADV" and words.folded(index + 1) not in ("is", "was", "are", "were")
    before = words.folded(index - 1)
    return before in ("est", "etait", "sera", "fut") or words.folded(index + 1) in ("que", "aussi")


def _goes_or_happens_there(index: int, words: Words, lexicon: ReferenceWords) -> bool:
    """« y rencontrait », « y a signé »; not « il y a », « y voir la main »."""
    following = [words.token(place) for place in range(index + 1, min(index + 5, len(words)))]
    verbs = [token for token in following if token.pos in ("VERB", "AUX")]
    main = next((token for token in verbs if token.pos == "VERB"), None)
    # « s'y est tenu », but not « n'y tient pas le premier rôle »
    own = lexicon.located_reflexive if words.folded(index - 1) == "s" else lexicon.located
    return main is not None and fold(main.lemma) in own


def _stands_alone(index: int, words: Words) -> bool:
    """Not « la ville sainte », « la ville de Lyon »."""
    following = index + 1
    told = following < len(words) and words.token(following).pos == "ADJ" and words.sentence.language == "fr"
    return not told and words.folded(following) not in ("de", "du", "d", "of", "hall", "council")


def _is_located(first: int, words: Words, lexicon: ReferenceWords) -> bool:
    index = first - 1
    while words.folded(index) in ("la", "the", "l"):
        index -= 1
    return words.folded(index) in lexicon.within


def _named_last(read: ReadSentence, end: int, before: Sequence[ReadSentence]) -> PlaceRef | None:
    """The last place where something happened, else the last town, else the last state of the sentence itself."""
    for sentence, limit in [(read, end), *((earlier, len(earlier.words)) for earlier in before[-1:])]:
        named = [mark for mark in sentence.marks if mark.place and mark.last <= limit]
        towns = [mark for mark in named if mark.sort in _TOWNS]
        for marks in ([mark for mark in named if mark.as_place], towns, named if sentence is read else []):
            if marks:
                return marks[-1].place
    return None

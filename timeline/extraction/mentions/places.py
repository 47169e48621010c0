"""Whether the words around a name make it the place of what happens: « à Moscou », "in Geneva"."""

from __future__ import annotations

from timeline.extraction.mentions.gazetteer import Sort
from timeline.extraction.mentions.lexicon import NameWords
from timeline.extraction.mentions.marks import Mark
from timeline.extraction.mentions.words import Words
from timeline.knowledge.folding import fold

_TOWNS = (Sort.CITY, Sort.CAPITAL)
_MOTION = frozenset(
    {"travel", "fly", "go", "return", "arrive", "head", "trip", "visit", "come", "move", "send", "back"}
)


def is_place_here(mark: Mark, words: Words, lexicon: NameWords, marks: list[Mark]) -> bool:
    """`marks` are those before it in the sentence."""
    read = _french if words.sentence.language == "fr" else _english
    return read(mark, words, lexicon) or _continues_list(mark, words, marks)


def is_title_of_agreement(mark: Mark, words: Words, lexicon: NameWords) -> bool:
    """« les accords d'Oslo », "the Minsk agreement": the name says neither who nor where."""
    if words.folded(mark.last) in lexicon.agreements and words.sentence.language == "en":
        return True
    index = mark.first - 1
    while words.folded(index) in ("de", "d", "du", "la", "l", "of", "the"):
        index -= 1
    return index < mark.first - 1 and words.folded(index) in lexicon.agreements


def _french(mark: Mark, words: Words, lexicon: NameWords) -> bool:
    index = mark.first
    before, second = words.folded(index - 1), words.folded(index - 2)
    if before in lexicon.locative:
        return True
    if _is_at(words, index - 1) or before in ("au", "aux"):
        return not _is_addressed(mark, words, lexicon)
    if before in ("la", "l", "le", "les"):
        # « à la Maison-Blanche » is a place, « reproche à la Russie » is not: countries take « en ».
        at = _is_at(words, index - 2) and mark.sort is not Sort.STATE
        return (at and not _is_addressed(mark, words, lexicon)) or second in lexicon.locative
    if before in ("de", "d", "du"):
        gathering = second in lexicon.gatherings and mark.sort in _TOWNS
        inside = second in lexicon.buildings and mark.sort in _TOWNS and _is_within(words, index - 3, lexicon)
        return gathering or inside or (second in lexicon.near and mark.sort is not Sort.STATE)
    return _is_visited(mark, words, lexicon)


def _is_at(words: Words, index: int) -> bool:
    """« à », but not « a » of « a rencontré »; capitals often lose the accent."""
    return index >= 0 and (words[index].text in ("à", "À") or (words[index].text == "A" and index == 0))


def _is_within(words: Words, index: int, lexicon: NameWords) -> bool:
    """« dans la cathédrale », « au château », « à l'hôtel »: in a building, by the word before it."""
    if words.folded(index) in ("la", "l", "le", "les", "un", "une"):
        index -= 1
    return words.folded(index) in lexicon.locative or words.folded(index) in ("au", "aux") or _is_at(words, index)


def _is_addressed(mark: Mark, words: Words, lexicon: NameWords) -> bool:
    """« demande à Moscou de se retirer »: by spaCy's reading, the verb or noun on which the name depends."""
    token = words.token(mark.first)
    head = words.sentence.tokens[token.head]
    return head.start < token.start and fold(head.lemma) in lexicon.addressing


def _is_visited(mark: Mark, words: Words, lexicon: NameWords) -> bool:
    index = mark.first - 1
    if words.folded(index) in ("la", "l", "le", "les", "the"):
        index -= 1
    return index >= 0 and fold(words.token(index).lemma) in lexicon.visits


def _english(mark: Mark, words: Words, lexicon: NameWords) -> bool:
    index = mark.first - 1
    if words.folded(index) == "the":
        index -= 1
    if words.folded(index) in lexicon.locative:
        return True
    if words.folded(index) == "to":
        return any(fold(words.token(back).lemma) in _MOTION for back in range(max(0, index - 4), index))
    if mark.sort in _TOWNS and words.folded(mark.last) in lexicon.gatherings:
        return True
    return _is_visited(mark, words, lexicon)


def _continues_list(mark: Mark, words: Words, marks: list[Mark]) -> bool:
    """« à Moscou et Washington »: the second is a place where the first is."""
    if words.folded(mark.first - 1) not in ("et", "and", ",", "puis", "then", "ou", "or"):
        return False
    end = mark.first - 1 - (words.folded(mark.first - 2) == ",")
    return any(other.last == end and other.as_place and _same_kind_of_place(other, mark) for other in marks)


def _same_kind_of_place(one: Mark, other: Mark) -> bool:
    return one.sort is other.sort or (one.sort in _TOWNS and other.sort in _TOWNS)

"""Persons named by surname or initials, found among those whom the document or everybody knows."""

from __future__ import annotations

from dataclasses import replace

from timeline.extraction.mentions.cast import Cast
from timeline.extraction.mentions.gazetteer import Sort
from timeline.extraction.mentions.homonyms import Clues
from timeline.extraction.mentions.lexicon import NameWords
from timeline.extraction.mentions.marks import Mark
from timeline.extraction.mentions.names import is_era, is_thing
from timeline.extraction.mentions.people import unknown_person
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorRef
from timeline.knowledge.folding import sound

_LONGEST_SURNAME = 4
# A surname may be also a town's name; a state's or an organisation's it is not.
_WEAK = (Sort.CITY, Sort.REGION)


def find_surnames(words: Words, marks: list[Mark], cast: Cast, lexicon: NameWords, clues: Clues) -> list[Mark]:
    """The marks with those of surnames added, in the order of the text."""
    weak = {mark.first: mark for mark in marks if mark.sort in _WEAK and not mark.as_place}
    strong = [mark for mark in marks if mark.first not in weak]
    taken = {index for mark in strong for index in range(mark.first, mark.last)}
    found: list[Mark] = []
    index = 0
    while index < len(words):
        mark = None if index in taken else _surname_at(index, words, taken, cast, lexicon, clues, index in weak)
        if mark:
            found.append(mark)
        index = mark.last if mark else index + 1
    found = [mark for mark in _joined_pairs(found, words) if not is_era(mark.first, words, strong)]
    covered = {index for mark in found for index in range(mark.first, mark.last)}
    kept = [mark for mark in marks if not covered & set(range(mark.first, mark.last))]
    return sorted(kept + found, key=lambda mark: mark.first)


def _surname_at(
    index: int, words: Words, taken: set[int], cast: Cast, lexicon: NameWords, clues: Clues, is_town: bool
) -> Mark | None:
    if not (words.folded(index) in lexicon.particles or words[index].is_capital):
        return None
    start, initials = _initials(index, words)
    if not (words.folded(start) in lexicon.particles or words[start].is_capital):
        return None
    titled = lexicon.is_title(words, index - 1) or _follows_titled(index, words, lexicon)
    for length in range(min(_LONGEST_SURNAME, len(words) - start), 0, -1):
        stretch = words.words[start : start + length]
        if not stretch[-1].is_capital or taken & set(range(start, start + length)):
            continue
        name = tuple(word.text for word in stretch)
        doubtful = length == 1 and words.folded(start) in lexicon.ambiguous_surnames
        if doubtful and not (initials or titled or words.token(start).entity == "PER"):
            continue
        found = cast.named(name, initials)
        if found:
            found = clues.at(index).chosen(found, cast.narrowed(found), cast.homonyms(name, initials))
        alone = not _is_part_of_name(start, start + length, words, taken)
        # "Secretary of State Kerry": an office makes a person of whoever is named behind it, as a title does.
        introduced = initials or titled or (alone and _reads_as_person(start, words)) or clues.at(index).phrase
        if not found and introduced and not is_town:
            found = cast.known_elsewhere(name, initials, titled=titled)
            found = clues.at(index).known(found, cast.homonyms(name, initials)) if found else ()
        if found and not is_thing(index, start + length, words, lexicon):
            return Mark(index, start + length, actors=found if len(found) == 1 else ())
    unknown = _unknown(index, start, words, lexicon, titled=titled, initials=initials)
    return unknown if unknown and not taken & set(range(unknown.first, unknown.last)) else None


def _initials(index: int, words: Words) -> tuple[int, str]:
    """« J.-Y. Le Drian »: where the surname begins, and the sound of the first initial."""
    start = index
    if words.sentence.language == "fr" and words[index].text == "M" and index + 1 < len(words):
        # « M. Poutine » is Monsieur.
        return index, ""
    while start + 1 < len(words) and words[start].is_initial and words.between(start, start + 1).startswith("."):
        start += 1
    return start, sound(words[index].text)[:1].lower() if start > index else ""


def _follows_titled(index: int, words: Words, lexicon: NameWords) -> bool:
    """« MM. Santos et Londoño »."""
    return words.folded(index - 1) in ("et", "and") and lexicon.is_title(words, index - 3)


def _reads_as_person(index: int, words: Words) -> bool:
    token = words.token(index)
    return token.entity == "PER" or (token.pos == "PROPN" and index > 0 and token.entity not in ("LOC", "ORG"))


def _is_part_of_name(first: int, last: int, words: Words, taken: set[int]) -> bool:
    """ "App Store", "Bush Stadium": a neighbour in capitals that is no name of its own belongs to it."""
    before, after = first - 1, last
    led = before > 0 and before not in taken and words[before].is_capital and words.between(before, first) == " "
    followed = last < len(words) and after not in taken and words[after].is_capital
    return led or (followed and words.between(last - 1, after) == " ")


def _unknown(index: int, start: int, words: Words, lexicon: NameWords, *, titled: bool, initials: str) -> Mark | None:
    """« M. Dupont », « P. Durand »: a person of whom the document gives no more."""
    acronym = words[start].text.isupper() and len(words[start].text) > 1
    if words[start].folded in lexicon.titles or not words[start].is_capital or acronym:
        return None
    if not (titled or (initials and words.token(start).entity == "PER")) or words.token(start).entity == "ORG":
        return None
    last = start
    while last < len(words) and (words.is_capital(last) or words[last].folded in lexicon.particles):
        last += 1
    while last > start and not words.is_capital(last - 1):
        last -= 1
    if last == start or words[start].folded in lexicon.no_person or len(words[last - 1].text) < 2:
        return None
    name = " ".join(words.text[words[index].start : words[last - 1].end].split())
    return Mark(index, last, actors=(unknown_person(name),))


def _joined_pairs(found: list[Mark], words: Words) -> list[Mark]:
    """« Patrouchev-Burns » is one mention of two persons."""
    joined: list[Mark] = []
    for mark in found:
        previous = joined[-1] if joined else None
        if previous and previous.last == mark.first and words.between(mark.first - 1, mark.first) in ("-", "–", "‑"):
            actors: tuple[ActorRef, ...] = (*previous.actors, *mark.actors)
            joined[-1] = replace(previous, last=mark.last, actors=actors)
        else:
            joined.append(mark)
    return joined

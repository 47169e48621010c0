"""Full names in a sentence: states, organisations, places, and persons whom the knowledge files or spaCy know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.dates import HistoricalDate
from timeline.extraction.mentions.gazetteer import Entry, Gazetteer, Sort
from timeline.extraction.mentions.lexicon import NameWords
from timeline.extraction.mentions.marks import Mark, mark_ending_at
from timeline.extraction.mentions.people import People, sounds_of, unknown_person
from timeline.extraction.mentions.places import is_place_here, is_title_of_agreement
from timeline.extraction.mentions.treaties import TreatyName, TreatyNames, possible
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorRef, PlaceRef
from timeline.knowledge import Knowledge, Treaty

_PLACES = (Sort.CITY, Sort.REGION, Sort.CAPITAL, Sort.STATE)
# « nord-américain » is no American state's.
_BLOCKING_PREFIXES = frozenset({"afro", "latino", "ibero", "sud", "nord", "centre", "north", "south", "anglo"})


@dataclass(frozen=True, slots=True)
class Listed:
    """Where names are looked up."""

    names: Gazetteer
    known: People
    treaties: TreatyNames
    lexicon: NameWords


def find_names(words: Words, listed: Listed, published: HistoricalDate | None) -> list[Mark]:
    """In the order of the text, without overlap."""
    marks: list[Mark] = []
    entities = _person_entities(words, listed.known, listed.lexicon)
    index = 0
    while index < len(words):
        mark = _mark_at(index, words, listed, marks, entities)
        if treaty := listed.treaties.named_at(words, index):
            mark = _treaty_mark(treaty, mark, words, listed, possible(treaty.treaties, published))
        if mark is None:
            index += 1
            continue
        marks.append(mark)
        index = mark.last
    return marks


def _mark_at(index: int, words: Words, listed: Listed, marks: list[Mark], entities: dict[int, int]) -> Mark | None:
    names, known, lexicon = listed.names, listed.known, listed.lexicon
    person = known.name_at(words, index)
    entry = next((entry for entry in names.names_at(words, index) if _is_meant(entry, index, words, lexicon)), None)
    named = max(person[0] if person else 0, len(entry.words) if entry else 0)
    if entities.get(index, index) - index > named and not (entry and entry.sort is Sort.MEDIA):
        return _entity_mark(index, entities[index], words, known, lexicon)
    if person and person[0] >= named:
        if is_thing(index, index + person[0], words, lexicon) or is_era(index, words, marks):
            return Mark(index, index + person[0], Sort.THING)
        refs = tuple(known.knowledge.ref(key) for key in person[1])
        return Mark(index, index + person[0], actors=refs if len(refs) == 1 else ())
    if entry is None:
        return None
    if entry.sort is Sort.PREFIX:
        return _compound_people(index, entry, words, names, known.knowledge)
    return _entry_mark(index, entry, words, known.knowledge, lexicon, marks)


def _treaty_mark(
    name: TreatyName, mark: Mark | None, words: Words, listed: Listed, treaties: tuple[Treaty, ...]
) -> Mark | None:
    """Of talks that have a town in their name, with the town as the place; `mark` is what else stands there."""
    if not treaties or (mark and mark.last > name.last):
        return mark
    found = Mark(name.first, name.last, Sort.TREATY, treaties=treaties)
    if not name.is_gathering:
        return found
    for index in range(name.first, name.last):
        town = _mark_at(index, words, listed, [], {})
        if town and town.sort in (Sort.CITY, Sort.REGION, Sort.CAPITAL):
            return replace(found, place=town.place, as_place=town.as_place)
    return found


def _is_meant(entry: Entry, index: int, words: Words, lexicon: NameWords) -> bool:
    if entry.sort in (*_PLACES, Sort.SEAT) and lexicon.is_title(words, index - 1):
        # « Mme Paris » is somebody.
        return False
    if entry.sort is Sort.PEOPLE:
        glued = index > 0 and words.between(index - 1, index) == "-"
        return not (glued and words.folded(index - 1) in _BLOCKING_PREFIXES)
    if entry.sort is Sort.PREFIX:
        return index + 1 < len(words) and words.between(index, index + 1) in ("-", "‑")
    if entry.sort in (Sort.CAPITAL, Sort.CITY) and _is_inside_body(index, index + len(entry.words), words, lexicon):
        return False
    if entry.eminent:
        return True
    # A lesser town's name is also a surname or a word: « Nice », « Mer », "Reading".
    mark = Mark(index, index + len(entry.words), entry.sort)
    is_location = words.token(index).entity == "LOC"
    return is_location and not (
        lexicon.is_title(words, index - 1)
        or is_thing(mark.first, mark.last, words, lexicon)
        or _goes_on(mark.last, words)
    )


def _goes_on(last: int, words: Words) -> bool:
    """« David Satterfield » begins like a town of Panama."""
    return last < len(words) and words[last].is_capital and words.between(last - 1, last) == " "


def _is_inside_body(first: int, last: int, words: Words, lexicon: NameWords) -> bool:
    """ "George Washington University": spaCy reads an organisation that neither begins nor ends with the name."""
    if words.token(first).entity != "ORG" or words.folded(last) not in lexicon.things_after:
        return False
    return first > 0 and words.token(first - 1).entity == "ORG" and words[first - 1].is_capital


def is_thing(first: int, last: int, words: Words, lexicon: NameWords) -> bool:
    """Whether the name belongs to a street, a hospital or a ship."""
    if words.folded(last) in lexicon.things_after:
        return True
    index = first - 1
    while index > first - 4 and words.folded(index) in _LINKS:
        index -= 1
    if index > 0 and words.token(index).pos == "ADJ" and words.sentence.language == "fr":
        # « le navire humanitaire Alan Kurdi »
        index -= 1
    return words.folded(index) in lexicon.things_before


_LINKS = ("de", "du", "d", "des", "la", "le", "l")
# « le secrétaire au Trésor Steven Mnuchin »
_DEPARTMENT_LINKS = ("au", "aux", "a", "la", "l", "de", "des", "du")


def is_era(first: int, words: Words, marks: Sequence[Mark]) -> bool:
    """« la Chine de Mao », « l'Amérique de Trump » speak of the country."""
    if words.folded(first - 1) not in ("de", "d"):
        return False
    country = mark_ending_at(marks, first - 1)
    return bool(country and country.sort is Sort.STATE and words.folded(country.first - 1) in ("la", "l", "le"))


def _entry_mark(
    index: int, entry: Entry, words: Words, knowledge: Knowledge, lexicon: NameWords, marks: list[Mark]
) -> Mark:
    mark = Mark(index, index + len(entry.words), entry.sort, _actors(entry, knowledge), _place(entry, knowledge))
    if entry.sort is Sort.SEAT:
        mark = replace(mark, detail=entry.detail, place=_seat_place(entry, knowledge))
    if mark.sort in (Sort.SEAT, Sort.CAPITAL, Sort.CITY) and is_title_of_agreement(mark, words, lexicon):
        return replace(mark, actors=())
    if mark.place is not None:
        mark = replace(mark, as_place=is_place_here(mark, words, lexicon, marks))
    return mark


def _actors(entry: Entry, knowledge: Knowledge) -> tuple[ActorRef, ...]:
    if entry.sort in (Sort.CITY, Sort.REGION, Sort.MEDIA):
        return ()
    return tuple(knowledge.ref(key) for key in entry.key.split())


def _place(entry: Entry, knowledge: Knowledge) -> PlaceRef | None:
    if entry.sort is Sort.STATE:
        return knowledge.country_ref(entry.key)
    key = entry.detail if entry.sort is Sort.CAPITAL else entry.key
    place = knowledge.place(key) if entry.sort in _PLACES else None
    return PlaceRef(place.key, place.name_en, place.country, known=True) if place else None


def _seat_place(entry: Entry, knowledge: Knowledge) -> PlaceRef | None:
    """Who is received at the Élysée is in Paris."""
    place = knowledge.place(knowledge.states[entry.key].capital_place)
    return PlaceRef(place.key, place.name_en, place.country, known=True) if place else None


def _compound_people(index: int, entry: Entry, words: Words, names: Gazetteer, knowledge: Knowledge) -> Mark | None:
    """« russo-américain », « israélo-palestinien », "Franco-German": both peoples."""
    for following in names.names_at(words, index + len(entry.words)):
        if following.sort in (Sort.PEOPLE, Sort.ORGANISATION):
            last = index + len(entry.words) + len(following.words)
            return Mark(index, last, Sort.PEOPLE, (knowledge.ref(entry.key), knowledge.ref(following.key)))
    return None


# -- persons whom only spaCy knows ------------------------------------------------------------------------------------


def _person_entities(words: Words, known: People, lexicon: NameWords) -> dict[int, int]:
    """Stretches that read as a person's full name: first word → word after the last."""
    found: dict[int, int] = {}
    for first, last in _entity_stretches(words):
        first, last = _trimmed(first, last, words, lexicon)
        capitals = [words[index] for index in range(first, last) if words[index].is_capital]
        full = len([word for word in capitals if not word.is_initial]) >= 2
        # « Patrouchev-Burns » is a pair, not a name.
        # « de Gaulle », « J.-Y. Le Drian » are no full names: see `surnames`.
        full = full and words[first].folded not in lexicon.particles and not words[first].is_initial
        full = full and any(words.between(index, index + 1).isspace() for index in range(first, last - 1))
        # « RPR de Savoie » is a party, « le Rodong Sinmun » a newspaper, « l'Alan Kurdi » a ship.
        full = full and (not words[first].text.isupper() or words[last - 1].text.isupper())
        full = full and words.folded(first - 1) not in lexicon.before_things
        full = full and not _begins_with_pair(first, words, known)
        full = full and words[last - 1].folded not in lexicon.things_after
        if full and not any(word.folded in lexicon.no_person for word in capitals):
            found[first] = last
    return found


def _begins_with_pair(first: int, words: Words, known: People) -> bool:
    """« Trump-Kim de Singapour »: two surnames and not « Jean-Claude »."""
    if first + 1 >= len(words) or words.between(first, first + 1) not in ("-", "–", "‑"):
        return False
    return all(sounds_of([words[index].text]) in known.by_surname for index in (first, first + 1))


def _entity_stretches(words: Words) -> Iterator[tuple[int, int]]:
    first = None
    for index in range(len(words)):
        token = words.token(index)
        inside = token.entity == "PER"
        if first is not None and (
            not inside or (token.entity_start and words.token_position(index - 1) != words.token_position(index))
        ):
            yield first, index
            first = None
        if inside and first is None:
            first = index
    if first is not None:
        yield first, len(words)


def _trimmed(first: int, last: int, words: Words, lexicon: NameWords) -> tuple[int, int]:
    """Without titles and lower-case words at its ends, and only up to a comma."""
    while first < last and (
        not words[first].is_capital
        or words[first].folded in lexicon.titles
        or (words[first].folded in lexicon.departments and words.folded(first - 1) in _DEPARTMENT_LINKS)
    ):
        first += 1
    end = first
    while end < last and (words.is_capital(end) or words[end].folded in lexicon.particles):
        end += 1
    while end > first and not words.is_capital(end - 1):
        end -= 1
    return first, end


def _entity_mark(first: int, last: int, words: Words, known: People, lexicon: NameWords) -> Mark:
    if is_thing(first, last, words, lexicon):
        return Mark(first, last, Sort.THING)
    name = " ".join(words.text[words[first].start : words[last - 1].end].split())
    similar = known.similar_to(name)
    return Mark(first, last, actors=(known.knowledge.ref(similar) if similar else unknown_person(name),))

"""Who is meant by an office: the name beside it, its bearer in the document, or who held it at the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.dates import HistoricalDate
from timeline.extraction.mentions.cast import Cast
from timeline.extraction.mentions.lexicon import NameWords
from timeline.extraction.mentions.marks import Mark, mark_at
from timeline.extraction.mentions.moments import Moment
from timeline.extraction.mentions.office_phrases import OfficePhrase
from timeline.extraction.mentions.words import Words
from timeline.extraction.records import ActorKind, ActorRef, Office, TimeExpression
from timeline.knowledge import Knowledge

# How the keys of deputies' roles begin.
_DEPUTY = ("deputy", "vice_", "assistant_", "under_")
# May stand between « nommé », « fut » and the office.
_BEFORE_PREDICATE = frozenset({"de", "d", "le", "la", "l", "que", "alors", "notamment", "egalement", "aussi"})
_BEFORE_PREDICATE |= frozenset({"the", "a", "an", "as", "then", "also"})
# « le chef du gouvernement d'alors, Avdullah Hoti »
_AT_THE_TIME = (("d", "alors"), ("de", "l", "epoque"), ("at", "the", "time"))
_GENITIVE = ("du", "des", "au", "aux")
_AND = ("et", "and", ",")


def named_beside(
    phrase: OfficePhrase, words: Words, marks: Sequence[Mark], knowledge: Knowledge, lexicon: NameWords
) -> list[Mark]:
    """« le directeur de la CIA William Burns », « William Burns, patron de la CIA », "Lavrov, the foreign minister"."""
    persons = [mark for mark in marks if mark.is_person and mark.names_persons]
    following = _after(phrase, words, persons)
    if following:
        return following if phrase.plural else following[:1]
    if phrase.plural:
        return []
    index = phrase.first - 1
    while index >= 0 and _may_stand_between(index, words, lexicon):
        index -= 1
    if words.folded(index) != "," or _begins_clause(phrase.last, words):
        return []
    before = next((mark for mark in persons if mark.last == index), None)
    return [before] if before and _plausible(before.actors[0], phrase, knowledge) else []


def _after(phrase: OfficePhrase, words: Words, persons: Sequence[Mark]) -> list[Mark]:
    index = phrase.last
    while index < len(words) and words.token(index).pos == "ADJ" and not words[index].is_capital:
        # « le Premier ministre travailliste Wim Kok »
        index += 1
    for phrase_words in _AT_THE_TIME:
        if tuple(words.folded(index + offset) for offset in range(len(phrase_words))) == phrase_words:
            index += len(phrase_words)
    if words.folded(index) in (",", "(", ":"):
        index += 1
    found: list[Mark] = []
    while mark := next((mark for mark in persons if mark.first == index), None):
        found.append(mark)
        index = mark.last + 1
        if not phrase.plural or words.folded(mark.last) not in _AND:
            break
    return found


def names_somebody_else(
    phrase: OfficePhrase, words: Words, marks: Sequence[Mark], times: Sequence[TimeExpression]
) -> bool:
    """« le président Bush » where two Bushes may be meant, "President Harding" of whom nothing is known: with a name
    behind it the office is not that of somebody told of before."""
    index = phrase.last
    if index >= len(words) or not words[index].is_capital or words.between(index - 1, index) != " ":
        return False
    mark = mark_at(marks, index)
    if mark is not None:
        return mark.is_person
    dated = any(time.start <= words[index].start < time.end for time in times)
    return not dated and not words[index].text.isupper()


def _begins_clause(index: int, words: Words) -> bool:
    """« selon Gabriel Attal, le président pourrait … »: the office is the subject of what follows."""
    while words.folded(index) in (
        "ne",
        "n",
        "se",
        "s",
        "y",
        "en",
        "l",
        "le",
        "la",
        "les",
        "lui",
        "leur",
        "also",
        "then",
    ):
        index += 1
    return index < len(words) and "VerbForm=Fin" in words.token(index).morph


def _may_stand_between(index: int, words: Words, lexicon: NameWords) -> bool:
    """An article and an adjective or two: « , le très influent chef … »."""
    word = words.folded(index)
    if word in _GENITIVE:
        # « David Byrne, proche du Premier ministre »
        return False
    return word in lexicon.definite or word in lexicon.former or words.token(index).pos in ("ADJ", "ADV", "DET")


def _plausible(person: ActorRef, phrase: OfficePhrase, knowledge: Knowledge) -> bool:
    """A known person holds no office of a foreign state: « Poutine, le président ukrainien et le chancelier »."""
    mine = knowledge.affiliations().get(person.key)
    if not mine or not phrase.of:
        return True
    bodies = {phrase.of[0].key}
    body = knowledge.actor(phrase.of[0].key)
    if body and body.state:
        bodies.add(body.state)
    return bool(bodies & mine) or phrase.of[0].kind is ActorKind.ORGANISATION


def completed(office: Office, person: ActorRef, cast: Cast) -> Office:
    """« le président Joe Biden »: of which state, by what is known of him."""
    if office.of is not None:
        return office
    knowledge = cast.people.knowledge
    bodies = {
        tenure.of
        for tenure in knowledge.tenures_of(person.key)
        if tenure.of and knowledge.fits(office, tenure.role, tenure.of)
    }
    return replace(office, of=knowledge.ref(bodies.pop())) if len(bodies) == 1 else office


def bearer_of(
    phrase: OfficePhrase, office: Office, moment: Moment, cast: Cast, recent: Sequence[ActorRef]
) -> ActorRef | None:
    """`recent`: persons named before in the sentence and the one before it, the last first."""
    named = _bearers_in_document(phrase, office, moment, cast, recent)
    if len(named) == 1:
        return named[0]
    if named or office.of is None or phrase.former:
        return None
    holder = _holder(office, moment, cast)
    return cast.people.knowledge.ref(holder) if holder else None


def _bearers_in_document(
    phrase: OfficePhrase, office: Office, moment: Moment, cast: Cast, recent: Sequence[ActorRef]
) -> list[ActorRef]:
    knowledge = cast.people.knowledge
    borne = [
        person
        for other, person in cast.offices
        if _same_office(office, other, phrase, knowledge)
        and (phrase.former or not moment.own or _may_have_held(person, other, moment.own, knowledge))
    ]
    borne = list(dict.fromkeys(borne))
    if borne and office.of is None:
        # « le président » may be one of whom the article only does not say so.
        borne = list(dict.fromkeys([*borne, *_known_bearers(phrase, office, moment, cast, recent)]))
    if len(borne) > 1:
        nearest = next((person for person in recent if person in borne), None)
        return [nearest] if nearest else borne
    return borne or _known_bearers(phrase, office, moment, cast, recent)


def _may_have_held(person: ActorRef, office: Office, dates: Sequence[HistoricalDate], knowledge: Knowledge) -> bool:
    """Whether what is known of the person's time in the office leaves room for one of the dates."""
    return not knowledge.has_held(person.key, office) or any(
        knowledge.has_held(person.key, office, date) for date in dates
    )


def _known_bearers(
    phrase: OfficePhrase, office: Office, moment: Moment, cast: Cast, recent: Sequence[ActorRef]
) -> list[ActorRef]:
    """Persons of the document who are known to have held the office, though the document does not say so."""
    knowledge = cast.people.knowledge

    def held(person: ActorRef, date: HistoricalDate | None) -> bool:
        return knowledge.has_held(person.key, office, date)

    def holders_at(date: HistoricalDate | None) -> list[ActorRef]:
        return [person for person in cast.persons.values() if held(person, date)]

    if office.of is None:
        nearest = next((person for person in recent if held(person, None)), None)
        return [nearest] if nearest else holders_at(moment.own[-1] if moment.own else cast.date)
    if phrase.former:
        found = holders_at(None)
    elif moment.own:
        found = list(dict.fromkeys(person for date in moment.own for person in holders_at(date)))
    else:
        dates = [date for date in (cast.date, moment.before) if date is not None]
        found = next(filter(None, map(holders_at, dates)), [])
        if not found:
            free = (p for p in recent if held(p, None) and not _serves_otherwise(p, office, cast))
            return list(free)[:1]
    if len(found) > 1:
        nearest = next((person for person in recent if person in found), None)
        return [nearest] if nearest else found
    return found


def _serves_otherwise(person: ActorRef, office: Office, cast: Cast) -> bool:
    """Whether the person, who has held the office, held another when the article appeared: Aoun is president now."""
    date = cast.date
    if date is None or office.of is None:
        return False
    knowledge = cast.people.knowledge
    return any(tenure.date.possibly_within(date) for tenure in knowledge.tenures_of(person.key))


def _holder(office: Office, moment: Moment, cast: Cast) -> str:
    """Key of the one who held the office when the sentence plays; empty where two may be meant."""
    knowledge = cast.people.knowledge
    if knowledge.roles[office.role].shared:
        return ""
    if moment.own:
        holders = {holder for date in moment.own for holder in knowledge.holders(office, date)}
        return holders.pop() if len(holders) == 1 else ""
    earlier = (p for p in cast.persons.values() if knowledge.has_held(p.key, office))
    if moment.is_past and not all(_serves_otherwise(person, office, cast) for person in earlier):
        # The article tells of earlier bearers: one of them may be meant.
        return ""
    now = knowledge.holders(office, moment.published) if moment.published else ()
    if moment.before:
        then = knowledge.holders(office, moment.before)
        if not moment.is_past and then != now:
            return ""
        now = then
    return now[0] if len(now) == 1 else ""


def _same_office(office: Office, other: Office, phrase: OfficePhrase, knowledge: Knowledge) -> bool:
    if phrase.body:
        organisation = other.of is not None and other.of.kind is ActorKind.ORGANISATION
        if not organisation or other.of is None:
            return False
        state = knowledge.actors[other.of.key].state if other.of.key in knowledge.actors else ""
        if phrase.of and state != phrase.of[0].key:
            return False
        return knowledge.fits(Office("leader", other.of), other.role, other.of.key)
    if other.of is None:
        return office.role == other.role and office.of is None
    to = other.to.key if other.to else ""
    return knowledge.fits(office, other.role, other.of.key, to)


def deputy_of(recent: Sequence[ActorRef], cast: Cast) -> tuple[ActorRef, Office] | None:
    """« son adjoint »: in the document somebody is deputy where the person named last who has one is chief."""
    for chief in recent:
        bodies = {office.of for office, person in cast.offices if person == chief and office.of}
        deputies = {
            person: office
            for office, person in cast.offices
            if office.of in bodies and person != chief and office.role.startswith(_DEPUTY)
        }
        if deputies:
            return next(iter(deputies.items())) if len(deputies) == 1 else None
    return None


def predicates(phrases: Sequence[OfficePhrase], words: Words, lexicon: NameWords) -> list[OfficePhrase]:
    """Those that say what somebody is, not who: « il a été ambassadeur en Russie, puis directeur de la CIA »."""
    found: list[OfficePhrase] = []
    for phrase in phrases:
        continues = found and words.folded(phrase.first - 1) in ("puis", "then", "et", "and")
        if continues or _is_predicate(phrase, words, lexicon):
            found.append(phrase)
    return found


def _is_predicate(phrase: OfficePhrase, words: Words, lexicon: NameWords) -> bool:
    for index in range(phrase.first - 1, max(-1, phrase.first - 4), -1):
        word = words.folded(index)
        if word in lexicon.predicative:
            return True
        if word not in _BEFORE_PREDICATE:
            return False
    return False

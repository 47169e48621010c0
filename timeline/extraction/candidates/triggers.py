"""Which words of a sentence tell of an event, and of which kind."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.extraction.candidates.lexicon import Lexicon
from timeline.extraction.candidates.objections import (
    asks_somebody,
    gives_a_name,
    introduces_speech,
    is_judged,
    is_misled,
    is_parliament,
    takes_a_person,
)
from timeline.extraction.candidates.syntax import OBJECTS, RELATIVE, SUBJECTS, Tree
from timeline.extraction.records import EventKind

_REFLEXIVES = {"se", "s'", "s’", "me", "nous", "vous"}
_COMPLEMENTS = (*OBJECTS, "obl:mod", "obl", "nmod", "obl:agent", "pobj", "prep", "prt", "advmod", "acomp", "npadvmod")
OFFICE_EVENTS = (EventKind.TENURE, EventKind.APPOINTMENT)
CONTACTS = frozenset({EventKind.MEETING, EventKind.NEGOTIATION, EventKind.SUMMIT, EventKind.AGREEMENT})
# What stands in the lexicon for a complement that is the name of a country or a place, and for the passive voice.
_A_PLACE, _PASSIVE = "@", "@passive"
# Of these, whatever a noun for them does, it happened then: « une explosion coupe le courant ».
# An agreement may also fail.
_HAPPENINGS = (
    EventKind.MEETING,
    EventKind.SUMMIT,
    EventKind.CALL,
    EventKind.VISIT,
    EventKind.CONFLICT,
    EventKind.INCIDENT,
    EventKind.CONFERENCE,
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that tells of an event. `verb` is the clause's verb; `noun` the noun that names the event, if any."""

    position: int
    kind: EventKind
    verb: int | None
    noun: int | None

    @property
    def carriers(self) -> tuple[int, ...]:
        """The words whose dependents take part in the event."""
        return tuple(word for word in (self.noun, self.verb) if word is not None)


def noun_kind(tree: Tree, position: int, lexicon: Lexicon) -> EventKind | None:
    """The kind of event that the noun names."""
    token = tree[position]
    if token.pos not in ("NOUN", "PROPN") or token.entity == "PER":
        return None
    lemma = token.lemma.lower()
    if lemma in lexicon.words["interviews"] and any(
        tree[child].text.lower() in ("dans", "in") for child in tree.children(position)
    ):
        return None
    if lemma in lexicon.words["posts"] and not any(
        tree[child].text.lower() == "en" for child in tree.children(position)
    ):
        return None
    following = [word.lemma.lower() for word in tree.tokens[position : position + 4]]
    texts = [word.text.lower() for word in tree.tokens[position : position + 4]]
    for parts, kind in lexicon.compounds:
        if tuple(following[: len(parts)]) == parts or tuple(texts[: len(parts)]) == parts:
            return kind
    names = (_hyphenated(tree, position), lemma, token.text.lower())
    named = next((lexicon.nouns[name] for name in names if name in lexicon.nouns), None)
    if (
        named is EventKind.CONFERENCE
        and lemma in lexicon.words["parliaments"]
        and is_parliament(tree, position, lexicon)
    ):
        return None
    return named or _numbered_conference(token.text, lexicon)


def _hyphenated(tree: Tree, position: int) -> str:
    """ "cease-fire", of which the tokenizer makes three words; the word itself where no hyphen stands before it."""
    first = position
    while first >= 2 and tree[first - 1].text == "-" and tree[first - 2].end + 1 == tree[first].start:
        first -= 2
    return "".join(word.text for word in tree.tokens[first : position + 1]).lower()


def _numbered_conference(name: str, lexicon: Lexicon) -> EventKind | None:
    """« la COP26 »: the conference of that number."""
    word = name.rstrip("0123456789")
    return lexicon.nouns.get(word.lower()) if word.isupper() and word != name else None


def verb_trigger(tree: Tree, verb: int, lexicon: Lexicon) -> Trigger | None:
    """The event that the clause of this verb tells of; None for verbs of saying and of state."""
    lemma = tree[verb].lemma.lower()
    if lemma in lexicon.words["modal"] and (below := tree.dependents(verb, ("xcomp",))):
        lent = verb_trigger(tree, below[0], lexicon) if tree[below[0]].pos == "VERB" else None
        if lent:
            return lent
    if tree.dependents(verb, ("det",)):
        return None  # « l'occupant du Bureau ovale » is a noun, whatever the tagger says.
    reflexive = is_reflexive(tree, verb)
    if reflexive and lemma in lexicon.words["undergoing"] and tree.dependents(verb, ("xcomp", "ccomp", "obj")):
        return None  # « s'est vu notifier » tells what was done to somebody.
    name = f"se {lemma}" if reflexive else lemma
    lemmas = _complement_lemmas(tree, verb)
    if lemma in lexicon.words["telephoning"]:
        if takes_a_person(tree, verb, lexicon) and not gives_a_name(tree, verb):
            return Trigger(verb, EventKind.CALL, verb, None)
        if gives_a_name(tree, verb) or asks_somebody(tree, verb):
            return Trigger(verb, EventKind.STATEMENT, verb, None)
    told = _phrase(verb, (name, lemma), lemmas, lexicon) or _carried_noun(tree, verb, name, lemmas, lexicon)
    kind = (lexicon.reflexives.get(lemma) if reflexive else None) or lexicon.verbs.get(lemma)
    if told or kind is None or is_misled(tree, verb, kind, lemmas, lexicon):
        return told
    if is_judged(tree, verb, lexicon):
        return Trigger(verb, EventKind.INCIDENT, verb, None)
    return Trigger(verb, _by_telephone(kind, lemmas, lexicon), verb, None)


def first_to_do(tree: Tree, verb: int, lexicon: Lexicon) -> Trigger | None:
    """« est devenu le premier président à se rendre à Hiroshima »: what somebody was the first to do."""
    if tree[verb].lemma.lower() not in lexicon.words["becoming"]:
        return None
    for who in tree.dependents(verb, ("xcomp", "attr", "obj", "acomp")):
        if not any(tree[child].lemma.lower() in ("premier", "first") for child in tree.children(who)):
            continue
        for deed in (*tree.dependents(who, ("acl", "relcl", "xcomp")), *tree.dependents(verb, ("xcomp",))):
            told = verb_trigger(tree, deed, lexicon) if tree[deed].pos == "VERB" else None
            if told and deed > who:
                return Trigger(told.position, told.kind, verb, told.position)
    return None


def _phrase(verb: int, names: tuple[str, ...], complements: set[str], lexicon: Lexicon) -> Trigger | None:
    """« prendre + fonction »: the verb with one of its complements."""
    for name in names:
        for complement, kind in lexicon.phrases.get(name, ()):
            if complement in complements:
                return Trigger(verb, kind, verb, None)
    return None


def _complement_lemmas(tree: Tree, verb: int) -> set[str]:
    """The lemmas and forms of the complements, and the signs for a place and for the passive voice."""
    complements = _complements(tree, verb)
    lemmas = {tree[word].lemma.lower() for word in complements} | {_hyphenated(tree, word) for word in complements}
    if any(tree[word].entity == "LOC" for word in tree.dependents(verb, ("obj", "dobj"))):
        lemmas.add(_A_PLACE)
    if tree.dependents(verb, ("aux:pass", "auxpass")):
        lemmas.add(_PASSIVE)
    return lemmas


def other_trigger(tree: Tree, verb: int, lexicon: Lexicon) -> Trigger | None:
    """An event of no kind in the lexicon, where the verb tells of a deed and not of words or a state."""
    lemma = tree[verb].lemma.lower()
    if tree[verb].pos != "VERB":
        return None
    if lemma in lexicon.words["modal"] and (below := tree.dependents(verb, ("xcomp",))):
        return other_trigger(tree, below[0], lexicon)
    told = [(subject, noun_kind(tree, subject, lexicon)) for subject in tree.subjects(verb)]
    for subject, kind in told:
        if kind in _HAPPENINGS:
            return Trigger(subject, kind, verb, subject)
    if lemma in lexicon.words["stative"]:
        return None
    if lemma in lexicon.words["reporting"]:
        return _announcement(tree, verb, lexicon)
    lemmas = {tree[word].lemma.lower() for word in _complements(tree, verb)}
    by_telephone = lemmas & lexicon.words["telephone"]
    return Trigger(verb, EventKind.CALL if by_telephone else EventKind.OTHER, verb, None)


def is_deed(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether a verb of no kind in the lexicon is at least one of those whose deeds a chronology lists."""
    return tree[trigger.position].lemma.lower() in lexicon.words["deeds"]


def _announcement(tree: Tree, verb: int, lexicon: Lexicon) -> Trigger | None:
    """« annonce que son pays se retire »: the decision is the event, of the kind of what is announced."""
    if tree[verb].lemma.lower() not in lexicon.words["announcing"]:
        return None
    for child in tree.dependents(verb, ("ccomp", "xcomp")):
        announced = verb_trigger(tree, child, lexicon)
        if announced:
            return Trigger(verb, announced.kind, verb, None)
    # Without a subject what looks like an object is who speaks: « …, a annoncé vendredi un tribunal ».
    plain_object = (
        tree.dependents(verb, SUBJECTS) and tree.dependents(verb, ("obj", "dobj")) and not introduces_speech(tree, verb)
    )
    return Trigger(verb, EventKind.STATEMENT, verb, None) if plain_object else None


def is_reflexive(tree: Tree, verb: int) -> bool:
    return any(tree[child].text.lower() in _REFLEXIVES and tree[child].pos == "PRON" for child in tree.children(verb))


def _complements(tree: Tree, verb: int) -> list[int]:
    """Objects and adverbials of the verb, and the nouns under its prepositions."""
    found = []
    for child in tree.children(verb):
        if tree[child].dep in _COMPLEMENTS:
            found.append(child)
            found += [below for below in tree.children(child) if tree[below].dep in ("pobj", "conj", "nmod", "amod")]
    # The parser often hangs the object on a neighbour: what follows the verb closely counts as well.
    found += [word for word in range(verb + 1, min(verb + 5, len(tree.tokens))) if tree[word].pos in ("NOUN", "ADP")]
    # Of « un accord a été trouvé » and "a deal struck" the subject is what was found.
    found += tree.dependents(verb, SUBJECTS)
    # Of "a job he held" the noun before is what was held.
    return [*found, tree[verb].head] if tree[verb].dep in RELATIVE else found


def _carried_noun(tree: Tree, verb: int, name: str, lemmas: set[str], lexicon: Lexicon) -> Trigger | None:
    """« Le sommet a eu lieu », « mener des négociations »: the noun is the event, the verb only carries it."""
    needed = lexicon.happening.get(name)
    if needed is not None and (not needed or needed & lemmas):
        for subject in tree.subjects(verb):
            kind = noun_kind(tree, subject, lexicon)
            if kind:
                return Trigger(subject, kind, verb, subject)
    if name in lexicon.words["light"] or tree[verb].lemma.lower() in lexicon.words["light"]:
        direct = tree.dependents(verb, ("obj", "dobj"))
        for child in direct or tree.dependents(verb, OBJECTS):
            kind = noun_kind(tree, child, lexicon)
            if kind:
                return Trigger(child, kind, verb, child)
        passive = "Voice=Pass" in tree.features(verb) or tree.dependents(verb, ("nsubjpass", "nsubj:pass"))
        for subject in tree.subjects(verb) if passive else ():
            kind = noun_kind(tree, subject, lexicon)
            if kind:
                return Trigger(subject, kind, verb, subject)
    return None


def _by_telephone(kind: EventKind, lemmas: set[str], lexicon: Lexicon) -> EventKind:
    return EventKind.CALL if kind in CONTACTS and lemmas & lexicon.words["telephone"] else kind

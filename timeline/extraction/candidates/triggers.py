"""Which words tell of an event, and of which kind: the lexicon of triggers and how a word is looked up in it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from timeline.extraction.candidates.syntax import OBJECTS, RELATIVE, SUBJECTS, Tree
from timeline.extraction.records import EventKind

_LEXICON = Path(__file__).parent.parent / "lexicon"
_REFLEXIVES = {"se", "s'", "s’", "me", "nous", "vous"}
_COMPLEMENTS = (*OBJECTS, "obl:mod", "obl", "nmod", "obl:agent", "pobj", "prep", "prt", "advmod", "acomp", "npadvmod")
CONTACTS = frozenset({EventKind.MEETING, EventKind.NEGOTIATION, EventKind.SUMMIT, EventKind.AGREEMENT})
# What stands in the lexicon for a complement that is the name of a country or a place, and for the passive voice.
_A_PLACE, _PASSIVE = "@", "@passive"
_DONE_BY_PARTIES = (EventKind.CONFLICT, EventKind.SANCTION)
# Of these, whatever a noun for them does, it happened then: « une explosion coupe le courant ». An agreement may also fail.
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
class Lexicon:
    """The words of one language. All are lemmas in lower case."""

    verbs: dict[str, EventKind]
    reflexives: dict[str, EventKind]
    phrases: dict[str, tuple[tuple[str, EventKind], ...]]
    """Verb → (complement, kind), reflexive verbs with "se " before them."""
    nouns: dict[str, EventKind]
    compounds: tuple[tuple[tuple[str, ...], EventKind], ...]
    """Nouns of several words."""
    words: dict[str, frozenset[str]]
    happening: dict[str, frozenset[str]]
    """Verb → complements with which it says that something happened; none needed where the set is empty."""
    examples: tuple[tuple[str, EventKind], ...]
    """Sentences with the kind that must be found in them."""


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


@lru_cache
def load_lexicon(language: str) -> Lexicon:
    data = tomllib.loads((_LEXICON / f"triggers.{language}.toml").read_text("utf-8"))
    words = {key: frozenset(_split(value)) for key, value in data.pop("words").items()}
    verbs: dict[str, EventKind] = {}
    reflexives: dict[str, EventKind] = {}
    phrases: dict[str, list[tuple[str, EventKind]]] = {}
    nouns: dict[str, EventKind] = {}
    compounds: list[tuple[tuple[str, ...], EventKind]] = []
    examples: list[tuple[str, EventKind]] = []
    for name, entry in data.items():
        kind = EventKind(name)
        for verb in _split(entry["verbs"]):
            head, _, complement = verb.partition(" + ")
            if complement:
                phrases.setdefault(_plain(head), []).append((complement, kind))
            elif head.startswith(("se ", "s'")):
                reflexives[_plain(head).removeprefix("se ")] = kind
            else:
                verbs[head] = kind
        for noun in _split(entry["nouns"]):
            parts = tuple(noun.split())
            if len(parts) > 1:
                compounds.append((parts, kind))
            else:
                nouns[noun] = kind
        examples += [(text, EventKind(found)) for text, found in entry["examples"]]
    happening: dict[str, set[str]] = {}
    for verb in words.pop("happening"):
        head, _, complement = verb.partition(" + ")
        happening.setdefault(_plain(head), set()).update([complement] if complement else [])
    return Lexicon(
        verbs,
        reflexives,
        {verb: tuple(found) for verb, found in phrases.items()},
        nouns,
        tuple(compounds),
        words,
        {verb: frozenset(found) for verb, found in happening.items()},
        tuple(examples),
    )


def _split(words: str) -> list[str]:
    return [" ".join(word.split()) for word in words.split(",") if word.strip()]


def _plain(verb: str) -> str:
    return "se " + verb[2:] if verb.startswith("s'") else verb


def noun_kind(tree: Tree, position: int, lexicon: Lexicon) -> EventKind | None:
    """The kind of event that the noun names."""
    token = tree[position]
    if token.pos not in ("NOUN", "PROPN") or token.entity == "PER":
        return None
    lemma = token.lemma.lower()
    if lemma in lexicon.words["interviews"] and any(tree[child].text.lower() in ("dans", "in") for child in tree.children(position)):
        return None
    following = [word.lemma.lower() for word in tree.tokens[position : position + 4]]
    texts = [word.text.lower() for word in tree.tokens[position : position + 4]]
    for parts, kind in lexicon.compounds:
        if tuple(following[: len(parts)]) == parts or tuple(texts[: len(parts)]) == parts:
            return kind
    return lexicon.nouns.get(lemma) or lexicon.nouns.get(token.text.lower()) or _numbered_conference(token.text, lexicon)


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
    reflexive = is_reflexive(tree, verb)
    if reflexive and lemma in lexicon.words["undergoing"] and tree.dependents(verb, ("xcomp", "ccomp", "obj")):
        return None  # « s'est vu notifier » tells what was done to somebody.
    name = f"se {lemma}" if reflexive else lemma
    complements = _complements(tree, verb)
    lemmas = {tree[word].lemma.lower() for word in complements} | {tree[word].text.lower() for word in complements}
    if any(tree[word].entity == "LOC" for word in tree.dependents(verb, ("obj", "dobj"))):
        lemmas.add(_A_PLACE)
    if tree.dependents(verb, ("aux:pass", "auxpass")):
        lemmas.add(_PASSIVE)
    for phrase in (name, lemma):
        for complement, kind in lexicon.phrases.get(phrase, ()):
            if complement in lemmas:
                return Trigger(verb, kind, verb, None)
    carried = _carried_noun(tree, verb, name, lemmas, lexicon)
    if carried is not None:
        return carried
    if lemma in lexicon.words["hosting"] and _takes_a_thing(tree, verb, lexicon):
        return None
    kind_found = (lexicon.reflexives.get(lemma) if reflexive else None) or lexicon.verbs.get(lemma)
    if kind_found is EventKind.AGREEMENT and lemma in ("signer", "sign") and _signs_no_text(tree, verb, lemmas, lexicon):
        return None
    if kind_found in _DONE_BY_PARTIES and _is_done_by_a_thing(tree, verb, lexicon):
        return None
    if kind_found is EventKind.STATEMENT and lemma in lexicon.words["telephoning"] and _takes_a_person(tree, verb):
        return Trigger(verb, EventKind.CALL, verb, None)
    if kind_found and not (lemma in lexicon.words["reporting"] and _introduces_speech(tree, verb)):
        return Trigger(verb, _by_telephone(kind_found, lemmas, lexicon), verb, None)
    return None


def _is_done_by_a_thing(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """« l'épidémie frappait la Chine »: no attack, since an illness is nobody."""
    if "Voice=Pass" in tree.features(verb):
        return False
    subjects = [tree[word] for word in tree.dependents(verb, ("nsubj",))]
    things = [s for s in subjects if s.pos == "NOUN" and not s.entity and s.text[0].islower()]
    if not things or len(things) < len(subjects):
        return False
    below = [word for subject in tree.dependents(verb, ("nsubj",)) for word in tree.subtree(subject)]
    return not any(
        thing.lemma.lower() in lexicon.words["delegates"] or thing.lemma.lower() in lexicon.nouns for thing in things
    ) and not any(tree[word].entity in ("PER", "LOC", "ORG") for word in below)


def _signs_no_text(tree: Tree, verb: int, complements: set[str], lexicon: Lexicon) -> bool:
    """« des revers qui ont signé l'échec de l'offensive »: no agreement."""
    objects = [tree[child] for child in tree.dependents(verb, ("obj", "dobj")) if tree[child].pos == "NOUN"]
    if not objects or any(o.entity == "MISC" for o in objects):
        return False
    return not any(word in lexicon.words["signed"] or word in lexicon.nouns for word in complements)


def _takes_a_person(tree: Tree, verb: int) -> bool:
    """« appeler le président » without a clause of what to do."""
    clauses = tree.dependents(verb, ("xcomp", "ccomp", "advcl"))
    objects = [tree[child] for child in tree.dependents(verb, ("obj", "dobj"))]
    asked = any(tree[child].text.lower() in ("à", "on", "for") for word in tree.children(verb) for child in [word, *tree.children(word)])
    return bool(objects) and not clauses and not asked


def _takes_a_thing(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """« recevoir le prix Nobel »: the object is neither named nor somebody's representative."""
    objects = [tree[child] for child in tree.dependents(verb, ("obj", "dobj"))]
    persons = lexicon.words["delegates"]
    return any(o.entity == "MISC" or (o.pos == "NOUN" and o.lemma.lower() not in persons) for o in objects)


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
    plain_object = tree.subjects(verb) and tree.dependents(verb, ("obj", "dobj")) and not _introduces_speech(tree, verb)
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
    return found + [tree[verb].head] if tree[verb].dep in RELATIVE else found


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


def _introduces_speech(tree: Tree, verb: int) -> bool:
    """Whether a clause or a quotation hangs on the verb: « a annoncé que… », « , a indiqué le ministre »."""
    if any(tree[child].dep in ("ccomp", "xcomp", "parataxis") for child in tree.children(verb)):
        return True
    return any(tree[child].text in ("«", "»", "“", "”", '"') for child in tree.children(verb))


def _by_telephone(kind: EventKind, lemmas: set[str], lexicon: Lexicon) -> EventKind:
    return EventKind.CALL if kind in CONTACTS and lemmas & lexicon.words["telephone"] else kind

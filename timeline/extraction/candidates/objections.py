"""Why a verb of the lexicon does not tell here of the event that it tells of elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extraction.candidates.lexicon import Lexicon
from timeline.extraction.candidates.syntax import SUBJECTS, Tree
from timeline.extraction.records import ActorKind, EventKind, Mention, Token

_LEFT = ("obj", "dobj", "obl:arg", "obl:mod", "obl", "prep", "nsubjpass", "nsubj:pass")
_OF = frozenset({"de", "d'", "d’", "du", "des", "of"})
_STANDING_FOR_THINGS = ("it", "en", "l'", "l’", "celui", "celle", "ceux", "celles")
_OF_THINGS = ("it", "this", "that", "which", "what")
_DONE_BY_PARTIES = (EventKind.CONFLICT, EventKind.SANCTION)


def is_misled(tree: Tree, verb: int, kind: EventKind, complements: set[str], lexicon: Lexicon) -> bool:
    """Whether the words beside the verb show that it does not mean an event of this kind. `complements` are the lemmas
    of its objects and adverbials."""
    lemma = tree[verb].lemma.lower()
    if lemma in lexicon.words["hosting"] and _takes_a_thing(tree, verb, lexicon):
        return True
    if lemma in lexicon.words["signing"] and _signs_no_text(tree, verb, complements, lexicon):
        return True
    if kind in _DONE_BY_PARTIES and _is_done_by_a_thing(tree, verb, lexicon):
        return True
    return lemma in lexicon.words["reporting"] and introduces_speech(tree, verb)


def leaves_a_place(tree: Tree, verb: int, mentions: Sequence[Mention], lexicon: Lexicon) -> bool:
    """« a quitté Moscou », "left the room": no rupture, as « a quitté l'OTAN », "left the table" and what troops leave
    are. Of « la Russie en est sortie » the passage does not say what; a state leaves no room."""
    if tree[verb].lemma.lower() not in lexicon.words["leaving"]:
        return False
    objects = tree.dependents(verb, _LEFT)
    left = {word for child in objects for word in tree.subtree(child)}
    bodies = _words_of(tree, [m for m in mentions if m.parties or _means(m, ActorKind.ORGANISATION)])
    if left & bodies or any(tree[word].lemma.lower() in lexicon.words["left"] for word in left):
        return False
    subjects = set(tree.subjects(verb))
    if any(tree[word].lemma.lower() in lexicon.words["troops"] for word in subjects):
        return False
    by_a_state = subjects & _words_of(tree, [m for m in mentions if _means(m, ActorKind.STATE)])
    states = _words_of(tree, [m for m in mentions if _means(m, ActorKind.STATE)])
    things = [word for word in objects if tree[word].text.lower() in _STANDING_FOR_THINGS]
    return not (by_a_state and (things or left & states))


def _words_of(tree: Tree, mentions: Sequence[Mention]) -> set[int]:
    return {word for mention in mentions for word in tree.words_between(mention.start, mention.end)}


def _means(mention: Mention, kind: ActorKind) -> bool:
    return any(actor.kind is kind for actor in mention.actors)


def _takes_a_thing(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """« recevoir le prix Nobel »: the object is neither named nor somebody's representative."""
    objects = [tree[child] for child in tree.dependents(verb, ("obj", "dobj"))]
    persons = lexicon.words["delegates"]
    return any(o.entity == "MISC" or (o.pos == "NOUN" and o.lemma.lower() not in persons) for o in objects)


def _signs_no_text(tree: Tree, verb: int, complements: set[str], lexicon: Lexicon) -> bool:
    """« des revers qui ont signé l'échec de l'offensive »: no agreement."""
    objects = [tree[child] for child in tree.dependents(verb, ("obj", "dobj")) if tree[child].pos == "NOUN"]
    if not objects or any(o.entity == "MISC" for o in objects):
        return False
    return not any(word in lexicon.words["signed"] or word in lexicon.nouns for word in complements)


def _is_done_by_a_thing(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """« l'épidémie frappait la Chine »: no attack, since an illness is nobody."""
    if "Voice=Pass" in tree.features(verb):
        return False
    subjects = [tree[word] for word in tree.dependents(verb, ("nsubj",))]
    things = [s for s in subjects if s.pos == "NOUN" and not s.entity and s.text[0].islower()]
    if not things or len(things) < len(subjects):
        return False
    below = [word for subject in tree.dependents(verb, ("nsubj",)) for word in tree.subtree(subject)]
    acting = lexicon.words["delegates"] | lexicon.words["public"] | lexicon.words["troops"] | lexicon.nouns.keys()
    return not any(thing.lemma.lower() in acting for thing in things) and not any(
        tree[word].entity in ("PER", "LOC", "ORG") for word in below
    )


def introduces_speech(tree: Tree, verb: int) -> bool:
    """Whether a clause or a quotation hangs on the verb: « a annoncé que… », « , a indiqué le ministre »."""
    if any(tree[child].dep in ("ccomp", "xcomp", "parataxis") for child in tree.children(verb)):
        return True
    return any(tree[child].text in ("«", "»", "“", "”", '"') for child in tree.children(verb))


def is_judged(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """« un tribunal a condamné le journaliste », « condamné par la cour »: no words of condemnation."""
    if tree[verb].lemma.lower() not in lexicon.words["condemning"]:
        return False
    agents = tree.dependents(verb, ("obl:agent", "agent"))
    by = [*tree.subjects(verb), *agents, *(word for agent in agents for word in tree.dependents(agent, ("pobj",)))]
    return any(tree[word].lemma.lower() in lexicon.words["courts"] for word in by)


def is_parliament(tree: Tree, noun: int, lexicon: Lexicon) -> bool:
    """« voté par le Congrès », "addressed Congress": a body, unless it is said whose or that it was held, as of « le
    congrès de Vienne » and « le Congrès s'est ouvert »."""
    token = tree[noun]
    head = tree[token.head]
    if token.dep == "obl:agent" or (token.dep == "pobj" and head.dep == "agent"):
        return True
    article = tree.dependents(noun, ("det",))
    if not token.text[0].isupper() or any(_is_of(tree, child) for child in tree.children(noun)):
        return False
    if tree.sentence.language == "en" and not article:
        return True
    held = head.lemma.lower() in lexicon.happening or f"se {head.lemma.lower()}" in lexicon.happening
    return not (held and token.dep in SUBJECTS)


def _is_of(tree: Tree, word: int) -> bool:
    """Whether « de » or "of" joins the word to the one above it, or is that word."""
    return any(tree[child].text.lower() in _OF for child in (word, *tree.children(word)))


def gives_a_name(tree: Tree, verb: int) -> bool:
    """ "called him a liar"."""
    return bool(tree.dependents(verb, ("obj", "dobj")) and tree.dependents(verb, ("oprd",)))


def takes_a_person(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """« appeler le président », "called the president on Monday": nobody is asked to do anything."""
    objects = tree.dependents(verb, ("obj", "dobj")) or tree.dependents(verb, ("oprd",))
    called = [tree[word] for word in objects]
    if not any(_is_somebody(token, lexicon) for token in called):
        return False
    if tree.sentence.language == "en":
        return any(token.entity == "PER" for token in called) or not tree.dependents(verb, ("xcomp", "ccomp"))
    asked = any(
        tree[child].text.lower() == "à" for word in tree.children(verb) for child in (word, *tree.children(word))
    )
    return not asked and not tree.dependents(verb, ("xcomp", "ccomp", "advcl"))


def _is_somebody(token: Token, lexicon: Lexicon) -> bool:
    named = token.pos == "PROPN" and token.entity in ("", "PER", "LOC", "ORG")
    pronoun = token.pos == "PRON" and token.text.lower() not in _OF_THINGS
    return named or pronoun or token.lemma.lower() in lexicon.words["delegates"]


def asks_somebody(tree: Tree, verb: int) -> bool:
    """ "called on Iran to withdraw", "called for a truce"; "called on Monday" asks nobody."""
    following = next((word for word in range(verb + 1, len(tree.tokens)) if tree[word].pos != "ADV"), verb)
    if not tree.dependents(verb, ("dobj",)) and any(
        tree[child].text.lower() == "for" for child in tree.dependents(verb, ("prep",))
    ):
        return True
    if tree[following].text.lower() not in ("on", "upon"):
        return False
    asked = tree.dependents(following, ("pobj",))
    return any(
        tree[word].entity or (tree[word].pos in ("NOUN", "PRON") and not tree.dependents(word, ("nummod",)))
        for word in asked
    ) or bool(tree.dependents(verb, ("xcomp",)))

"""Who takes part where the syntax leads nobody to the event: who is named in its clause, else in those above it.

Syntax first, then nearness: only an event without any party comes here.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extraction.candidates.lexicon import Lexicon
from timeline.extraction.candidates.syntax import OBJECTS, SUBJECTS, Tree
from timeline.extraction.candidates.triggers import OFFICE_EVENTS, Trigger
from timeline.extraction.records import ActorKind, EventKind, Mention

_MEETINGS = (EventKind.MEETING, EventKind.SUMMIT, EventKind.CALL, EventKind.VISIT)
_CLAUSAL = ("acl", "acl:relcl", "relcl", "advcl", "ccomp", "parataxis")
_CORE = (*SUBJECTS, *OBJECTS, "conj", "appos")
_BRACKETS = ("()", "«»", "“”")


def parties_nearby(
    tree: Tree, trigger: Trigger, mentions: Sequence[Mention], lexicon: Lexicon, *, beyond_clause: bool = True
) -> tuple[Mention, ...]:
    """The mentions of the event's clause, or else of the part of the sentence that is parsed as one."""
    named = [
        (mention, root)
        for mention in mentions
        if mention.actors
        and not mention.as_place
        and (root := tree.root_of(mention.start, mention.end)) is not None
        and not in_attribution(tree, root, lexicon)
        and not tree.are_apart(trigger.position, root, _BRACKETS)
    ]
    if trigger.kind in OFFICE_EVENTS:
        named = [(m, root) for m, root in named if any(actor.kind is ActorKind.PERSON for actor in m.actors)]
    if not _is_told_by_clause(tree, trigger, lexicon):
        within = set(tree.subtree(trigger.position))
        return tuple(m for m, root in named if root in within and _stands_for_itself(tree, m, root))
    clauses = {tree.clause_of(word) for word in trigger.carriers}
    named = [(m, root) for m, root in named if _stands_for_itself(tree, m, root) and not _is_deep(tree, root, lexicon)]
    in_clause = tuple(m for m, root in named if tree.clause_of(root) in clauses)
    if in_clause or not beyond_clause or not _carries_sentence(tree, trigger):
        return in_clause
    above = {tree.clause_of(ancestor) for ancestor in tree.ancestors(trigger.position)}
    return tuple(m for m, root in named if tree.clause_of(root) in above)


def _is_deep(tree: Tree, root: int, lexicon: Lexicon) -> bool:
    """« au lendemain de la publication d'un rapport de l'AIEA »: a name under two nouns or more belongs to them."""
    passable = lexicon.words["delegates"] | lexicon.words["hinges"]
    nouns = 0
    for ancestor in tree.ancestors(root):
        if tree.heads_clause(ancestor):
            break
        nouns += tree[ancestor].pos == "NOUN" and tree[ancestor].lemma.lower() not in passable
    return nouns > 1


def _is_told_by_clause(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> bool:
    """« depuis l'explosion du 4 août, il presse le Liban de … »: who is in the clause has no part in the explosion."""
    if trigger.verb is not None or trigger.noun is None:
        return True
    clause = tree.clause_of(trigger.noun)
    if tree.is_root(trigger.noun) or not tree.heads_clause(clause):
        return True
    noun = tree[trigger.noun]
    if trigger.kind in OFFICE_EVENTS and noun.head == clause:
        return True  # « Ambassadeur à Moscou de 1952 à 1953, il … »
    if noun.dep in _CLAUSAL:
        return True  # The parser took a verb that it does not know for something else.
    during = any(tree[child].text.lower() in lexicon.words["during"] for child in tree.children(trigger.noun))
    return (noun.head == clause and (noun.dep in _CORE or during)) or (
        noun.dep == "pobj" and _is_during(tree, noun.head, lexicon)
    )


def _is_during(tree: Tree, preposition: int, lexicon: Lexicon) -> bool:
    """ "in a phone call": in English the noun hangs on the preposition."""
    token = tree[preposition]
    return token.text.lower() in lexicon.words["during"] and tree.heads_clause(token.head)


def _carries_sentence(tree: Tree, trigger: Trigger) -> bool:
    """Whether the event is what the sentence tells, not what stands in a phrase or clause beside that. One who meets is
    named beside the verb or not at all."""
    if trigger.noun is None and trigger.kind in _MEETINGS and "Voice=Pass" not in tree.features(trigger.position):
        return False
    return any(tree.is_root(word) or tree.is_root(tree[word].head) for word in trigger.carriers)


def _stands_for_itself(tree: Tree, mention: Mention, root: int) -> bool:
    """« les produits serbes » name no party: an adjective tells of what kind a thing is."""
    return not (mention.demonym and tree[root].pos == "ADJ")


def in_attribution(tree: Tree, root: int, lexicon: Lexicon) -> bool:
    """« selon TASS », « cité par l'AFP »: who reports takes no part."""
    words = (root, *tree.ancestors(root))
    for word in words:
        if any(tree[child].lemma.lower() in lexicon.words["attributing"] for child in tree.children(word)):
            return True
        if tree.heads_clause(word):
            return False
    return False

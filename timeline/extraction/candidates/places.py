"""Where an event happened: the place named with a preposition of place beside its words, else in its clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.extraction.candidates.syntax import OBJECTS, Tree
from timeline.extraction.candidates.triggers import OFFICE_EVENTS, Trigger
from timeline.extraction.records import ActorKind, EventKind, Mention, PlaceRef
from timeline.knowledge import Knowledge

_STRUCK = (EventKind.CONFLICT, EventKind.INCIDENT, EventKind.RUPTURE)
_OBJECTS = (*OBJECTS, "obl:mod", "pobj", "nmod", "conj")

_Rooted = tuple[int, Mention]


def find_place(
    tree: Tree, trigger: Trigger, mentions: Sequence[Mention], knowledge: Knowledge
) -> tuple[PlaceRef | None, Mention | None]:
    """The place that depends on the event's words, else one of its clause, else what the event did to a place; of a
    posting the place of the post."""
    if trigger.kind in OFFICE_EVENTS:
        return _post(tree, trigger, mentions, knowledge)
    rooted = [(root, m) for m in mentions if (root := tree.root_of(m.start, m.end)) is not None]
    named = [(root, m) for root, m in rooted if m.place and m.as_place]
    for places in (
        [each for each in named if _belongs(tree, trigger, each[0])],
        [each for each in rooted if _is_visited(tree, trigger, *each)],
        [each for each in named if _is_in_clause(tree, trigger, each[0])],
        [each for each in rooted if each[1].place and not each[1].actors and _is_struck(tree, trigger, each[0])],
    ):
        if places:
            nearest = _nearest(trigger, places)
            return nearest.place or knowledge.country_ref(nearest.actors[0].key), nearest
    return None, None


def is_visited(tree: Tree, trigger: Trigger, mention: Mention) -> bool:
    """Whether the event is a visit and the mention names the country that is visited, which so takes no part."""
    root = tree.root_of(mention.start, mention.end)
    return root is not None and _is_visited(tree, trigger, root, mention)


def _post(
    tree: Tree, trigger: Trigger, mentions: Sequence[Mention], knowledge: Knowledge
) -> tuple[PlaceRef | None, Mention | None]:
    """« ambassadeur à Bonn »: the place named, or the country to which the office is accredited."""
    words = {word for carrier in trigger.carriers for word in tree.subtree(carrier)}
    posts = [mention for mention in mentions if tree.root_of(mention.start, mention.end) in words]
    for mention in posts:
        if mention.office and mention.office.to and mention.office.to.kind is ActorKind.STATE:
            return knowledge.country_ref(mention.office.to.key), mention
    for mention in posts:
        if mention.place and mention.as_place:
            return mention.place, mention
    return None, None


def _belongs(tree: Tree, trigger: Trigger, root: int) -> bool:
    """Whether the place hangs on the event's words, with at most one noun between that is no event itself."""
    if root in trigger.carriers:
        return False
    steps = 0
    for ancestor in tree.ancestors(root):
        if ancestor in trigger.carriers:
            return True
        if tree.heads_clause(ancestor) or steps > 1:
            return False
        steps += tree[ancestor].pos == "NOUN"
    return False


def _is_visited(tree: Tree, trigger: Trigger, root: int, mention: Mention) -> bool:
    """« il parcourt l'Allemagne », "visited China": a state that is the object of a visit is where it went."""
    state = mention.place is not None or [actor.kind for actor in mention.actors] == [ActorKind.STATE]
    if trigger.kind is not EventKind.VISIT or not state or mention.demonym:
        return False
    return tree[root].head in trigger.carriers and tree[root].dep in _OBJECTS


def _is_in_clause(tree: Tree, trigger: Trigger, root: int) -> bool:
    clause = tree.clause_of(root)
    if clause in {tree.clause_of(word) for word in trigger.carriers}:
        return True
    # « est allée plaider à Washington »: what somebody went to do is done where the way led.
    goes_to_do = trigger.kind is EventKind.VISIT and tree[clause].dep == "xcomp"
    return goes_to_do and tree[clause].head in trigger.carriers


def _is_struck(tree: Tree, trigger: Trigger, root: int) -> bool:
    """« l'annexion de la Crimée », « la Crimée, annexée par la Russie », "a bomb tore through Omagh": it happened
    there, without any preposition of place."""
    if trigger.kind not in _STRUCK:
        return False
    undergone = any(tree.is_participle_of_noun(word) and tree[word].head == root for word in trigger.carriers)
    return undergone or _belongs(tree, trigger, root) or _is_in_clause(tree, trigger, root)


def _nearest(trigger: Trigger, places: Iterable[_Rooted]) -> Mention:
    def distance(found: _Rooted) -> tuple[int, int]:
        root, mention = found
        return min(abs(root - carrier) for carrier in trigger.carriers), mention.start

    return min(places, key=distance)[1]

"""Where an event happened: the place named in its clause with a preposition of place."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extraction.candidates.syntax import Tree
from timeline.extraction.candidates.triggers import Trigger
from timeline.extraction.records import ActorKind, EventKind, Mention, PlaceRef
from timeline.knowledge import Knowledge


def find_place(
    tree: Tree, trigger: Trigger, mentions: Sequence[Mention], knowledge: Knowledge
) -> tuple[PlaceRef | None, Mention | None]:
    """The nearest place that depends on the event's words; of a posting the place of the post."""
    if trigger.kind in (EventKind.TENURE, EventKind.APPOINTMENT):
        return _post(tree, trigger, mentions, knowledge)
    places = [
        (tree.root_of(mention.start, mention.end), mention)
        for mention in mentions
        if mention.place and (mention.as_place or _is_object_of_conquest(trigger, mention))
    ]
    here = [
        (_distance(trigger, root), mention)
        for root, mention in places
        if root is not None and _belongs(tree, trigger, root)
    ]
    if not here:
        return None, None
    nearest = min(here, key=lambda found: (found[0], found[1].start))[1]
    return nearest.place, nearest


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


def _is_object_of_conquest(trigger: Trigger, mention: Mention) -> bool:
    """« l'annexion de la Crimée » happened there, without any preposition of place."""
    return trigger.kind is EventKind.CONFLICT and not mention.actors


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


def _distance(trigger: Trigger, root: int) -> int:
    return min(abs(root - carrier) for carrier in trigger.carriers)

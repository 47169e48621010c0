"""Who takes part in an event: the mentions that depend on its words, directly or through people who stand for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extraction.candidates.syntax import OBJECTS, Tree
from timeline.extraction.candidates.triggers import Lexicon, Trigger
from timeline.extraction.records import ActorKind, EventKind, Mention, Participant

_DIRECTED = (EventKind.SANCTION, EventKind.RUPTURE, EventKind.CONFLICT, EventKind.INCIDENT)
_OFFICE_EVENTS = (EventKind.TENURE, EventKind.APPOINTMENT)


@dataclass(frozen=True, slots=True)
class Parties:
    participants: tuple[Participant, ...]
    mentions: tuple[Mention, ...]


def find_parties(tree: Tree, trigger: Trigger, mentions: Sequence[Mention], lexicon: Lexicon) -> Parties:
    """The participants in the order of the text, and the mentions that name them."""
    subjects = _subject_words(tree, trigger)
    taking_part = [
        mention
        for mention in mentions
        if mention.actors and not mention.as_place and _takes_part(tree, trigger, mention, mentions, subjects, lexicon)
    ]
    if trigger.kind in _OFFICE_EVENTS:
        persons = [m for m in taking_part if any(actor.kind is ActorKind.PERSON for actor in m.actors)]
        taking_part = persons or taking_part
    participants: dict[str, Participant] = {}
    for mention in taking_part:
        for actor in mention.actors:
            participants.setdefault(actor.key, Participant(actor, _role(tree, trigger, mention, subjects)))
    return Parties(tuple(participants.values()), tuple(taking_part))


def _subject_words(tree: Tree, trigger: Trigger) -> set[int]:
    if trigger.verb is None:
        return set()
    return {word for subject in tree.subjects(trigger.verb) for word in tree.subtree(subject)}


def _takes_part(
    tree: Tree,
    trigger: Trigger,
    mention: Mention,
    mentions: Sequence[Mention],
    subjects: set[int],
    lexicon: Lexicon,
) -> bool:
    root = tree.root_of(mention.start, mention.end)
    if root is None or _in_attribution(tree, root, lexicon):
        return False
    if root in trigger.carriers or trigger.position == root:
        return trigger.kind not in _OFFICE_EVENTS
    if mention.demonym and trigger.noun is not None and tree[root].head == trigger.noun:
        return True
    passable = _Passable(tree, mentions, lexicon)
    if root in subjects and trigger.verb is not None:
        return _leads_up(tree, root, set(tree.subjects(trigger.verb)) | set(trigger.carriers), passable)
    if _leads_up(tree, root, set(trigger.carriers), passable):
        return True
    return _misparsed_neighbour(tree, trigger, mention, root)


class _Passable:
    """Which words may stand between a party and its event: names, and people who stand for somebody."""

    def __init__(self, tree: Tree, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        self._named = {
            word
            for mention in mentions
            if mention.actors or mention.office
            for word in tree.words_between(mention.start, mention.end)
            if not mention.demonym
        }
        self._delegates = lexicon.words["delegates"]
        self._tree = tree

    def __call__(self, word: int) -> bool:
        token = self._tree[word]
        return word in self._named or token.lemma.lower() in self._delegates or token.pos in ("PROPN", "ADP")


def _leads_up(tree: Tree, root: int, goals: set[int], passable: _Passable) -> bool:
    """Whether the way up the tree reaches a goal over passable words only."""
    if root in goals:
        return True
    for ancestor in tree.ancestors(root):
        if ancestor in goals:
            return True
        if not passable(ancestor):
            return False
    return False


def _misparsed_neighbour(tree: Tree, trigger: Trigger, mention: Mention, root: int) -> bool:
    """A person close to the verb, with no other verb between, whom the parser hung elsewhere."""
    if trigger.verb is None or not any(actor.kind is ActorKind.PERSON for actor in mention.actors):
        return False
    if tree[root].dep not in ("appos", "dep", "ROOT", "flat", "flat:name", "nmod", "conj", "obl:mod", "npadvmod"):
        return False
    low, high = sorted((trigger.verb, root))
    between = range(low + 1, high)
    if any(tree.heads_clause(word) or tree[word].text in ("(", ")", ";", ":", "«", "»") for word in between):
        return False
    nouns = [word for word in between if tree[word].pos == "NOUN" and not _is_calendar(tree, word)]
    return not nouns


def _is_calendar(tree: Tree, word: int) -> bool:
    """Whether the noun belongs to a date: it has a number beside it."""
    return any(0 <= near < len(tree.tokens) and tree[near].pos == "NUM" for near in (word - 1, word + 1))


def _in_attribution(tree: Tree, root: int, lexicon: Lexicon) -> bool:
    """« selon TASS », « cité par l'AFP »: who reports takes no part."""
    words = (root, *tree.ancestors(root))
    for word in words:
        if any(tree[child].lemma.lower() in lexicon.words["attributing"] for child in tree.children(word)):
            return True
        if tree.heads_clause(word):
            return False
    return False


def _role(tree: Tree, trigger: Trigger, mention: Mention, subjects: set[int]) -> str:
    """Who acted on whom, for deeds that have a direction."""
    if trigger.kind not in _DIRECTED or trigger.verb is None:
        return "participant"
    root = tree.root_of(mention.start, mention.end)
    passive = "Voice=Pass" in tree.features(trigger.verb)
    if root in subjects:
        return "target" if passive else "initiator"
    way = [root, *tree.ancestors(root)] if root is not None else []
    if any(tree[word].dep in (*OBJECTS, "nmod") for word in way):
        return "target"
    return "initiator" if any(tree[word].dep in ("obl:agent", "agent") for word in way) else "participant"

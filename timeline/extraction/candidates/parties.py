"""Who takes part in an event: the mentions that depend on its words, directly or through people who stand for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extraction.candidates.lexicon import Lexicon
from timeline.extraction.candidates.nearness import in_attribution, parties_nearby
from timeline.extraction.candidates.places import is_visited
from timeline.extraction.candidates.syntax import OBJECTS, SUBJECTS, Tree
from timeline.extraction.candidates.triggers import OFFICE_EVENTS, Trigger, is_deed
from timeline.extraction.records import IMPLIED, ActorKind, ActorRef, EventKind, Mention, Participant, TimeExpression
from timeline.knowledge import Knowledge

_DIRECTED = (EventKind.SANCTION, EventKind.RUPTURE, EventKind.CONFLICT, EventKind.INCIDENT)
_POSSESSIVES = frozenset({"son", "sa", "ses", "its", "his", "her"})
# Deeds that take two.
_BILATERAL = (EventKind.MEETING, EventKind.SUMMIT, EventKind.CALL)
# Deeds that are done with somebody.
_MUTUAL = (*_BILATERAL, EventKind.AGREEMENT, EventKind.NEGOTIATION, EventKind.RUPTURE)
_WITH = ("avec", "with")
_OF = ("de", "d'", "d’", "du")
# Deeds of the parties to a treaty together.
_OF_TREATIES = (EventKind.AGREEMENT, EventKind.NEGOTIATION, EventKind.MEETING, EventKind.SUMMIT, EventKind.CONFERENCE)
# Deeds of persons: where they act, the states that they speak for are not named beside them.
_PERSONAL = (EventKind.MEETING, EventKind.SUMMIT, EventKind.CALL, EventKind.VISIT, EventKind.NEGOTIATION)


@dataclass(frozen=True, slots=True)
class Parties:
    participants: tuple[Participant, ...]
    mentions: tuple[Mention, ...]


def find_parties(
    tree: Tree,
    trigger: Trigger,
    time: TimeExpression | None,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    knowledge: Knowledge,
) -> Parties:
    """The participants in the order of the text, and the mentions that name them."""
    subjects = _subject_words(tree, trigger)
    passable = _Passable(tree, time, mentions, lexicon)
    taking_part = [
        mention
        for mention in mentions
        if mention.actors
        and not is_visited(tree, trigger, mention)
        and not passable.is_behind_a_name(mention)
        and _takes_part(tree, trigger, mention, subjects, passable, lexicon)
    ]
    if trigger.kind in OFFICE_EVENTS:
        taking_part = _bearers(tree, taking_part, subjects)
    if trigger.kind is EventKind.OTHER:
        taking_part = _with_second_party(tree, trigger, taking_part, mentions, lexicon) if taking_part else []
        taking_part = taking_part if _is_told_of_parties(tree, trigger, taking_part, subjects, lexicon) else []
    elif not taking_part:
        treaty = _treaty_named(tree, trigger, mentions)
        if treaty is not None:
            return Parties(tuple(Participant(party, IMPLIED) for party in treaty.parties), (treaty,))
        taking_part = list(parties_nearby(tree, trigger, mentions, lexicon))
    elif trigger.kind in _BILATERAL and len({actor.key for m in taking_part for actor in m.actors}) == 1:
        taking_part = _with_second_party(tree, trigger, taking_part, mentions, lexicon)
    participants: dict[str, Participant] = {}
    for actor in _owners(tree, trigger, mentions):
        participants[actor.key] = Participant(actor, "initiator" if trigger.kind in _DIRECTED else "participant")
    for mention in taking_part:
        for actor in mention.actors:
            participants.setdefault(actor.key, Participant(actor, _role(tree, trigger, mention, subjects)))
    if trigger.kind in _PERSONAL:
        participants = _without_states_represented(participants, taking_part, knowledge)
    return Parties(tuple(participants.values()), tuple(taking_part))


def _without_states_represented(
    participants: dict[str, Participant], mentions: Sequence[Mention], knowledge: Knowledge
) -> dict[str, Participant]:
    """« Kim a rencontré Xi en Chine, le numéro un chinois » is a meeting of two persons, not of two and a state."""
    affiliations = knowledge.affiliations()
    represented = {state for key in participants for state in affiliations.get(key, ())}
    represented |= {m.office.of.key for m in mentions if m.office and m.office.of and m.actors}
    return {key: party for key, party in participants.items() if key not in represented}


def _treaty_named(tree: Tree, trigger: Trigger, mentions: Sequence[Mention]) -> Mention | None:
    """« New START a été prolongé »: the treaty or the talks of the event's own words, whose parties are known."""
    if trigger.kind not in _OF_TREATIES:
        return None
    own = {word for carrier in trigger.carriers for word in tree.subtree(carrier)}
    own |= {word for verb in trigger.carriers for subject in tree.subjects(verb) for word in tree.subtree(subject)}
    return next((m for m in mentions if m.parties and own.intersection(tree.words_between(m.start, m.end))), None)


def _with_second_party(
    tree: Tree, trigger: Trigger, found: list[Mention], mentions: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """One does not meet alone: the persons of the clause whom the parser hung elsewhere."""
    near = parties_nearby(tree, trigger, mentions, lexicon, beyond_clause=False)
    persons = [m for m in near if any(actor.kind is ActorKind.PERSON for actor in m.actors)]
    return sorted({*found, *persons}, key=lambda mention: mention.start)


def _is_told_of_parties(
    tree: Tree, trigger: Trigger, taking_part: Sequence[Mention], subjects: set[int], lexicon: Lexicon
) -> bool:
    """Whether a party does the deed or suffers it. « Le ton a changé avec l'arrivée de Xi » is nobody's deed. Where
    two persons act together, the verb may be any."""
    persons = {actor.key for m in taking_part for actor in m.actors if actor.kind is ActorKind.PERSON}
    if not is_deed(tree, trigger, lexicon) and len(persons) < 2:
        return False
    acting = subjects | set(tree.dependents(trigger.position, (*OBJECTS, "obl:agent", "agent")))
    return any(tree.root_of(m.start, m.end) in acting for m in taking_part)


def _bearers(tree: Tree, taking_part: list[Mention], subjects: set[int]) -> list[Mention]:
    """Whose office it is: the persons among the subjects, or else all persons."""
    persons = [m for m in taking_part if any(actor.kind is ActorKind.PERSON for actor in m.actors)]
    named_first = [m for m in persons if tree.root_of(m.start, m.end) in subjects]
    return named_first or persons or taking_part


def _owners(tree: Tree, trigger: Trigger, mentions: Sequence[Mention]) -> tuple[ActorRef, ...]:
    """« son annexion de la Crimée »: whose deed it was, the last party named before."""
    if trigger.noun is None or trigger.kind in OFFICE_EVENTS:
        return ()
    determiners = [tree[child] for child in tree.children(trigger.noun) if tree[child].text.lower() in _POSSESSIVES]
    before = [mention for d in determiners for mention in mentions if mention.actors and mention.end <= d.start]
    return max(before, key=lambda mention: mention.end).actors if before else ()


def _subject_words(tree: Tree, trigger: Trigger) -> set[int]:
    if trigger.verb is None:
        return set()
    return {word for subject in tree.subjects(trigger.verb) for word in tree.subtree(subject)}


def _takes_part(
    tree: Tree,
    trigger: Trigger,
    mention: Mention,
    subjects: set[int],
    passable: _Passable,
    lexicon: Lexicon,
) -> bool:
    root = tree.root_of(mention.start, mention.end)
    if mention.as_place and not _is_subject(tree, trigger, root):
        return False
    if root is None or in_attribution(tree, root, lexicon) or tree.are_apart(trigger.position, root, ("()",)):
        return False
    if _stands_between(tree, trigger, root) or _is_counterpart(tree, trigger, root):
        return True
    if root in trigger.carriers or trigger.position == root:
        return trigger.kind not in OFFICE_EVENTS
    if mention.demonym and trigger.noun is not None and tree[root].head == trigger.noun:
        return True
    if mention.demonym and _is_of_somebody_private(tree, root, lexicon):
        return False
    if root in subjects and trigger.verb is not None:
        if tree.is_participle_of_noun(trigger.verb) and _is_joined(tree, root, trigger.verb):
            return False
        return _leads_up(tree, root, set(tree.subjects(trigger.verb)), trigger.carriers, passable)
    if _leads_up(tree, root, set(), trigger.carriers, passable):
        return True
    return _misparsed_neighbour(tree, trigger, mention, root)


def _is_of_somebody_private(tree: Tree, root: int, lexicon: Lexicon) -> bool:
    """« un touriste français » is not France; « la police française », « un navire français » are."""
    while tree[root].dep == "conj":
        root = tree[root].head
    token, noun = tree[root], tree[tree[root].head]
    if noun.pos != "NOUN" or not (token.pos == "ADJ" or token.dep == "amod") or tree.dependents(root, ("case", "det")):
        return False
    lemma = noun.lemma.lower()
    return lemma not in lexicon.nouns and not any(
        lemma in lexicon.words[words] for words in ("delegates", "hinges", "public", "courts", "troops")
    )


def _is_joined(tree: Tree, root: int, participle: int) -> bool:
    """« John Kennedy, tué en 1963, et Robert Kennedy »: another one beside the one of whom a participle tells."""
    way = [root]
    for ancestor in tree.ancestors(root):
        if ancestor == participle:
            return False
        if ancestor == tree[participle].head:
            return any(tree[word].dep == "conj" for word in way)
        way.append(ancestor)
    return False


def _stands_between(tree: Tree, trigger: Trigger, root: int) -> bool:
    """« le rendez-vous d'Helsinki, en juillet 2018, entre X et Y »: between whom it was, however the parser hangs them;
    and « X, en poste à La Havane »: whose post it is."""
    if trigger.noun is None:
        return False
    if trigger.kind in OFFICE_EVENTS:
        beside = all(tree[word].pos in ("PUNCT", "ADP", "DET", "PROPN") for word in range(root + 1, trigger.noun))
        return tree[trigger.noun].head == root or (beside and root < trigger.noun)
    between = [word for word in range(trigger.noun + 1, root) if tree[word].text.lower() in ("entre", "between")]
    return bool(between) and not any(tree[word].pos in ("VERB", "AUX") for word in range(trigger.noun + 1, root))


def _is_counterpart(tree: Tree, trigger: Trigger, root: int) -> bool:
    """« a établi des relations diplomatiques avec la Chine »: with whom, below what the verb has as its object."""
    if trigger.verb is None or trigger.kind not in _MUTUAL:
        return False
    while tree[root].dep == "conj":
        root = tree[root].head
    above = tree[root].head
    preposition = [above] if tree[root].dep == "pobj" else tree.dependents(root, ("case",))
    if not any(tree[word].text.lower() in _WITH for word in preposition):
        return False
    return (tree[above].head if tree[root].dep == "pobj" else above) in tree.dependents(trigger.verb, OBJECTS)


def _is_subject(tree: Tree, trigger: Trigger, root: int | None) -> bool:
    """Whether the word is a subject of the event's verb, or coordinated with one."""
    if trigger.verb is None or root is None:
        return False
    subjects = tree.subjects(trigger.verb)
    return root in subjects or any(root in tree.dependents(subject, ("conj",)) for subject in subjects)


class _Passable:
    """Which words may stand between a party and its event: names, and people who stand for somebody."""

    def __init__(self, tree: Tree, time: TimeExpression | None, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        self.date_words = frozenset(tree.words_between(time.start, time.end)) if time else frozenset()
        self._named = {
            word
            for mention in mentions
            if mention.actors or mention.office
            for word in tree.words_between(mention.start, mention.end)
            if not mention.demonym
        }
        self._persons = {
            word
            for mention in mentions
            if any(actor.kind is ActorKind.PERSON for actor in mention.actors)
            for word in tree.words_between(mention.start, mention.end)
        }
        self._delegates = lexicon.words["delegates"] | lexicon.words["hinges"]
        self._tree = tree

    def __call__(self, word: int) -> bool:
        token = self._tree[word]
        return word in self._named or token.lemma.lower() in self._delegates or token.pos in ("PROPN", "ADP")

    def is_behind_a_name(self, mention: Mention) -> bool:
        """« Avi Berkowitz, conseiller de Donald Trump »: the one whose adviser came did not come."""
        root = self._tree.root_of(mention.start, mention.end)
        if root is None or root not in self._persons:
            return False
        office = self._tree[root].head
        of = [child for child in self._tree.dependents(root, ("case",)) if self._tree[child].text.lower() in _OF]
        if not of or self._tree[office].pos != "NOUN":
            return False
        after = max(self._tree.words_between(mention.start, mention.end)) + 1
        before = not self._tree.dependents(office, ("det",)) and self._names_somebody(office - 1, office - 2)
        return before or self._names_somebody(after, after + 1)

    def _names_somebody(self, comma: int, name: int) -> bool:
        return name in self._persons and self._tree[comma].text == ","


def _leads_up(tree: Tree, root: int, subjects: set[int], carriers: tuple[int, ...], passable: _Passable) -> bool:
    """Whether the way up the tree reaches a carrier, or a subject of it, over passable words only."""
    if root in subjects or root in carriers:
        return True
    below = root
    for ancestor in tree.ancestors(root):
        if ancestor in carriers or ancestor in passable.date_words:
            return True  # A date in front draws the subject to itself.
        if ancestor in subjects:
            return tree[below].dep not in SUBJECTS  # The subject of a subject belongs to a clause of its own.
        joined = tree[below].dep == "conj" and tree[ancestor].pos == "ADJ"  # « responsables chinois et japonais »
        if tree[below].dep != "appos" and not joined and not passable(ancestor):
            return False
        below = ancestor
    return False


def _misparsed_neighbour(tree: Tree, trigger: Trigger, mention: Mention, root: int) -> bool:
    """A person close to the verb, with no other verb between, whom the parser hung elsewhere."""
    if trigger.verb is None or not any(actor.kind is ActorKind.PERSON for actor in mention.actors):
        return False
    if tree[root].dep not in ("appos", "dep", "ROOT", "flat", "flat:name", "nmod", "conj", "obl:mod", "npadvmod"):
        return False
    if root < trigger.verb and tree.dependents(trigger.verb, SUBJECTS):
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

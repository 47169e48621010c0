"""Which names of persons unknown to the knowledge files mean one person: other spellings, initials, bare surnames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline.extraction.records import ActorKind, ActorRef
from timeline.knowledge.folding import sound


@dataclass(frozen=True, slots=True)
class Identities:
    """What people decided about who is who."""

    same: Mapping[str, ActorRef] = field(default_factory=dict)
    """By key, who is meant by it: of those held to be one actor the one that stands for all."""
    different: frozenset[frozenset[str]] = frozenset()
    """Pairs of keys, of those that stand for others, which are not one actor."""

    def meant(self, actor: ActorRef) -> ActorRef:
        return self.same.get(actor.key, actor)

    def may_be_one(self, one: ActorRef, other: ActorRef) -> bool:
        return frozenset({one.key, other.key}) not in self.different


NOBODY_SAID = Identities()


def canonical_actors(actors: Iterable[ActorRef], identities: Identities = NOBODY_SAID) -> Mapping[str, ActorRef]:
    """For each key the actor that it means.

    « Sergueï Riabkov » is "Sergei Ryabkov", whichever article has it; « S. Riabkov » is he where only one person fits.
    Two possible persons leave a name by itself: abstaining is better than a wrong merge. Whom a person held to be
    another is that one, and who is not another never becomes it.
    """
    fullest: dict[str, ActorRef] = {}
    for actor in actors:
        known = fullest.get(actor.key)
        if known is None or _fullness(actor) > _fullness(known):
            fullest[actor.key] = actor
    spelled: dict[tuple[str, ...], list[ActorRef]] = defaultdict(list)
    for actor in sorted(fullest.values(), key=_fullness, reverse=True):
        if actor.kind is ActorKind.PERSON:
            spelled[_name_parts(actor)].append(actor)
    by_surname: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for parts in spelled:
        by_surname[parts[-1]].append(parts)
    return {key: _meant(actor, spelled, by_surname, identities) for key, actor in fullest.items()}


def _fullness(actor: ActorRef) -> tuple[bool, int, str]:
    return actor.known, len(actor.name), actor.key


def _meant(
    actor: ActorRef,
    spelled: Mapping[tuple[str, ...], list[ActorRef]],
    by_surname: Mapping[str, list[tuple[str, ...]]],
    identities: Identities,
) -> ActorRef:
    if actor.key in identities.same:
        return identities.same[actor.key]
    if actor.known or actor.kind is not ActorKind.PERSON:
        return actor
    parts = _name_parts(actor)
    fuller: dict[str, ActorRef] = {}
    for other in by_surname[parts[-1]]:
        if _abbreviates(parts, other) and (meant := _first_possible(actor, spelled[other], identities)):
            fuller.setdefault(meant.key, meant)
    if len(fuller) == 1:
        return next(iter(fuller.values()))
    return _first_possible(actor, spelled[parts], identities) or actor


def _first_possible(actor: ActorRef, others: Iterable[ActorRef], identities: Identities) -> ActorRef | None:
    """Who of others is meant by their name, but for those who are not the actor."""
    meant = (identities.meant(other) for other in others)
    return next((other for other in meant if identities.may_be_one(actor, other)), None)


def _abbreviates(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` is the surname alone, or initials and the surname, of the longer name `full`."""
    given, full_given = short[:-1], full[:-1]
    if not full_given or any(len(name) == 1 for name in full_given) or short == full:
        return False
    return not given or (len(given[0]) == 1 and full_given[0].startswith(given[0]))


def _name_parts(actor: ActorRef) -> tuple[str, ...]:
    """The words of the name, spelled alike whether a French or an English article has it."""
    return tuple(sound(part) for part in actor.key.partition(":")[2].split("-"))

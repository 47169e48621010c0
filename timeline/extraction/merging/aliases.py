"""Which names of persons unknown to the knowledge files mean one person: other spellings, initials, bare surnames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from timeline.extraction.records import ActorKind, ActorRef
from timeline.knowledge.folding import sound


def canonical_actors(actors: Iterable[ActorRef]) -> Mapping[str, ActorRef]:
    """For each key the actor that it means.

    « Sergueï Riabkov » is "Sergei Ryabkov", whichever article has it; « S. Riabkov » is he where only one person fits.
    Two possible persons leave a name by itself: abstaining is better than a wrong merge.
    """
    fullest: dict[str, ActorRef] = {}
    for actor in actors:
        known = fullest.get(actor.key)
        if known is None or _fullness(actor) > _fullness(known):
            fullest[actor.key] = actor
    spelled: dict[tuple[str, ...], ActorRef] = {}
    for actor in sorted(fullest.values(), key=_fullness, reverse=True):
        if actor.kind is ActorKind.PERSON:
            spelled.setdefault(_name_parts(actor), actor)
    by_surname: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for parts in spelled:
        by_surname[parts[-1]].append(parts)
    return {key: _meant(actor, spelled, by_surname) for key, actor in fullest.items()}


def _fullness(actor: ActorRef) -> tuple[bool, int, str]:
    return actor.known, len(actor.name), actor.key


def _meant(
    actor: ActorRef,
    spelled: Mapping[tuple[str, ...], ActorRef],
    by_surname: Mapping[str, list[tuple[str, ...]]],
) -> ActorRef:
    if actor.known or actor.kind is not ActorKind.PERSON:
        return actor
    parts = _name_parts(actor)
    fuller = [other for other in by_surname[parts[-1]] if _abbreviates(parts, other)]
    return spelled[fuller[0]] if len(fuller) == 1 else spelled[parts]


def _abbreviates(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` is the surname alone, or initials and the surname, of the longer name `full`."""
    given, full_given = short[:-1], full[:-1]
    if not full_given or any(len(name) == 1 for name in full_given) or short == full:
        return False
    return not given or (len(given[0]) == 1 and full_given[0].startswith(given[0]))


def _name_parts(actor: ActorRef) -> tuple[str, ...]:
    """The words of the name, spelled alike whether a French or an English article has it."""
    return tuple(sound(part) for part in actor.key.partition(":")[2].split("-"))

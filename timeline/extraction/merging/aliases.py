"""Which names of persons unknown to the knowledge files mean one person: initials and bare surnames across articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from timeline.extraction.records import ActorKind, ActorRef


def canonical_actors(actors: Iterable[ActorRef]) -> Mapping[str, ActorRef]:
    """For each key the actor that it means. « S. Riabkov » is « Sergueï Riabkov » where only one person fits.

    Two possible persons leave a name by itself: abstaining is better than a wrong merge.
    """
    fullest: dict[str, ActorRef] = {}
    for actor in actors:
        known = fullest.get(actor.key)
        if known is None or (actor.known, len(actor.name), actor.name) > (known.known, len(known.name), known.name):
            fullest[actor.key] = actor
    by_surname: dict[str, list[ActorRef]] = defaultdict(list)
    for actor in fullest.values():
        if actor.kind is ActorKind.PERSON:
            by_surname[_name_parts(actor)[-1]].append(actor)
    return {key: _only_fuller_name(actor, by_surname) for key, actor in fullest.items()}


def _only_fuller_name(actor: ActorRef, by_surname: Mapping[str, list[ActorRef]]) -> ActorRef:
    if actor.known or actor.kind is not ActorKind.PERSON:
        return actor
    parts = _name_parts(actor)
    fuller = [other for other in by_surname[parts[-1]] if _abbreviates(parts, _name_parts(other))]
    return fuller[0] if len(fuller) == 1 else actor


def _abbreviates(short: list[str], full: list[str]) -> bool:
    """Whether `short` is the surname alone, or initials and the surname, of the longer name `full`."""
    given, full_given = short[:-1], full[:-1]
    if not full_given or any(len(name) == 1 for name in full_given) or short == full:
        return False
    return not given or (len(given[0]) == 1 and full_given[0].startswith(given[0]))


def _name_parts(actor: ActorRef) -> list[str]:
    return actor.key.partition(":")[2].split("-")

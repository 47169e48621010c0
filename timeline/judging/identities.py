"""Who is who by the standing judgements: whom people held to be one actor, whom not, and how they called them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from timeline.extraction.merging import Identities
from timeline.extraction.records import ActorKind, ActorRef
from timeline.judging.bonds import Bonds
from timeline.judging.enforcement import actor_ref
from timeline.knowledge import load_knowledge
from timeline.models import Actor, Judgement

Verdict = Judgement.Verdict


@dataclass(frozen=True)
class WhoIsWho:
    """The latest judgement counts where two contradict each other."""

    survivors: dict[str, str]
    """By key, the key of the one that stands for it; of those held to be one with somebody, themselves included."""
    different: frozenset[frozenset[str]]
    """Pairs of keys that are not one actor, each of those that stand for others."""
    names: dict[str, dict[str, str]]
    """By key, how people called the actor: `name_fr`, `name_en`."""
    told: dict[str, dict[str, str]]
    """By key, what the judgements remember of an actor whose row may be gone."""

    @classmethod
    def load(cls) -> Self:
        rows = list(
            Judgement.objects.filter(undone=None, verdict__in=[Verdict.SAME, Verdict.DIFFERENT, Verdict.RENAME])
            .order_by("decided", "id")
            .values_list("verdict", "detail")
        )
        bonds = Bonds()
        for verdict, detail in reversed(rows):
            if verdict == Verdict.SAME:
                bonds.together([detail["into"], *detail["actors"]])
            elif verdict == Verdict.DIFFERENT:
                bonds.part(detail["actors"][:1], detail["actors"][1:])
        stands_for: dict[str, str] = {}
        names: dict[str, dict[str, str]] = {}
        told: dict[str, dict[str, str]] = {}
        for verdict, detail in rows:
            told |= detail.get("told", {})
            if verdict == Verdict.RENAME:
                names.setdefault(detail["actors"][0], {}).update(detail["after"])
            elif verdict == Verdict.SAME:
                head = bonds.head(detail["into"])
                if any(bonds.head(key) == head for key in detail["actors"]):
                    stands_for[head] = detail["into"]
        survivors = {
            key: stands_for[bonds.head(key)]
            for group in bonds.groups()
            if len(group) > 1
            for key in group
            if bonds.head(key) in stands_for
        }
        different = frozenset(
            frozenset({survivors.get(one, one), survivors.get(other, other)}) for one, other in bonds.parted()
        )
        return cls(survivors, different, names, told)

    def identities(self) -> Identities:
        """As the merging stage knows them."""
        rows = Actor.objects.in_bulk(set(self.survivors.values()), field_name="key")
        knowledge = load_knowledge()
        same = {
            key: actor_ref(rows[survivor], knowledge) if survivor in rows else _ref(survivor, self.told[survivor])
            for key, survivor in self.survivors.items()
        }
        return Identities(same, self.different)

    def are_different(self, one: str, other: str) -> bool:
        return frozenset({self.survivors.get(one, one), self.survivors.get(other, other)}) in self.different


def told_of(actor: Actor) -> dict[str, str]:
    return {"kind": actor.kind, "name_fr": actor.name_fr, "name_en": actor.name_en}


def _ref(key: str, told: dict[str, Any]) -> ActorRef:
    known = load_knowledge().actor(key)
    return ActorRef(key, ActorKind(told["kind"]), told["name_en"], known is not None)

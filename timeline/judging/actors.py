"""Judgements on actors: who is the same, who is not, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.judging.actor_rows import absorb, give_back
from timeline.judging.identities import WhoIsWho, told_of
from timeline.models import Actor, Judgement

NAMES = ("name_fr", "name_en")
"""What renaming changes."""


@transaction.atomic
def hold_same(actors: Sequence[Actor], into: Actor, user: User, reason: str = "") -> Judgement:
    """They are one actor: `into` carries the names, offices, events and passages of all, now and at every settlement.

    Raises ValidationError where there are not two actors of one kind that nobody has merged before.
    """
    into = Actor.objects.select_for_update(of=("self",)).get(pk=into.pk)
    others = _others(actors, into)
    return Judgement.objects.create(
        verdict=Judgement.Verdict.SAME,
        detail={
            "actors": [other.key for other in others],
            "into": into.key,
            "told": {actor.key: told_of(actor) for actor in (into, *others)},
            "moved": {other.key: absorb(other, into) for other in others},
        },
        reason=reason,
        decided_by=user,
    )


def _others(actors: Sequence[Actor], into: Actor) -> list[Actor]:
    keys = {actor.pk for actor in actors} - {into.pk}
    others = list(Actor.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("key"))
    if not others:
        raise ValidationError(_("Choose two actors or more to merge."))
    if any(actor.merged_into_id for actor in (into, *others)):
        raise ValidationError(_("One of the actors has been merged into another before."))
    if len({actor.kind for actor in (into, *others)}) > 1:
        raise ValidationError(_("A person, a state and an organisation cannot be one actor."))
    return others


@transaction.atomic
def hold_different(one: Actor, other: Actor, user: User, reason: str = "") -> Judgement:
    """They are two, however alike their names: the program neither unites nor suggests them again.

    Raises ValidationError where they are one row, or have been merged.
    """
    if one.survivor == other.survivor:
        raise ValidationError(_("They are one actor already. Undo the judgement that made them one."))
    return Judgement.objects.create(
        verdict=Judgement.Verdict.DIFFERENT,
        detail={
            "actors": sorted([one.key, other.key]),
            "told": {actor.key: told_of(actor) for actor in (one, other)},
        },
        reason=reason,
        decided_by=user,
    )


@transaction.atomic
def rename(actor: Actor, before: Mapping[str, str], user: User, reason: str = "") -> Judgement | None:
    """Keep the names that an editor gave the actor since `before` was taken. None where nothing changed."""
    changed = [name for name in NAMES if getattr(actor, name) != before[name]]
    if not changed:
        return None
    return Judgement.objects.create(
        verdict=Judgement.Verdict.RENAME,
        detail={
            "actors": [actor.key],
            "before": {name: before[name] for name in changed},
            "after": {name: getattr(actor, name) for name in changed},
            "told": {actor.key: told_of(actor)},
        },
        reason=reason,
        decided_by=user,
    )


def undo_same(judgement: Judgement) -> tuple[list[str], list[str]]:
    """Make them several again; returns what was restored and what was left since a later decision says otherwise."""
    who = WhoIsWho.load()
    into = Actor.objects.filter(key=judgement.detail["into"]).first()
    restored = 0
    for key, moved in judgement.detail["moved"].items():
        gone = Actor.objects.filter(key=key).first()
        if into is None or gone is None or gone.merged_into_id is None:
            continue
        if who.survivors.get(key, key) == who.survivors.get(into.key, into.key):
            continue  # Another judgement holds them to be one.
        give_back(gone, into.survivor, moved)
        restored += 1
    return (["actors"], []) if restored == len(judgement.detail["moved"]) else ([], ["actors"])


def undo_rename(judgement: Judgement) -> tuple[list[str], list[str]]:
    """The names before, where nobody has changed them again."""
    actor = Actor.objects.filter(key=judgement.detail["actors"][0]).first()
    before, after = judgement.detail["before"], judgement.detail["after"]
    if actor is None:
        return [], list(after)
    restored = [name for name, value in after.items() if getattr(actor, name) == value]
    for name in restored:
        setattr(actor, name, before[name])
    actor.save()
    return restored, [name for name in after if name not in restored]


def bring_actors_in_line(who: WhoIsWho) -> None:
    """Put into force what people decided about actors on rows that were made anew."""
    for actor in Actor.objects.filter(key__in=who.names):
        wanted = who.names[actor.key]
        if any(getattr(actor, name) != value for name, value in wanted.items()):
            for name, value in wanted.items():
                setattr(actor, name, value)
            actor.save()
    apart = Actor.objects.filter(key__in=who.survivors, merged_into=None)
    for gone in apart:
        survivor = Actor.objects.filter(key=who.survivors[gone.key]).first()
        if survivor is not None and survivor.survivor != gone:
            absorb(gone, survivor.survivor)

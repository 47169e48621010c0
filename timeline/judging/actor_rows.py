"""The rows of actors that are one: all that belongs to one of them goes to the other, and back to the letter.

The row that is emptied stays, for the address of its page and for the way back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline.history import update_each
from timeline.judging.fields import participations_of, restore
from timeline.judging.passages import in_portions
from timeline.models import Actor, ActorName, Citation, Event, Participation, Tenure

Moved = dict[str, Any]
"""What went from one actor to another, by what it is known by at any time: public ids of events, keys of passages."""


def absorb(gone: Actor, survivor: Actor) -> Moved:
    """Give the survivor all that the other has; returns what `give_back` needs."""
    moved = {
        "names": _move_names(gone, survivor),
        "tenures": _move_tenures(gone, survivor),
        **_move_participations(gone, survivor),
        **_move_citations(gone, survivor),
    }
    gone.merged_into = survivor
    gone.save(update_fields=["merged_into"])
    return moved


def give_back(gone: Actor, survivor: Actor, moved: Moved) -> None:
    """Undo `absorb`. `survivor` is whoever holds it all now."""
    gone.merged_into = None
    gone.save(update_fields=["merged_into"])
    for name, language in moved["names"]["added"]:
        survivor.names.filter(name=name, language=language).delete()
    for name, language in moved["names"]["moved"]:
        update_each(survivor.names.filter(name=name, language=language), actor=gone)
    update_each(Tenure.objects.filter(pk__in=moved["tenures"], actor=survivor), actor=gone)
    for public_ids in in_portions(moved["events"]):
        update_each(Participation.objects.filter(event__public_id__in=public_ids, actor=survivor), actor=gone)
    for public_id, pairs in moved["both_took_part"].items():
        event = Event.objects.filter(public_id=public_id).first()
        if event is not None:
            restore(event, {"participations": pairs})
    named_by = Citation.actors.through.objects
    for keys in in_portions(moved["passages"]):
        named_by.filter(citation__key__in=keys, actor=survivor).update(actor=gone)
    for citation in Citation.objects.filter(key__in=moved["name_both"]):
        citation.actors.add(gone)


def _move_names(gone: Actor, survivor: Actor) -> dict[str, list[list[str]]]:
    known = set(survivor.names.values_list("name", "language"))
    moved = [list(pair) for pair in gone.names.values_list("name", "language") if pair not in known]
    for name, language in moved:
        update_each(gone.names.filter(name=name, language=language), actor=survivor)
    spelled = set(survivor.names.values_list("name", flat=True)) | {survivor.name_fr, survivor.name_en}
    added = [[name, ""] for name in dict.fromkeys((gone.name_fr, gone.name_en)) if name not in spelled]
    ActorName.objects.bulk_create(ActorName(actor=survivor, name=name, language=language) for name, language in added)
    return {"moved": moved, "added": added}


def _move_tenures(gone: Actor, survivor: Actor) -> list[int]:
    known = set(survivor.tenures.values_list("office_en", "edtf"))
    moved = [tenure.pk for tenure in gone.tenures.all() if (tenure.office_en, tenure.edtf) not in known]
    update_each(Tenure.objects.filter(pk__in=moved), actor=survivor)
    return moved


def _move_participations(gone: Actor, survivor: Actor) -> Moved:
    both = Event.objects.filter(participations__actor=gone).filter(participations__actor=survivor).distinct()
    both_took_part = {event.public_id: participations_of(event) for event in both}
    Participation.objects.filter(actor=gone, event__in=list(both)).delete()
    left = Participation.objects.filter(actor=gone)
    events = sorted(left.values_list("event__public_id", flat=True))
    update_each(left, actor=survivor)
    return {"events": events, "both_took_part": both_took_part}


def _move_citations(gone: Actor, survivor: Actor) -> Moved:
    named_by = Citation.actors.through.objects
    both = set(_keys(survivor)) & set(_keys(gone))
    for keys in in_portions(sorted(both)):
        named_by.filter(actor=gone, citation__key__in=keys).delete()
    left = named_by.filter(actor=gone)
    passages = sorted(left.values_list("citation__key", flat=True))
    left.update(actor=survivor)
    return {"passages": passages, "name_both": sorted(both)}


def _keys(actor: Actor) -> Iterable[str]:
    return Citation.actors.through.objects.filter(actor=actor).values_list("citation__key", flat=True)

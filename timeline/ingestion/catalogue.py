"""Actors and places of the extractor → rows of the database, each with the names and offices that are known."""

from __future__ import annotations

from django.utils.text import slugify

from timeline.extraction.records import ActorRef, PlaceRef
from timeline.knowledge import Knowledge, Name
from timeline.knowledge import Tenure as KnownTenure
from timeline.models import Actor, ActorName, Place, Tenure


class Catalogue:
    """Finds the row of an actor or a place, or makes it; of an actor that a person held to be another, that one's.

    One catalogue serves one run.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._actors: dict[str, Actor] = {}
        self._places: dict[str, Place] = {}

    def actor(self, ref: ActorRef) -> Actor:
        if ref.key not in self._actors:
            row = Actor.objects.filter(key=ref.key).select_related("merged_into").first() or self._new_actor(ref)
            self._actors[ref.key] = row.survivor
        return self._actors[ref.key]

    def place(self, ref: PlaceRef | None) -> Place | None:
        if ref is None:
            return None
        if ref.key not in self._places:
            self._places[ref.key], _made = Place.objects.get_or_create(key=ref.key, defaults=self._place_fields(ref))
        return self._places[ref.key]

    def _new_actor(self, ref: ActorRef) -> Actor:
        known = self._knowledge.actor(ref.key)
        actor = Actor.objects.create(
            key=ref.key,
            slug=_free_slug(known.name_en if known else ref.name, ref.key),
            kind=ref.kind.value,
            name_fr=known.name_fr if known else ref.name,
            name_en=known.name_en if known else ref.name,
        )
        names = known.names if known else ()
        ActorName.objects.bulk_create(
            [ActorName(actor=actor, name=name, language=language) for name, language in _spellings(names, ref)]
        )
        for tenure in self._knowledge.tenures_of(ref.key):
            self._tenure(actor, tenure).save()
        return actor

    def _tenure(self, actor: Actor, known: KnownTenure) -> Tenure:
        tenure = Tenure(actor=actor, origin=known.origin[:200])
        tenure.office_fr = self._office(known, "fr")[:200]
        tenure.office_en = (known.title or self._office(known, "en"))[:200]
        tenure.date = known.date
        return tenure

    def _office(self, known: KnownTenure, language: str) -> str:
        """« ambassadeur (États-Unis, Russie) »: the office and whose it is."""
        bodies = [self._knowledge.actor(key) for key in (known.of, known.to) if key]
        names = [body.name_fr if language == "fr" else body.name_en for body in bodies if body]
        label = self._knowledge.office_label(known.role, language)
        return f"{label} ({', '.join(names)})" if names else label

    def _place_fields(self, ref: PlaceRef) -> dict[str, str | float | None]:
        known = self._knowledge.place(ref.key)
        return {
            "name_fr": known.name_fr if known else ref.name,
            "name_en": known.name_en if known else ref.name,
            "country": ref.country,
            "latitude": known.latitude if known else None,
            "longitude": known.longitude if known else None,
        }


def _spellings(names: tuple[Name, ...], ref: ActorRef) -> list[tuple[str, str]]:
    return sorted({(name.text, name.language) for name in names} or {(ref.name, "")})


def _free_slug(name: str, key: str) -> str:
    slug = slugify(name)[:180] or slugify(key)[:180] or "actor"
    candidate, number = slug, 2
    while Actor.objects.filter(slug=candidate).exists():
        candidate, number = f"{slug}-{number}", number + 1
    return candidate

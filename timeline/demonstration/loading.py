"""Rows of the data files → a chronology of its own, beside that of the articles."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from timeline.demonstration.rows import Article, Journey, articles
from timeline.extraction.records import ActorKind, ActorRef, Derivation, Origin, PlaceRef
from timeline.ingestion.catalogue import Catalogue
from timeline.ingestion.claims import derivation_json
from timeline.knowledge import Knowledge, load_knowledge
from timeline.knowledge.folding import fold, slug, words_of
from timeline.models import Actor, Chronology, Citation, Event, Participation, Place, Source

SLUG = "visits-and-travels"
HOST = "state:US"
PUBLISHER = "Office of the Historian, US Department of State"


def is_loaded() -> bool:
    return Chronology.objects.filter(slug=SLUG).exists()


@transaction.atomic
def load() -> int:
    """Write it; returns the number of events. It must not be loaded already."""
    chronology = Chronology.objects.create(
        slug=SLUG,
        title_fr="Visites et voyages des États-Unis, de 1866 à nos jours",
        title_en="Visits to and travels from the United States since 1866",
        about_fr="Visites de dirigeants étrangers aux États-Unis, et voyages des présidents et secrétaires d’État "
        "américains. Données de l’Office of the Historian du département d’État, domaine public (CC0 1.0).",
        about_en="Visits of foreign leaders to the United States, and travels of American presidents and secretaries "
        "of state. Data of the Office of the Historian, US Department of State, public domain (CC0 1.0).",
    )
    writer = _Writer(chronology, load_knowledge(), list(articles()))
    return sum(writer.write(article) for article in writer.articles)


@transaction.atomic
def remove() -> int:
    """Take it away again; actors and places stay. Returns the number of events that are gone."""
    events = Event.objects.filter(chronology__slug=SLUG)
    number = events.count()
    Citation.objects.filter(source__chronology__slug=SLUG).delete()
    events.delete()
    Source.objects.filter(chronology__slug=SLUG).delete()
    Chronology.objects.filter(slug=SLUG).delete()
    return number


@dataclass
class _Writer:
    chronology: Chronology
    knowledge: Knowledge
    articles: list[Article]

    def __post_init__(self) -> None:
        self.catalogue = Catalogue(self.knowledge)
        persons = (actor for actor in self.knowledge.actors.values() if actor.kind is ActorKind.PERSON)
        self._known_persons = {fold(name.text): actor.key for actor in persons for name in actor.names}
        travellers = {journey.person for one in self.articles if not one.are_visits for journey in one.journeys}
        self._travellers = Counter(f"{words[0]} {words[-1]}" for words in map(words_of, travellers))
        self._known_places = self._places_by_country()

    def write(self, article: Article) -> int:
        source = self._source(article)
        source.save()
        drafts = [_Draft(self, article, source, journey) for journey in article.journeys]
        Event.objects.bulk_create([draft.event for draft in drafts])
        Citation.objects.bulk_create([draft.citation() for draft in drafts])
        Participation.objects.bulk_create([part for draft in drafts for part in draft.participations()])
        named = Citation.actors.through.objects
        named.bulk_create(
            named.model(citation_id=draft.cited.pk, actor_id=actor.pk) for draft in drafts for actor in draft.parts
        )
        return len(drafts)

    def _source(self, article: Article) -> Source:
        years = f"{article.decade}–{article.decade + 9}"
        subject = (
            "Visits by foreign leaders" if article.are_visits else "Travels of presidents and secretaries of state"
        )
        return Source(
            chronology=self.chronology,
            name=article.name,
            sha256=hashlib.sha256(article.text.encode()).hexdigest(),
            title=f"{subject}, {years}",
            publisher=PUBLISHER,
            url=f"https://history.state.gov/departmenthistory/{'visits' if article.are_visits else 'travels'}",
            language="en",
            text=article.text,
        )

    def person(self, journey: Journey) -> Actor:
        """One whom the project knows under this full name, otherwise a person of this name and country: a surname
        alone, as in the older rows, must not make one person of two."""
        words = words_of(journey.person)
        known = self._known_persons.get(fold(journey.person))
        if known is None and not journey.title:  # A traveller, whose middle names the press leaves out.
            short = f"{words[0]} {words[-1]}"
            known = self._known_persons.get(fold(short)) if self._travellers[short] == 1 else None
        if known and len(words) > 1:
            return self.catalogue.actor(self.knowledge.ref(known))
        key = f"person:{slug(journey.person)}" + ("" if len(words) > 1 else f"-{slug(journey.country)}")
        name = journey.person if len(words) > 1 else f"{journey.title} {journey.person}".strip()
        return self.catalogue.actor(ActorRef(key, ActorKind.PERSON, name, known=False))

    def state(self, journey: Journey) -> Actor:
        key = f"state:{journey.code}"
        if self.knowledge.actor(key):
            return self.catalogue.actor(self.knowledge.ref(key))
        return self.catalogue.actor(
            ActorRef(f"state:{slug(journey.country)}", ActorKind.STATE, journey.country, known=False)
        )

    def host(self) -> Actor:
        return self.catalogue.actor(self.knowledge.ref(HOST))

    def place(self, journey: Journey, *, is_visit: bool) -> Place | None:
        """The town where it is known in that country, otherwise the country."""
        code = "US" if is_visit else journey.code
        town = self._known_places.get((code, fold(journey.locale.split(",")[0].strip())))
        if town and not is_visit:
            return self.catalogue.place(town)
        known = self.knowledge.actor(f"state:{code}")
        return self.catalogue.place(self.knowledge.country_ref(known.key)) if known else None

    def _places_by_country(self) -> dict[tuple[str, str], PlaceRef]:
        """Of two towns of a name in a country, the larger one."""
        found: dict[tuple[str, str], PlaceRef] = {}
        for town in self.knowledge.cities.values():
            for name in town.names:
                ref = PlaceRef(town.key, town.name_en, town.country, known=True)
                found.setdefault((town.country, fold(name.text)), ref)
        return found


class _Draft:
    """An event with its passage and its parts, before and after it has a primary key."""

    def __init__(self, writer: _Writer, article: Article, source: Source, journey: Journey) -> None:
        self._article, self._source, self._journey = article, source, journey
        person, state = writer.person(journey), writer.state(journey)
        target, represented = (writer.host(), state) if article.are_visits else (state, writer.host())
        parts = {target: Participation.Role.TARGET, represented: Participation.Role.REPRESENTED}
        self.parts = {person: Participation.Role.PARTICIPANT} | parts
        self.event = Event(
            public_id=hashlib.sha256(f"{article.name}:{journey.number}".encode()).hexdigest()[:10],
            chronology=writer.chronology,
            kind=Event.Kind.VISIT,
            place=writer.place(journey, is_visit=article.are_visits),
            status=Event.Status.PUBLISHED,
            reviewed=True,
        )
        self.event.date = journey.date
        self.event.derivation = _as_written()
        self.event.wording = self._words_of_date
        self.event.title_fr, self.event.title_en = self._titles(person, state)

    @property
    def _words_of_date(self) -> str:
        return self._article.text[self._journey.date_start : self._journey.date_end]

    def _titles(self, person: Actor, state: Actor) -> tuple[str, str]:
        if self._article.are_visits:
            return (
                f"Visite aux États-Unis\u00a0: {person.name_fr} ({state.name_fr})",
                f"Visit to the United States: {person.name_en} ({state.name_en})",
            )
        where = f"{self._journey.locale}, " if self._journey.locale else ""
        return f"Voyage de {person.name_fr}\u00a0: {where}{state.name_fr}"[:300], (
            f"{person.name_en} travels to {where}{state.name_en}"[:300]
        )

    def citation(self) -> Citation:
        journey = self._journey
        self.cited = Citation(
            key=hashlib.sha256(f"{self._article.name}:{journey.number}:passage".encode()).hexdigest()[:16],
            source=self._source,
            event=self.event,
            start=journey.start,
            end=journey.end,
            quote=self._article.text[journey.start : journey.end],
            time_start=journey.date_start,
            time_end=journey.date_end,
            kind=self.event.kind,
            place=self.event.place,
            state=Citation.State.ACCEPTED,
            wording=self._words_of_date,
            derivation=_as_written(),
        )
        self.cited.date = journey.date
        return self.cited

    def participations(self) -> Iterator[Participation]:
        for actor, role in self.parts.items():
            yield Participation(event=self.event, actor=actor, role=role)


def _as_written() -> dict[str, object]:
    return derivation_json(Derivation(Origin.EXPLICIT, "iso"))

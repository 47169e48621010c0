"""What the project knows beforehand: states, persons, organisations, places, and who held which office when.

Pure data with its look-ups; no Django, no language model. README.md in this folder tells where the facts come from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from timeline.dates import HistoricalDate
from timeline.extraction.records import ActorKind, ActorRef, Office, PlaceRef
from timeline.knowledge import reading
from timeline.knowledge.entries import Actor, Group, Name, Place, Role, Seat, State, Tenure, Treaty
from timeline.knowledge.folding import slug

__all__ = [
    "Actor",
    "Group",
    "Knowledge",
    "Name",
    "Place",
    "Role",
    "Seat",
    "State",
    "Tenure",
    "Treaty",
    "load_knowledge",
]

# The same office under two roles: the American foreign minister is called secretary of state.
_SAME_OFFICE = {"foreign_minister": "secretary_of_state", "secretary_of_state": "foreign_minister"}
_MONARCHS = frozenset({"king", "queen", "emperor", "shah", "emir", "sultan"})
_HEADS_OF_STATE = _MONARCHS | {"president", "head_of_state", "supreme_leader"}
# Whoever bears one of these leads the state, whatever its constitution says: « le leader iranien » may be the Guide.
_LEADERS = ("leader", "supreme_leader")
_DEPUTIES = frozenset({"deputy_secretary_of_state", "assistant_secretary_of_state", "under_secretary_of_state"})


@dataclass(frozen=True, eq=False)
class Knowledge:
    """Look-ups by key. `languages` are those of the names: `fr` and `en`."""

    actors: Mapping[str, Actor]
    states: Mapping[str, State]
    adjectives: Mapping[str, tuple[Name, ...]]
    """Of organisations: « européen » is of the European Union."""
    groups: tuple[Group, ...]
    seats: tuple[Seat, ...]
    roles: Mapping[str, Role]
    tenures: tuple[Tenure, ...]
    regions: Mapping[str, Place]
    treaties: Mapping[str, Treaty]
    _of_person: Mapping[str, tuple[Tenure, ...]] = field(repr=False)
    _of_office: Mapping[str, tuple[Tenure, ...]] = field(repr=False)

    # -- actors -----------------------------------------------------------------------------------------------------

    def actor(self, key: str) -> Actor | None:
        return self.actors.get(key)

    def ref(self, key: str) -> ActorRef:
        actor = self.actors[key]
        return ActorRef(key, actor.kind, actor.standard_name, known=True)

    def standard_name(self, key: str) -> str:
        """States by their ISO 3166-1 English short name, others by their English name; empty for an unknown key."""
        actor = self.actors.get(key)
        return actor.standard_name if actor else ""

    def affiliations(self) -> Mapping[str, frozenset[str]]:
        """For every person the states and organisations that the person has spoken for; for a group that states form
        to negotiate together, its members."""
        return self._affiliations

    @cached_property
    def _affiliations(self) -> Mapping[str, frozenset[str]]:
        bodies: dict[str, set[str]] = defaultdict(set)
        for tenure in self.tenures:
            bodies[tenure.person].add(tenure.of)
            body = self.actors.get(tenure.of)
            if body and body.state:
                bodies[tenure.person].add(body.state)
        groups = {key: frozenset(actor.members) for key, actor in self.actors.items() if actor.members}
        return {person: frozenset(keys - {""}) for person, keys in bodies.items()} | groups

    # -- offices ----------------------------------------------------------------------------------------------------

    def tenures_of(self, person: str) -> tuple[Tenure, ...]:
        return self._of_person.get(person, ())

    def holders(self, office: Office, date: HistoricalDate) -> tuple[str, ...]:
        """Keys of the persons who may have held the office on the date, each once."""
        if office.of is None:
            return ()
        found = (
            tenure.person
            for tenure in self._of_office.get(office.of.key, ())
            if self.fits(office, tenure.role, tenure.of, tenure.to) and tenure.date.possibly_within(date)
        )
        return tuple(dict.fromkeys(found))

    def has_held(self, person: str, office: Office, date: HistoricalDate | None = None) -> bool:
        """Whether the person may have held the office on the date, or ever."""
        return any(
            self.fits(office, tenure.role, tenure.of, tenure.to) and (date is None or tenure.date.possibly_within(date))
            for tenure in self.tenures_of(person)
        )

    def fits(self, office: Office, role: str, of: str, to: str = "") -> bool:
        """Whether the office named in the text may be the one of role `role` at `of`, posted to `to`."""
        if office.of is not None and office.of.key != of:
            return False
        if office.to is not None and to and office.to.key != to:
            return False
        if office.role == role or _SAME_OFFICE.get(office.role) == role:
            return True
        if office.role == "leader":
            return self._leads(role, of)
        if role == "leader" and office.of is not None and of not in self.states:
            # The files call the head of a movement its leader; the article says chairman or president.
            return self.roles[office.role].principal
        if office.role == "deputy_secretary_of_state":
            return role in _DEPUTIES
        if office.role == "head_of_state":
            return role in _HEADS_OF_STATE
        return office.role in _MONARCHS and role in _MONARCHS

    def _leads(self, role: str, of: str) -> bool:
        state = self.states.get(of)
        if state:
            return role in (state.leader, *_LEADERS) or (state.leader == "monarch" and role in _MONARCHS)
        return role in self.roles and self.roles[role].principal

    def office_label(self, role: str, language: str) -> str:
        """« ambassadeur », "ambassador"; the key itself for a role that the files do not hold."""
        found = self.roles.get(role)
        if not found:
            return role
        return found.label_fr if language == "fr" else found.label_en

    # -- places -----------------------------------------------------------------------------------------------------

    @cached_property
    def cities(self) -> Mapping[str, Place]:
        """Read when first needed, the largest first."""
        return {place.key: place for place in reading.read_cities()}

    def place(self, key: str) -> Place | None:
        """Of a key such as `city:524901`, `region:crimea` or `country:RU`."""
        kind, _, code = key.partition(":")
        if kind == "city":
            return self.cities.get(key)
        if kind == "region":
            return self.regions.get(key)
        return self._country(code) if kind == "country" else None

    def _country(self, code: str) -> Place | None:
        actor = self.actors.get(f"state:{code}")
        if actor is None:
            return None
        capital = self.cities.get(self.states[actor.key].capital_place)
        return Place(
            key=f"country:{code}",
            name_en=actor.name_en,
            name_fr=actor.name_fr,
            country=code if len(code) == 2 else "",
            latitude=capital.latitude if capital else None,
            longitude=capital.longitude if capital else None,
            names=actor.names,
            eminent=True,
        )

    def country_ref(self, state: str) -> PlaceRef:
        """The territory of a state, from the state's key."""
        code = state.removeprefix("state:")
        return PlaceRef(f"country:{code}", self.actors[state].name_en, code if len(code) == 2 else "", known=True)


@lru_cache(maxsize=1)
def load_knowledge() -> Knowledge:
    """Read the files, once per process."""
    actors: dict[str, Actor] = {}
    states: dict[str, State] = {}
    for actor, state in reading.read_states():
        actors[actor.key], states[actor.key] = actor, state
    adjectives: dict[str, tuple[Name, ...]] = {}
    for actor, of_actor in reading.read_organisations():
        actors[actor.key] = actor
        if of_actor:
            adjectives[actor.key] = of_actor
    spellings = _Spellings()
    tenures = []
    for name_en, name_fr, others in reading.read_person_names():
        spellings.add(name_en, name_fr, others)
    for person, tenure in reading.read_tenures():
        spellings.add(person)
        tenures.append(tenure)
    for person, other_name, tenure in reading.read_us_offices():
        spellings.add(person, others=(other_name,) if other_name else ())
        tenures.append(tenure)
    actors |= {actor.key: actor for actor in spellings.persons()}
    return Knowledge(
        actors=actors,
        states=states,
        adjectives=adjectives,
        groups=tuple(reading.read_groups()),
        seats=tuple(reading.read_seats()),
        roles={role.key: role for role in reading.read_roles()},
        tenures=tuple(tenures),
        regions={place.key: place for place in reading.read_regions()},
        treaties={treaty.key: treaty for treaty in reading.read_treaties()},
        _of_person=_grouped((tenure.person, tenure) for tenure in tenures),
        _of_office=_grouped((tenure.of, tenure) for tenure in tenures),
    )


class _Spellings:
    """Collects the names of persons from several files."""

    def __init__(self) -> None:
        self._english: dict[str, str] = {}
        self._french: dict[str, str] = {}
        self._others: dict[str, dict[str, None]] = defaultdict(dict)

    def add(self, name_en: str, name_fr: str = "", others: Iterable[str] = ()) -> None:
        key = f"person:{slug(name_en)}"
        self._english.setdefault(key, name_en)
        if name_fr:
            self._french[key] = name_fr
        self._others[key].update(dict.fromkeys(others))

    def persons(self) -> Iterable[Actor]:
        for key, name_en in self._english.items():
            name_fr = self._french.get(key, name_en)
            spelled = [Name(name_en)] if name_en == name_fr else [Name(name_en, "en"), Name(name_fr, "fr")]
            spelled += [Name(other) for other in self._others[key]]
            yield Actor(key, ActorKind.PERSON, name_en, name_en, name_fr, tuple(spelled))


def _grouped(pairs: Iterable[tuple[str, Tenure]]) -> Mapping[str, tuple[Tenure, ...]]:
    groups: dict[str, list[Tenure]] = defaultdict(list)
    for key, tenure in pairs:
        groups[key].append(tenure)
    return {key: tuple(group) for key, group in groups.items()}

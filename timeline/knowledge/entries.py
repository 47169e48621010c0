"""What the knowledge files hold, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dates import HistoricalDate
from timeline.extraction.records import ActorKind


@dataclass(frozen=True, slots=True)
class Name:
    """A spelling; `language` is `fr`, `en`, or empty where it serves both."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """That a person held an office. Keys as in `ActorRef`; `of` and `to` may be empty."""

    person: str
    role: str
    of: str
    to: str
    date: HistoricalDate
    origin: str
    title: str = ""
    """The office's full English title where the origin gives one."""


@dataclass(frozen=True, slots=True)
class Actor:
    key: str
    kind: ActorKind
    standard_name: str
    """The name in data that others read: of a state its ISO 3166-1 English short name."""
    name_en: str
    name_fr: str
    names: tuple[Name, ...] = ()
    """Every spelling, the two names above included."""
    media: bool = False
    """A news agency or newspaper: it reports and never takes part."""
    state: str = ""
    """Of an organisation, the key of the state that it belongs to."""
    members: tuple[str, ...] = ()
    """Of a group that states form to negotiate together, the keys of those who speak for it; of others empty."""


@dataclass(frozen=True, slots=True)
class State:
    """What only states have, beside their `Actor`."""

    key: str
    people: tuple[Name, ...]
    """Adjectives and names of inhabitants: « russe », « russes », "Russian"."""
    prefixes: tuple[str, ...]
    """As in « russo-américain »."""
    capitals: tuple[Name, ...]
    capital_place: str
    """Key of the place, or empty."""
    leader: str
    """Role of the person meant by « le dirigeant russe »."""
    stands_for: str
    """Key of the actor that the capital's name stands for: the state, but for Brussels the European Union."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A building that stands for those who sit in it."""

    state: str
    office: str
    """Role of the person meant by « le chef du Kremlin »; empty where it has none."""
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Words that name several states at once: « les deux Corées »."""

    members: tuple[str, ...]
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty, an accord, or talks that go on under one name: « accords de Dayton », "Six-Party Talks"."""

    key: str
    kind: str
    """`treaty`, `accord`, `convention`, `declaration`, `talks` or `conference`."""
    name_en: str
    name_fr: str
    signed: HistoricalDate
    """Of talks their beginning, or the span in which they were held."""
    place: str
    """Key of the place where it was signed, or empty."""
    parties: tuple[str, ...]
    """Keys of states and organisations as of that date; none where there are more than twelve."""
    names: tuple[Name, ...]
    """Recognised as they are."""
    short: tuple[Name, ...]
    """Recognised beside a word such as "accord": « Dayton », "Oslo"."""
    usual: bool
    """Whether it is the one meant where several bear the name and nothing tells which."""


@dataclass(frozen=True, slots=True)
class Place:
    key: str
    name_en: str
    name_fr: str
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    names: tuple[Name, ...] = ()
    population: int = 0
    eminent: bool = False
    """Whether its bare name is enough to recognise it; other places need a preposition or spaCy's opinion."""


@dataclass(frozen=True, slots=True)
class Role:
    key: str
    label_en: str
    label_fr: str
    words: tuple[Name, ...]
    """Singular forms. A bar marks where an adjective may stand: « ministre | des Affaires étrangères »."""
    plurals: tuple[Name, ...]
    principal: bool
    """Whether "the head of" an organisation, or of a state, may mean the bearer."""
    state_only: bool
    """Whether it is an office of states only."""
    shared: bool
    """Whether several persons hold it at once, so that a date does not tell who is meant."""

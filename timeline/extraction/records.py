"""The records that pass between the stages. All are frozen; all offsets are characters into `Document.text`.

The rule of evidence: for every record that has `start` and `end`, `document.text[record.start:record.end]` is the
passage itself, to the character.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from timeline.dates import HistoricalDate

# -- reading --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it was received: the whole text verbatim, and what its header and layout say about it."""

    name: str
    """File name, relative to the folder or archive that was read: the name under which people know the article."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    text: str
    """The file's characters, unchanged but for a byte order mark and NUL characters; of a format that has no text of
    its own, what was taken out of it, once and for all."""
    language: str
    """`fr` or `en`."""
    body: tuple[Span, ...]
    """The paragraphs that the author wrote, in order: not the header, not page furniture."""
    furniture: tuple[Span, ...] = ()
    """Related links, captions, credits, cookie and newsletter lines."""
    published: HistoricalDate | None = None
    """The publication date as far as the article says it: a day, a month, or None."""
    published_wording: str = ""
    """The words that carry the publication date."""
    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    dateline: str = ""
    """The place that a dispatch names before its first sentence: « Moscou »."""


# -- sentences ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark with spaCy's reading of it (Universal Dependencies tags)."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    morph: str
    """Morphological features as in Universal Dependencies: `Tense=Past|VerbForm=Part`."""
    dep: str
    head: int
    """Position of the head in `Sentence.tokens`; a root is its own head."""
    entity: str
    """spaCy's entity label (`PER`, `LOC`, `ORG`, `MISC`), or empty."""
    entity_start: bool = False
    """Whether an entity begins here."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words. `paragraph` counts the paragraphs of `Document.body` from 0."""

    start: int
    end: int
    text: str
    language: str
    paragraph: int
    tokens: tuple[Token, ...]


# -- times ----------------------------------------------------------------------------------------------------------


class Origin(StrEnum):
    """How a date was worked out."""

    EXPLICIT = "explicit"
    """The words give it whole: « le 2 novembre 2021 »."""
    RELATIVE = "relative"
    """Counted from a base: « mardi », « la veille », « trois jours plus tard »."""
    INHERITED = "inherited"
    """The words give a part, the context the rest: the year of « le 2 novembre »."""
    SETTLED = "settled"
    """Another source narrows it."""
    EDITOR = "editor"
    """A person set it."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """Why a date has its value, in a form that a page can put into words."""

    origin: Origin
    rule: str
    """The name of the grammar's rule, such as `weekday` or `day_month`."""
    base: HistoricalDate | None = None
    """The date counted from, or whose year was inherited."""
    base_kind: str = ""
    """What the base is: `published`, `context` (a date earlier in the text), `text_bound` (inferred from the text)."""
    base_wording: str = ""
    """The words that gave the base."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time, and the date that they mean here; `date` is None for a duration or where unknown."""

    start: int
    end: int
    text: str
    date: HistoricalDate | None
    derivation: Derivation
    timex_type: str = "DATE"
    """TIMEX3 type: DATE, TIME, DURATION or SET."""
    timex_value: str = ""
    """The value in TIMEX3 notation (TimeML 1.2.1), for scoring: `2021-11-02`, `2015-SP`, `P3D`, `PRESENT_REF`."""


# -- mentions -------------------------------------------------------------------------------------------------------


class ActorKind(StrEnum):
    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class ActorRef:
    """Who is meant. `key` is the same for every spelling of one actor.

    Keys of the knowledge files look like `state:RU`, `person:vladimir-putin`, `organisation:nato`;
    of anyone else, the kind and the folded full name as the article gives it: `person:guy-parmelin`.
    """

    key: str
    kind: ActorKind
    name: str
    """The fullest name known: English for those in the knowledge files, otherwise as the article has it."""
    known: bool = False
    """Whether the knowledge files hold it."""


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place. `key` such as `city:524901` (GeoNames), `country:RU`, `region:crimea`."""

    key: str
    name: str
    """The usual English name."""
    country: str = ""
    """ISO 3166-1 alpha-2, or empty."""
    known: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """An office named in the text: « directeur de la CIA » is role `director` at organisation `cia`."""

    role: str
    """Key of the role in the lexicon: `ambassador`, `foreign_minister`, `director`…"""
    of: ActorRef | None = None
    """The state or organisation whose office it is."""
    to: ActorRef | None = None
    """Where an envoy is posted."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name somebody or some place.

    `actors` has one member when it is clear who is meant, several when the words mean several together
    (« Patrouchev-Burns », « Russes et Américains » gives two mentions), none when it stays open.
    A name can be both: « Moscou » has `actors` (Russia, by metonymy) and `place`; `candidates.py` decides by the
    preposition before it, which `as_place` records.
    """

    start: int
    end: int
    text: str
    actors: tuple[ActorRef, ...] = ()
    place: PlaceRef | None = None
    as_place: bool = False
    """Whether the words around it make it a place here: « à Moscou », "in Geneva"."""
    office: Office | None = None
    demonym: bool = False
    """An adjective or name of inhabitants: « russe », « Américains »."""
    parties: tuple[ActorRef, ...] = ()
    """Who are parties to the treaty or the talks that the words name, « accords de Dayton »: they take part in an event
    only if nobody else is named. Such a mention has no `actors`."""


# -- candidate events -----------------------------------------------------------------------------------------------


class EventKind(StrEnum):
    MEETING = "meeting"
    SUMMIT = "summit"
    CALL = "call"
    VISIT = "visit"
    NEGOTIATION = "negotiation"
    CONFERENCE = "conference"
    AGREEMENT = "agreement"
    STATEMENT = "statement"
    APPOINTMENT = "appointment"
    TENURE = "tenure"
    SANCTION = "sanction"
    RUPTURE = "rupture"
    CONFLICT = "conflict"
    INCIDENT = "incident"
    EXCHANGE = "exchange"
    OTHER = "other"


class Modality(StrEnum):
    """What the article says of the event's reality."""

    REPORTED = "reported"
    BACKGROUND = "background"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


# The role of a party whom the passage does not name: the article, a treaty or the place implies it.
IMPLIED = "implied"


@dataclass(frozen=True, slots=True)
class Participant:
    actor: ActorRef
    role: str = "participant"
    """`participant`, `initiator`, `target`, or `implied`; of a merged event also `represented`: a state or
    organisation that one source names, where the others name who spoke for it."""


@dataclass(frozen=True, slots=True)
class CandidateEvent:
    """What one passage claims: that something happened, when, where and between whom."""

    document: str
    """`Document.sha256`."""
    start: int
    end: int
    """The passage: the clause or sentence that says so."""
    kind: EventKind
    trigger: Span
    participants: tuple[Participant, ...]
    time: TimeExpression | None
    place: PlaceRef | None
    place_span: Span | None = None
    modality: Modality = Modality.REPORTED
    attribution: str = ""
    """Who says so, in the article's words: « TASS », « le Conseil de sécurité russe »."""
    office: Office | None = None
    """For an appointment or a tenure: which office."""
    refusal: str = ""
    """Why it is not published: `undated`, `no_actor`, `planned`, `hypothetical`, `denied`, `quoted`; or empty."""


# -- merged events --------------------------------------------------------------------------------------------------


class MergeReason(StrEnum):
    """Why claims were held to be about one happening; `explanation.py` words each."""

    SAME_KIND = "same_kind"
    RELATED_KINDS = "related_kinds"
    ONE_OCCASION = "one_occasion"
    """A meeting and what was agreed or announced there."""
    SAME_DATE = "same_date"
    COMPATIBLE_DATES = "compatible_dates"
    DATES_DIFFER = "dates_differ"
    """A day or two apart, in all else alike."""
    SAME_ACTORS = "same_actors"
    SHARED_ACTORS = "shared_actors"
    BY_STANDING = "by_standing"
    """One names a state or organisation, another the person who speaks for it."""
    SAME_PLACE = "same_place"
    PLACES_DIFFER = "places_differ"
    """In all else alike."""
    ONLY_FIT = "only_fit"
    """No other known event fits the vaguer date."""
    EDITOR = "editor"
    """A person put them together."""


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """One happening, with all the passages that report it."""

    kind: EventKind
    date: HistoricalDate
    derivation: Derivation
    participants: tuple[Participant, ...]
    place: PlaceRef | None
    claims: tuple[CandidateEvent, ...]
    """In the order of document, then position."""
    reasons: tuple[MergeReason, ...] = field(default=())
    """Why these claims were held to be one event."""
    office: Office | None = None

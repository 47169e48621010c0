"""The pages on which a person makes events from passages, as plain objects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse

from timeline import once, search
from timeline.dates import HistoricalDate
from timeline.judging.creation import Stated
from timeline.judging.evidence import Evidence
from timeline.models import Event, Source
from timeline.pages.date_reading import DateReading, read_typed, times_in
from timeline.pages.known_names import actors_called
from timeline.pages.paging import Leaf, leaf_of
from timeline.pages.proposal import Proposal
from timeline.reviewing.near import events_of_that_time, near_events
from timeline.statement_form import StatementForm

DRAFTS_PER_PAGE = 50
MOST_FOUND = 20
MOST_NEAR = 8


def passage_query(evidence: Evidence) -> str:
    """The passage as the end of an address."""
    return urlencode({"source": evidence.source.sha256[:12], "start": evidence.start, "end": evidence.end})


class NewStatement:
    """What is said of a new event or, where there is an event, of what one more passage says of it."""

    def __init__(self, evidence: Evidence | None, data: QueryDict | None, event: Event | None = None) -> None:
        self.evidence = evidence
        self.event = event
        self.proposal = Proposal(evidence) if evidence else None
        self._data = data

    @cached_property
    def form(self) -> StatementForm:
        published = self.evidence.source.date if self.evidence else None
        if self._data is not None:
            return StatementForm(self._data, published=published)
        return StatementForm(initial=self._proposed(), actors=self._proposed_actors(), published=published)

    def _proposed(self) -> dict[str, str]:
        """Of the passage what it seems to say; of the event its kind, where the passage leaves that open."""
        of_event = self.event.kind if self.event else ""
        if self.proposal is None:
            return {"kind": of_event}
        return {
            "kind": self.proposal.kind or of_event,
            "date": self.proposal.date_as_typed,
            "place": self.proposal.place,
        }

    def _proposed_actors(self) -> list[str]:
        return self.proposal.actors if self.proposal else []

    @property
    def reading(self) -> DateReading:
        return self.form.reading

    @property
    def number(self) -> str:
        """What tells this form from every other one, so that it makes one event only."""
        return str(self._data.get(once.FIELD, "") if self._data else "") or once.new_number()

    @property
    def was_sent(self) -> bool:
        return self._data is not None

    @property
    def is_complete(self) -> bool:
        """Whether all that was typed is understood, and its date was shown before."""
        return self.form.is_valid() and self.form.was_read

    @property
    def waits_for_a_look(self) -> bool:
        return self.was_sent and self.form.is_valid() and not self.form.was_read

    def stated(self) -> Stated:
        evidence = self.evidence
        return self.form.stated(times_in(evidence.source, evidence.start, evidence.end) if evidence else ())

    @property
    def reason(self) -> str:
        return str(self.form.cleaned_data["reason"])

    @property
    def base(self) -> str:
        """When the article came out, in EDTF."""
        return self.evidence.source.edtf if self.evidence else ""

    @property
    def query(self) -> str:
        return passage_query(self.evidence) if self.evidence else ""

    @cached_property
    def near(self) -> list[Event]:
        """Events that may be the one that is being made: better a second passage than a second event."""
        if self.event is not None:
            return []
        if not self.was_sent:
            return _that_it_may_be(self.reading.date, _keys_of(self._proposed_actors()), self._chronology)
        return _that_it_may_be(self.reading.date, self.form.actor_keys, self._chronology)

    @property
    def _chronology(self) -> int | None:
        return self.evidence.source.chronology_id if self.evidence else None


def _that_it_may_be(date: HistoricalDate | None, actors: Iterable[str], chronology: int | None) -> list[Event]:
    """The likest first, then those of exactly that time, as the same event may have been told with other actors."""
    found = [*near_events(date, actors, chronology), *events_of_that_time(date, chronology)]
    return list({event.pk: event for event in found}.values())[:MOST_NEAR]


def _keys_of(names: Iterable[str]) -> list[str]:
    return [ref.key for name in names for ref in actors_called(name)]


@dataclass(frozen=True)
class PassageSearch:
    """Words of an article, and the places at which they stand in it."""

    article: Source
    words: str
    found: list[Evidence]
    problem: str
    event: Event | None
    """For which the passage is to be cited; None: for a new one."""

    @property
    def proposals(self) -> list[tuple[str, Proposal]]:
        """Each place with its address, in its sentence."""
        return [(self.address_of(evidence), Proposal(evidence)) for evidence in self.found]

    def address_of(self, evidence: Evidence) -> str:
        path = reverse("add_passage", args=[self.event.public_id]) if self.event else reverse("new_event")
        return f"{path}?{passage_query(evidence)}"


class EventChoice:
    """The events that a passage may be about."""

    def __init__(self, evidence: Evidence, words: str = "") -> None:
        self.proposal = Proposal(evidence)
        self.evidence = evidence
        self.words = " ".join(words.split())[:200]

    @property
    def query(self) -> str:
        return passage_query(self.evidence)

    @cached_property
    def events(self) -> list[Event]:
        chronology = self.evidence.source.chronology_id
        if not self.words:
            return _that_it_may_be(self.proposal.date, _keys_of(self.proposal.actors), chronology)
        wanted = Q(pk__in=search.found(search.EVENTS, self.words)) | Q(public_id=self.words)
        dated = read_typed(self.words).date
        if dated:
            wanted |= Q(edtf=dated.edtf)
        events = Event.objects.filter(wanted, chronology=chronology).exclude(status=Event.Status.REJECTED)
        return list(events.order_by("earliest", "public_id").prefetch_related("participations__actor")[:MOST_FOUND])


class Drafts:
    """Events that readers do not see yet, the newest first."""

    def __init__(self, page: str = "") -> None:
        self._asked_page = page

    @cached_property
    def leaf(self) -> Leaf[Event]:
        events = Event.objects.filter(status=Event.Status.DRAFT).order_by("-created", "-pk")
        return leaf_of(events.prefetch_related("participations__actor"), self._asked_page, DRAFTS_PER_PAGE)

    @property
    def rows(self) -> list[tuple[Event, str]]:
        """Each with what keeps it from being published; empty where nothing does."""
        return [(event, event.what_is_missing) for event in self.leaf.rows]

"""A proposal as the review shows it: its reading and why, its passages, what it might be merged with, what follows."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import parse_qsl

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.timezone import localtime

from timeline.judging.latest import latest_judgement
from timeline.models import Event, Judgement
from timeline.pages.dossier import Dossier
from timeline.reviewing.correction import CorrectionForm
from timeline.reviewing.filters import QueueFilter
from timeline.reviewing.grading import Grade, doubts, grade_of_rank
from timeline.reviewing.near import events_found, near_events
from timeline.reviewing.queue import Queue


class Desk:
    """What stands on every page of the review: how far the work has come, and what can be taken back."""

    def __init__(self, user: User, filters: QueueFilter) -> None:
        self.user = user
        self.filters = filters
        self.queue = Queue(filters)

    @property
    def waiting(self) -> int:
        return self.queue.count

    @cached_property
    def done_today(self) -> int:
        """By this editor, in the time zone of the site."""
        midnight = localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        return Judgement.objects.filter(decided_by=self.user, decided__gte=midnight, undone=None).count()

    @cached_property
    def latest(self) -> Judgement | None:
        """What `u` takes back."""
        return latest_judgement(self.user)

    @property
    def suffix(self) -> str:
        """The filter, to be put behind an address of the review."""
        return f"?{self.filters.query_string}" if self.filters.query_string else ""

    @property
    def address(self) -> str:
        return reverse("review") + self.suffix


class Review(Desk):
    """The proposal that is decided about now; None where the queue is empty."""

    def __init__(
        self,
        user: User,
        filters: QueueFilter,
        public_id: str | None = None,
        *,
        find: str = "",
        form: CorrectionForm | None = None,
    ) -> None:
        super().__init__(user, filters)
        self.find = " ".join(find.split())[:200]
        self._asked = public_id
        self._form = form

    @cached_property
    def event(self) -> Event | None:
        """The one asked for, wherever it stands; otherwise the first that waits."""
        wanted = self._asked or next(iter(self._opening), None)
        return Event.objects.of_articles().with_evidence(with_texts=True).filter(public_id=wanted).first()

    @cached_property
    def _opening(self) -> list[str]:
        """The first of the queue and the one after it, in one go: behind a filter each look into the queue costs."""
        return self.queue.opening(2)

    @cached_property
    def dossier(self) -> Dossier:
        return Dossier(self._shown)

    @property
    def _shown(self) -> Event:
        assert self.event is not None, "the template asks only where there is a proposal"
        return self.event

    @property
    def is_waiting(self) -> bool:
        event = self._shown
        return not event.reviewed and event.status != Event.Status.REJECTED

    @cached_property
    def last_judgement(self) -> Judgement | None:
        """Of a proposal that was decided about: by whom and what."""
        return self._shown.judgements.filter(undone=None).select_related("decided_by").first()

    @property
    def grade(self) -> Grade:
        return grade_of_rank(self._shown.rank)

    @cached_property
    def doubts(self) -> list[str]:
        return [capfirst(doubt.words) for doubt in doubts(self._shown)]

    @cached_property
    def near(self) -> list[Event]:
        event = self._shown
        actors = [part.actor.key for part in event.participations.all()]
        return near_events(event.date, actors, event.chronology_id, kind=event.kind, other_than=event)

    @cached_property
    def found(self) -> list[Event]:
        return events_found(self.find, self._shown)

    @cached_property
    def form(self) -> CorrectionForm:
        return self._form or CorrectionForm(self._shown)

    @property
    def is_correcting(self) -> bool:
        """Whether what was typed has to be put right first, or the proposal cannot stand without a date."""
        return self._form is not None or not self._shown.edtf

    @cached_property
    def next_address(self) -> str:
        if self._asked is None:
            return self._address_of(next(iter(self._opening[1:]), None))
        return self._address_of(self.queue.after(self._shown))

    @cached_property
    def previous_address(self) -> str:
        return self._address_of(self.queue.before(self._shown) if self._asked else None)

    @property
    def own_address(self) -> str:
        return self._address_of(self._shown.public_id)

    @property
    def filter_pairs(self) -> list[tuple[str, str]]:
        """For forms whose address would lose what stands behind its question mark."""
        return parse_qsl(self.filters.query_string)

    @property
    def decide_address(self) -> str:
        return reverse("decide", args=[self._shown.public_id]) + self.suffix

    def _address_of(self, public_id: str | None) -> str:
        return reverse("proposal", args=[public_id]) + self.suffix if public_id else ""

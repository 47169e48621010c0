"""The event page as a plain object: what each source claims, how the dates were worked out, who held which office."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from timeline.dates import HistoricalDate
from timeline.index.current import current_index
from timeline.models import Actor, Citation, Event, Participation, Tenure
from timeline.pages.agreement import Agreement, agreement, date_difference, places_contradict, spans_given
from timeline.pages.explanation import Explanation, explain_citation, explain_event, merge_reasons
from timeline.pages.footnotes import footnote
from timeline.pages.passages import Piece, in_context
from timeline.wording import agreement_words

MOST_IN_PAIRS = 3


@dataclass(frozen=True)
class Claim:
    """What one passage says, beside what the others say."""

    citation: Citation
    context: list[Piece]
    explanation: str
    other_date: bool
    other_kind: bool
    other_place: bool


@dataclass(frozen=True)
class Part:
    """An actor in the event, with the offices held on the day."""

    participation: Participation
    offices: list[Tenure]

    @property
    def actor(self) -> Actor:
        return self.participation.actor

    @property
    def unnamed(self) -> str:
        """Why it takes part although not every passage names it; empty where it is plainly named."""
        role = Participation.Role(self.participation.role)
        return str(role.label) if role in (Participation.Role.REPRESENTED, Participation.Role.IMPLIED) else ""


class Dossier:
    """Needs an event from `with_evidence(with_texts=True)`."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.citations = list(event.citations.all())

    @cached_property
    def claims(self) -> list[Claim]:
        return [
            Claim(
                citation,
                in_context(citation, citation.source.text),
                explain_citation(citation),
                other_date=any(date_difference(citation.date, other.date, self._spans) for other in self.citations),
                other_kind=any(citation.kind != other.kind for other in self.citations),
                other_place=any(places_contradict(citation.place, other.place) for other in self.citations),
            )
            for citation in self.citations
        ]

    @cached_property
    def _spans(self) -> list[HistoricalDate]:
        return spans_given(self.citations)

    @cached_property
    def agreement(self) -> Agreement:
        return agreement(self.citations)

    @property
    def agreement_words(self) -> str:
        return agreement_words(self.agreement)

    @cached_property
    def explanation(self) -> Explanation:
        return explain_event(self.event, self.citations)

    @property
    def somewhere(self) -> bool:
        """Whether any passage names a place: those that do not then say so."""
        return any(citation.place for citation in self.citations)

    @property
    def merge_reasons(self) -> str:
        return merge_reasons(self.event)

    @cached_property
    def parts(self) -> list[Part]:
        """An office counts where its time covers every day that the event's date may mean."""
        date = self.event.date
        held: dict[int, list[Tenure]] = {}
        participations = list(self.event.participations.all())
        for tenure in Tenure.objects.filter(actor__in=[one.actor_id for one in participations]):
            if date and tenure.date and date.certainly_within(tenure.date):
                held.setdefault(tenure.actor_id, []).append(tenure)
        return [Part(one, held.get(one.actor_id, [])) for one in participations]

    @property
    def pairs(self) -> list[tuple[Actor, Actor]]:
        """Every two of those who took part themselves, where they are few enough to name them."""
        actors = [participation.actor for participation in self.event.leading_participations]
        return list(combinations(actors, 2)) if len(actors) <= MOST_IN_PAIRS else []

    @cached_property
    def before(self) -> Event | None:
        """The event that the chronology has just before this one."""
        return self._neighbour(-1)

    @cached_property
    def after(self) -> Event | None:
        return self._neighbour(1)

    def _neighbour(self, step: int) -> Event | None:
        key = current_index(self.event.chronology_id).columns.key_beside(self.event.pk, step)
        return None if key is None else Event.objects.for_titles().filter(pk=key).first()

    @property
    def footnote(self) -> str:
        return footnote(self.event, self.citations)

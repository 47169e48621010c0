"""What an editor is offered for a passage: its sentence, and the date, actors and place that it seems to tell of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from timeline.dates import HistoricalDate
from timeline.extraction.records import TimeExpression
from timeline.judging.evidence import Evidence
from timeline.models import Citation
from timeline.pages.date_reading import times_in
from timeline.pages.known_names import actors_named_in
from timeline.pages.passages import Piece
from timeline.pages.sentences import sentences_around
from timeline.typed_dates import as_typed


@dataclass(frozen=True)
class Proposal:
    """Nothing of it is kept before a person has said so."""

    evidence: Evidence

    # -- the passage ------------------------------------------------------------------------------------------------

    @property
    def context(self) -> list[Piece]:
        """The passage within its sentence or sentences."""
        text, start, end = self.evidence.source.text, self.evidence.start, self.evidence.end
        first, last = sentences_around(text, start, end)
        pieces = [Piece(text[first:start]), Piece(text[start:end], quote=True), Piece(text[end:last])]
        return [piece for piece in pieces if piece.text]

    # -- what it seems to say ---------------------------------------------------------------------------------------

    @cached_property
    def found(self) -> Citation | None:
        """What the program found in this passage, if it did: of several claims, that with most of the passage."""
        start, end = self.evidence.start, self.evidence.end
        claims = self.evidence.source.citations.filter(start__lt=end, end__gt=start).exclude(
            Q(state=Citation.State.REJECTED) | Q(extractor=Citation.BY_HAND)
        )
        shared = {claim: min(claim.end, end) - max(claim.start, start) for claim in claims.select_related("place")}
        return max(shared, key=lambda claim: (shared[claim], -claim.pk), default=None)

    @property
    def kind(self) -> str:
        return self.found.kind if self.found else ""

    @cached_property
    def time(self) -> TimeExpression | None:
        """The first date that the passage names."""
        times = times_in(self.evidence.source, self.evidence.start, self.evidence.end)
        return times[0] if times else None

    @cached_property
    def date(self) -> HistoricalDate | None:
        if self.found and self.found.date and self._names_the_date_of(self.found):
            return self.found.date
        return self.time.date if self.time else None

    def _names_the_date_of(self, claim: Citation) -> bool:
        return (
            claim.time_start is not None
            and claim.time_end is not None
            and self.evidence.start <= claim.time_start
            and claim.time_end <= self.evidence.end
        )

    @property
    def date_as_typed(self) -> str:
        """In the reader's words, where these can be typed; otherwise in EDTF."""
        return as_typed(self.date)

    @cached_property
    def actors(self) -> list[str]:
        """Names, in the reader's language."""
        told = [actor.name for actor in self.found.actors.all()] if self.found else []
        return list(dict.fromkeys([*told, *actors_named_in(self.evidence.quote)]))

    @property
    def place(self) -> str:
        return self.found.place.name if self.found and self.found.place else ""

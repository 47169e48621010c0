"""How sure the program is of an event: which decides in what order editors are asked about it.

First come events that several articles support without contradiction, then those that one article tells plainly, then
the doubtful ones; within each, in the order of time, so that what may be the same stands together. The rank is stored
with the event: the queue is read from an index.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum, StrEnum

from django.db import models
from django.utils.translation import gettext as _

from timeline.dates import Precision, Qualifier
from timeline.extraction.records import MergeReason, Modality, Origin
from timeline.models import Citation, Event, Participation
from timeline.models.events import UNRANKED
from timeline.pages.agreement import agreement

BATCH = 500


class Grade(IntEnum):
    SEVERAL = 0
    """Several articles support it, and nothing is in doubt."""
    CONFIDENT = 1
    """One article tells it plainly."""
    DOUBTFUL = 2
    """At least one doubt."""

    @property
    def words(self) -> str:
        return {
            Grade.SEVERAL: _("several sources"),
            Grade.CONFIDENT: _("confident"),
            Grade.DOUBTFUL: _("doubtful"),
        }[self]


class Doubt(StrEnum):
    """What an editor should look at twice."""

    NO_DATE = "no_date"
    NO_PASSAGE = "no_passage"
    CONTRADICTION = "contradiction"
    OPEN_DATE = "open_date"
    INFERRED_DATE = "inferred_date"
    WEAK_MERGE = "weak_merge"
    NOT_REPORTED = "not_reported"
    ATTRIBUTED = "attributed"
    NOBODY = "nobody"
    IMPLIED = "implied"

    @property
    def words(self) -> str:
        return {
            Doubt.NO_DATE: _("it has no date"),
            Doubt.NO_PASSAGE: _("no passage supports it"),
            Doubt.CONTRADICTION: _("its sources contradict each other"),
            Doubt.OPEN_DATE: _("its date leaves open which of several it is"),
            Doubt.INFERRED_DATE: _("no passage gives its date plainly: it follows from the context"),
            Doubt.WEAK_MERGE: _("its passages were merged although they differ"),
            Doubt.NOT_REPORTED: _("no passage reports it as done"),
            Doubt.ATTRIBUTED: _("its passages only pass on what somebody says"),
            Doubt.NOBODY: _("nobody is known to have taken part"),
            Doubt.IMPLIED: _("somebody is held to have taken part whom no passage names"),
        }[self]


_WEAK_REASONS = {MergeReason.DATES_DIFFER, MergeReason.PLACES_DIFFER, MergeReason.ONLY_FIT}
_DONE = {Modality.REPORTED, Modality.BACKGROUND}
_GRADE_STEP = 10_000_000
"""More than the calendar has days."""


def doubts(event: Event) -> list[Doubt]:
    """Needs an event from `with_evidence()` or `_with_grounds()`."""
    citations = list(event.citations.all())
    roles = [participation.role for participation in event.participations.all()]
    date = event.date
    found = {
        Doubt.NO_DATE: date is None,
        Doubt.NO_PASSAGE: not citations,
        Doubt.CONTRADICTION: bool(agreement(citations).differ_on),
        Doubt.OPEN_DATE: date is not None
        and (date.precision is Precision.SET or date.qualifier is Qualifier.UNCERTAIN),
        Doubt.INFERRED_DATE: date is not None and bool(citations) and not _is_plainly_given(event, citations),
        Doubt.WEAK_MERGE: bool(_WEAK_REASONS & set(event.merge_reasons)),
        Doubt.NOT_REPORTED: bool(citations) and not any(citation.modality in _DONE for citation in citations),
        Doubt.ATTRIBUTED: bool(citations) and all(citation.attribution for citation in citations),
        Doubt.NOBODY: not roles,
        Doubt.IMPLIED: Participation.Role.IMPLIED in roles,
    }
    return [doubt for doubt, holds in found.items() if holds]


def _is_plainly_given(event: Event, citations: Iterable[Citation]) -> bool:
    """Whether a passage gives just this date by itself, or counted from the day on which its article appeared."""
    if event.derivation.get("origin") == Origin.EDITOR:
        return True
    derivations = [citation.derivation for citation in citations if citation.edtf == event.edtf]
    return any(one.get("origin") == Origin.EXPLICIT or one.get("base_kind") == "published" for one in derivations)


def grade(event: Event) -> Grade:
    if doubts(event):
        return Grade.DOUBTFUL
    sources = {citation.source.original_id for citation in event.citations.all()}
    return Grade.SEVERAL if len(sources) > 1 else Grade.CONFIDENT


def grade_of_rank(rank: int) -> Grade:
    return Grade(min(rank // _GRADE_STEP, Grade.DOUBTFUL))


def ranks_of(wanted: Grade) -> tuple[int, int]:
    """The first and the last rank of a grade; what nobody has ranked yet counts as doubtful."""
    last = UNRANKED if wanted is Grade.DOUBTFUL else (wanted + 1) * _GRADE_STEP - 1
    return wanted * _GRADE_STEP, last


def rank(event: Event) -> int:
    """The grade, then the day on which it began, as one number that an index can hold."""
    day = event.earliest or event.latest
    return grade(event) * _GRADE_STEP + (day.toordinal() if day else _GRADE_STEP - 1)


def rank_events(keys: Sequence[int]) -> int:
    """Bring the ranks of these events in line with what supports them; returns how many that changed."""
    changed = 0
    for start in range(0, len(keys), BATCH):
        stale = []
        for event in _with_grounds(keys[start : start + BATCH]):
            now = rank(event)
            if now != event.rank:
                event.rank = now
                stale.append(event)
        # Without a new version: what an editor sees of the event is the same.
        changed += Event.objects.bulk_update(stale, ["rank"]) if stale else 0
    return changed


def rank_new_events() -> int:
    """Rank the proposals that nobody has ranked yet, such as all of a site from before there was a queue."""
    return rank_events(list(Event.objects.waiting().filter(rank=UNRANKED).values_list("pk", flat=True)))


def _with_grounds(keys: Sequence[int]) -> models.QuerySet[Event]:
    """Just what a rank depends on."""
    citations = (
        Citation.objects.standing()
        .select_related("source", "place")
        .only(
            *("event_id", "edtf", "derivation", "modality", "attribution", "place__country"),
            *("source__reprint_of_id",),
        )
    )
    return Event.objects.filter(pk__in=keys).prefetch_related(
        models.Prefetch("citations", citations.order_by("pk")), "participations"
    )

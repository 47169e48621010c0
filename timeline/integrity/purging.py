"""What people refused is deleted for good after a time. Judgements stay, so that it stays refused when read again.

Deleted are

- events that were rejected, with their passages; not those that were merged into another, whose addresses lead on;
- passages that an editor rejected;
- what the history tells of either;
- files that were refused, failed or cancelled, with their bytes, and imports that have no other.

Kept are articles, in every version: they are the evidence. So is what the program itself set aside, which it would only
find again. Nothing decided later than the day given is touched.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from timeline.models import Change, Citation, Event, Import, ImportedFile, Judgement


@dataclass(frozen=True, slots=True)
class Refused:
    """How much there is of each."""

    events: int
    passages: int
    changes: int
    files: int
    imports: int

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


@transaction.atomic
def purge(before: datetime, *, is_trial: bool) -> Refused:
    """Delete what was refused before that moment; a trial only counts it."""
    events = Event.objects.filter(status=Event.Status.REJECTED, merged_into=None, merged=None, modified__lt=before)
    event_keys = list(events.values_list("pk", flat=True))
    of_events = Q(event__in=event_keys)
    passages = Citation.objects.filter(of_events | Q(state=Citation.State.REJECTED, key__in=_rejected_before(before)))
    passage_keys = list(passages.values_list("pk", flat=True))
    files = _files(before)
    names = list(files.exclude(upload="").values_list("upload", flat=True))
    file_keys = list(files.values_list("pk", flat=True))
    emptied = _imports_of_only(file_keys, before)
    if not is_trial:
        Citation.objects.filter(pk__in=passage_keys).delete()
        Event.objects.filter(pk__in=event_keys).delete()
        ImportedFile.objects.filter(pk__in=file_keys).delete()
        Import.objects.filter(pk__in=emptied).delete()
        transaction.on_commit(lambda: _delete_uploads(names))
    changes = _changes(event_keys, passage_keys)
    count = changes.count()
    if not is_trial:
        changes.delete()
    return Refused(len(event_keys), len(passage_keys), count, len(file_keys), len(emptied))


def _rejected_before(moment: datetime) -> list[str]:
    """The keys of the passages whose last judgement is older than that."""
    decisions = Judgement.objects.filter(undone=None, detail__after__has_key="passage").order_by("decided", "pk")
    last = {key: decided for keys, decided in decisions.values_list("passages", "decided") for key in keys}
    return [key for key, decided in last.items() if decided < moment]


def _files(before: datetime) -> QuerySet[ImportedFile]:
    return ImportedFile.objects.filter(
        state__in=ImportedFile.CAME_TO_NOTHING, source=None, members=None, batch__finished__lt=before
    )


def _imports_of_only(file_keys: list[int], before: datetime) -> list[int]:
    """Those that have had these files and no others."""
    touched = Import.objects.filter(finished__lt=before, files__in=file_keys).distinct()
    others = ImportedFile.objects.exclude(pk__in=file_keys)
    return list(touched.exclude(files__in=others).values_list("pk", flat=True))


def _changes(events: list[int], passages: list[int]) -> QuerySet[Change]:
    of_events = Q(subject_noun="event", subject_row__in=events)
    return Change.objects.filter(of_events | Q(subject_noun="citation", subject_row__in=passages))


def _delete_uploads(names: list[str]) -> None:
    for name in names:
        (Path(settings.UPLOADS_DIR) / name).unlink(missing_ok=True)

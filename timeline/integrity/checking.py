"""Whether the evidence is what it was. Nothing is repaired here: what is wrong must be seen by a person."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from timeline.models import Citation, Event, Source


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and of what."""

    what: str
    detail: str

    def __str__(self) -> str:
        return f"{self.detail}: {self.what}"


def faults() -> Iterator[Fault]:
    """Every one that there is; the texts are read one after the other, so that any number of articles will do."""
    yield from _articles()
    yield from _events()


def _articles() -> Iterator[Fault]:
    for source in Source.objects.order_by("pk").iterator(chunk_size=50):
        if source.original:
            yield from _original(source)
        for citation in Citation.objects.filter(source=source).order_by("start").iterator(chunk_size=500):
            if source.text[citation.start : citation.end] != citation.quote:
                yield Fault(
                    f"the quote does not stand at characters {citation.start} to {citation.end}",
                    f"passage {citation.key} of {source.name}",
                )


def _original(source: Source) -> Iterator[Fault]:
    path = Path(settings.MEDIA_ROOT) / str(source.original.name)
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        yield Fault(f"its original cannot be read ({error.strerror})", source.name)
        return
    if found != source.sha256:
        yield Fault(f"its original has SHA-256 {found}, received was {source.sha256}", source.name)


def _events() -> Iterator[Fault]:
    evidence = Citation.objects.exclude(state=Citation.State.REJECTED).exclude(event=None).order_by()
    for event in Event.objects.published().exclude(pk__in=evidence.values("event")).iterator():
        yield Fault("it is published, and no passage supports it", f"event {event.public_id}")
    for event in Event.objects.published().filter(edtf="").iterator():
        yield Fault("it is published, and has no date", f"event {event.public_id}")

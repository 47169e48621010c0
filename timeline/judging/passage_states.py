"""What becomes of an event when a passage of it is judged."""

from __future__ import annotations

from timeline.models import Citation, Event


def passage_changed(event: Event) -> None:
    """An event that is left without any passage is taken back from readers: nothing supports it any more."""
    if event.status == Event.Status.PUBLISHED and not event.citations.exclude(state=Citation.State.REJECTED).exists():
        event.status = Event.Status.DRAFT
    event.version += 1
    event.save()

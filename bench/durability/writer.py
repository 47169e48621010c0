"""One of the writers, a process of its own: `prepare WRITERS`, `write NUMBER CHANGES`, `lost WRITERS CHANGES`."""

from __future__ import annotations

import json
import sys
import time

import django

if __name__ == "__main__":
    django.setup()

from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import DatabaseError, transaction

from tests import chronicle
from timeline import judging
from timeline.judging.fields import snapshot
from timeline.models import Event, Judgement


def prepare(writers: int) -> None:
    """An event and an editor for each."""
    call_command("migrate", verbosity=0)
    for number in range(writers):
        User.objects.create_user(f"editor {number}")
        chronicle.event("1985-11-19", "Ronald Reagan", "Mikhail Gorbachev", public_id=f"writer{number}")


def write(number: int, changes: int) -> None:
    """Prints the errors and how long each change took."""
    editor = User.objects.get(username=f"editor {number}")
    errors, seconds = [], []
    for change in range(1, changes + 1):
        begun = time.perf_counter()
        try:
            with transaction.atomic():
                event = Event.objects.select_for_update(of=("self",)).get(public_id=f"writer{number}")
                before = snapshot(event)
                event.sequence = change
                judging.correct(event, before, editor, "a trial")
        except DatabaseError as error:
            errors.append(f"{type(error).__name__}: {error}")
        seconds.append(time.perf_counter() - begun)
    print(json.dumps({"errors": errors, "seconds": seconds}))


def lost(writers: int, changes: int) -> None:
    """Prints how many changes are missing: each has a judgement of its own, and an event shows the last of its own."""
    missing = 0
    for number in range(writers):
        event = Event.objects.get(public_id=f"writer{number}")
        kept = {judgement.detail["after"].get("sequence") for judgement in Judgement.objects.filter(event=event)}
        missing += len(set(range(1, changes + 1)) - kept) + (event.sequence != changes)
    print(missing)


if __name__ == "__main__":
    {"prepare": prepare, "write": write, "lost": lost}[sys.argv[1]](*map(int, sys.argv[2:]))

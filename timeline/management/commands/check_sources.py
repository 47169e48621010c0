"""Prove that the evidence is what it was."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from timeline.integrity.checking import faults
from timeline.models import Citation, Event, Source


class Command(BaseCommand):
    help = (
        "Check that every quote equals the characters that it points at, every original its SHA-256, and every "
        "published event has a date and a passage. The exit status is 1 when anything is wrong; nothing is repaired."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        number = 0
        for fault in faults():
            self.stderr.write(str(fault))
            number += 1
        checked = (
            f"{Source.objects.count()} articles, {Citation.objects.count()} passages, {Event.objects.count()} events"
        )
        if number:
            raise CommandError(f"{checked}: {number} faults.", returncode=1)
        self.stdout.write(f"{checked}: all as they should be.")

"""Do what waits: the embedded worker, or one round of it."""

import os
import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from timeline.jobs.working import announce_waiting, sweep, work


class Command(BaseCommand):
    help = (
        "Do the jobs that wait in the database, one after the other, until stopped. `make run` starts one such worker "
        "beside the web server; any number may run."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--until-idle", action="store_true", help="End when nothing waits any more.")
        parser.add_argument(
            "--sweep",
            action="store_true",
            help="Only give back what dead workers held and announce what waits, then end.",
        )
        parser.add_argument("--parent", type=int, help="End when the process with this id has ended.")

    def handle(self, *args: Any, until_idle: bool, parent: int | None, **options: Any) -> None:
        if options["sweep"]:
            given_back = sweep()
            announced = announce_waiting()
            self.stdout.write(f"{given_back} jobs given back, {announced} announced.")
            return
        stopping = []
        signal.signal(signal.SIGTERM, lambda *_: stopping.append(True))
        signal.signal(signal.SIGINT, lambda *_: stopping.append(True))

        def stop() -> bool:
            return bool(stopping) or (parent is not None and os.getppid() != parent)

        work(until_idle=until_idle, stop=stop)

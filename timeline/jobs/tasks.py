"""The tasks by name. Each takes the arguments of a job, may be begun twice, and says by an exception that it failed."""

from __future__ import annotations

from collections.abc import Callable


def read_upload(file: int) -> None:
    from timeline.ingestion.uploads import read_upload as read

    read(file)


def settle() -> None:
    from timeline.ingestion.settlement import settle_events

    settle_events()


TASKS: dict[str, Callable[..., None]] = {"read_upload": read_upload, "settle": settle}

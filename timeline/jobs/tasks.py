"""The tasks by name. Each takes the arguments of a job, may be begun twice, and says by an exception that it failed."""

from __future__ import annotations

from collections.abc import Callable


def read_upload(file: int) -> None:
    from timeline.ingestion.uploads import read_upload as read

    read(file)


def upload_failed(reason: str, file: int) -> None:
    from timeline.ingestion.uploads import failed

    failed(file, reason)


def settle() -> None:
    from timeline.ingestion.settlement import settle_events

    settle_events()


TASKS: dict[str, Callable[..., None]] = {"read_upload": read_upload, "settle": settle}

ON_FAILURE: dict[str, Callable[..., None]] = {"read_upload": upload_failed}
"""Who hears of a failure besides the row of the job: given the reason in words, and the job's arguments."""

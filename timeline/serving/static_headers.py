"""What every static file is sent with."""

from collections.abc import MutableMapping


def forbid_type_guessing(headers: MutableMapping[str, str], path: str, url: str) -> None:  # noqa: ARG001
    """A file is what its type says; whitenoise calls this with each file's headers."""
    headers["X-Content-Type-Options"] = "nosniff"

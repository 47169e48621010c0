"""How much a file may hold. What is larger is refused before it costs time or memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits that an installation may set; docs/operating.md names the settings."""

    file_bytes: int = 20_000_000
    """Of a file, and of each file in an archive."""
    html_bytes: int = 2_000_000
    """Of a web page or a feed: taking it apart takes far longer than reading text."""
    unpacked_bytes: int = 100_000_000
    """Of all files in an archive together, when they are unpacked; Word and EPUB files are archives, too."""
    ratio: int = 100
    """How many times larger a file in an archive may become by being unpacked."""
    entries: int = 1_000
    """Files in an archive, entries of a feed."""


DEFAULT_LIMITS = Limits()

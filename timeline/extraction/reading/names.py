"""The names under which files are shown and stored: labels, never paths that anything is written to."""

from __future__ import annotations

from pathlib import PurePosixPath

LONGEST_NAME = 400

# What a folder says about itself; such a file is read only when it is named itself.
_PAPERWORK = {"readme", "license", "licence", "copying", "notice", "changelog", "contributing"}
_NO_STEPS = {"", ".", ".."}


def shown(name: str) -> str:
    """A name to store and print: no halves of characters, no control characters, of a long one the end."""
    safe = "".join(character if character.isprintable() else "\ufffd" for character in name)
    return safe if len(safe) <= LONGEST_NAME else f"…{safe[1 - LONGEST_NAME :]}"


def member_name(container: str, path: str) -> str:
    """« archive.zip/folder/article.txt », whatever steps upwards or drive letters the archive writes before it."""
    steps = [step for step in path.replace("\\", "/").split("/") if step not in _NO_STEPS]
    return shown("/".join([container, *(step.removesuffix(":") for step in steps)]))


def is_left_out(path: str) -> bool:
    """Whether a file in a folder or an archive is hidden, or paperwork such as its licence."""
    steps = PurePosixPath(path.replace("\\", "/")).parts
    hidden = any(step.startswith(".") and step not in _NO_STEPS for step in steps)
    return hidden or "__MACOSX" in steps or PurePosixPath(path).stem.lower() in _PAPERWORK

"""Typed reading of JSON that people write: what is wrong is said with the name of the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path


class BadAnnotation(ValueError):
    """A file of the evaluation cannot be used; the message names it and says what is wrong."""


class Row:
    """A JSON object whose members are asked for by type. `where` names it in messages: a file, or file and line."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, Mapping):
            raise BadAnnotation(f"{where}: a JSON object is expected.")
        self._members: Mapping[str, object] = value
        self.where = where

    def text(self, name: str) -> str:
        """A string that must be there."""
        value = self._members.get(name)
        if not isinstance(value, str):
            raise BadAnnotation(f"{self.where}: “{name}” must be a string.")
        return self._sound(name, value)

    def text_or_none(self, name: str) -> str | None:
        return None if self._members.get(name) is None else self.text(name)

    def number(self, name: str) -> int:
        value = self._members.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise BadAnnotation(f"{self.where}: “{name}” must be a whole number.")
        return value

    def share(self, name: str) -> float:
        value = self._members.get(name)
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
            raise BadAnnotation(f"{self.where}: “{name}” must be a number from 0 to 1.")
        return float(value)

    def flag(self, name: str) -> bool:
        """False where it is absent."""
        value = self._members.get(name, False)
        if not isinstance(value, bool):
            raise BadAnnotation(f"{self.where}: “{name}” must be true or false.")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings; empty where it is absent."""
        values = self._list(name)
        texts = tuple(value for value in values if isinstance(value, str))
        if len(texts) != len(values):
            raise BadAnnotation(f"{self.where}: “{name}” must be a list of strings.")
        return tuple(self._sound(name, text) for text in texts)

    def names(self) -> tuple[str, ...]:
        return tuple(self._members)

    def members(self) -> tuple[tuple[str, Row], ...]:
        """Each member by its name, all of them objects."""
        return tuple((name, self.row(name)) for name in self._members)

    def row(self, name: str) -> Row:
        return Row(self._members.get(name), f"{self.where}, {name}")

    def rows(self, name: str, *, required: bool = False) -> tuple[Row, ...]:
        """A list of objects; empty where it is absent and need not be there."""
        if required and name not in self._members:
            raise BadAnnotation(f"{self.where}: “{name}” is missing.")
        return tuple(Row(value, f"{self.where}, {name} {place}") for place, value in enumerate(self._list(name), 1))

    def _sound(self, name: str, text: str) -> str:
        """Half of a character, which JSON can write, can neither be compared nor printed."""
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise BadAnnotation(f"{self.where}: “{name}” holds half of a character.")
        return text

    def _list(self, name: str) -> list[object]:
        value = self._members.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise BadAnnotation(f"{self.where}: “{name}” must be a list.")
        return value


def read_row(path: Path) -> Row:
    """The object in a JSON file."""
    return _parsed(read_text(path), str(path))


def read_rows(path: Path) -> tuple[Row, ...]:
    """The objects in a file of one JSON object a line; empty lines are left out."""
    lines = enumerate(read_text(path).split("\n"), 1)
    return tuple(_parsed(line, f"{path}, line {number}") for number, line in lines if line.strip())


def read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise BadAnnotation(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BadAnnotation(f"{path} is not UTF-8.") from error


def _parsed(text: str, where: str) -> Row:
    def members(pairs: list[tuple[str, object]]) -> dict[str, object]:
        """JSON would quietly take the last of two members of one name."""
        found: dict[str, object] = {}
        for name, value in pairs:
            if name in found:
                raise BadAnnotation(f"{where}: “{name}” stands twice in one object.")
            found[name] = value
        return found

    try:
        return Row(json.loads(text, object_pairs_hook=members), where)
    except BadAnnotation:
        raise
    except (ValueError, RecursionError) as error:  # ValueError also of a number with thousands of digits.
        raise BadAnnotation(f"{where} is not JSON: {error}.") from error

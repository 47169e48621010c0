"""A script with all that it imports in one file: twenty small requests cost a first visitor more than what they bring.

Each imported module becomes a constant that holds what it exports, in the order in which browsers would run them;
inside its own function its names stay its own. What a script imports only when it is needed stays a file of its own,
with its own copy of what the two share: our modules keep nothing that must not be there twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable

# As our modules are written: imports at the beginning of a line, from the same folder, and no default exports. Where
# Django has been before, the names carry hashes.
_IMPORT = re.compile(r'^import\s*(\{[^}]*\}|\* as \w+) from "\./([\w-]+)(?:\.[0-9a-f]{12})?\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function\*?|class|const) (\w+))", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*$|\bimport\(.*$", re.MULTILINE)


def joined(script: str, module: Callable[[str], str]) -> str:
    """The text of a script with the modules that it imports before it; `module` gives the text of the one so called."""
    before: dict[str, str] = {}
    _collect(script, module, before, ())
    return "".join(before.values()) + _with_constants(script)


def _collect(script: str, module: Callable[[str], str], before: dict[str, str], within: tuple[str, ...]) -> None:
    """What it imports, each once and after what that needs itself."""
    for _names, name in _IMPORT.findall(script):
        if name in within:
            raise ValueError(f"modules import each other: {' → '.join([*within, name])}")
        if name not in before:
            text = module(name)
            _collect(text, module, before, (*within, name))
            before[name] = _as_constant(name, text)


def _as_constant(name: str, text: str) -> str:
    exported = ", ".join(match[1] for match in _EXPORT.findall(text))
    body = _EXPORT.sub(r"\1", _with_constants(text))
    if left := _LEFT_OVER.search(body):
        raise ValueError(f"{name}.js cannot be joined: {left[0]}")
    return f"const {_constant(name)} = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();\n"


def _with_constants(text: str) -> str:
    """Each import as what it takes from the constant of its module."""
    return _IMPORT.sub(lambda match: f"const {_taken(match[1])} = {_constant(match[2])};", text)


def _taken(names: str) -> str:
    return names.removeprefix("* as ") if names.startswith("*") else names.replace(" as ", ": ")


def _constant(name: str) -> str:
    return f"${name.replace('-', '_')}"

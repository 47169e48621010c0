"""Which module of the project imports which, read from the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def modules() -> dict[str, Path]:
    """Dotted name → file, for everything under timeline/."""
    paths = sorted((PROJECT / "timeline").rglob("*.py"))
    return {_dotted(path): path for path in paths}


def imports(path: Path, *, only_at_import_time: bool = False) -> set[str]:
    """The modules that the file names; those of functions and of type checking left out on demand."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = _run_at_import(tree) if only_at_import_time else ast.walk(tree)
    return {name for node in nodes for name in _named(node)}


def import_graph() -> dict[str, set[str]]:
    """Module → the project's modules that it needs to be imported."""
    known = modules()
    return {
        name: {target for target in imports(path, only_at_import_time=True) if target in known and target != name}
        for name, path in known.items()
    }


def cycles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Each cycle once, as the modules on the way round."""
    found: list[list[str]] = []
    finished: set[str] = set()

    def visit(module: str, way: list[str]) -> None:
        if module in way:
            found.append([*way[way.index(module) :], module])
            return
        if module in finished:
            return
        for target in sorted(graph[module]):
            visit(target, [*way, module])
        finished.add(module)

    for module in sorted(graph):
        visit(module, [])
    return found


def _dotted(path: Path) -> str:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _run_at_import(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or _is_for_type_checking(node):
            continue
        yield node
        yield from _run_at_import(node)


def _is_for_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _named(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield alias.name
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        known = [f"{node.module}.{alias.name}" for alias in node.names]
        submodules = [name for name in known if (PROJECT / name.replace(".", "/")).with_suffix(".py").exists()]
        # `from package import module` needs the module; the package itself only for the names it defines.
        yield from submodules
        if len(submodules) < len(known):
            yield node.module

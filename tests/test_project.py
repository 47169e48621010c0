"""The shape of the project: what may import what, how long files get, and documents that tell the truth."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.modules import PROJECT, cycles, import_graph, imports, modules

DOCUMENTS = [
    PROJECT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "seeds/README.md")
]
DOCUMENTS += sorted((PROJECT / "docs").glob("*.md"))


def files(*patterns: str) -> list[Path]:
    """The project's own files: what git tracks, or would if it were added."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [PROJECT / line for line in listed.stdout.splitlines() if (PROJECT / line).is_file()]


def test_no_file_is_longer_than_500_lines():
    sources = files("*.py", "*.html", "*.css", "*.js", "*.md", "Makefile")

    lengths = {str(path.relative_to(PROJECT)): len(path.read_text(encoding="utf-8").splitlines()) for path in sources}
    assert {name: length for name, length in lengths.items() if length > 500} == {}


class TestImports:
    def test_extraction_knows_neither_django_nor_the_database(self):
        forbidden = re.compile(
            r"django|timeline\.(models|views|forms|ingestion|admin|settings|urls|exports|management)(\.|$)"
        )
        found = {
            name: sorted(target for target in imports(path) if forbidden.match(target))
            for name, path in modules().items()
            if name.startswith(("timeline.extraction", "timeline.knowledge", "timeline.evaluation"))
            or name == "timeline.dates"
        }
        assert {name: targets for name, targets in found.items() if targets} == {}

    def test_models_do_not_know_who_shows_them(self):
        found = {
            name: sorted(target for target in imports(path) if re.match(r"timeline\.(views|forms|admin|urls)", target))
            for name, path in modules().items()
            if name.startswith("timeline.models")
        }
        assert {name: targets for name, targets in found.items() if targets} == {}

    def test_no_modules_import_each_other_in_a_circle(self):
        assert [" → ".join(cycle) for cycle in cycles(import_graph())] == []


class TestRequirements:
    @pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
    def test_every_package_is_pinned_with_hashes(self, name):
        packages = re.split(r"\n(?=[\w-])", (PROJECT / name).read_text())

        assert all(
            re.match(r"[\w.-]+(?:\[[\w,-]+\])?==\S+ .*--hash=sha256:[0-9a-f]{64}", text, re.DOTALL) for text in packages
        )

    @pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
    def test_no_index_is_named(self, name):
        text = (PROJECT / name).read_text()

        assert "://" not in text
        assert "--index" not in text
        assert "--find-links" not in text

    def test_what_requirements_in_asks_for_is_locked(self):
        asked = re.findall(r"^([\w-]+)", (PROJECT / "requirements.in").read_text(), re.MULTILINE)
        locked = re.findall(r"^([\w-]+)(?:\[[\w,-]+\])?==", (PROJECT / "requirements.txt").read_text(), re.MULTILINE)

        assert {name.lower().replace("_", "-") for name in asked} - set(locked) == set()


class TestDocuments:
    @pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(PROJECT)))
    def test_links_lead_to_files_that_exist(self, path):
        targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", path.read_text(encoding="utf-8"))

        assert [target for target in targets if not (path.parent / target).exists()] == []

    @pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(PROJECT)))
    def test_paths_in_code_marks_exist(self, path):
        named = re.findall(r"`([\w.-]+(?:/[\w.-]+)*/?)`", path.read_text(encoding="utf-8"))
        top = {entry.relative_to(PROJECT).parts[0] for entry in files()}

        paths = [name for name in named if "/" in name and name.split("/")[0] in top]
        assert [name for name in paths if not (PROJECT / name).exists()] == []

    @pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(PROJECT)))
    def test_make_commands_exist(self, path):
        targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(), re.MULTILINE))

        assert set(re.findall(r"\bmake ([a-z]+(?:-[a-z]+)?)\b(?=[`\s]|$)", _code(path))) - targets == set()

    @pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(PROJECT)))
    def test_manage_commands_exist(self, path):
        from django.core.management import get_commands

        assert set(re.findall(r"manage\.py ([a-z_]+)", _code(path))) - set(get_commands()) == set()

    def test_every_environment_variable_is_explained(self):
        settings = (PROJECT / "timeline" / "settings.py").read_text()
        server = (PROJECT / "timeline" / "serving" / "gunicorn_settings.py").read_text()
        variables = set(re.findall(r"""env(?:\.\w+)?\(\s*"([A-Z_]+)\"""", settings))
        variables |= set(re.findall(r"""environ\.get\("([A-Z_]+)\"""", server.replace("'", '"')))

        explained = set(re.findall(r"^\| `([A-Z_]+)`", (PROJECT / "docs" / "operating.md").read_text(), re.MULTILINE))
        assert variables - explained == set()

    def test_changelog_has_the_version_of_the_package(self):
        version = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]["version"]

        assert f"## [{version}]" in (PROJECT / "CHANGELOG.md").read_text()


def _code(path: Path) -> str:
    """What stands in code marks and code blocks."""
    text = path.read_text(encoding="utf-8")
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL))

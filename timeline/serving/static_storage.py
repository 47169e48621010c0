"""Static files made ready for the wire: without comments, compressed, under names that carry their content's hash."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Any

import rcssmin
import rjsmin
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

from timeline.serving.joined_modules import joined

MINIFIERS = {"css": rcssmin.cssmin, "js": rjsmin.jsmin}

# As written, and as Django rewrites it: with the hash of what is imported, from which that of the whole follows.
_IMPORT = re.compile(r'@import (?:url\()?"([\w-]+)(?:\.[0-9a-f]{12})?\.css"\)?;')


def _whole(name: str, text: str) -> str:
    """The text with what it imports: the headers of a small file weigh as much as the file."""
    folder = PurePosixPath(name).parent
    if name.endswith(".css"):
        return _IMPORT.sub(lambda match: _text_of(f"css/{match[1]}.css"), text)
    return joined(text, lambda module: _text_of(f"{folder}/{module}.js"))


def _text_of(name: str) -> str:
    path = finders.find(name)
    if path is None:
        raise FileNotFoundError(f"no static file {name} to import")
    return Path(path).read_text(encoding="utf-8")


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Also leaves out the comments and blanks of our own files, joins styles and scripts with what they import,
    and rewrites what our scripts import later.

    A module that changed would otherwise be imported by its plain name and come from the cache of yesterday. Django can
    rewrite imports in all files or in none, and libraries hold text that only looks like an import; so its rules are
    applied to our folder alone.
    """

    _, module_imports = ManifestStaticFilesStorage._js_module_import_aggregation_patterns  # type: ignore[attr-defined]
    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", module_imports))

    def _save(self, name: str, content: Any) -> str:
        folder, _, rest = name.partition("/")
        if folder in MINIFIERS and rest.endswith(f".{folder}"):
            content.seek(0)
            text = _whole(name, content.read().decode())
            content = ContentFile(MINIFIERS[folder](text).encode())
        return str(super()._save(name, content))  # type: ignore[misc]  # Storage's documented hook, unknown to the stubs.

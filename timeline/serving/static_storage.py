"""Static files made ready for the wire: without comments, compressed, under names that carry their content's hash."""

from __future__ import annotations

from typing import Any

import rcssmin
import rjsmin
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

MINIFIERS = {"css": rcssmin.cssmin, "js": rjsmin.jsmin}


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Also leaves out the comments and blanks of our own files, and rewrites the imports between our modules.

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
            content = ContentFile(MINIFIERS[folder](content.read().decode()).encode())
        return str(super()._save(name, content))  # type: ignore[misc]  # Storage's documented hook, unknown to the stubs.

"""The steps before the site answers do their work once, and nothing when there is nothing to do."""

import gettext
import os
import subprocess
import sys

import pytest
from django.utils import translation

from tests.browser.server import PROJECT, whereabouts
from timeline.index import revision
from timeline.serving import preparation

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "summit"
msgstr "sommet"

#, fuzzy
msgid "call"
msgstr "visite"
"""


@pytest.fixture
def french(settings, tmp_path):
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO, encoding="utf-8")
    settings.LOCALE_PATHS = [tmp_path]
    return folder


def test_translations_are_compiled_without_gettext_tools(french):
    preparation.compile_translations()

    with (french / "django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    assert catalogue.gettext("summit") == "sommet"


def test_a_fuzzy_translation_is_not_shown(french):
    preparation.compile_translations()

    with (french / "django.mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("call") == "call"


def test_translations_are_compiled_again_only_when_changed(french):
    assert preparation.compile_translations() == [french / "django.mo"]
    assert preparation.compile_translations() == []


def test_translations_are_in_force_at_once(french):
    with translation.override("fr"):
        assert translation.gettext("summit") == "summit"
        preparation.compile_translations()
        assert translation.gettext("summit") == "sommet"


@pytest.fixture
def static_files(settings, tmp_path):
    source = tmp_path / "static"
    (source / "js").mkdir(parents=True)
    (source / "js" / "axis.js").write_text(
        '// Why: because.\nimport { scale } from "./scale.js";\nscale();\nimport("./help.js");\n'
    )
    (source / "js" / "help.js").write_text("export const help = () => 2;\n")
    (source / "js" / "scale.js").write_text("export const scale = () => 1;\n")
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "timeline.serving.static_storage.HashedStaticFilesStorage"},
    }
    return source


def test_static_files_are_gathered_again_only_when_changed(static_files):
    assert preparation.collect_static_files()
    assert not preparation.collect_static_files()

    (static_files / "js" / "scale.js").write_text("export const scale = () => 1000;\n")
    assert preparation.collect_static_files()


def _collected(settings, name):
    [path] = (settings.STATIC_ROOT / "js").glob(f"{name}.*.js")
    return path


def test_a_script_brings_what_it_imports_and_names_what_comes_later_by_its_hash(static_files, settings):
    preparation.collect_static_files()

    names = [path.name for path in (settings.STATIC_ROOT / "js").glob("*.js")]
    assert all(name.count(".") == 2 for name in names), "only hashed names are served"
    axis = _collected(settings, "axis").read_text()
    assert "()=>1" in axis
    assert f'import("./{_collected(settings, "help").name}")' in axis


def test_a_script_has_another_name_when_what_it_imports_has_changed(static_files, settings):
    preparation.collect_static_files()
    before = _collected(settings, "axis").name
    (static_files / "js" / "scale.js").write_text("export const scale = () => 1000;\n")
    preparation.collect_static_files()

    after = {path.name: path for path in (settings.STATIC_ROOT / "js").glob("axis.*.js")}
    [new] = after.keys() - {before}
    assert "()=>1000" in after[new].read_text()


def test_comments_stay_at_home(static_files, settings):
    preparation.collect_static_files()

    assert not [path for path in (settings.STATIC_ROOT / "js").glob("*.js") if "Why" in path.read_text()]


@pytest.mark.django_db
def test_a_migrated_database_is_left_alone():
    assert preparation.migrate() == 0


@pytest.mark.django_db
def test_triggers_that_a_broken_migration_left_away_come_back():
    revision.uninstall()
    before = revision.revision()
    preparation.migrate()

    assert revision.is_installed()
    assert revision.revision() != before, "nobody noticed what was written meanwhile"


OLDER_SITE = """
import django
django.setup()
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from timeline.index import revision
from timeline.serving import preparation

MigrationExecutor(connection).migrate([("timeline", "0006_jobs")])
revision.install()
assert preparation.migrate() > 0
assert revision.is_installed()
"""


def test_a_site_of_an_older_version_is_migrated(tmp_path):
    """SQLite makes a changed table anew, which the triggers of the older version must not hinder."""
    environment = {**os.environ, **whereabouts(tmp_path), "DJANGO_SETTINGS_MODULE": "timeline.settings"}
    subprocess.run([sys.executable, "-c", OLDER_SITE], env=environment, cwd=PROJECT, check=True)

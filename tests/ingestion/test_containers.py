"""Archives and feeds in the database: each file and entry is an article of its own, known again wherever it stands."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.extraction.reading.builders import archive, epub, pdf, rss, word
from timeline.ingestion.ingest import State, ingest
from timeline.models import Citation, Import, Source

pytestmark = pytest.mark.django_db

REYKJAVIK = "Les 11 et 12 octobre 1986, Ronald Reagan et Mikhaïl Gorbatchev se sont rencontrés à Reykjavik."
GENEVA = "Le 19 novembre 1985, Ronald Reagan et Mikhaïl Gorbatchev se sont rencontrés à Genève pour la première fois."
WASHINGTON = "Le 8 décembre 1987, Ronald Reagan et Mikhaïl Gorbatchev ont signé un traité à Washington."


def states(report) -> dict[str, str]:
    return {file.name: file.state for file in report.files}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def test_each_file_of_an_archive_becomes_a_source_whose_passages_match_it(folder):
    files = {
        "1985/geneve.txt": GENEVA,
        "1986/reykjavik.docx": word([REYKJAVIK]),
        "1987/washington.epub": epub({"1.xhtml": f"<p>{WASHINGTON}</p>"}),
    }
    (folder / "sommets.zip").write_bytes(archive(files))
    report = ingest([folder])
    assert states(report) == {f"sommets.zip/{name}": State.ADDED for name in files}
    assert set(Source.objects.values_list("name", flat=True)) == set(states(report))
    assert Citation.objects.count() == 3
    assert all(citation.matches_its_source for citation in Citation.objects.select_related("source"))


def test_one_bad_file_in_an_archive_keeps_none_of_the_others_out(folder):
    files = {
        "a.txt": GENEVA,
        "b.pdf": b"%PDF-1.7 cut",
        "c.txt": "",
        "d.zip": archive({"x.txt": GENEVA}),
        "e.txt": REYKJAVIK,
    }
    (folder / "sommets.zip").write_bytes(archive(files))
    report = ingest([folder])
    assert [file.name for file in report.failed] == ["sommets.zip/b.pdf", "sommets.zip/c.txt", "sommets.zip/d.zip"]
    assert all(file.reason.startswith(f"{file.name} was not read: ") for file in report.failed)
    assert set(Source.objects.values_list("name", flat=True)) == {"sommets.zip/a.txt", "sommets.zip/e.txt"}
    assert Import.objects.get().files.exclude(reason="").count() == 3


def test_reading_an_archive_again_changes_nothing(folder):
    (folder / "sommets.zip").write_bytes(archive({"a.txt": GENEVA, "b.txt": REYKJAVIK}))
    ingest([folder])
    assert set(states(ingest([folder])).values()) == {State.UNCHANGED}
    assert Import.objects.count() == 1


def test_a_file_is_the_same_article_inside_an_archive_and_outside(folder):
    (folder / "geneve.txt").write_text(GENEVA, "utf-8")
    (folder / "sommets.zip").write_bytes(archive({"a.txt": GENEVA}))
    report = ingest([folder])
    assert states(report) == {"geneve.txt": State.ADDED, "sommets.zip/a.txt": State.DUPLICATE}
    assert Source.objects.count() == 1


def test_a_file_that_changed_inside_an_archive_is_a_new_version(folder):
    packed = folder / "sommets.zip"
    packed.write_bytes(archive({"a.txt": f"{GENEVA}\n\n{REYKJAVIK}", "b.txt": WASHINGTON}))
    ingest([folder])
    packed.write_bytes(archive({"a.txt": f"{GENEVA}\n\n{REYKJAVIK} Ils se sont quittés.", "b.txt": WASHINGTON}))
    assert states(ingest([folder])) == {"sommets.zip/a.txt": State.NEW_VERSION, "sommets.zip/b.txt": State.UNCHANGED}


def test_the_original_of_each_article_is_kept_and_reads_as_the_same_article(folder, settings):
    (folder / "flux.xml").write_bytes(
        rss([{"title": "Genève", "description": GENEVA, "link": "https://www.example.org/geneve"}])
    )
    (folder / "sommets.zip").write_bytes(archive({"a.docx": word([REYKJAVIK])}))
    ingest([folder])
    for source in Source.objects.all():
        kept = Path(settings.MEDIA_ROOT) / source.original.name
        assert kept.suffix == Path(source.name).suffix
        (folder / "again").mkdir(exist_ok=True)
        (folder / "again" / kept.name).write_bytes(kept.read_bytes())
    report = ingest([folder / "again"])
    assert {file.state for file in report.files} == {State.DUPLICATE}


ITEMS = [
    {"title": "Genève", "description": GENEVA, "link": "https://www.example.org/geneve"},
    {"title": "Reykjavik", "description": REYKJAVIK, "link": "https://www.example.org/reykjavik"},
]


def test_each_entry_of_a_feed_is_a_source_with_its_own_address(folder):
    (folder / "flux.rss").write_bytes(rss(ITEMS))
    ingest([folder])
    assert dict(Source.objects.values_list("name", "url")) == {
        "flux.rss/geneve.atom": "https://www.example.org/geneve",
        "flux.rss/reykjavik.atom": "https://www.example.org/reykjavik",
    }
    assert set(Source.objects.values_list("publisher", flat=True)) == {"Le Quotidien"}


def test_an_entry_is_known_again_in_tomorrows_feed(folder):
    feed = folder / "flux.rss"
    feed.write_bytes(rss(ITEMS))
    ingest([folder])
    feed.write_bytes(rss([{"title": "Washington", "description": WASHINGTON}, *ITEMS]))
    assert states(ingest([folder])) == {
        "flux.rss/Washington.atom": State.ADDED,
        "flux.rss/geneve.atom": State.UNCHANGED,
        "flux.rss/reykjavik.atom": State.UNCHANGED,
    }


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("MAX_ARCHIVE_ENTRIES", 1, "2 files in the archive, more than the 1 allowed"),
        ("MAX_UNPACKED_BYTES", 100, "bytes when unpacked, more than the 100 allowed"),
        ("MAX_COMPRESSION_RATIO", 0, "up to 0 times is allowed"),
    ],
)
def test_limits_are_settings(folder, settings, name, value, words):
    (folder / "sommets.zip").write_bytes(archive({"a.txt": GENEVA * 9, "b.txt": REYKJAVIK * 9}))
    setattr(settings, name, value)
    (file,) = ingest([folder]).files
    assert (file.name, file.state) == ("sommets.zip", State.REFUSED)
    assert words in file.reason
    assert not Source.objects.exists()


def test_a_container_that_the_program_fails_on_does_not_stop_the_other_files(folder, monkeypatch):
    (folder / "a.zip").write_bytes(archive({"a.txt": GENEVA}))
    (folder / "b.txt").write_text(REYKJAVIK, "utf-8")
    from timeline.ingestion import article_reader as module

    whole = module.articles_in

    def failing(name, content, limits):
        if name == "a.zip":
            raise RuntimeError("a defect")
        return whole(name, content, limits)

    monkeypatch.setattr(module, "articles_in", failing)
    report = ingest([folder])
    assert states(report) == {"a.zip": State.REFUSED, "b.txt": State.ADDED}
    assert "a defect" in report.files[0].reason


def test_the_command_names_each_article_of_an_archive(folder):
    (folder / "sommets.zip").write_bytes(archive({"a.txt": GENEVA, "b.pdf": pdf([])}))
    out = StringIO()
    with pytest.raises(CommandError, match="1 of 2 articles"):
        call_command("ingest", str(folder), json=True, stdout=out)
    assert [file["name"] for file in json.loads(out.getvalue())["files"]] == ["sommets.zip/a.txt", "sommets.zip/b.pdf"]

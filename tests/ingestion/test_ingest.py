"""Reading files into the database: nothing twice, nothing lost, bad files named, order of no account."""

import itertools
import json
import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.desk import make_editor
from timeline import judging
from timeline.ingestion.articles import find_claims, store_article
from timeline.ingestion.ingest import State, ingest
from timeline.ingestion.settlement import settle_events
from timeline.judging.fields import snapshot
from timeline.models import Citation, Event, Import, Source

pytestmark = pytest.mark.django_db

SEEDS = sorted(settings.SEEDS_DIR.glob("*.txt"))
REYKJAVIK = (
    "Les 11 et 12 octobre 1986, Ronald Reagan et Mikhaïl Gorbatchev se sont rencontrés à Reykjavik. "
    "Les deux dirigeants s'étaient déjà rencontrés à Genève en novembre 1985.\n\n"
    "Le 8 décembre 1987, Ronald Reagan et Mikhaïl Gorbatchev ont signé un traité à Washington.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def exported() -> str:
    out = StringIO()
    call_command("export", format="json", stdout=out)
    return out.getvalue()


def test_a_second_run_changes_nothing(seeded):
    before = exported(), Import.objects.count()
    report = ingest([settings.SEEDS_DIR])
    assert {file.state for file in report.files} == {State.UNCHANGED}
    assert (exported(), Import.objects.count()) == before


def test_settling_again_changes_nothing(seeded):
    settlement = settle_events()
    assert (settlement.created, settlement.changed, settlement.removed) == (0, 0, 0)


def test_the_order_of_the_files_does_not_matter(folder):
    third = folder / "reykjavik.txt"
    third.write_text(REYKJAVIK, "utf-8")
    results = set()
    for order in itertools.islice(itertools.permutations([*SEEDS, third]), 0, 6, 2):
        for path in order:
            ingest([path])
        results.add(exported())
        Citation.objects.all().delete()
        Event.objects.all().delete()
        Source.objects.all().delete()
    assert len(results) == 1


def test_events_keep_their_address_when_another_article_joins():
    ingest([SEEDS[0]])
    before = set(Event.objects.values_list("public_id", flat=True))
    ingest([SEEDS[1]])
    assert before <= set(Event.objects.values_list("public_id", flat=True))


def test_an_edited_file_is_a_new_version_and_its_old_passages_stay(folder):
    article = folder / "reykjavik.txt"
    article.write_text(REYKJAVIK, "utf-8")
    ingest([folder])
    article.write_text(REYKJAVIK.replace("8 décembre 1987", "9 décembre 1987"), "utf-8")
    (file,) = ingest([folder]).files
    assert file.state == State.NEW_VERSION
    old, new = Source.objects.order_by("id")
    assert (old.state, new.state, new.supersedes) == (Source.State.SUPERSEDED, Source.State.CURRENT, old)
    assert "1 are gone" in file.reason
    assert old.citations.exists()
    assert all(citation.matches_its_source for citation in Citation.objects.select_related("source"))
    assert "1987-12-09" in Event.objects.published().values_list("edtf", flat=True)
    assert "1987-12-08" not in Event.objects.published().values_list("edtf", flat=True)


def test_two_articles_that_share_a_file_name_do_not_replace_each_other(tmp_path):
    for number, text in enumerate([REYKJAVIK, SEEDS[1].read_text("utf-8")]):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "article.txt").write_text(text, "utf-8")
    report = ingest([tmp_path / "0", tmp_path / "1"])
    assert [file.state for file in report.files] == [State.ADDED, State.ADDED]


def test_taking_an_edit_back_brings_the_earlier_version_and_its_events_back(folder):
    article = folder / "reykjavik.txt"
    article.write_text(REYKJAVIK, "utf-8")
    ingest([folder])
    article.write_text(REYKJAVIK.replace("8 décembre 1987", "9 décembre 1987"), "utf-8")
    ingest([folder])
    article.write_text(REYKJAVIK, "utf-8")
    ingest([folder])
    assert [source.state for source in Source.objects.order_by("id")] == ["current", "superseded"]
    assert set(Event.objects.published().values_list("edtf", flat=True)) >= {"1987-12-08"}
    assert "1987-12-09" not in Event.objects.published().values_list("edtf", flat=True)


def test_claims_of_a_run_that_was_killed_are_settled_by_the_next(folder, monkeypatch):
    (folder / "reykjavik.txt").write_text(REYKJAVIK, "utf-8")

    def killed():
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("timeline.ingestion.ingest.settle_events", killed)
        with pytest.raises(KeyboardInterrupt):
            ingest([folder])
    assert not Event.objects.exists()
    report = ingest([folder])
    assert (report.files[0].state, report.settlement.created) == (State.UNCHANGED, 3)


def test_an_article_that_the_program_fails_on_does_not_stop_the_others(folder, monkeypatch):
    (folder / "a.txt").write_text(REYKJAVIK.replace("1986", "1987"), "utf-8")
    (folder / "b.txt").write_text(REYKJAVIK, "utf-8")
    from timeline.extraction import pipeline

    whole = pipeline.extract

    def failing(document, knowledge):
        if document.name == "a.txt":
            raise RuntimeError("a defect")
        return whole(document, knowledge)

    monkeypatch.setattr(pipeline, "extract", failing)
    report = ingest([folder])
    assert [file.state for file in report.files] == [State.REFUSED, State.ADDED]
    assert "a.txt" in report.files[0].reason
    assert "a defect" in report.files[0].reason


def test_an_article_that_another_process_stores_meanwhile_is_known_and_settled(folder, monkeypatch):
    (folder / "reykjavik.txt").write_text(REYKJAVIK, "utf-8")

    def found_while_another_stores(document):
        claims = find_claims(document)
        store_article(document, claims, None, None)
        return claims

    monkeypatch.setattr("timeline.ingestion.article_reader.find_claims", found_while_another_stores)
    report = ingest([folder])
    assert (report.files[0].state, report.settlement.created) == (State.UNCHANGED, 3)
    assert Source.objects.count() == 1


@pytest.mark.parametrize("header", ["9999-12-31", "0001-01-01"])
def test_dates_beyond_the_calendar_stay_unresolved(folder, header):
    text = f" date {header} Genève | Ronald Reagan a rencontré Mikhaïl Gorbatchev hier. Il le reverra demain à Vienne."
    (folder / "edge.txt").write_text(text, "utf-8")
    (file,) = ingest([folder]).files
    assert file.state == State.ADDED


def test_the_same_article_under_two_names_is_told_and_kept_once(folder):
    (folder / "a.txt").write_text(REYKJAVIK, "utf-8")
    (folder / "b.txt").write_text(REYKJAVIK, "utf-8")
    report = ingest([folder])
    assert [file.state for file in report.files] == [State.ADDED, State.DUPLICATE]
    assert "a.txt" in report.files[1].reason
    assert Source.objects.count() == 1


BAD_FILES = {
    "empty.txt": b"",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "impossible.txt": " date 2021-13-45 Genève | Ronald Reagan a rencontré Gorbatchev.".encode(),
    "deutsch.txt": ("Die Außenminister trafen sich am 3. November in Wien zu Gesprächen über Abrüstung. " * 5).encode(),
}


def test_bad_files_are_named_with_their_reason_and_the_good_one_is_read(folder):
    for name, content in BAD_FILES.items():
        (folder / name).write_bytes(content)
    (folder / "reykjavik.txt").write_text(REYKJAVIK, "utf-8")
    report = ingest([folder, folder / "missing.txt"])
    assert {file.name for file in report.failed} == {*BAD_FILES, "missing.txt"}
    assert all(file.name in file.reason for file in report.failed)
    assert Source.objects.get().name == "reykjavik.txt"
    batch = Import.objects.get()
    assert batch.files.exclude(reason="").count() == len(report.failed)


def test_a_file_above_the_limit_is_refused(folder, settings):
    settings.MAX_ARTICLE_BYTES = 1000
    (folder / "long.txt").write_text(REYKJAVIK * 10, "utf-8")
    (file,) = ingest([folder]).files
    assert file.state == State.REFUSED
    assert "1000" in file.reason


def test_a_file_without_any_event_is_read_and_yields_none(folder):
    text = "La diplomatie est un métier de patience. Elle demande de l'écoute, du tact et une bonne mémoire des mots."
    (folder / "essay.txt").write_text(text, "utf-8")
    (file,) = ingest([folder]).files
    assert (file.state, file.claims) == (State.ADDED, 0)
    assert Source.objects.count() == 1


def test_a_dry_run_finds_everything_and_keeps_nothing(folder, settings):
    (folder / "reykjavik.txt").write_text(REYKJAVIK, "utf-8")
    report = ingest([folder], dry_run=True)
    assert report.settlement.created == 3
    assert not Source.objects.exists()
    assert not Event.objects.exists()
    assert not Path(settings.MEDIA_ROOT).exists()


def test_an_article_without_title_goes_by_its_opening_words(folder):
    text = "À Reykjavik, en octobre 1986, après deux jours de discussions serrées, Ronald Reagan, fatigué, s'en alla."
    (folder / "untitled.txt").write_text(text, "utf-8")
    ingest([folder])
    assert Source.objects.get().opening == "À Reykjavik, en octobre 1986, après deux jours de discussions…"


def test_the_original_file_is_kept_byte_for_byte(folder, settings):
    (folder / "reykjavik.txt").write_text(REYKJAVIK, "utf-8", newline="\r\n")
    ingest([folder])
    kept = Path(settings.MEDIA_ROOT) / Source.objects.get().original.name
    assert kept.read_bytes() == (folder / "reykjavik.txt").read_bytes()


def test_the_command_reports_as_json_and_fails_when_a_file_was_refused(folder):
    (folder / "empty.txt").write_bytes(b"")
    out = StringIO()
    with pytest.raises(CommandError, match="1 of 1 articles"):
        call_command("ingest", str(folder), json=True, stdout=out)
    assert json.loads(out.getvalue())["files"][0]["state"] == "refused"


def test_the_command_sums_up_what_it_found(folder):
    (folder / "reykjavik.txt").write_text(REYKJAVIK, "utf-8")
    shutil.copy(folder / "reykjavik.txt", folder / "twin.txt")
    out = StringIO()
    call_command("ingest", str(folder), stdout=out)
    assert "Articles: 1 added, 1 the same as another." in out.getvalue()
    assert "Events: 3" in out.getvalue()


def test_an_event_that_a_person_corrected_stays_corrected_when_articles_are_read_again(seeded):
    event = Event.objects.get(edtf="2021-11-02")
    before = snapshot(event)
    event.kind = "visit"
    event.save()
    judging.correct(event, before, make_editor())
    settle_events()
    event.refresh_from_db()
    assert event.kind == "visit"

"""Importing in the browser: by a plain form or file by file, read by workers, told of, cancelled, tried again."""

import io
import zipfile

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.imports import GENEVA, TREATY, page, sent, text_file
from timeline.ingestion.uploads import plain_name
from timeline.jobs.working import work
from timeline.models import Event, Import, ImportedFile, Job, Source

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("uploads")]

State = ImportedFile.State


def test_files_are_read_settled_and_told_of(editor, settings):
    batch = sent(editor, text_file(), text_file(GENEVA, "geneva.txt"))
    assert "0 of 2 files read" in page(editor, batch)
    assert 'hx-trigger="every 1s"' in page(editor, batch)
    work(until_idle=True)
    html = page(editor, batch)
    assert "Done: 2 files." in html
    assert "1 dated passage" in html
    assert "hx-trigger" not in html
    assert Event.objects.published().count() == 2
    assert not list(settings.UPLOADS_DIR.iterdir()), "the original is kept under its hash instead"
    batch.refresh_from_db()
    assert batch.finished
    assert batch.imported_by.username == "editor"


def test_article_in_which_nothing_happens_says_so(editor):
    batch = sent(editor, text_file("Le chat dort sur le toit, et la pluie tombe sur le jardin.\n"))
    work(until_idle=True)
    assert "added: no event found" in page(editor, batch)


@pytest.mark.parametrize(
    ("done", "said"), [(0, "0 fichier lu sur 3"), (1, "1 fichier lu"), (2, "2 fichiers lus sur 3")]
)
def test_files_read_are_counted_as_french_counts(editor, done, said):
    batch = sent(editor, text_file(), text_file(GENEVA, "geneva.txt"), text_file(name="copy.txt"))
    for file in batch.files.all()[:done]:
        batch.files.filter(pk=file.pk).update(state=State.ADDED)
    assert said in page(editor, batch, "fr")


def test_refusal_is_told_in_the_language_of_the_reader(editor):
    batch = sent(editor, SimpleUploadedFile("empty.txt", b" "), text_file(), text_file(name="copy.txt"))
    work(until_idle=True)
    assert "empty.txt was not read: the file is empty" in page(editor, batch)
    told = page(editor, batch, "fr")
    assert "empty.txt n’a pas été lu\N{NO-BREAK SPACE}: le fichier est vide" in told
    assert "le même article que treaty.txt" in told
    assert "the same article" not in told


def test_script_sends_files_one_by_one_with_their_folders(editor):
    batch = sent(editor)
    answer = editor.post(f"{batch.get_absolute_url()}files/", {"file": text_file(), "name": "1987/treaty.txt"})
    assert answer.status_code == 201
    work(until_idle=True)
    assert Source.objects.get().name == "1987/treaty.txt"
    assert editor.post(f"{batch.get_absolute_url()}files/").status_code == 400


def test_archive_tells_of_each_article_in_it(editor):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/treaty.txt", TREATY)
        archive.writestr("../evil.txt", GENEVA)
        archive.writestr("empty.txt", "")
    batch = sent(editor, SimpleUploadedFile("all.zip", packed.getvalue()))
    work(until_idle=True)
    outer = batch.files.get(archive=None)
    assert outer.state == State.UNPACKED
    states = {file.name.split("/")[-1]: file.state for file in outer.members.all()}
    assert states["treaty.txt"] == State.ADDED
    assert states["empty.txt"] == State.REFUSED
    assert "All" not in page(editor, batch)


def test_refused_file_says_why_keeps_its_bytes_and_can_be_tried_again(editor, settings):
    batch = sent(editor, SimpleUploadedFile("scan.pdf", b"%PDF-1.4 nothing"), text_file())
    work(until_idle=True)
    refused = batch.files.get(name="scan.pdf")
    assert refused.state == State.REFUSED
    assert refused.reason in page(editor, batch)
    assert batch.files.get(name="treaty.txt").state == State.ADDED
    assert len(list(settings.UPLOADS_DIR.iterdir())) == 1
    editor.post(f"{batch.get_absolute_url()}do/", {"action": "again"})
    refused.refresh_from_db()
    assert refused.state == State.WAITING
    work(until_idle=True)
    refused.refresh_from_db()
    assert refused.state == State.REFUSED


def test_waiting_files_are_cancelled_one_or_all_and_can_be_taken_up_again(editor):
    batch = sent(editor, text_file(), text_file(GENEVA, "geneva.txt"))
    one = batch.files.get(name="geneva.txt")
    editor.post(f"{batch.get_absolute_url()}do/", {"action": "cancel", "file": one.pk})
    assert list(batch.files.order_by("name").values_list("state", flat=True)) == [State.CANCELLED, State.WAITING]
    editor.post(f"{batch.get_absolute_url()}do/", {"action": "cancel"})
    work(until_idle=True)
    assert not Source.objects.exists()
    editor.post(f"{batch.get_absolute_url()}do/", {"action": "again"})
    work(until_idle=True)
    assert Source.objects.count() == 2


@pytest.mark.parametrize("file", ["", "all", "-1"])
def test_file_that_cannot_be_is_not_every_file(editor, file):
    batch = sent(editor, text_file(), text_file(GENEVA, "geneva.txt"))
    assert editor.post(f"{batch.get_absolute_url()}do/", {"action": "cancel", "file": file}).status_code == 404
    assert set(batch.files.values_list("state", flat=True)) == {State.WAITING}


def test_same_article_twice_is_one_source(editor):
    batch = sent(editor, text_file(), text_file(name="copy.txt"))
    work(until_idle=True)
    assert Source.objects.count() == 1
    assert batch.files.get(name="copy.txt").state == State.DUPLICATE


def test_worker_that_dies_half_way_leaves_nothing_half_done(editor, monkeypatch):
    batch = sent(editor, text_file())
    job = Job.objects.get(task="read_upload")
    from timeline.ingestion import article_reader

    def killed(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(article_reader, "store_article", killed)
        with pytest.raises(KeyboardInterrupt):
            work(until_idle=True)
    assert not Source.objects.exists()
    assert batch.files.get().state == State.EXTRACTING
    Job.objects.filter(pk=job.pk).update(leased_until="2000-01-01T00:00Z")
    work(until_idle=True)
    assert batch.files.get().state == State.ADDED
    assert Event.objects.published().count() == 1


def test_file_that_is_too_large_is_refused_at_once(editor, settings):
    settings.MAX_ARTICLE_BYTES = 10
    batch = sent(editor, text_file())
    assert batch.files.get().state == State.REFUSED
    assert "larger than" in page(editor, batch)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("C:\\Users\\x\\a.txt", "C:/Users/x/a.txt"),
        ("/abs.txt", "abs.txt"),
        ("a\0b\n.txt", "ab.txt"),
        ("", "file"),
        ("..", "file"),
        (" ", "file"),
        ("é🎉/\u202etxt.a", "é🎉/txt.a"),
    ],
)
def test_names_lead_nowhere_else(given, kept):
    assert plain_name(given) == kept


def test_long_names_keep_their_ends():
    assert plain_name("x" * 300 + ".txt").endswith("x.txt")
    assert len(plain_name("x" * 300)) == 200


@pytest.mark.parametrize("name", ["imports", "begin_import"])
def test_only_those_who_may_import_do(client, name):
    method = client.post if name == "begin_import" else client.get
    assert "/login/" in method(reverse(name)).url
    client.force_login(User.objects.create_user("reader"))
    assert method(reverse(name)).status_code == 403
    assert not Import.objects.exists()


@pytest.mark.parametrize(("language", "words"), [("en", "8 December 1987, 14:05"), ("fr", "8 décembre 1987 14:05")])
def test_day_of_an_import_is_written_as_the_days_of_events_are(editor, language, words):
    batch = sent(editor, text_file())
    Import.objects.filter(pk=batch.pk).update(started="1987-12-08T14:05Z")
    for address in (batch.get_absolute_url(), reverse("imports")):
        assert words in editor.get(address, headers={"accept-language": language}).content.decode()

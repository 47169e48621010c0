"""What was refused goes after its time, and only that; read again, it stays refused."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.desk import make_citation, make_event, make_publisher
from timeline import judging
from timeline.models import Change, Citation, Event, Import, ImportedFile, Judgement, Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> User:
    return make_publisher()


@pytest.fixture(autouse=True)
def _uploads(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS_DIR = tmp_path


def long_ago() -> None:
    """All that has been done so far was done two years ago."""
    then = timezone.now() - timedelta(days=730)
    Event.objects.update(modified=then)
    Judgement.objects.update(decided=then)
    Import.objects.update(finished=then)


def purge(*options: str, days: int = 365) -> str:
    out = StringIO()
    call_command("purge", f"--days={days}", *options, stdout=out)
    return out.getvalue()


def test_trial_counts_and_deletes_nothing(ada: User) -> None:
    judging.reject(make_event("a"), ada)
    long_ago()
    assert "1 events, 1 passages" in purge()
    assert Event.objects.count() == Citation.objects.count() == 1


def test_rejected_event_goes_with_its_passages_and_history_and_its_judgement_stays(ada: User) -> None:
    judging.reject(make_event("a", "b"), ada)
    make_event("c", status="published", public_id="other")
    long_ago()
    purge("--yes")
    assert list(Event.objects.values_list("public_id", flat=True)) == ["other"]
    assert list(Citation.objects.values_list("key", flat=True)) == ["c"]
    assert not Change.objects.filter(subject_noun__in=["event", "citation"]).exists()
    assert Judgement.objects.get().passages == ["a", "b"]
    assert Source.objects.count() == 3, "articles are evidence and stay"


def test_what_was_purged_stays_refused_when_it_is_read_again(ada: User) -> None:
    judging.reject(make_event("a"), ada)
    long_ago()
    purge("--yes")
    again = make_event("a", status="published", public_id="again")
    judging.replay([again])
    again.refresh_from_db()
    assert again.status == "rejected"


def test_purged_passage_stays_refused_when_it_is_read_again(ada: User) -> None:
    event = make_event("a", "b", status="published")
    judging.judge_passage(event.citations.get(key="a"), Citation.State.REJECTED, ada)
    long_ago()
    purge("--yes")
    assert list(event.citations.values_list("key", flat=True)) == ["b"]
    make_citation(event, "a")
    judging.replay([event])
    assert event.citations.get(key="a").state == "rejected"


def test_what_was_refused_of_late_stays(ada: User) -> None:
    judging.reject(make_event("a"), ada)
    purge("--yes")
    assert Event.objects.count() == 1


def test_passage_that_was_accepted_again_stays(ada: User) -> None:
    event = make_event("a", "b")
    for state in (Citation.State.REJECTED, Citation.State.ACCEPTED):
        judging.judge_passage(event.citations.get(key="a"), state, ada)
    long_ago()
    purge("--yes")
    assert event.citations.count() == 2


def test_merged_event_stays_for_its_address(ada: User) -> None:
    one, other = make_event("a", public_id="one"), make_event("b", public_id="other")
    judging.merge([one, other], one, ada)
    long_ago()
    purge("--yes")
    assert Event.objects.get(public_id="other").merged_into == one


def test_refused_files_go_with_their_bytes_and_others_stay(tmp_path: Path) -> None:
    kept, gone = Import.objects.create(extractor="1"), Import.objects.create(extractor="1")
    for batch, state in ((kept, "added"), (kept, "refused"), (gone, "failed")):
        name = f"{batch.pk}-{state}"
        (tmp_path / name).write_text("bytes")
        ImportedFile.objects.create(batch=batch, name=name, state=state, upload=name)
    long_ago()
    from django.test import TestCase

    with TestCase.captureOnCommitCallbacks(execute=True):
        assert "2 files, 1 imports" in purge("--yes")
    assert [file.state for file in ImportedFile.objects.all()] == ["added"]
    assert [path.name for path in tmp_path.iterdir()] == [f"{kept.pk}-added"]
    assert list(Import.objects.all()) == [kept]


def test_without_a_time_nothing_is_ever_purged(settings: Any) -> None:
    settings.PURGE_AFTER_DAYS = 0
    with pytest.raises(CommandError, match="PURGE_AFTER_DAYS"):
        call_command("purge", "--yes")

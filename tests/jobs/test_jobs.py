"""Jobs: given to one worker, on a lease; a dead worker's job is done by another; nothing is lost, nothing endless."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.utils import timezone

from timeline.jobs import enqueue, tasks, working
from timeline.models import Job
from timeline.models.jobs import MOST_ATTEMPTS

pytestmark = pytest.mark.django_db

State = Job.State


@pytest.fixture
def done(monkeypatch, settings) -> list[str]:
    """What the task `note` was told, in order."""
    settings.JOBS = "embedded"
    told: list[str] = []

    def note(word: str) -> None:
        told.append(word)
        if word == "fail":
            raise ValueError("no such word")

    monkeypatch.setitem(tasks.TASKS, "note", note)
    return told


def grow_old(job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(leased_until=timezone.now() - dt.timedelta(seconds=1))


def test_jobs_are_done_by_urgency_then_in_their_order(done):
    for urgency, word in ((5, "later"), (0, "first"), (0, "second"), (-1, "urgent")):
        enqueue("note", urgency=urgency, word=word)
    assert working.work(until_idle=True) == 4
    assert done == ["urgent", "first", "second", "later"]
    assert set(Job.objects.values_list("state", flat=True)) == {State.DONE}


def test_failure_is_told_and_keeps_no_other_job_back(done):
    failed, fine = enqueue("note", word="fail"), enqueue("note", word="fine")
    working.work(until_idle=True)
    failed.refresh_from_db()
    fine.refresh_from_db()
    assert (failed.state, failed.error) == (State.FAILED, "ValueError: no such word")
    assert fine.state == State.DONE


def test_job_is_given_to_one_worker_only(done):
    job = enqueue("note", word="once")
    assert Job.objects.claim("one") == job
    assert Job.objects.claim("other") is None
    assert Job.objects.claim_this(job.pk, "other") is None
    working.perform(job.pk)
    assert done == []


def test_dead_workers_job_is_done_by_another(done):
    job = Job.objects.claim("dead") if enqueue("note", word="again") else None
    assert job is not None
    assert working.sweep() == 0, "the lease still holds"
    grow_old(job)
    working.work(until_idle=True)
    assert done == ["again"]
    assert not job.end("dead", State.FAILED), "the dead one has nothing more to say"
    job.refresh_from_db()
    assert (job.state, job.attempts) == (State.DONE, 2)


def test_living_worker_keeps_its_job(done):
    enqueue("note", word="slow")
    job = Job.objects.claim("alive")
    assert job is not None
    grow_old(job)
    assert job.prolong("alive")
    assert working.sweep() == 0
    assert not job.prolong("somebody else")


def test_job_that_kills_its_workers_is_given_up(done):
    enqueue("note", word="deadly")
    for attempt in range(MOST_ATTEMPTS):
        job = Job.objects.claim(f"victim {attempt}")
        assert job is not None
        grow_old(job)
        working.sweep()
    job.refresh_from_db()
    assert job.state == State.FAILED
    assert str(MOST_ATTEMPTS) in job.error
    assert Job.objects.claim("next") is None


def test_job_wanted_once_is_not_queued_twice(done):
    assert enqueue("note", once=True, word="same") == enqueue("note", once=True, word="same")
    assert enqueue("note", once=True, word="other").pk
    working.work(until_idle=True)
    enqueue("note", once=True, word="same")
    working.work(until_idle=True)
    assert done == ["same", "other", "same"]


def test_unknown_task_is_refused():
    with pytest.raises(KeyError):
        enqueue("no such task")
    assert not Job.objects.exists()


def test_inline_backend_works_once_the_transaction_is_committed(done, settings, django_capture_on_commit_callbacks):
    settings.JOBS = "inline"
    with django_capture_on_commit_callbacks(execute=True):
        enqueue("note", word="now")
        assert done == []
    assert done == ["now"]


def test_broker_that_is_away_loses_nothing(done, settings, django_capture_on_commit_callbacks, caplog):
    settings.JOBS = "celery"
    from timeline.celery import app

    app.conf.broker_url = "redis://127.0.0.1:1/0"
    with django_capture_on_commit_callbacks(execute=True):
        enqueue("note", word="kept")
    assert "cannot be reached" in caplog.text
    settings.JOBS = "inline"
    call_command("work", "--sweep")
    assert done == ["kept"]

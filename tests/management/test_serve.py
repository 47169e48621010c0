"""`serve` says at once what is in its way, and otherwise becomes gunicorn."""

import os
import socket
import sys
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from timeline.jobs import keeping
from timeline.serving import gunicorn_settings


@pytest.fixture
def became(monkeypatch):
    """The program that the process turned into."""
    became: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda program, arguments: became.append(arguments))
    monkeypatch.setattr("timeline.management.commands.serve.call_command", lambda *args, **options: None)
    monkeypatch.setenv("SITE_URL", "")
    monkeypatch.delenv("SITE_URL")
    return became


@pytest.fixture
def taken_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_prepared_site_is_served_by_gunicorn(became, monkeypatch):
    monkeypatch.setenv("HOST", "127.0.0.1")
    monkeypatch.setenv("PORT", "0")
    call_command("serve")

    [arguments] = became
    assert arguments[:3] == [sys.executable, "-m", "gunicorn"]
    assert "timeline.wsgi" in arguments
    assert os.environ["SITE_URL"] == "http://127.0.0.1:0"


@pytest.mark.parametrize(("jobs", "workers"), [("embedded", 1), ("celery", 0), ("inline", 0)])
def test_worker_begins_beside_the_server_where_the_work_is_its_own(monkeypatch, settings, capsys, jobs, workers):
    settings.JOBS = jobs
    begun: list[str] = []
    monkeypatch.setattr(keeping, "keep_worker", lambda listening: begun.append(f"worker without {listening}"))
    with socket.socket() as listener:
        gunicorn_settings.when_ready(SimpleNamespace(LISTENERS=[listener]))

        assert begun == [f"worker without {[listener.fileno()]}"] * workers


def test_worker_that_dies_is_replaced(monkeypatch):
    class Enough(Exception):
        pass

    begun: list[int] = []

    def begin(_listening: object) -> int:
        if len(begun) == 3:
            raise Enough
        begun.append(os.posix_spawn(sys.executable, [sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"], {}))
        return begun[-1]

    monkeypatch.setattr(keeping, "begin_worker", begin)
    monkeypatch.setattr(keeping, "PAUSE", 0)
    with pytest.raises(Enough):
        keeping._keep(begin([]), [])
    for worker in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(worker, os.WNOHANG)


def test_a_port_in_use_is_said_before_anything_is_done(became, monkeypatch, taken_port):
    monkeypatch.setenv("HOST", "127.0.0.1")
    monkeypatch.setenv("PORT", str(taken_port))

    with pytest.raises(CommandError, match=f"Port {taken_port} is taken.*PORT={taken_port + 1}"):
        call_command("serve")
    assert became == []


@pytest.mark.parametrize(
    ("host", "port"),
    [("127.0.0.1", "eighty"), ("127.0.0.1", "99999999"), ("203.0.113.1", "8000")],
    ids=["no number", "no port", "address of another machine"],
)
def test_an_address_that_cannot_be_served_is_said(became, monkeypatch, host, port):
    monkeypatch.setenv("HOST", host)
    monkeypatch.setenv("PORT", port)

    with pytest.raises(CommandError, match="Cannot serve on"):
        call_command("serve")
    assert became == []


def test_access_log_keeps_what_readers_search_for_to_itself():
    query, request_line, address, referrer = "%(q)s", "%(r)s", "%(h)s", "%(f)s"

    assert not any(part in gunicorn_settings.access_log_format for part in (query, request_line, address, referrer))
    assert gunicorn_settings.accesslog is None


def test_the_address_is_told_when_the_site_answers(monkeypatch, settings, capsys):
    settings.JOBS = "inline"
    monkeypatch.setenv("SITE_URL", "https://chronology.example")
    gunicorn_settings.when_ready(None)

    assert "https://chronology.example" in capsys.readouterr().out

"""What every answer says about security, and what changes when the site is public."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.urls import reverse

PROJECT = Path(__file__).resolve().parents[1]


@pytest.fixture
def answer(client, db):
    return client.get(reverse("admin:login"))


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
    ],
)
def test_answers_carry_the_header(answer, header, value):
    assert answer.headers[header] == value


def test_content_policy_allows_nothing_inline_and_no_other_host(answer):
    policy = dict(part.strip().partition(" ")[::2] for part in answer.headers["Content-Security-Policy"].split(";"))

    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == "'none'"
    assert not any("unsafe" in sources or "http" in sources or "*" in sources for sources in policy.values())


@pytest.mark.parametrize("feature", ["camera", "microphone", "geolocation", "payment", "usb", "browsing-topics"])
def test_pages_may_not_ask_for_the_device(answer, feature):
    assert f"{feature}=()" in answer.headers["Permissions-Policy"]


def settings_with(tmp_path: Path, **environment: str) -> dict[str, object]:
    """The settings as a new process reads them."""
    code = (
        "import json; from timeline import settings; "
        "print(json.dumps({k: v for k, v in vars(settings).items() if k.isupper()}, default=lambda value: None))"
    )
    process = subprocess.run(
        [sys.executable, "-c", code],
        cwd=PROJECT,
        env={**os.environ, "AIDE_MEMOIRE_DATA": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(process.stdout)


def test_https_site_hardens_its_cookies_and_transport(tmp_path):
    settings = settings_with(tmp_path, SITE_URL="https://chronology.example")

    assert settings["SECURE_SSL_REDIRECT"]
    assert settings["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["CSRF_COOKIE_SECURE"]
    assert settings["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert "chronology.example" in settings["ALLOWED_HOSTS"]


def test_plain_site_does_not_send_its_readers_to_https(tmp_path):
    settings = settings_with(tmp_path, SITE_URL="http://127.0.0.1:8000")

    assert not settings.get("SECURE_SSL_REDIRECT", False)
    assert not settings.get("SESSION_COOKIE_SECURE", False)


def test_secret_key_is_made_once_and_for_its_owner_only(tmp_path):
    first = settings_with(tmp_path, SECRET_KEY="")["SECRET_KEY"]
    second = settings_with(tmp_path, SECRET_KEY="")["SECRET_KEY"]

    assert first == second
    assert len(str(first)) >= 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_database_url_switches_to_postgresql(tmp_path):
    database = settings_with(tmp_path, DATABASE_URL="postgres://reader:word@localhost/chronology")["DATABASES"][
        "default"
    ]

    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert "init_command" not in database.get("OPTIONS", {})


def test_public_settings_pass_djangos_deployment_checklist(tmp_path):
    process = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=PROJECT,
        env={**os.environ, "AIDE_MEMOIRE_DATA": str(tmp_path), "SITE_URL": "https://chronology.example", "DEBUG": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert process.returncode == 0, process.stderr

"""Prepare the site and serve it with gunicorn, in this same process."""

import errno
import os
import socket
import sys
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Prepare the site (see `prepare`) and serve it. HOST and PORT say where; the default is 127.0.0.1:8000."

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = os.environ.setdefault("HOST", "127.0.0.1"), os.environ.setdefault("PORT", "8000")
        self._require_free(host, port)
        call_command("prepare", stdout=self.stdout, stderr=self.stderr)
        self.stdout.flush()
        os.environ.setdefault("SITE_URL", f"http://{host}:{port}")
        # A new process image: the server forks, and must not inherit connections, threads or a language model.
        gunicorn = [
            sys.executable,
            "-m",
            "gunicorn",
            "-c",
            "python:timeline.serving.gunicorn_settings",
            "timeline.wsgi",
        ]
        os.execv(gunicorn[0], gunicorn)  # noqa: S606  # No shell is wanted: the arguments are ours.

    def _require_free(self, host: str, port: str) -> None:
        """Say it now and plainly, rather than after a minute of preparation."""
        if not port.isdecimal() or int(port) > 65535:
            raise CommandError(f"Cannot serve on port {port}: it must be a number up to 65535.")
        try:
            family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            with socket.socket(family, kind, protocol) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(address)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise CommandError(
                    f"Port {port} is taken by another program. Choose another: make run PORT={int(port) + 1}"
                ) from error
            raise CommandError(f"Cannot serve on {host}:{port}: {error.strerror}. Set HOST and PORT.") from error

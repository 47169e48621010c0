"""Serves the peers' pages: `python -m bench.reading.files PORT PEERS CACHE`. Compressed, as any web server would."""

from __future__ import annotations

import gzip
import sys
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

_TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json"}


def main() -> None:
    port, peers, cache = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    _Files.folders = {"": peers, "/made": cache}
    ThreadingHTTPServer(("127.0.0.1", port), _Files).serve_forever()


class _Files(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folders: dict[str, Path]

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        prefix = "/made" if path.startswith("/made/") else ""
        file = (self.folders[prefix] / path.removeprefix(f"{prefix}/").lstrip("/")).resolve()
        if not file.is_relative_to(self.folders[prefix]) or not file.is_file():
            self.send_error(404)
            return
        body, encoding = _content(file)
        self.send_response(200)
        self.send_header("Content-Type", f"{_TYPES.get(file.suffix, 'application/octet-stream')}; charset=utf-8")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=3600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # The base class names it so.
        """Nothing."""


@lru_cache(maxsize=64)
def _content(file: Path) -> tuple[bytes, str]:
    """The body and how it is encoded; what was compressed beforehand is sent as it is."""
    compressed = file.with_name(f"{file.name}.gz")
    if compressed.exists():
        return compressed.read_bytes(), "gzip"
    if file.suffix in _TYPES:
        return gzip.compress(file.read_bytes(), 6), "gzip"
    return file.read_bytes(), ""


if __name__ == "__main__":
    main()

"""How long the server takes for each page of the seed chronology, and what a first visit weighs."""

from __future__ import annotations

import http.client
import os
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from bench.report import command_line, percentile, publish, table
from tests.browser.server import running_site, whereabouts
from tests.browser.visits import first_visit, launch_chromium

WARM_UP, ROUNDS = 20, 200


def main() -> None:
    arguments = command_line(str(__doc__)).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with running_site(data, Path(folder) / "log.txt") as address:
            get = _over_http(address)
            paths = _pages(get("/").decode())
            served = {path: _timings(get, path) for path in paths}
            with sync_playwright() as playwright:
                browser = launch_chromium(playwright)
                weights = {path: first_visit(browser, f"{address}{path}") for path in paths}
                browser.close()
        get = _in_process(data)
        called = {path: _timings(get, path) for path in paths}

    rows = [
        [
            f"`{re.sub('[0-9a-f]{12,}', '…', path)}`",
            *(f"{percentile(called[path], share):.1f}" for share in (50, 95)),
            *(f"{percentile(served[path], share):.1f}" for share in (50, 95)),
            f"{weights[path].kilobytes_of_page:.1f}",
            f"{weights[path].kilobytes:.1f}",
            len(weights[path].files),
        ]
        for path in paths
    ]
    head = ["page", "Django p50 ms", "p95", "gunicorn p50 ms", "p95", "HTML, CSS, JS kB", "all kB", "requests"]
    publish("pages", table(head, rows), write=arguments.write)


Get = Callable[[str], bytes]


def _pages(chronology: str) -> list[str]:
    """The chronology, plain and filtered, and one page of each kind that it links to."""
    found = [re.search(rf'href="(/{kind}/[\w-]+/)', chronology) for kind in ("events", "actors", "sources")]
    linked = [match[1] for match in found if match]
    return ["/", "/?when=2021", "/?q=Moscou", *linked, "/undated/", "/method/"]


def _over_http(address: str) -> Get:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)

    def get(path: str) -> bytes:
        connection.request("GET", path, headers={"Accept-Language": "fr"})
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}.")
        return body

    return get


def _in_process(data: Path) -> Get:
    os.environ |= {**whereabouts(data), "DEBUG": "", "DJANGO_SETTINGS_MODULE": "timeline.settings"}
    import django

    django.setup()
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1", "accept-language": "fr"})

    def get(path: str) -> bytes:
        answer = client.get(path)
        if answer.status_code != 200:
            raise SystemExit(f"{path} answered {answer.status_code}.")
        return bytes(answer.content)

    return get


def _timings(get: Get, path: str) -> list[float]:
    """Milliseconds of each of ROUNDS requests, one after the other."""
    for _ in range(WARM_UP):
        get(path)
    timings = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        get(path)
        timings.append((time.perf_counter() - begin) * 1000)
    return timings


if __name__ == "__main__":
    main()

"""How long a client on the same machine waits for each answer, when one asks and when eight ask at once."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from bench.reading.figures import Figures
from bench.report import percentile

REQUESTS = 100
"""In each round, of all clients together, unless SECONDS are over before."""
FEWEST = 2
"""Of each client, however long they take."""
SECONDS = 6.0
WARM_UP = 5
HOPELESS = 10_000
"""Milliseconds of a first answer from which the question is not asked on."""
CLIENTS = (1, 8)
TIMEOUT = 120
# As a browser asks: French, and compressed where the server can.
_HEADERS = {"Accept-Language": "fr", "Accept-Encoding": "gzip", "Accept": "text/html"}


def asked(address: str, paths: Iterator[str]) -> Figures:
    """Milliseconds until the whole answer is there: p50 and p95 at each number of clients; kB of an answer."""
    figures: dict[str, float | None] = {}
    first = _Client(address, list(islice(paths, WARM_UP)), SECONDS)
    if not _run([first]) or max(first.waits) > HOPELESS:
        return {"p50 at 1": max(first.waits, default=None), "p95 at 1": None, "p95 at 8": None}
    for clients in CLIENTS:
        each = max(REQUESTS // clients, FEWEST)
        crowd = [_Client(address, list(islice(paths, each)), SECONDS) for _ in range(clients)]
        if not _run(crowd):
            return {**figures, f"p95 at {clients}": None}
        waits = [wait for client in crowd for wait in client.waits]
        figures |= {f"p50 at {clients}": percentile(waits, 50), f"p95 at {clients}": percentile(waits, 95)}
        figures[f"requests at {clients}"] = len(waits)
        figures["kB"] = crowd[0].bytes / len(crowd[0].waits) / 1000
    return figures


def wake(address: str) -> None:
    """Let every worker behind the address load what it keeps: they share neither memory nor their first visitor."""
    _run([_Client(address, ["/"] * 4, TIMEOUT) for _ in range(2 * max(CLIENTS))])


def _run(crowd: Sequence[_Client]) -> bool:
    """Whether every answer came; says which did not."""
    threads = [threading.Thread(target=client.run) for client in crowd]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    failures = {client.failure for client in crowd if client.failure}
    for failure in failures:
        print(f"  {failure}")
    return not failures


@dataclass
class _Client:
    """Asks for its paths one after the other on one connection."""

    address: str
    paths: Sequence[str]
    seconds: float
    failure: str = ""
    bytes: int = 0

    def __post_init__(self) -> None:
        self.waits: list[float] = []

    def run(self) -> None:
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=TIMEOUT)
        deadline = time.monotonic() + self.seconds
        try:
            for path in self.paths:
                if len(self.waits) >= FEWEST and time.monotonic() > deadline:
                    break
                self._ask(connection, path)
        except (OSError, http.client.HTTPException) as error:
            self.failure = f"{self.address} failed: {error!r}"
        finally:
            connection.close()

    def _ask(self, connection: http.client.HTTPConnection, path: str) -> None:
        begin = time.perf_counter()
        connection.request("GET", path, headers=_HEADERS)
        answer = connection.getresponse()
        self.bytes += len(answer.read())
        self.waits.append((time.perf_counter() - begin) * 1000)
        if answer.status != 200:
            raise http.client.HTTPException(f"{path} answered {answer.status}")

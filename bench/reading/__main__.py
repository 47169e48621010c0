"""The reading room beside its peers: in Chromium, by the latency of its servers, and by Lighthouse."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable

from bench.reading import documents, installing, rounds
from bench.reading.results import Measured, Sizes, keep, kept
from bench.report import PROJECT, command_line, publish
from bench.synthetic.cache import Made, made
from tests.browser.visits import CHROMIUM

SIZES = [100, 1_000, 10_000, 100_000, 1_000_000]
AUDITED = 10_000
PARTS = ("browser", "servers", "lighthouse")
IN_CHROMIUM = ("browser", "lighthouse")
NEEDED: dict[str, Callable[[], bool]] = {
    "browser": installing.npm_packages,
    "servers": installing.datasette,
    "lighthouse": installing.npm_packages,
}
WORDED: dict[str, Callable[[Sizes], str]] = {
    "browser": documents.browser,
    "servers": documents.servers,
    "lighthouse": documents.lighthouse,
}


def main() -> None:
    arguments = _arguments()
    # Asked to end, it ends what it started, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    for part in arguments.parts:
        if part in IN_CHROMIUM and not CHROMIUM:
            print(f"Chromium is missing: no {part}.")
            continue
        peers = arguments.only != "ours" and NEEDED[part]()
        if part == "lighthouse" and not peers:
            continue
        sizes = kept(part, published=arguments.write)
        for events in [AUDITED] if part == "lighthouse" else arguments.sizes:
            sizes[events] = _measured(part, made(events), arguments.rounds, peers=peers)
            # Kept after each size: a long run that is broken off has not been for nothing.
            path = keep(part, sizes, published=arguments.write)
        publish(f"reading-{part}", WORDED[part](sizes), write=arguments.write)
        print(f"Every round is in {path.relative_to(PROJECT)}.")


def _measured(part: str, chronology: Made, number: int, *, peers: bool) -> Measured:
    match part:
        case "browser":
            return rounds.browser(chronology, number, peers=peers)
        case "servers":
            return rounds.servers(chronology, number, peers=peers)
    return rounds.lighthouse(chronology, number)


def _arguments() -> argparse.Namespace:
    parser = command_line(str(__doc__))
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, metavar="EVENTS", help="how many events")
    parser.add_argument("--rounds", type=int, default=5, help="of which the medians are taken")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="what to measure")
    parser.add_argument("--only", choices=["ours"], help="leave the peers out")
    return parser.parse_args()


if __name__ == "__main__":
    main()

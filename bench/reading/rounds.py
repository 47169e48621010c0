"""Each part, round by round: every page and every server in turn, so that what else the machine does meets them all."""

from __future__ import annotations

from contextlib import ExitStack

from playwright.sync_api import sync_playwright

from bench.reading import audits, latency, serving, sights, subjects
from bench.reading.asking import KINDS
from bench.reading.results import Measured
from bench.synthetic.cache import Made

ASKED_ACTOR = 9
"""The tenth most frequent: what pages are filtered to."""
TOO_LATE = 5_000
"""Milliseconds until the first marks from which a page is not tried on a slower processor."""


def browser(made: Made, rounds: int, *, peers: bool) -> Measured:
    measured = Measured()
    actor = made.questions.ranked[ASKED_ACTOR]
    with ExitStack() as running:
        site = running.enter_context(serving.our_site(made))
        latency.wake(site)
        looked_at = [subjects.ours(site)]
        if peers:
            looked_at += subjects.peers(running.enter_context(serving.peer_pages()), made)
        chromium = sights.launch(running.enter_context(sync_playwright()))
        running.callback(chromium.close)
        for subject in looked_at:
            reached = sights.reached_by_tab(chromium, subject)
            measured.remarks[subject.name] = "an event by Tab" if reached else "no event by Tab"
        for number in range(rounds):
            for subject in looked_at:
                _say(made, number, rounds, subject.name)
                figures = {**sights.visit(chromium, subject), **sights.filtering(chromium, subject, actor)}
                if (figures["first"] or TOO_LATE) < TOO_LATE:
                    figures |= sights.slow_visit(chromium, subject)
                measured.add(subject.name, figures)
    return measured


def servers(made: Made, rounds: int, *, peers: bool) -> Measured:
    measured = Measured()
    with ExitStack() as running:
        addresses = {"ours": running.enter_context(serving.our_site(made))}
        if peers:
            addresses["floor"] = running.enter_context(serving.floor(made))
            if serving.DATASETTE.exists():
                addresses["Datasette"] = running.enter_context(serving.datasette(made))
        for address in addresses.values():
            latency.wake(address)
        for number in range(rounds):
            for kind in KINDS:
                _say(made, number, rounds, kind.name)
                for server, address in addresses.items():
                    # Each round goes on where the one before stopped asking.
                    paths = kind.paths(server, made.questions, number * 2 * latency.REQUESTS)
                    if paths:
                        measured.add(f"{server}: {kind.name}", latency.asked(address, paths))
    return measured


def lighthouse(made: Made, rounds: int) -> Measured:
    measured = Measured()
    pages = {"chronology": "/", "event": f"/events/{made.questions.events[0]}/"}
    with serving.our_site(made) as site:
        latency.wake(site)
        for number in range(rounds):
            for name, path in pages.items():
                _say(made, number, rounds, f"Lighthouse, {name}")
                figures, wanting = audits.audit(f"{site}{path}")
                measured.add(name, figures)
                measured.remarks[name] = ", ".join(wanting)
    return measured


def _say(made: Made, number: int, rounds: int, what: str) -> None:
    print(f"{made.events:,} events, round {number + 1} of {rounds}: {what}", flush=True)

"""What an editor does at the review, as requests, each timed from the handler's first to its last line."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.test import Client

from timeline.models import Actor, Event
from timeline.serving.accounts import Role, give_role

_ADDRESS = re.compile(r'action="(/review/events/[^"]+/decide/)')
_VERSION = re.compile(r'name="version" value="(\d+)"')
_PASSAGE = re.compile(r'name="passage" value="([^"]+)" form="split"')
_INTO = re.compile(r'name="into" value="([^"]+)"')


@dataclass
class Editor:
    """Signed in; presses what the last page offered, as the page's script does."""

    client: Client
    page: str = ""
    times: dict[str, list[float]] = field(default_factory=dict)
    """Milliseconds by the clock."""
    cpu: dict[str, list[float]] = field(default_factory=dict)
    """Those of the processor alone: what is left of them where other work runs beside."""

    def get(self, name: str, address: str, **data: str) -> None:
        self._timed(name, lambda: self.client.get(address, data))

    def decide(self, name: str, decision: str, **answers: Any) -> None:
        address, version = _ADDRESS.search(self.page), _VERSION.search(self.page)
        if address is None or version is None:
            raise SystemExit(f"{name}: no proposal on the page.")
        form = {"decision": decision, "version": version[1], **answers}
        self._timed(name, lambda: self.client.post(address[1], form, headers={"hx-request": "true"}))

    def undo(self) -> None:
        self._timed("undo", lambda: self.client.post("/review/undo/", headers={"hx-request": "true"}))

    def offered(self, pattern: re.Pattern[str]) -> str | None:
        found = pattern.search(self.page)
        return found[1] if found else None

    def _timed(self, name: str, ask: Callable[[], Any]) -> None:
        begin, worked = time.perf_counter(), time.process_time()
        answer = ask()
        took, worked = (time.perf_counter() - begin) * 1000, (time.process_time() - worked) * 1000
        if answer.status_code != 200:
            raise SystemExit(f"{name} answered {answer.status_code}.")
        self.page = answer.content.decode()
        self.times.setdefault(name, []).append(took)
        self.cpu.setdefault(name, []).append(worked)


def signed_in() -> Editor:
    user = User.objects.create_user("bench")
    give_role(user, Role.PUBLISHER)
    client = Client(headers={"host": "127.0.0.1", "accept-language": "fr"})
    client.force_login(user)
    return Editor(client)


def ask_all(editor: Editor, rounds: int) -> None:
    """Every kind of request in turn, so that none finds the database as it left it itself."""
    proposals = list(Event.objects.waiting().in_order_of_review().values_list("public_id", flat=True)[::97])
    actors = list(Actor.objects.order_by("pk").values_list("slug", flat=True)[:50])
    for number in range(rounds):
        editor.get("the queue", "/review/")
        editor.get("a proposal far down", f"/review/events/{proposals[-1 - number]}/")
        editor.get("the queue of an actor", "/review/", actor=actors[number % len(actors)])
        editor.get("the queue of a year", "/review/", when=str(1960 + number % 60))
        editor.get("the queue", "/review/")
        editor.decide("accept", "accept")
        editor.decide("refuse", "refuse")
        editor.decide("correct", "correct", kind="meeting", date="2 novembre 2021")
        editor.decide("another kind", "kind", kind="call")
        if into := editor.offered(_INTO):
            editor.decide("merge", "merge", into=into)
        if passage := editor.offered(_PASSAGE):
            editor.decide("split", "split", passage=passage)
        editor.undo()

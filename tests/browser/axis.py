"""What the tests of the axis share: where its parts are, what it shows, and data to show."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

STAGE = ".axis__stage"
EVENTS = "chronology-axis a.axis__event"
COUNTS = "chronology-axis button.axis__event"
LANES = ".axis__lanes"
SAVE = ".axis__save"


def draw(page: Page, data: object = None, path: str = "/") -> Page:
    """Open the page with these data behind its axis, or with its own, and wait for the first marks."""
    if data is not None:
        serve(page, data)
    page.goto(path)
    expect(page.locator(".axis__event").first).to_be_attached()
    return page


def view(page: Page) -> dict[str, str]:
    window: dict[str, str] = page.evaluate("document.querySelector('chronology-axis').window")
    return window


def eventually(page: Page, claim: Callable[[], bool]) -> None:
    """The axis comes to rest a moment after the last movement."""
    for _ in range(100):
        if claim():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it did not happen within five seconds")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.tagName"))


def button(page: Page, place: int) -> Locator:
    return page.locator(f".axis__bar > .axis__button:nth-of-type({place})")


FILTER, ZOOM_OUT, ZOOM_IN, FIT, HELP = 1, 2, 3, 4, 5


def answer(count: int, **changes: object) -> dict[str, Any]:
    """Axis data about `count` statements of one day."""
    events = {
        "id": [f"e{place}" for place in range(count)],
        "first": [0] * count,
        "last": [0] * count,
        "precision": ["day"] * count,
        "qualifier": [""] * count,
        "kind": ["statement"] * count,
        "title": ["Organisation du traité de l’Atlantique nord " * 5] * count,
        "date": ["1 janv. 1970"] * count,
        "label": ["1er janvier 1970, déclaration"] * count,
        "sources": [1] * count,
        "options": {},
        "core": {},
    }
    words = {
        "kinds": {"statement": "Déclaration"},
        "counted": {"one": "{count} événement", "other": "{count} événements"},
        "sources": {"one": "{count} source", "other": "{count} sources"},
        "opens": "{count}, {dates} : ouvrir",
        "failed": "Échec : {reason}.",
        "empty": "Rien à dessiner.",
        "retry": "Réessayer",
        "axis": "Axe",
        "file": "chronologie",
        "lanes_many": "Trop d’événements.",
        "others": "Autres",
        "families": {"talks": "Rencontres", "travel": "Visites", "voice": "Paroles", "accord": "Accords"},
    }
    data = {"language": "fr", "total": count, "extent": [0, 0], "window": None, "events": events, "bins": None}
    return {**data, "words": words, "address": "/events/{id}/", **changes}


def serve(page: Page, data: object) -> None:
    body = data if isinstance(data, str) else json.dumps(data)
    page.route("**/axis.json*", lambda route: route.fulfill(body=body, content_type="application/json"))


def enter(page: Page) -> None:
    page.locator(f"{STAGE} [tabindex='0'], {STAGE}[tabindex='0']").first.focus()


def gathering(count: int, **changes: object) -> dict[str, Any]:
    """Axis data about `count` events of 2021, a week apart, of four kinds and with ten actors: two for each event."""
    data = answer(count, actors=[f"Acteur {place}" for place in range(10)])
    first = [18_628 + 7 * place for place in range(count)]
    kinds = ["summit", "visit", "call", "agreement"]
    data["events"] |= {
        "first": first,
        "last": first,
        "kind": [kinds[place % 4] for place in range(count)],
        "title": [f"Événement {place}" for place in range(count)],
        "label": [f"{place}e événement" for place in range(count)],
        "actors": [[place % 10, (place + 1) % 10] if place % 3 else [0, 1] for place in range(count)],
    }
    return {**data, "extent": [first[0], first[-1]], **changes}


def counted(bins: int, **changes: object) -> dict[str, Any]:
    """Axis data about twenty thousand events and more, as counts per day."""
    first = [18_628 + place for place in range(bins)]
    stretches = {"unit": "day", "first": first, "last": first, "count": [40] * bins}
    return {
        **answer(0),
        "total": 40 * bins,
        "extent": [first[0], first[-1]],
        "events": None,
        "bins": stretches,
        **changes,
    }

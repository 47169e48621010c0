"""Articles in words: a sentence for each event, with the offsets of the passage and of the words of its date."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from bench.synthetic.names import Cast, Place, zipf
from timeline.dates import HistoricalDate
from timeline.extraction.records import EventKind

_TOPICS = {
    "fr": (
        "désarmement", "pêche", "frontières", "commerce", "climat", "sécurité", "prisonniers", "élections", "énergie",
        "visas", "sanctions", "réfugiés", "ports", "blé", "gazoducs", "armistice", "traité", "dette", "rails",
        "culture", "satellites", "douanes", "paix", "navigation", "archives", "ambassades", "médiation", "minorités",
    ),
    "en": (
        "disarmament", "fisheries", "borders", "trade", "climate", "security", "prisoners", "elections", "energy",
        "visas", "sanctions", "refugees", "harbours", "wheat", "pipelines", "armistice", "treaty", "debt", "railways",
        "culture", "satellites", "customs", "peace", "shipping", "archives", "embassies", "mediation", "minorities",
    ),
}  # fmt: skip
_DID = {
    "fr": {
        "call": "ont parlé au téléphone",
        "visit": "se sont rendus",
        "statement": "ont déclaré leur accord",
        "": "se sont rencontrés",
    },
    "en": {"call": "spoke by telephone", "visit": "travelled", "statement": "declared that they agreed", "": "met"},
}
_TITLES = {
    "fr": {"meeting": "Rencontre", "summit": "Sommet", "agreement": "Accord", "": "Entretien"},
    "en": {"meeting": "Meeting", "summit": "Summit", "agreement": "Agreement", "": "Talks"},
}


@dataclass(frozen=True, slots=True)
class Telling:
    """What an article is to say of an event."""

    event: int
    kind: str
    date: HistoricalDate
    actors: tuple[int, ...]
    place_number: int | None
    place: Place | None


@dataclass(frozen=True, slots=True)
class Passage:
    telling: Telling
    start: int
    """Offsets in characters of the article's text."""
    end: int
    quote: str
    time_start: int
    time_end: int


def worded_title(kind: EventKind, matter: str, language: str) -> str:
    titles = _TITLES[language]
    return f"{titles.get(kind.value, titles[''])} {'sur' if language == 'fr' else 'on'} {matter}"


def article_text(
    tellings: Sequence[Telling], language: str, cast: Cast, chance: random.Random
) -> tuple[str, str, list[Passage]]:
    """The title, the text that begins with it, and where each event is told."""
    title = _title(language, cast, chance)
    parts, length, passages = [title, "\n\n"], len(title) + 2, []
    for place, telling in enumerate(tellings):
        quote, time_start, time_end = _sentence(telling, language, cast, chance)
        start, end = length, length + len(quote)
        passages.append(Passage(telling, start, end, quote, start + time_start, start + time_end))
        after = "\n\n" if place % 5 == 4 else f" {_aside(language, cast, chance)} "
        parts += [quote, after]
        length = end + len(after)
    return title, "".join(parts), passages


def _title(language: str, cast: Cast, chance: random.Random) -> str:
    topic = chance.choice(_TOPICS[language]).capitalize()
    return (
        f"{topic} : l’affaire {_matter(cast, chance)}"
        if language == "fr"
        else f"{topic}: the {_matter(cast, chance)} case"
    )


def _sentence(telling: Telling, language: str, cast: Cast, chance: random.Random) -> tuple[str, int, int]:
    """The passage, and where the words of its date begin and end in it."""
    when = telling.date.in_words(language)
    joint, about, at = (" et ", "au sujet de", "à") if language == "fr" else (" and ", "about", "in")
    who = joint.join(cast.actors[actor].name for actor in telling.actors)
    did = _DID[language].get(telling.kind, _DID[language][""])
    where = (f" {at} {telling.place.name_fr if language == 'fr' else telling.place.name_en}") if telling.place else ""
    before = f"{who} {did}{where} ("
    topics = chance.sample(_TOPICS[language], 2)
    quote = f"{before}{when}), {about} {topics[0]}, {topics[1]}{joint}{_matter(cast, chance)}."
    return quote, len(before), len(before) + len(when)


def _aside(language: str, cast: Cast, chance: random.Random) -> str:
    topic, matter = chance.choice(_TOPICS[language]), _matter(cast, chance)
    if language == "fr":
        return f"Les dossiers ({topic}, {matter}) restent ouverts, disent les diplomates."
    return f"The files ({topic}, {matter}) remain open, diplomats say."


def _matter(cast: Cast, chance: random.Random) -> str:
    return chance.choices(cast.matters, cum_weights=zipf(len(cast.matters)))[0]

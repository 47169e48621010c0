"""The knowledge files → entries. Nothing here decides; it only reads what the files say."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from timeline.dates import HistoricalDate
from timeline.extraction.records import ActorKind
from timeline.knowledge.entries import Actor, Group, Name, Place, Role, Seat, State, Tenure, Treaty
from timeline.knowledge.folding import slug

FOLDER = Path(__file__).parent

GENERAL_KNOWLEDGE = "general knowledge of the project"
OFFICE_OF_THE_HISTORIAN = "Office of the Historian, US Department of State"


def read_states() -> Iterator[tuple[Actor, State]]:
    for code, row in _toml("states.toml").items():
        key = f"state:{code}"
        names = _names(row, "names")
        actor = Actor(key, ActorKind.STATE, row["iso"], row["en"], row["fr"], names)
        capital = f"city:{row['capital_id']}" if "capital_id" in row else ""
        yield (
            actor,
            State(
                key,
                _names(row, "people"),
                tuple(row.get("prefixes", ())),
                _names(row, "capital"),
                capital,
                row["leader"],
                row.get("capital_stands_for", key),
            ),
        )


def read_organisations() -> Iterator[tuple[Actor, tuple[Name, ...]]]:
    """With the adjectives for each, where it has any."""
    for code, row in _toml("organisations.toml").items():
        actor = Actor(
            key=f"organisation:{code}",
            kind=ActorKind.ORGANISATION,
            standard_name=row["en"],
            name_en=row["en"],
            name_fr=row["fr"],
            names=_names(row, "names"),
            media=row.get("media", False),
            state=f"state:{row['state']}" if "state" in row else "",
            members=tuple(row.get("members", ())),
        )
        yield actor, _names(row, "people")


def read_seats() -> Iterator[Seat]:
    for row in _toml("seats.toml")["seat"]:
        yield Seat(f"state:{row['state']}", row.get("office", ""), _names(row, ""))


def read_groups() -> Iterator[Group]:
    for row in _toml("groups.toml")["group"]:
        yield Group(tuple(f"state:{code}" for code in row["states"]), _names(row, ""))


def read_treaties() -> Iterator[Treaty]:
    for code, row in _toml("treaties.toml").items():
        yield Treaty(
            key=f"treaty:{code}",
            kind=row["kind"],
            name_en=row["en"],
            name_fr=row["fr"],
            signed=HistoricalDate.parse(row["signed"]),
            place=row.get("place", ""),
            parties=tuple(row["parties"]),
            names=_names(row, "names"),
            short=_names(row, "short"),
            usual=row.get("usual", False),
        )


def read_roles() -> Iterator[Role]:
    for key, row in _toml("roles.toml").items():
        yield Role(
            key=key,
            label_en=row["label_en"],
            label_fr=row["label_fr"],
            words=_names(row, ""),
            plurals=_names(row, "plural"),
            principal=row.get("principal", False),
            state_only=row.get("state_only", False),
            shared=row.get("shared", False),
        )


def read_tenures() -> Iterator[tuple[str, Tenure]]:
    """With the person's name as the file has it."""
    for row in _csv("tenures.csv"):
        yield row["person"], _tenure(row, GENERAL_KNOWLEDGE)


def read_us_offices() -> Iterator[tuple[str, str, Tenure]]:
    """With the person's name and, where the origin has a fuller one, that name."""
    for row in _csv("offices.csv"):
        origin = f"{OFFICE_OF_THE_HISTORIAN}, {row['source']}"
        yield row["person"], row["other_name"], _tenure(row, origin)


def read_person_names() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """English name, French name, other spellings."""
    for row in _csv("persons.csv"):
        yield row["name_en"], row["name_fr"] or row["name_en"], tuple(filter(None, row["other_names"].split(";")))


def read_regions() -> Iterator[Place]:
    for code, row in _toml("regions.toml").items():
        latitude, longitude = row["position"]
        yield Place(
            key=f"region:{code}",
            name_en=row["en"],
            name_fr=row["fr"],
            country=row.get("country", ""),
            latitude=latitude,
            longitude=longitude,
            names=_names(row, "names"),
            eminent=True,
        )


def read_cities() -> Iterator[Place]:
    for row in _csv("cities.csv"):
        name_en, name_fr = row["name_en"], row["name_fr"] or row["name_en"]
        spellings = dict.fromkeys((name_en, name_fr, *filter(None, row["other_names"].split(";"))))
        yield Place(
            key=f"city:{row['geonames_id']}",
            name_en=name_en,
            name_fr=name_fr,
            country=row["country"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            names=tuple(Name(spelling) for spelling in spellings),
            population=int(row["population"]),
            eminent=row["curated"] == "1",
        )


def _tenure(row: Mapping[str, str], origin: str) -> Tenure:
    return Tenure(
        person=f"person:{slug(row['person'])}",
        role=row["role"],
        of=row["of"],
        to=row["to"],
        date=HistoricalDate.parse(row["dates"]),
        origin=origin,
        title=row.get("office_en", ""),
    )


def _names(row: Mapping[str, Any], field: str) -> tuple[Name, ...]:
    """Of `names_en` and `names_fr`; of `en` and `fr` where `field` is empty."""
    prefix = f"{field}_" if field else ""
    return tuple(Name(text, language) for language in ("en", "fr") for text in row.get(prefix + language, ()))


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text("utf-8"))


def _csv(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)

"""Which values of which rows the history keeps. References are kept by the keys that outlive the rows' numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Model

from timeline.models import (
    Actor,
    ActorName,
    Chronology,
    Citation,
    Event,
    Participation,
    Place,
    Source,
    Tenure,
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A model, as far as its history goes."""

    model: type[Model]
    values: Mapping[str, str]
    """For each field, where its value is found."""
    subject: str = ""
    """The reference to what the row belongs to; empty where it stands for itself."""

    @property
    def name(self) -> str:
        return str(self.model._meta.model_name)

    def of(self, row: Model) -> dict[str, Any]:
        """The values as the row in memory has them."""
        return {field: _follow(row, path.split("__")) for field, path in self.values.items()}

    def stored(self, pk: int) -> dict[str, Any] | None:
        paths = {f"value_{field}": F(path) for field, path in self.values.items()}
        found = self.model._base_manager.filter(pk=pk).values(**paths).first()
        return {name.removeprefix("value_"): value for name, value in found.items()} if found else None

    def subject_of(self, row: Model) -> tuple[str, int]:
        if not self.subject:
            return self.name, row.pk
        reference = row._meta.get_field(self.subject)
        assert reference.related_model is not None
        assert not isinstance(reference.related_model, str)
        return str(reference.related_model._meta.model_name), getattr(row, f"{self.subject}_id")


def _follow(row: Any, path: list[str]) -> Any:
    for name in path:
        row = getattr(row, name) if row is not None else None
    return row


def _plainly(*names: str, **elsewhere: str) -> dict[str, str]:
    return {name: name for name in names} | elsewhere


NOUNS = {
    noun.model: noun
    for noun in (
        Noun(
            Event,
            _plainly(
                *(
                    "edtf",
                    "wording",
                    "derivation",
                    "kind",
                    "title_fr",
                    "title_en",
                    "sequence",
                    "status",
                    "reviewed",
                    "locked",
                ),
                place="place__key",
            ),
        ),
        Noun(Participation, _plainly("role", actor="actor__key"), "event"),
        Noun(Citation, _plainly("state", "refusal", event="event__public_id")),
        Noun(Actor, _plainly("kind", "name_fr", "name_en", "wikidata", "key", "slug")),
        Noun(ActorName, _plainly("name", "language"), "actor"),
        Noun(Tenure, _plainly("office_fr", "office_en", "edtf", "origin"), "actor"),
        Noun(Place, _plainly("name_fr", "name_en", "country", "latitude", "longitude", "key")),
        Noun(
            Source,
            _plainly(
                "title", "publisher", "author", "url", "language", "edtf", "state", reprint_of="reprint_of__sha256"
            ),
        ),
        Noun(Chronology, _plainly("slug", "title_fr", "title_en", "about_fr", "about_en")),
    )
}
BY_NAME = {noun.name: noun for noun in NOUNS.values()}

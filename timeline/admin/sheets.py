"""What a form of the desk holds, as plain values that can be compared: as it is stored, and as somebody typed it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.forms.models import model_to_dict
from django.http import QueryDict
from django.utils.translation import gettext as _

from timeline.admin.typed_date_field import TypedDateField
from timeline.dates import HistoricalDate, InvalidDate
from timeline.wording import date_words

Row = dict[str, Any]
Values = dict[str, Any]
"""A value for each field; a list of rows for each table. All of it survives JSON."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows below a form that belong to it: who took part, names, offices."""

    prefix: str
    label: str
    fields: Mapping[str, forms.Field]
    identity: tuple[str, ...]
    """The fields by which a row is known when its number in the database is another; none where it keeps its number."""
    names: Mapping[str, str]
    """What each stored row is called, by its number; only where the fields themselves do not tell."""
    can_delete: bool

    def typed(self, post: QueryDict) -> list[Row]:
        """The rows that the browser sent, without those taken out and those left empty."""
        old = _number(post, f"{self.prefix}-INITIAL_FORMS")
        rows = []
        for index in range(_number(post, f"{self.prefix}-TOTAL_FORMS")):
            before = f"{self.prefix}-{index}"
            row = {name: _sent(field, post, f"{before}-{name}") for name, field in self.fields.items()}
            is_empty = index >= old and all(
                same(field, field.initial, row[name]) for name, field in self.fields.items()
            )
            if not is_empty and not (self.can_delete and post.get(f"{before}-DELETE")):
                rows.append(row | {"id": post.get(f"{before}-id", "")})
        return rows

    def sent_for(self, wanted: list[Row], stored: list[Row]) -> Iterator[tuple[str, str]]:
        """What a browser would send to make the rows that are stored those that are wanted."""
        homes = self._homes(wanted, stored)
        kept = [homes.get(str(row["id"])) for row in stored]
        added = [row for row in wanted if not any(row is home for home in kept)]
        yield f"{self.prefix}-TOTAL_FORMS", str(len(stored) + len(added))
        yield f"{self.prefix}-INITIAL_FORMS", str(len(stored))
        for index, (row, home) in enumerate(zip(stored, kept, strict=True)):
            yield f"{self.prefix}-{index}-id", str(row["id"])
            yield from self._fields_sent(index, home or row)
            if home is None and self.can_delete:
                yield f"{self.prefix}-{index}-DELETE", "on"
        for index, row in enumerate(added, len(stored)):
            yield from self._fields_sent(index, row)

    def _homes(self, wanted: list[Row], stored: list[Row]) -> dict[str, Row]:
        """For the number of each stored row, the wanted row that it becomes: by number, or by what it is known by."""
        numbers = {str(row["id"]) for row in stored}
        homes = {str(row["id"]): row for row in wanted if str(row["id"]) in numbers}
        free = [row for row in wanted if str(row["id"]) not in numbers]
        for row in stored if self.identity else ():
            if str(row["id"]) not in homes:
                like = next((one for one in free if self._known_by(one) == self._known_by(row)), None)
                if like is not None:
                    homes[str(row["id"])] = like
                    free = [one for one in free if one is not like]
        return homes

    def _known_by(self, row: Row) -> tuple[str, ...]:
        return tuple(plain(self.fields[name], row[name]) for name in self.identity)

    def _fields_sent(self, index: int, row: Row) -> Iterator[tuple[str, str]]:
        for name, field in self.fields.items():
            yield f"{self.prefix}-{index}-{name}", plain(field, row[name])

    def in_words(self, rows: list[Row]) -> list[str]:
        return [self._in_words(row) for row in rows]

    def _in_words(self, row: Row) -> str:
        values = " · ".join(shown(field, row[name]) for name, field in self.fields.items() if row[name])
        name = self.names.get(str(row["id"]))
        return f"{name}: {values}" if name else values

    def content(self, rows: list[Row]) -> list[tuple[str, ...]]:
        """What the rows say, whatever their numbers are where they are known by what they say."""
        rows_said = (tuple(plain(field, row[name]) for name, field in self.fields.items()) for row in rows)
        if self.identity:
            return sorted(rows_said)
        return sorted((str(row["id"]), *said) for row, said in zip(rows, rows_said, strict=True))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The fields and the tables of one form."""

    fields: Mapping[str, forms.Field]
    tables: tuple[Table, ...]

    def stored(self, instance: Model, rows: Mapping[str, list[Model]]) -> Values:
        values: Values = model_to_dict(instance, fields=list(self.fields))
        for table in self.tables:
            values[table.prefix] = [
                {"id": row.pk} | model_to_dict(row, fields=list(table.fields)) for row in rows[table.prefix]
            ]
        survived: Values = json.loads(json.dumps(values, cls=DjangoJSONEncoder))
        return survived

    def typed(self, post: QueryDict) -> Values:
        values = {name: _sent(field, post, name) for name, field in self.fields.items()}
        return values | {table.prefix: table.typed(post) for table in self.tables}

    def send(self, post: QueryDict, values: Values, stored: Values) -> None:
        """Put the values into what a browser sent."""
        for name, field in self.fields.items():
            post[name] = plain(field, values[name])
        for table in self.tables:
            for key in [key for key in post if key.startswith(f"{table.prefix}-") and key.count("-") > 1]:
                del post[key]
            for key, value in table.sent_for(values[table.prefix], stored[table.prefix]):
                post[key] = value


def plain(field: forms.Field, value: Any) -> str:
    """A value, whether stored or typed, as the one text by which it is compared and sent."""
    if isinstance(field, forms.ModelChoiceField):
        return "" if value is None else str(value)
    try:
        value = field.to_python(value)
    except ValidationError:
        return str(value)  # As it was typed; the form will say what is wrong with it.
    return "" if value is None else str(value)


def same(field: forms.Field, one: Any, other: Any) -> bool:
    return plain(field, one) == plain(field, other)


def shown(field: forms.Field, value: Any) -> str:
    """In the reader's words."""
    text = plain(field, value)
    if text == "":
        return _("nothing")
    if isinstance(field, forms.ModelChoiceField):
        return str(field.queryset.filter(pk=text).first() or text) if field.queryset is not None else text
    if isinstance(field, TypedDateField):
        return _date_shown(text)
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(text, text))  # type: ignore[arg-type]
    return text


def _date_shown(text: str) -> str:
    try:
        return date_words(HistoricalDate.parse(text))
    except InvalidDate:
        return text


def _sent(field: forms.Field, post: QueryDict, name: str) -> Any:
    return field.widget.value_from_datadict(post, {}, name)


def _number(post: QueryDict, name: str) -> int:
    """How many rows a browser says it sends; no more than Django would take."""
    text = post.get(name, "")
    return min(int(text), 1000) if text.isdecimal() else 0

"""Two people on one row: nobody writes over what they have not seen.

A form carries, signed, what was stored when it was opened. Where something else is stored when it comes back, nothing
is saved: a page shows both versions side by side, and whoever came second chooses field by field.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core import signing
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline.admin.history import HistoryAdmin
from timeline.admin.sheets import Sheet, Table, Values, same, shown
from timeline.history import acting

THEIRS, MINE, CHOSEN = "theirs", "mine", "chosen"
_OF_THE_PAGE = ("csrfmiddlewaretoken", "seen", "take")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field on which the two versions differ, in words, a line for each row of a table."""

    name: str
    label: str
    versions: tuple[list[str], ...]
    """As it was seen, as it is stored, as it was typed."""
    proposed: str
    """What is marked at first: the version that changed it, and mine where both did."""

    @property
    def seen(self) -> list[str]:
        return self.versions[0]

    @property
    def theirs(self) -> list[str]:
        return self.versions[1]

    @property
    def mine(self) -> list[str]:
        return self.versions[2]


class GuardedAdmin(HistoryAdmin):
    """A page of the desk whose form is saved only over what its editor saw, and whose history can be put back."""

    can_be_restored = True

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        with acting(why=request.POST.get("reason", "")), transaction.atomic():
            row = self._locked(request, object_id) if object_id else None
            if row is None or not self.has_change_permission(request, row):
                return super().changeform_view(request, object_id, form_url, extra_context)
            sheet, tables = self._sheet(request, row)
            stored = sheet.stored(row, tables)
            if request.method == "POST" and (answer := self._answer(request, row, sheet, stored)):
                return answer
            extra_context = (extra_context or {}) | {"seen": _signed(stored, row)}
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _locked(self, request: HttpRequest, object_id: str) -> Model | None:
        """While an answer is written, no one else writes: what is compared with is what is written over."""
        row = self.get_object(request, unquote(object_id))
        if row is not None and request.method == "POST":
            return cast(Model, self.model._default_manager.select_for_update(of=("self",)).get(pk=row.pk))
        return row

    def _sheet(self, request: HttpRequest, row: Model) -> tuple[Sheet, dict[str, list[Model]]]:
        fields = self.get_form(request, row, change=True).base_fields
        columns = {field.name for field in row._meta.fields}
        tables, rows = [], {}
        for formset, inline in self.get_formsets_with_inlines(request, row):
            prefix = formset.get_default_prefix()
            own = {name: field for name, field in formset.form.base_fields.items() if name != formset.fk.name}
            label = capfirst(str(inline.verbose_name_plural))
            identity = getattr(inline, "identity", ())
            found = list(inline.get_queryset(request).filter(**{formset.fk.name: row}).order_by("pk"))
            names = {} if identity else {str(one.pk): str(one) for one in found}
            tables.append(Table(prefix, label, own, identity, names, inline.has_delete_permission(request, row)))
            rows[prefix] = found
        guarded = {name: field for name, field in fields.items() if name in columns}
        return Sheet(guarded, tuple(tables)), rows

    def _answer(self, request: HttpRequest, row: Model, sheet: Sheet, stored: Values) -> HttpResponse | None:
        """The page of the conflict; None where there is none, or where it has been settled."""
        post = request.POST.copy()
        seen = _seen(post, row)
        take = post.get("take", "")
        if take == THEIRS:
            self.message_user(request, _("Left as it is now; nothing of yours was saved."), messages.INFO)
            return HttpResponseRedirect(request.get_full_path())
        if take and seen is not None:
            _choose(sheet, post, seen)
        if seen == stored:
            request.POST = post  # type: ignore[assignment]
            return None
        typed = sheet.typed(post)
        differences = list(_differences(sheet, seen or stored, stored, typed))
        if seen is not None and not (differences and any(_differences(sheet, seen, seen, stored))):
            # The same rows with other numbers, or both did the same.
            sheet.send(post, typed, stored)
            request.POST = post  # type: ignore[assignment]
            return None
        return self._ask(request, row, differences, post, stored, is_complete=seen is not None)

    def _ask(
        self,
        request: HttpRequest,
        row: Model,
        differences: list[Difference],
        post: QueryDict,
        stored: Values,
        *,
        is_complete: bool,
    ) -> HttpResponse:
        kept = [
            (name, value)
            for name, values in post.lists()
            if name not in _OF_THE_PAGE and not name.startswith("choice-")
            for value in values
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Two versions of “%(row)s”") % {"row": row},
            "row": row,
            "opts": self.opts,
            "differences": differences,
            "is_complete": is_complete,
            "kept": kept,
            "seen": _signed(stored, row),
        }
        return TemplateResponse(request, "admin/timeline/conflict.html", context, status=409)


def _signed(stored: Values, row: Model) -> str:
    return signing.dumps(stored, salt=_salt(row), compress=True)


def _salt(row: Model) -> str:
    """So that what was seen of another row does not pass for what was seen of this one."""
    return f"seen:{row._meta.label_lower}:{row.pk}"


def _seen(post: QueryDict, row: Model) -> Values | None:
    """What the form says that its editor saw; None where it does not say so, or not with our signature."""
    try:
        seen: Values = signing.loads(post.get("seen", ""), salt=_salt(row))
    except signing.BadSignature:
        return None
    return seen


def _choose(sheet: Sheet, post: QueryDict, theirs: Values) -> None:
    """Put what was chosen on the page of the conflict into the form: theirs as the page showed it."""
    values = sheet.typed(post)
    if post["take"] == CHOSEN:
        values |= {name: value for name, value in theirs.items() if post.get(f"choice-{name}") == THEIRS}
    sheet.send(post, values, theirs)


def _differences(sheet: Sheet, seen: Values, theirs: Values, mine: Values) -> Iterator[Difference]:
    for name, field in sheet.fields.items():
        if not same(field, theirs[name], mine[name]):
            words = tuple([shown(field, values[name])] for values in (seen, theirs, mine))
            proposed = THEIRS if same(field, seen[name], mine[name]) else MINE
            yield Difference(name, capfirst(str(field.label or name)), words, proposed)
    for table in sheet.tables:
        contents = [table.content(values[table.prefix]) for values in (seen, theirs, mine)]
        if contents[1] != contents[2]:
            words = tuple(table.in_words(values[table.prefix]) for values in (seen, theirs, mine))
            yield Difference(table.prefix, table.label, words, THEIRS if contents[0] == contents[2] else MINE)

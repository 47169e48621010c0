"""The history of a row at the desk: every version with who, when, why and what changed; an earlier one is put back."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from timeline.admin.change_words import version_in_words, who_in_words
from timeline.admin.confirmation import editor
from timeline.admin.values import field_names
from timeline.history.versions import Version, state_at, versions_of
from timeline.judging.restoring import restore_event, restore_row
from timeline.models import Change, Event

VERSIONS_PER_PAGE = 50
ORIGINAL = "original"
"""Stands for what the row was before its first recorded change."""


class HistoryAdmin(admin.ModelAdmin):
    """A page of the desk with the history of its row, in words."""

    can_be_restored = False
    """Whether an earlier version can be put back; evidence is never rewritten."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None) -> Any:
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return super().history_view(request, object_id)  # Says so and leads back.
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        versions = versions_of(row)
        may_restore = self.can_be_restored and self.has_change_permission(request, row)
        if request.method == "POST":
            if not may_restore:
                raise PermissionDenied
            return self._restore(request, row, versions)
        page = Paginator(versions, VERSIONS_PER_PAGE).get_page(request.GET.get("page"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(row)s") % {"row": row},
            "row": row,
            "opts": self.opts,
            "page": page,
            "original": ORIGINAL if may_restore and versions and _was_there_before(versions[-1]) else "",
            "versions": [
                {
                    "version": version,
                    "who": who_in_words(version.newest),
                    "lines": version_in_words(version),
                    "is_restorable": may_restore and version.is_of_the_row and version is not versions[0],
                }
                for version in page
            ],
        }
        return TemplateResponse(request, "admin/timeline/history.html", context | (extra_context or {}))

    def _restore(self, request: HttpRequest, row: Model, versions: list[Version]) -> HttpResponse:
        asked = request.POST.get("version", "")
        version = next((one for one in versions if str(one.act) == asked), None)
        if version is None and asked != ORIGINAL:
            raise Http404("no such version")
        when = f"{localtime(version.newest.at):%Y-%m-%d %H:%M}" if version else _("before all changes")
        reason = request.POST.get("reason", "")[:400] or _("put back as it was: %(when)s") % {"when": when}
        state = state_at(row, version)
        kept: list[str] = []
        if isinstance(row, Event):
            kept = restore_event(row, state, editor(request), reason)
        else:
            restore_row(row, state, editor(request), reason)
        self.message_user(
            request, _("That version was put back. The history shows it as the newest."), messages.SUCCESS
        )
        if kept:
            words = _("Left as it is, because it cannot be put back: %(fields)s.") % {"fields": field_names(kept)}
            self.message_user(request, words, messages.WARNING)
        return HttpResponseRedirect(request.get_full_path())


def _was_there_before(oldest: Version) -> bool:
    """Whether the oldest version changed the row, rather than added it."""
    return not any(change.kind == Change.Kind.ADDED and change.noun == change.subject_noun for change in oldest.changes)

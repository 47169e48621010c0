"""Passages: what they say is the article's; only whether they are good evidence is decided here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline import judging
from timeline.admin.confirmation import Question, ask_or_act, editor
from timeline.admin.history import HistoryAdmin
from timeline.admin.passages import claim_in_words, quote_in_context
from timeline.admin.read_only import Kept, NothingAdded
from timeline.models import Citation
from timeline.wording import date_words, source_label


@admin.register(Citation)
class CitationAdmin(NothingAdded, Kept, HistoryAdmin):
    list_display = ("__str__", "day", "kind", "article", "state", "refusal", "event")
    list_filter = ("state", "refusal", "kind", "modality", "precision")
    list_per_page = 50
    search_fields = ("quote", "source__title", "source__name", "actors__names__name", "attribution")
    search_help_text = gettext_lazy("Words of the passage, the article's title or file name, or the name of an actor.")
    actions = ("accept", "reject")
    fields = (
        "state",
        "passage",
        "reported",
        "event",
        "refusal",
        "source",
        "start",
        "end",
        "quote",
        "key",
        "extractor",
    )
    readonly_fields = fields[1:]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        rows = super().get_queryset(request).select_related("source", "place", "event")
        return rows.prefetch_related("actors", "event__participations__actor")

    @admin.display(description=gettext_lazy("date"), ordering="earliest")
    def day(self, citation: Citation) -> str:
        return date_words(citation.date, short=True)

    @admin.display(description=gettext_lazy("article"), ordering="source__name")
    def article(self, citation: Citation) -> str:
        return source_label(citation.source)

    @admin.display(description=gettext_lazy("passage in its article"))
    def passage(self, citation: Citation) -> SafeString:
        return quote_in_context(citation)

    @admin.display(description=gettext_lazy("what this source says"))
    def reported(self, citation: Citation) -> SafeString:
        return claim_in_words(citation)

    def save_model(self, request: HttpRequest, obj: Citation, form: Any, change: bool) -> None:
        judging.judge_passage(obj, Citation.State(obj.state), editor(request))

    @admin.action(description=gettext_lazy("Accept the chosen passages…"), permissions=["change"])
    def accept(self, request: HttpRequest, queryset: QuerySet[Citation]) -> HttpResponse | None:
        question = _question(
            request,
            "accept",
            Citation.State.ACCEPTED,
            title=lambda n: ngettext("Accept %(count)s passage?", "Accept %(count)s passages?", n) % {"count": n},
            button=_("Accept"),
            done=lambda n: ngettext("%(count)s passage accepted.", "%(count)s passages accepted.", n) % {"count": n},
            log=_("Accepted."),
        )
        return ask_or_act(self, request, queryset, question)

    @admin.action(description=gettext_lazy("Reject the chosen passages…"), permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Citation]) -> HttpResponse | None:
        question = _question(
            request,
            "reject",
            Citation.State.REJECTED,
            title=lambda n: ngettext("Reject %(count)s passage?", "Reject %(count)s passages?", n) % {"count": n},
            button=_("Reject"),
            done=lambda n: ngettext("%(count)s passage rejected.", "%(count)s passages rejected.", n) % {"count": n},
            log=_("Rejected."),
        )
        return ask_or_act(self, request, queryset, question)


def _question(request: HttpRequest, action: str, state: Citation.State, **words: Any) -> Question:
    return Question(
        action=action,
        decide=lambda citation, reason: judging.judge_passage(citation, state, editor(request), reason),
        impossible=lambda citation: _("It is so already.") if citation.state == state else "",
        stamp=lambda citation: str(citation.state),
        aside=lambda citation: source_label(citation.source),
        **words,
    )

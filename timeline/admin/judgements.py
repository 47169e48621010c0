"""The history of what people decided. It is read, and each judgement can be taken back; none is edited or deleted."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline import judging
from timeline.admin.confirmation import Question, ask_or_act, editor
from timeline.admin.read_only import Kept, ReadOnly
from timeline.admin.values import decided_in_words, field_names, in_lines
from timeline.models import Citation, Judgement


class InForce(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("standing", _("in force")), ("undone", _("undone"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Judgement]) -> QuerySet[Judgement]:
        if self.value() is None:
            return queryset
        return queryset.filter(undone__isnull=self.value() == "standing")


@admin.register(Judgement)
class JudgementAdmin(ReadOnly, Kept, admin.ModelAdmin):
    list_display = ("decided", "verdict", "decision", "event", "decided_by", "reason", "undone")
    list_filter = (InForce, "verdict", ("decided_by", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("event__place", "decided_by")
    list_per_page = 50
    date_hierarchy = "decided"
    search_fields = ("reason", "passages", "event__title_fr", "event__title_en", "event__public_id")
    search_help_text = gettext_lazy("The reason, the event's title or public id, or the key of a passage.")
    actions = ("undo",)
    fields = ("verdict", "event", "decision", "quotes", "reason", "decided_by", "decided", "undone")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Judgement]:
        return super().get_queryset(request).prefetch_related("event__participations__actor")

    def has_undo_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("timeline.change_judgement")

    @admin.display(description=gettext_lazy("what was decided"))
    def decision(self, judgement: Judgement) -> SafeString:
        return in_lines(decided_in_words(judgement) or [_("as it was")])

    @admin.display(description=gettext_lazy("passages"))
    def quotes(self, judgement: Judgement) -> SafeString:
        found = dict(Citation.objects.filter(key__in=judgement.passages).values_list("key", "quote"))
        return in_lines(found.get(key, key) for key in judgement.passages)

    @admin.action(description=gettext_lazy("Undo the chosen judgements…"), permissions=["undo"])
    def undo(self, request: HttpRequest, queryset: QuerySet[Judgement]) -> HttpResponse | None:
        def decide(judgement: Judgement, _reason: str) -> None:
            undone = judging.undo(judgement, editor(request))
            if undone.kept:
                words = _(
                    "%(judgement)s: left as it is, because it was changed since or cannot be restored: %(fields)s."
                )
                kept = {"judgement": judgement, "fields": field_names(undone.kept)}
                self.message_user(request, words % kept, messages.WARNING)

        question = Question(
            action="undo",
            title=lambda n: ngettext("Undo %(count)s judgement?", "Undo %(count)s judgements?", n) % {"count": n},
            button=_("Undo"),
            decide=decide,
            done=lambda n: ngettext("%(count)s judgement undone.", "%(count)s judgements undone.", n) % {"count": n},
            log=_("Undone."),
            impossible=lambda judgement: _why_not_undone(judgement, editor(request)),
            stamp=lambda judgement: str(judgement.undone or "standing"),
            aside=lambda judgement: " · ".join(decided_in_words(judgement)),
            asks_reason=False,
        )
        return ask_or_act(self, request, queryset.order_by("-decided", "-id"), question)


def _why_not_undone(judgement: Judgement, user: User) -> str:
    if judgement.undone:
        return _("It was undone before.")
    return "" if judging.may_undo(user, judgement) else _("Only publishers take back what a publisher decided.")

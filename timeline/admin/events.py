"""Events: to look at, correct, publish and reject. Whatever a person decides here is recorded and stays."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline import judging, search
from timeline.admin.confirmation import ask_or_act, editor
from timeline.admin.conflicts import GuardedAdmin
from timeline.admin.event_form import EventForm
from timeline.admin.event_inlines import CitationInline, ParticipationInline
from timeline.admin.event_questions import publishing, rejecting, reviewing, taking_back
from timeline.admin.values import field_names, in_lines, judgement_in_words
from timeline.extraction.records import Derivation, Origin
from timeline.ingestion.claims import derivation_json
from timeline.models import Citation, Event
from timeline.pages.explanation import explain_event
from timeline.wording import date_words

FIRST_DAY = Coalesce("earliest", "latest")
"""What is known to have ended, but not when it began, stands at its end."""


class ActorKindFilter(admin.ChoicesFieldListFilter):
    """The kind of those who took part; Django would call it « kind », as that of the event."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = _("kind of actor")


@admin.register(Event)
class EventAdmin(GuardedAdmin):
    form = EventForm
    inlines = (CitationInline, ParticipationInline)
    list_display = ("day", "title", "kind", "status", "looked_at", "sources")
    list_display_links = ("day", "title")
    list_filter = ("status", "reviewed", "kind", "precision", ("participations__actor__kind", ActorKindFilter))
    list_per_page = 50
    ordering = (FIRST_DAY, "sequence", "public_id")
    search_fields = ("title_fr", "title_en")
    search_help_text = gettext_lazy(
        "Words of the title or of a passage, the name of an actor or a place, or the public id."
    )
    autocomplete_fields = ("place",)
    actions = ("publish", "take_back", "reject", "mark_reviewed")
    readonly_fields = ("reading", "public_id", "looked_at", "locked_fields", "judged")
    fieldsets = (
        (None, {"fields": ("edtf", "reading", ("kind", "status"), "place", "reason")}),
        (gettext_lazy("Title and order"), {"fields": ("title_fr", "title_en", "sequence")}),
        (gettext_lazy("What people decided"), {"fields": ("looked_at", "locked_fields", "judged", "public_id")}),
    )

    # -- the list ---------------------------------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        evidence = ~Q(citations__state=Citation.State.REJECTED)
        return (
            super()
            .get_queryset(request)
            .annotate(told_by=Count("citations__source", distinct=True, filter=evidence))
            .prefetch_related("participations__actor")
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Event], search_term: str
    ) -> tuple[QuerySet[Event], bool]:
        if not search_term.strip():
            return queryset, False
        found = search.found(search.EVENTS, search_term)
        return queryset.filter(Q(pk__in=found) | Q(public_id=search_term.strip())), False

    @admin.display(description=gettext_lazy("date"), ordering=FIRST_DAY)
    def day(self, event: Event) -> str:
        return date_words(event.date, short=True)

    @admin.display(description=gettext_lazy("title"))
    def title(self, event: Event) -> str:
        return str(event)

    @admin.display(description=gettext_lazy("reviewed"), ordering="reviewed")
    def looked_at(self, event: Event) -> str:
        """In words: a red cross on all that the program found would look like an error."""
        return _("yes") if event.reviewed else _("not yet")

    @admin.display(description=gettext_lazy("sources"), ordering="told_by")
    def sources(self, event: Any) -> int:
        count: int = event.told_by
        return count

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(judging.PUBLISH)

    # -- the form ---------------------------------------------------------------------------------------------------

    def get_form(self, request: HttpRequest, obj: Event | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        # The class is made anew for every request.
        form.may_publish = self.has_publish_permission(request)  # type: ignore[attr-defined]
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Event | None = None) -> Any:
        """What nobody set cannot be handed back."""
        if not (obj and obj.locked and self.has_change_permission(request, obj)):
            return self.fieldsets
        *others, (title, options) = self.fieldsets
        fields = [*options["fields"]]
        fields.insert(fields.index("locked_fields") + 1, "hand_back")
        return (*others, (title, options | {"fields": tuple(fields)}))

    def get_view_on_site_url(self, obj: Event | None = None) -> str | None:
        """Readers see published events only."""
        return super().get_view_on_site_url(obj) if obj and obj.status == Event.Status.PUBLISHED else None

    @admin.display(description=gettext_lazy("date as it is read"))
    def reading(self, event: Event) -> SafeString:
        if not event.edtf:
            return in_lines([date_words(None)])
        explanation = explain_event(event, list(event.citations.standing().select_related("source")))
        sentences = [step.sentence for step in explanation.steps]
        return in_lines([f"{date_words(event.date)} ({event.edtf})", *sentences, explanation.conclusion])

    @admin.display(description=gettext_lazy("locked fields"))
    def locked_fields(self, event: Event) -> str:
        return field_names(event.locked) if event.locked else _("none: the program may change all of them")

    @admin.display(description=gettext_lazy("judgements"))
    def judged(self, event: Event) -> SafeString:
        judgements = event.judgements.select_related("decided_by") if event.pk else []
        return in_lines([judgement_in_words(judgement) for judgement in judgements] or [_("none yet")])

    def save_model(self, request: HttpRequest, obj: Event, form: Any, change: bool) -> None:
        if not change:
            obj.public_id = secrets.token_hex(5)
        if "edtf" in form.changed_data:
            obj.wording = form["edtf"].data.strip()
            obj.derivation = derivation_json(Derivation(Origin.EDITOR, rule="typed"))
        super().save_model(request, obj, form, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """The state of a passage is a judgement of its own."""
        if formset.model is not Citation:
            super().save_formset(request, form, formset, change)
            return
        formset.save(commit=False)
        for citation, _fields in formset.changed_objects:
            state = Citation.State(citation.state)
            judging.judge_passage(citation, state, editor(request), form.cleaned_data["reason"])

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        event, before = form.instance, form.stored
        event.refresh_from_db()
        if event.status != form.cleaned_data["status"]:
            # It lost its last passage just now: a consequence, which is no decision on its status.
            before = before | {"status": event.status}
            self.message_user(
                request, _("No passage supports this event any more: it is a draft again."), messages.WARNING
            )
        judging.correct(event, before, editor(request), form.cleaned_data["reason"])
        if names := form.cleaned_data.get("hand_back"):
            judging.hand_back(event, names, editor(request), form.cleaned_data["reason"])
            words = _("The program sets again: %(fields)s.")
            self.message_user(request, words % {"fields": field_names(names)}, messages.INFO)
        if "edtf" in form.changed_data and event.edtf:
            words = _("The date was read as: %(words)s (%(edtf)s).")
            self.message_user(request, words % {"words": date_words(event.date), "edtf": event.edtf}, messages.INFO)

    # -- decisions on several ---------------------------------------------------------------------------------------

    @admin.action(description=gettext_lazy("Publish the chosen events…"), permissions=["publish"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Event]) -> HttpResponse | None:
        return ask_or_act(self, request, queryset, publishing(editor(request)))

    @admin.action(description=gettext_lazy("Take the chosen events back from readers…"), permissions=["publish"])
    def take_back(self, request: HttpRequest, queryset: QuerySet[Event]) -> HttpResponse | None:
        return ask_or_act(self, request, queryset, taking_back(editor(request)))

    @admin.action(description=gettext_lazy("Reject the chosen events…"), permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Event]) -> HttpResponse | None:
        return ask_or_act(self, request, queryset, rejecting(editor(request)))

    @admin.action(description=gettext_lazy("Mark the chosen events as reviewed…"), permissions=["change"])
    def mark_reviewed(self, request: HttpRequest, queryset: QuerySet[Event]) -> HttpResponse | None:
        return ask_or_act(self, request, queryset, reviewing(editor(request)))

"""Actors with the names under which sources know them and the offices that they held."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from timeline import judging
from timeline.admin.confirmation import Question, ask_or_act, editor
from timeline.admin.conflicts import GuardedAdmin
from timeline.admin.labelled_rows import LabelledTabularInline
from timeline.admin.typed_date_field import TypedDateField
from timeline.judging.actors import NAMES
from timeline.models import Actor, ActorName, Tenure


class TenureForm(forms.ModelForm):
    edtf = TypedDateField(label=_("Time in office"))

    class Meta:
        model = Tenure
        fields = ("office_fr", "office_en", "edtf", "origin")


class NameInline(LabelledTabularInline):
    model = ActorName
    identity = ("name", "language")


class TenureInline(LabelledTabularInline):
    model = Tenure
    form = TenureForm
    identity = ("office_fr", "office_en", "edtf")


def merging(user: User) -> Question:
    return Question(
        action="merge",
        title=lambda n: gettext("Are these %(count)s actors the same?") % {"count": n},
        button=gettext("They are the same"),
        decide=lambda _actor, _reason: None,
        chooses=gettext("Under which name do all their events, names and offices stand from now on?"),
        together=lambda actors, chosen, reason: judging.hold_same(actors, chosen, user, reason),
        done=lambda n: gettext("%(count)s actors are one now. The judgement can be undone.") % {"count": n},
        log=gettext("Merged."),
        impossible=lambda actor: gettext("It has been merged before.") if actor.merged_into_id else "",
        stamp=lambda actor: f"{actor.merged_into_id} {actor.name_fr} {actor.name_en}",
        aside=_aside,
    )


def _aside(actor: Actor) -> str:
    """« personne · 3 événements · person:willy-brandt »"""
    events = actor.participations.count()
    counted = ngettext("%(count)s event", "%(count)s events", events) % {"count": events}
    return " · ".join([actor.get_kind_display(), counted, actor.key])


@admin.register(Actor)
class ActorAdmin(GuardedAdmin):
    list_display = ("name_fr", "name_en", "kind", "events_held", "wikidata")
    list_display_links = ("name_fr", "name_en")
    list_filter = ("kind",)
    search_fields = ("name_fr", "name_en", "names__name", "key", "wikidata")
    search_help_text = _("Any of the actor's names, the key or the Wikidata id.")
    fields = ("kind", "name_fr", "name_en", "key", "slug", "wikidata")
    prepopulated_fields = {"slug": ("name_en",)}
    inlines = (NameInline, TenureInline)
    actions = ("merge",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Actor]:
        return super().get_queryset(request).annotate(held=Count("participations", distinct=True))

    def get_readonly_fields(self, request: HttpRequest, obj: Actor | None = None) -> tuple[str, ...]:
        """The key and the address of the page are relied on elsewhere: they are chosen once."""
        if obj is None:
            return ()
        return ("key", "slug", "stands_for_it") if obj.merged_into_id else ("key", "slug")

    def get_fields(self, request: HttpRequest, obj: Actor | None = None) -> tuple[str, ...]:
        fields = tuple(self.fields or ())
        return ("stands_for_it", *fields) if obj and obj.merged_into_id else fields

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Actor], search_term: str
    ) -> tuple[QuerySet[Actor], bool]:
        """Those that were merged into others are found by the names of these."""
        found, several = super().get_search_results(request, queryset, search_term)
        return found.filter(merged_into=None), several

    def save_model(self, request: HttpRequest, obj: Actor, form: Any, change: bool) -> None:
        """A new name is a judgement: it stays, whatever the program reads later."""
        before = {name: form.initial.get(name, "") for name in NAMES}
        super().save_model(request, obj, form, change)
        if change:
            judging.rename(obj, before, editor(request))

    @admin.display(description=_("held to be the same as"))
    def stands_for_it(self, actor: Actor) -> SafeString:
        survivor = actor.survivor
        return format_html('<a href="{}">{}</a>', reverse("admin:timeline_actor_change", args=[survivor.pk]), survivor)

    @admin.action(description=_("Merge the chosen actors…"), permissions=["change"])
    def merge(self, request: HttpRequest, queryset: QuerySet[Actor]) -> HttpResponse | None:
        if queryset.count() < 2:
            self.message_user(request, gettext("Choose two actors or more to merge."), messages.ERROR)
            return None
        return ask_or_act(self, request, queryset, merging(editor(request)))

    def get_prepopulated_fields(self, request: HttpRequest, obj: Actor | None = None) -> dict[str, Any]:
        return {} if obj else dict(self.prepopulated_fields)

    @admin.display(description=_("events"), ordering="held")
    def events_held(self, actor: Any) -> int:
        count: int = actor.held
        return count

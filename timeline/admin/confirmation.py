"""Actions that ask before they act: the page says what will happen to how many, then each is decided on its own.

What changed while the editor read the page is left alone and named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MOST = 500
"""Rows in one go: as many as a person can answer for, and as a form may send."""
MOST_NAMED = 5
"""Rows that a message names; the list shows the others."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a confirmation page asks, and what is done on yes."""

    action: str
    title: Callable[[int], str]
    """The question, for so many rows."""
    button: str
    decide: Callable[[Any, str], object]
    """Does it to one row, for a reason; raises ValidationError where it cannot be done."""
    done: Callable[[int], str]
    """The message, for so many rows."""
    log: str
    """What the row's history in the admin says."""
    impossible: Callable[[Any], str]
    """Why it cannot be done to this row; empty where it can."""
    stamp: Callable[[Any], str]
    """What the row's state is known by: another stamp means that somebody changed it meanwhile."""
    aside: Callable[[Any], str]
    """What the page says of the row beside its name."""
    asks_reason: bool = True
    chooses: str = ""
    """Asks for one of the rows, with these words: then `together` decides on all at once, not `decide` on each."""
    together: Callable[[list[Any], Any, str], object] | None = None
    """Does it to all the rows, of which one was chosen, for a reason; raises ValidationError where it cannot."""


def ask_or_act(
    desk: admin.ModelAdmin, request: HttpRequest, queryset: models.QuerySet[Any], question: Question
) -> HttpResponse | None:
    if queryset.count() > MOST:
        words = _("%(count)s were chosen. Choose at most %(most)s at a time.")
        desk.message_user(request, words % {"count": queryset.count(), "most": MOST}, messages.ERROR)
        return None
    if "confirmed" in request.POST:
        if question.together is not None:
            return _act_together(desk, request, queryset, question)
        _act(desk, request, queryset, question)
        return None
    return _ask(desk, request, queryset, question)


def _ask(
    desk: admin.ModelAdmin, request: HttpRequest, queryset: models.QuerySet[Any], question: Question
) -> HttpResponse:
    rows = [(row, question.impossible(row)) for row in queryset]
    possible = [row for row, impossible in rows if not impossible]
    context = {
        **desk.admin_site.each_context(request),
        "title": question.title(len(possible)) if possible else _("None of the chosen ones can be decided so"),
        "question": question,
        "possible": [(row, question.aside(row), f"{row.pk}:{question.stamp(row)}") for row in possible],
        "impossible": [(row, impossible) for row, impossible in rows if impossible],
        "opts": desk.model._meta,
        "checkbox": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/timeline/confirmation.html", context)


def _act(desk: admin.ModelAdmin, request: HttpRequest, queryset: models.QuerySet[Any], question: Question) -> None:
    asked = _stamps(request)
    reason = request.POST.get("reason", "")[:500]
    done, left = 0, defaultdict(list)
    for pk in queryset.values_list("pk", flat=True):
        with transaction.atomic():
            row = desk.model._default_manager.select_for_update(of=("self",)).get(pk=pk)
            refusal = _refusal(row, asked.get(str(pk)), question) or _decide(row, reason, question)
            if not refusal:
                desk.log_change(request, row, question.log)
                done += 1
        if refusal:
            left[refusal].append(str(row))
    for refusal, names in left.items():
        words = {"count": len(names), "names": "; ".join(names[:MOST_NAMED]), "why": refusal}
        message = ngettext(
            "%(count)s left as it is (%(names)s): %(why)s",
            "%(count)s left as they are (%(names)s): %(why)s",
            len(names),
        )
        desk.message_user(request, message % words, messages.WARNING)
    desk.message_user(request, question.done(done), messages.SUCCESS if done else messages.WARNING)


def _act_together(
    desk: admin.ModelAdmin, request: HttpRequest, queryset: models.QuerySet[Any], question: Question
) -> HttpResponse | None:
    asked = _stamps(request)
    with transaction.atomic():
        # Not the queryset itself: what the list counts beside each row cannot be locked with it.
        keys = list(queryset.order_by().values_list("pk", flat=True))
        rows = list(desk.model._default_manager.filter(pk__in=keys).order_by("pk").select_for_update(of=("self",)))
        chosen = next((row for row in rows if str(row.pk) == request.POST.get("chosen")), None)
        if chosen is None:
            desk.message_user(request, _("Choose one of them."), messages.ERROR)
            return _ask(desk, request, queryset, question)
        refusal = next(filter(None, (_refusal(row, asked.get(str(row.pk)), question) for row in rows)), "")
        if not refusal:
            together = question.together
            refusal = _tried(lambda: together and together(rows, chosen, request.POST.get("reason", "")[:500]))
        if not refusal:
            for row in rows:
                desk.log_change(request, row, question.log)
    if refusal:
        desk.message_user(request, refusal, messages.WARNING)
    else:
        desk.message_user(request, question.done(len(rows)), messages.SUCCESS)
    return None


def _stamps(request: HttpRequest) -> dict[str, str]:
    return dict(stamp.split(":", 1) for stamp in request.POST.getlist("stamp") if ":" in stamp)


def _refusal(row: Any, asked: str | None, question: Question) -> str:
    if asked != question.stamp(row):
        return _("Somebody changed it while you were deciding; look at it again.")
    return question.impossible(row)


def _decide(row: Any, reason: str, question: Question) -> str:
    return _tried(lambda: question.decide(row, reason))


def _tried(decide: Callable[[], object]) -> str:
    """Why it could not be done; empty where it was."""
    try:
        decide()
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def editor(request: HttpRequest) -> User:
    """Who is at the desk: the admin lets nobody in who has not logged in."""
    return cast(User, request.user)

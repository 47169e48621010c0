"""The review: proposals decided one by one or many at once, and what the program did not make an event of."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from timeline import judging
from timeline.dates import InvalidDate
from timeline.judging.claims import raise_claim
from timeline.judging.latest import undo_latest
from timeline.models import Citation, Event
from timeline.pages.review import Desk, Review
from timeline.pages.review_lists import AcceptancePage, OrphanList, RefusedList, UndatedList
from timeline.reviewing.accepting import accept_all
from timeline.reviewing.deciding import Conflict, Incorrect, decide
from timeline.reviewing.filters import QueueFilter
from timeline.typed_dates import read_date
from timeline.views.chronology import HtmxRequest

View = Callable[..., HttpResponse]


def for_reviewers(view: View) -> View:
    """Those who may change events; what they see is never kept by anything in between."""

    @wraps(view)
    @login_required
    @permission_required("timeline.change_event", raise_exception=True)
    @never_cache
    def allowed(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return view(request, *args, **kwargs)

    return allowed


def _editor(request: HttpRequest) -> User:
    return cast("User", request.user)  # `for_reviewers` lets nobody else in.


# -- proposals --------------------------------------------------------------------------------------------------------


@require_safe
@for_reviewers
def review(request: HtmxRequest) -> HttpResponse:
    """The proposal to decide first."""
    return _shown(request, Review(_editor(request), QueueFilter(request.GET)))


@require_safe
@for_reviewers
def proposal(request: HtmxRequest, public_id: str) -> HttpResponse:
    filters = QueueFilter(request.GET)
    return _shown(request, Review(_editor(request), filters, public_id, find=request.GET.get("find", "")))


@require_POST
@for_reviewers
def decide_proposal(request: HtmxRequest, public_id: str) -> HttpResponse:
    """After the decision, the next proposal; the same again where it could not be taken."""
    user, filters = _editor(request), QueueFilter(request.GET)
    try:
        decided = decide(public_id, request.POST, user)
    except Event.DoesNotExist as error:
        raise Http404("no such event") from error
    except Conflict:
        messages.warning(
            request,
            _(
                "Somebody decided about this event, or changed it, since you saw it. Nothing of yours was saved, "
                "nothing of theirs was lost. This is how it stands now."
            ),
        )
    except Incorrect as error:
        return _shown(request, Review(user, filters, public_id, form=error.form))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except PermissionDenied as error:
        messages.error(request, str(error))
    else:
        messages.success(request, decided.words)
        return _go_on(request, Review(user, filters, Desk(user, filters).queue.after(decided.event)))
    return _go_on(request, Review(user, filters, public_id))


@require_POST
@for_reviewers
def undo(request: HtmxRequest) -> HttpResponse:
    """The last decision of this editor is taken back, and shown again."""
    user, filters = _editor(request), QueueFilter(request.GET)
    try:
        taken_back = undo_latest(user)
    except PermissionDenied as error:
        messages.error(request, str(error))
        return _go_on(request, Review(user, filters))
    if taken_back is None:
        messages.warning(request, _("There is nothing of yours to undo."))
        return _go_on(request, Review(user, filters))
    if taken_back.judgement.batch:
        said = ngettext("Undone: %(count)s acceptance.", "Undone: %(count)s acceptances.", taken_back.events)
        messages.success(request, said % {"count": taken_back.events})
    else:
        messages.success(request, _("Undone: %(verdict)s.") % {"verdict": taken_back.judgement.get_verdict_display()})
    if taken_back.kept:
        messages.warning(request, _("Some of it stays as it is, because somebody changed it since."))
    event = taken_back.event
    return _go_on(request, Review(user, filters, event.public_id if event and event.chronology_id is None else None))


def _shown(request: HtmxRequest, page: Review) -> HttpResponse:
    if page.event is None and request.resolver_match and "public_id" in request.resolver_match.kwargs:
        raise Http404("no such event")
    answering = bool(request.htmx) and not request.htmx.history_restore_request
    response = render(request, "timeline/_review_answer.html" if answering else "timeline/review.html", {"desk": page})
    if answering:
        response["HX-Push-Url"] = page.own_address if page.event else page.address
    return response


def _go_on(request: HtmxRequest, page: Review) -> HttpResponse:
    """At once where a script asked; otherwise by a redirect, so that reloading the page decides nothing again."""
    if request.htmx:
        return _shown_next(request, page)
    return redirect(page.own_address if page.event else page.address)


def _shown_next(request: HtmxRequest, page: Review) -> HttpResponse:
    response = render(request, "timeline/_review_answer.html", {"desk": page})
    response["HX-Push-Url"] = page.own_address if page.event else page.address
    return response


# -- many at once -----------------------------------------------------------------------------------------------------


@for_reviewers
def accept_many(request: HttpRequest) -> HttpResponse:
    """What accepting all that the filter leaves would do; sent back with its mark, it is done."""
    user, filters = _editor(request), QueueFilter(request.GET)
    if request.method == "POST":
        try:
            done = accept_all(filters, request.POST.get("mark", ""), user, request.POST.get("reason", "")[:500])
        except Conflict:
            messages.warning(request, _("The proposals have changed since you saw them. Look again: nothing was done."))
        else:
            said = ngettext("Accepted: %(count)s event.", "Accepted: %(count)s events.", done) % {"count": done}
            messages.success(request, said)
            return redirect(Desk(user, filters).address)
    return render(request, "timeline/review_acceptance.html", {"desk": AcceptancePage(user, filters)})


# -- what became no event ---------------------------------------------------------------------------------------------


@require_safe
@for_reviewers
def undated(request: HttpRequest) -> HttpResponse:
    return render(
        request, "timeline/review_undated.html", {"desk": UndatedList(_editor(request), request.GET.get("page", ""))}
    )


@require_safe
@for_reviewers
def refused(request: HttpRequest) -> HttpResponse:
    return render(
        request, "timeline/review_refused.html", {"desk": RefusedList(_editor(request), request.GET.get("page", ""))}
    )


@require_safe
@for_reviewers
def orphans(request: HttpRequest) -> HttpResponse:
    listed = OrphanList(_editor(request), request.GET.get("page", ""), compare=bool(request.GET.get("compare")))
    return render(request, "timeline/review_orphans.html", {"desk": listed})


@require_POST
@for_reviewers
def decide_claim(request: HttpRequest, key: str) -> HttpResponse:
    """A passage becomes an event, or is set aside."""
    user = _editor(request)
    citation = get_object_or_404(Citation.objects.filter(source__chronology=None), key=key)
    try:
        messages.success(request, _claim_decided(citation, request, user))
    except InvalidDate:
        said = _("“%(text)s” cannot be read as a date. Write it with its year in four digits, as in the examples.")
        messages.error(request, said % {"text": request.POST.get("date", "")[:200]})
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    tab = request.POST.get("tab", "")
    return redirect(reverse(tab if tab in TABS else "review"))


TABS = ("review_undated", "review_refused", "review_orphans")


def _claim_decided(citation: Citation, request: HttpRequest, user: User) -> str:
    if request.POST.get("decision") == "date":
        typed = " ".join(request.POST.get("date", "").split())
        event = raise_claim(citation, read_date(typed), typed, user).event
        return _("It is an event now: %(event)s.") % {"event": event}
    if judging.judge_passage(citation, Citation.State.REJECTED, user) is None:
        raise ValidationError(_("Somebody has decided about this passage in the meantime."))
    return _("The passage was set aside.")

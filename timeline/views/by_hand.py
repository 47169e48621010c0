"""Events made by a person: from a passage of an article, or as a draft that waits for one."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from timeline import judging
from timeline.dates import HistoricalDate, InvalidDate
from timeline.judging.evidence import Evidence, find, take
from timeline.models import Event, Source
from timeline.once import new_public_id, public_id_for
from timeline.pages.by_hand import Drafts, EventChoice, NewStatement, PassageSearch
from timeline.pages.date_reading import read_typed
from timeline.pages.directory import SourceDirectory
from timeline.pages.known_names import actors_beginning_with, places_beginning_with

may_add = permission_required("timeline.add_event", raise_exception=True)
may_change = permission_required("timeline.change_event", raise_exception=True)
may_publish = permission_required("timeline.publish_event", raise_exception=True)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@may_add
def new(request: HttpRequest) -> HttpResponse:
    """A new event: of the passage that the address gives, of one that is searched for, or as a draft without any."""
    article = _article(request.GET)
    if article and not _names_passage(request.GET):
        return _search_passage(request, article)
    evidence = _evidence(article, request.GET)
    page = NewStatement(evidence, request.POST if request.method == "POST" else None)
    if request.method == "POST" and request.POST.get("do") in ("draft", "publish"):
        user = cast("User", request.user)  # `login_required` lets nobody else in.
        public_id = public_id_for(request.POST, user.pk)
        made = _made_already(public_id)
        if made is not None and made.status == Event.Status.REJECTED and made.merged_into is None:
            made, public_id = None, new_public_id()  # It was taken back since: whoever sends it again wants it again.
        if made is None and page.is_complete:
            publish = request.POST["do"] == "publish" and user.has_perm("timeline.publish_event")
            try:
                with transaction.atomic():  # An actor that is new goes again where the event cannot be.
                    made = judging.create(
                        page.stated(), user, evidence, publish=publish, reason=page.reason, public_id=public_id
                    )
            except ValidationError as error:
                page.form.add_error(None, error)
            except IntegrityError:  # The same form was sent twice, and the other one was faster.
                made = _made_already(public_id)
                if made is None:
                    raise
        if made is not None:
            return redirect(made)
    return render(request, "timeline/new_event.html", {"page": page})


def _made_already(public_id: str) -> Event | None:
    return Event.objects.filter(public_id=public_id).first()


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@may_change
def add_passage(request: HttpRequest, public_id: str) -> HttpResponse:
    """One more passage for an event that there is."""
    event = get_object_or_404(Event, public_id=public_id)
    article = _article(request.GET)
    if article is None:
        directory = SourceDirectory(request.GET.get("q", ""), request.GET.get("page", ""))
        return render(request, "timeline/passage_article.html", {"event": event, "directory": directory})
    if not _names_passage(request.GET):
        return _search_passage(request, article, event)
    evidence = _evidence(article, request.GET)
    assert evidence is not None, "there is an article"
    page = NewStatement(evidence, request.POST if request.method == "POST" else None, event)
    if request.method == "POST" and page.is_complete and request.POST.get("do") == "cite":
        try:
            with transaction.atomic():
                citation = judging.cite(event, page.stated(), cast("User", request.user), evidence, page.reason)
        except ValidationError as error:
            page.form.add_error(None, error)
        else:
            return redirect(f"{event.get_absolute_url()}#c-{citation.key}")
    return render(request, "timeline/new_event.html", {"page": page})


@require_safe
@login_required
@may_change
def choose_event(request: HttpRequest) -> HttpResponse:
    """For which event a passage is to be cited: one that is near it in time, or one that is searched for."""
    evidence = _evidence(_article(request.GET), request.GET)
    if evidence is None:
        raise Http404("no article, no passage")
    choice = EventChoice(evidence, request.GET.get("q", ""))
    return render(request, "timeline/choose_event.html", {"choice": choice})


@require_safe
@login_required
@may_add
def drafts(request: HttpRequest) -> HttpResponse:
    return render(request, "timeline/drafts.html", {"drafts": Drafts(request.GET.get("page", ""))})


@require_POST
@login_required
@may_publish
def publish(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a draft to readers, or say why not."""
    event = get_object_or_404(Event, public_id=public_id)
    try:
        judging.publish(event, cast("User", request.user))
    except ValidationError as error:
        for reason in error.messages:
            messages.error(request, reason)
    return redirect(event)


# -- answers to single fields -----------------------------------------------------------------------------------------


@require_safe
@login_required
@may_add
def reading(request: HttpRequest) -> HttpResponse:
    """How a `date` that is being typed, here or at the review, is read; counted from the day `base` where it must."""
    found = read_typed(request.GET.get("date", ""), _base(request.GET.get("base", "")))
    return render(request, "timeline/_reading.html", {"reading": found})


@require_safe
@login_required
@may_add
def names(request: HttpRequest, noun: str) -> HttpResponse:
    """Names of actors or places that begin with what was typed, whatever the field is called that asks."""
    sources = {"actors": actors_beginning_with, "places": places_beginning_with}
    if noun not in sources:
        raise Http404(f"no names of {noun}")
    typed = next((request.GET[name] for name in request.GET), "")[:100]
    return render(request, "timeline/_names.html", {"names": sources[noun](typed)})


def _base(edtf: str) -> HistoricalDate | None:
    try:
        return HistoricalDate.parse(edtf) if edtf else None
    except InvalidDate:
        return None


# -- the passage that an address gives --------------------------------------------------------------------------------


def _article(given: QueryDict) -> Source | None:
    address = given.get("source", "")
    if not address:
        return None
    found = Source.objects.with_addresses([address[:12]]).first() if len(address) >= 12 else None
    if found is None:
        raise Http404("no such article")
    return found


def _names_passage(given: QueryDict) -> bool:
    return "start" in given or "end" in given


def _evidence(article: Source | None, given: QueryDict) -> Evidence | None:
    """Offsets that are no passage of the article are no page of this site."""
    if article is None:
        return None
    start, end = given.get("start", ""), given.get("end", "")
    if not (start.isdecimal() and end.isdecimal() and len(start) < 10 and len(end) < 10):
        raise Http404("no passage")
    try:
        return take(article, int(start), int(end))
    except ValidationError as error:
        raise Http404(" ".join(error.messages)) from error


def _search_passage(request: HttpRequest, article: Source, event: Event | None = None) -> HttpResponse:
    """Words that were copied out of the article lead to the passage, where they stand there once."""
    words = request.GET.get("words", "")
    problem = ""
    found: list[Evidence] = []
    if words:
        try:
            found = find(article, words)
            problem = "" if found else _("These words do not stand in the article. Copy them from it as they are.")
        except ValidationError as error:
            problem = " ".join(error.messages)
    search = PassageSearch(article, words, found, problem, event)
    if len(found) == 1:
        return redirect(search.address_of(found[0]))
    return render(request, "timeline/find_passage.html", {"search": search})

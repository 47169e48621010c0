"""One event with all that supports it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from timeline.models import Citation, Event
from timeline.pages.dossier import Dossier


@require_safe
def event(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """For those who work on it a draft too: readers are told of none."""
    shown = Event.objects.published()
    if request.user.has_perm("timeline.add_event"):
        shown = Event.objects.exclude(status=Event.Status.REJECTED)
    found = shown.with_evidence(with_texts=True).filter(public_id=public_id).first()
    if found is None:
        return _merged(public_id) or _event_of_citation(public_id)
    return render(request, "timeline/event.html", {"dossier": Dossier(found)})


def _merged(public_id: str) -> HttpResponse | None:
    """An event that was merged into another stays known by its address."""
    gone = Event.objects.filter(public_id=public_id).exclude(merged_into=None).select_related("merged_into").first()
    return redirect(gone.survivor) if gone and gone.survivor.status == Event.Status.PUBLISHED else None


def _event_of_citation(key: str) -> HttpResponse:
    """A passage's key stands for its event: a passage keeps its key even when events are merged."""
    citation = Citation.objects.standing().filter(key=key, event__status=Event.Status.PUBLISHED).first()
    if citation is None or citation.event is None:
        raise Http404("no such event")
    return redirect(citation.event)

"""The chronology, what it may be filtered by, and the claims that no date could be found for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.middleware import HtmxDetails

from timeline.forms import ChronologyFilter
from timeline.pages.chronology import ChronologyPage
from timeline.pages.facets import FACETS
from timeline.pages.values import Values
from timeline.views.kept import kept_for_readers


class HtmxRequest(HttpRequest):
    """A request as the htmx middleware hands it on."""

    htmx: HtmxDetails


@require_safe
@vary_on_headers("HX-Request")
@kept_for_readers
def chronology(request: HtmxRequest) -> HttpResponse:
    """The page, or for htmx the fragments of it that a filter changes."""
    view = ChronologyPage(ChronologyFilter(request.GET), request.GET.get("page", ""))
    answering = bool(request.htmx) and not request.htmx.history_restore_request
    template = "timeline/_chronology_answer.html" if answering else "timeline/chronology.html"
    response = render(request, template, {"chronology": view})
    if answering:
        response["HX-Push-Url"] = f"{reverse('chronology')}?{view.query_string}".rstrip("?")
    return response


@require_safe
@vary_on_headers("HX-Request")
@kept_for_readers
def values(request: HtmxRequest, parameter: str) -> HttpResponse:
    """All values of one filter, or those that a few typed letters may mean; for htmx what stands in the filter's
    panel, otherwise a page of links."""
    if parameter not in FACETS:
        raise Http404(f"no filter has values of {parameter}")
    typed = " ".join(request.GET.get("find", "").split())[:100]
    view = Values(ChronologyFilter(request.GET).conditions, parameter, typed)
    template = "timeline/_values.html" if request.htmx else "timeline/values.html"
    return render(request, template, {"values": view})

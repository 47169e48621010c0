"""The claims that no date could be found for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.models import Source
from timeline.pages.directory import UndatedClaims


@require_safe
def undated(request: HttpRequest) -> HttpResponse:
    address = request.GET.get("source", "")
    source = Source.objects.with_addresses([address]).defer("text").first() if len(address) >= 12 else None
    if address and source is None:
        raise Http404("no such article")
    claims = UndatedClaims(source, request.GET.get("page", ""))
    return render(request, "timeline/undated.html", {"claims": claims})

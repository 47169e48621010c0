"""The articles: verbatim, with every cited passage marked."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from timeline.models import Source
from timeline.pages.annotated_article import AnnotatedArticle
from timeline.pages.directory import SourceDirectory


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    directory = SourceDirectory(request.GET.get("q", ""), request.GET.get("page", ""))
    return render(request, "timeline/sources.html", {"directory": directory})


@require_safe
def source(request: HttpRequest, address: str) -> HttpResponse:
    found = Source.objects.with_addresses([address[:12]]).first() if len(address) >= 12 else None
    if found is None or not found.sha256.startswith(address):
        raise Http404("no such article")
    if address != found.sha256[:12]:
        return redirect(found)
    return render(request, "timeline/source.html", {"article": AnnotatedArticle(found, request.GET.get("passage", ""))})

"""The articles: verbatim, with every cited passage marked."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from timeline.models import Source
from timeline.pages.annotated_article import AnnotatedArticle


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    listed = Source.objects.current().with_counts().select_related("reprint_of").defer("text", "reprint_of__text")
    return render(request, "timeline/sources.html", {"sources": listed})


@require_safe
def source(request: HttpRequest, address: str) -> HttpResponse:
    found = Source.objects.with_addresses([address[:12]]).first() if len(address) >= 12 else None
    if found is None or not found.sha256.startswith(address):
        raise Http404("no such article")
    if address != found.sha256[:12]:
        return redirect(found)
    return render(request, "timeline/source.html", {"article": AnnotatedArticle(found, request.GET.get("passage", ""))})

"""Pages that are mostly text, and what robots are told."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.pages.measured import measured


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    return render(request, "timeline/method.html", {"measured": measured()})


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Filtered views are endless and hold nothing that the event pages do not."""
    return HttpResponse(
        "User-agent: *\nDisallow: /admin/\nDisallow: /*?\nDisallow: /axis.json\n", content_type="text/plain"
    )

"""The axis alone, for a frame in somebody else's page: the only page that lets itself be framed."""

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from timeline.forms import ChronologyFilter
from timeline.pages.chronology import ChronologyPage
from timeline.views.kept import kept_for_readers

LANES = {"kind", "actor"}


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@kept_for_readers
def embed(request: HttpRequest) -> HttpResponse:
    """It has nothing that a click could be lured into: no form, no account, links that open elsewhere."""
    lanes = request.GET.get("lanes", "")
    return render(
        request,
        "timeline/embed.html",
        {"chronology": ChronologyPage(ChronologyFilter(request.GET)), "lanes": lanes if lanes in LANES else ""},
    )
